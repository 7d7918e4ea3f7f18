// @ts-check
/** Where the words of a query stand in a text. Pure; folds as the index does. */
(() => {
  "use strict";

  const WORD = /[\p{L}\p{N}\p{M}]+/gu;

  /**
   * Cut a text into pieces, every second of which was asked for.
   *
   * @param {string} text
   * @param {string[]} marks  folded words
   * @returns {string[]}
   */
  function pieces(text, marks) {
    const { fold } = /** @type {any} */ (globalThis).sopbookFold;
    const wanted = new Set(marks);
    const found = [""];
    let end = 0;
    for (const word of text.matchAll(WORD)) {
      if (!wanted.has(fold(word[0]))) continue;
      const between = text.slice(end, word.index);
      end = word.index + word[0].length;
      // Words that follow each other are marked as one.
      if (found.length > 1 && !between.trim()) found[found.length - 2] += between + word[0];
      else found.splice(-1, 1, between, word[0], "");
    }
    found[found.length - 1] = text.slice(end);
    return found;
  }

  Object.assign(globalThis, { sopbookMarks: { pieces } });
})();
