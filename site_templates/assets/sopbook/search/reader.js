// @ts-check
/**
 * Finds SOPs, steps, people and things in the site's index. Runs in a page and in a worker; loads
 * only what a query touches.
 *
 *     const finder = await sopbookFinder.open(root, load);
 *     const { rows, total } = await finder.find("refund late", { filters: { channel: "phone" } });
 *
 * `load(path)` adds the script at a path that is as seen from the site's root, and waits for it;
 * scripts run in the order in which they were asked for. Addresses in rows are as seen from the
 * root, too. A row's `status` is an id, its `channels` and `responsible` are titles; ids of facets
 * and their titles are in `facets()`.
 *
 * @typedef {Record<string, string>} Filters
 *   Values of role, channel, reason, team, status, responsible and kind; "" for any.
 * @typedef {{filters?: Filters, limit?: number}} Options
 * @typedef {import("./show.js").Row} Row
 * @typedef {(path: string) => unknown} Load
 * @typedef {{letters: [string, number][], shards: string}} Tier
 * @typedef {{place: string, language: string, documents: number, perFile: number, idFiles: number,
 *   lengths: string, weights: number[], body: number, firstSpot: number, facets: string[],
 *   tiers: Record<string, Tier>}} Manifest
 */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);

  const FOLDER = "assets/sopbook/search";
  const PARTS = ["fold", "stem", "packed", "alike", "score", "show", "shelf", "query"];
  const LIMIT = 10;

  /**
   * @param {string} root
   * @param {Load} load
   */
  async function open(root, load) {
    void root; // Addresses are as seen from it; who shows them puts it before them.
    await Promise.all([...PARTS, "manifest"].map((part) => load(`${FOLDER}/${part}.js`)));
    return finder(here.sopbookShelf.open(load));
  }

  /** @param {import("./shelf.js").Shelf} shelf */
  function finder(shelf) {
    const { query, ranked, common } = here.sopbookQuery;
    const { stem } = here.sopbookStem;
    const { units } = here.sopbookScore;
    const { row } = here.sopbookShow;
    /** @param {string} word */
    const stemmed = (word) => stem(word, shelf.manifest.language);

    /**
     * @param {number} document
     * @param {import("./query.js").Query} asked
     */
    async function shown(document, asked) {
      const data = await shelf.row(document);
      /** @type {import("./show.js").Weigh} */
      const weigh = (factors) => {
        const counted = asked.sought.map(({ idf, found }, at) => ({
          idf,
          found: found.map((one) => ({ ...one, idf: one.idf * factors[at] })),
        }));
        const sums = units(document, counted);
        return (place) => sums.get(place + shelf.manifest.firstSpot) ?? 0;
      };
      return row(data, asked.words, weigh, stemmed);
    }

    /**
     * @param {string} text
     * @param {Options} [options]
     */
    async function find(text, { filters = {}, limit = LIMIT } = {}) {
      const wanted = await shelf.having(filters);
      const asked = await query(text, shelf);
      const found = asked.words.length ? await ranked(asked, shelf) : [];
      const all = asked.words.length ? [...found, ...common(asked, shelf)] : [...(wanted ?? [])];
      const kept = wanted ? all.filter((document) => wanted.has(document)) : all;
      const rows = kept.slice(0, limit).map((document) => shown(document, asked));
      return { rows: await Promise.all(rows), total: kept.length };
    }

    /** @param {string[]} ids */
    async function rows(ids) {
      const found = await Promise.all(ids.map((id) => shelf.numberOf(id)));
      const known = found.filter((number) => number !== undefined);
      return Promise.all(known.map((number) => shown(number, { words: [], sought: [], most: 0 })));
    }

    return { find, rows, facets: () => shelf.facets() };
  }

  Object.assign(globalThis, { sopbookFinder: { open } });
})();
