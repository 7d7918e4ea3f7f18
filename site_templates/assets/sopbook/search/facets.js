// @ts-check
/**
 * Which filters the words of a query name: `phone refund` may mean the channel. Pure.
 *
 * @typedef {{id: string, title: string}} Value
 * @typedef {{facet: string, id: string, title: string, rest: string}} Offer
 *   A filter to choose, and what remains of the query then.
 */
(() => {
  "use strict";

  const WORD = /[\p{L}\p{N}\p{M}]+/gu;
  const MOST = 3;

  /**
   * @param {string} text
   * @param {Record<string, Value[]>} facets
   * @param {Record<string, string>} chosen
   * @returns {Offer[]}
   */
  function offers(text, facets, chosen) {
    const all = Object.entries(facets).filter(([facet]) => !chosen[facet]);
    const found = all.flatMap(([facet, values]) =>
      values.flatMap(({ id, title }) => {
        const rest = without(text, title);
        return rest === undefined ? [] : [{ facet, id, title, rest }];
      }),
    );
    return found.slice(0, MOST);
  }

  /**
   * Take the words of a title out of a query; undefined where they are not all there.
   *
   * @param {string} text
   * @param {string} title
   */
  function without(text, title) {
    const { fold } = /** @type {any} */ (globalThis).sopbookFold;
    const wanted = new Set((title.match(WORD) ?? []).map((word) => fold(word)));
    const missing = new Set(wanted);
    const rest = text.replace(WORD, (word) => {
      missing.delete(fold(word));
      return wanted.has(fold(word)) ? "" : word;
    });
    return missing.size === 0 && wanted.size > 0 ? rest.replace(/\s+/g, " ").trim() : undefined;
  }

  Object.assign(globalThis, { sopbookFacets: { offers } });
})();
