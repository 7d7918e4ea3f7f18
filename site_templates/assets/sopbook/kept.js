// @ts-check
/** The SOPs that a reader pinned, and those opened lately, as they are stored. Pure. */
(() => {
  "use strict";

  const MOST = 12;

  /**
   * What cannot be understood holds nothing.
   *
   * @param {string | null} text
   * @returns {string[]}
   */
  function parse(text) {
    try {
      const found = JSON.parse(text ?? "[]");
      return Array.isArray(found) ? found.filter((id) => typeof id === "string") : [];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  }

  /** The newest stands first, and each once. @param {string[]} ids @param {string} id */
  const noted = (ids, id) => [id, ...ids.filter((other) => other !== id)].slice(0, MOST);

  /** @param {string[]} ids @param {string} id */
  const toggled = (ids, id) =>
    ids.includes(id) ? ids.filter((other) => other !== id) : [id, ...ids];

  Object.assign(globalThis, { sopbookKept: { parse, noted, toggled } });
})();
