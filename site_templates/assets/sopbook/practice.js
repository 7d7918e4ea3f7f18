// @ts-check
/** The page on which SOPs are practised: its scripts are loaded where they are needed. */
(() => {
  "use strict";

  const base = /** @type {any} */ (globalThis).sopbookBase;

  async function begin() {
    const place = document.querySelector("[data-sopbook-practice]");
    if (!place) return;
    for (const name of ["boxes", "data", "lesson", "page"]) {
      await base.load(`assets/sopbook/practice/${name}.js`);
    }
    /** @type {any} */ (globalThis).sopbookPractice(place);
  }

  sopbookBase.onPage(begin);
})();
