// @ts-check
/** Where a page is a home, fetches what makes it the reader's own. */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);

  async function start() {
    if (!document.querySelector(".sopbook-start")) return;
    await here.sopbookBase.load("assets/sopbook/home/home.js");
    here.sopbookHome.show();
  }

  if (here.document$) here.document$.subscribe(start);
  else start();
})();
