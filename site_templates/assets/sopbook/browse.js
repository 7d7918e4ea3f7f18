// @ts-check
/** Brings the table of all SOPs to life, where there is one; other pages load no more than this. */
(() => {
  "use strict";

  const PARTS = ["search/fold", "browse/choice", "browse/table"];
  const here = /** @type {any} */ (globalThis);

  async function start() {
    const [place] = document.getElementsByClassName("sopbook-all");
    if (!place) return;
    const loading = PARTS.map((part) => here.sopbookBase.load(`assets/sopbook/${part}.js`));
    await Promise.all(loading);
    here.sopbookTable.start(place);
  }

  const pages = here.document$;
  if (pages) pages.subscribe(start);
  else start();
})();
