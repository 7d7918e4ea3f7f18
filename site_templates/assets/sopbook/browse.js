// @ts-check
/** Brings the table of all SOPs to life, where there is one; other pages load no more than this. */
sopbookBase.bring(".sopbook-all", ["search/fold", "browse/choice", "browse/table"], (place) =>
  /** @type {any} */ (globalThis).sopbookTable.start(place),
);
