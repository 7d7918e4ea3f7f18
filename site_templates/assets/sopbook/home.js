// @ts-check
/** Where a page is a home, fetches what makes it the reader's own. */
sopbookBase.bring(".sopbook-start", ["home/home"], () =>
  /** @type {any} */ (globalThis).sopbookHome.show(),
);
