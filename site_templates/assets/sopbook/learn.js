// @ts-check
/** Loads what pages about onboarding paths need, and nothing anywhere else. */
(() => {
  "use strict";

  const { sopbookBase: base } = /** @type {any} */ (globalThis);
  const FOLDER = "assets/sopbook/learn/";

  async function start() {
    const page = document.querySelector("[data-sopbook-learn]");
    const name = page instanceof HTMLElement ? page.dataset.sopbookLearn : "";
    // An SOP is a lesson only to those who came to it from a path.
    if (!name || (name === "sop" && !new URLSearchParams(location.search).has("path"))) return;
    await base.load(`${FOLDER}progress.js`);
    await base.load(`${FOLDER}marks.js`);
    if (name !== "sop") await base.load(`${FOLDER}${name}.js`);
    /** @type {any} */ (globalThis).sopbookLearn[name](page);
  }

  // Offline, or half published: the page is whole without it.
  const begin = () => start().catch(() => undefined);
  const pages = /** @type {any} */ (globalThis).document$;
  if (pages) pages.subscribe(begin);
  else begin();
})();
