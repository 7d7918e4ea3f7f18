// @ts-check
/** The page of all onboarding paths: how far one is on each. */
(() => {
  "use strict";

  const { sopbookMarks: marks, sopbookLearn: learn } = /** @type {any} */ (globalThis);

  /** @param {HTMLElement} page */
  function paths(page) {
    const tiles = /** @type {HTMLElement[]} */ ([
      ...page.querySelectorAll("[data-sopbook-lessons]"),
    ]);
    marks.live(() => {
      const all = marks.done();
      for (const tile of tiles) show(tile, all, page.dataset);
      for (const words of document.querySelectorAll("[data-sopbook-honest]"))
        words.toggleAttribute("hidden", all.size === 0);
    });
  }

  /**
   * Paths on which nothing is ticked look as they do without scripts.
   *
   * @param {HTMLElement} tile
   * @param {Map<string, any>} all
   * @param {DOMStringMap} words
   */
  function show(tile, all, words) {
    const counts = marks.count(
      Object.entries(JSON.parse(tile.dataset.sopbookLessons ?? "{}")),
      all,
    );
    const bar = /** @type {HTMLElement} */ (tile.querySelector(".sopbook-learn__bar"));
    bar.hidden = counts.done + counts.again === 0;
    marks.measure(bar, counts, words);
  }

  learn.paths = paths;
})();
