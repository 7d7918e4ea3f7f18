// @ts-check
/**
 * The files of the index, each loaded once, when it is asked for.
 *
 * @typedef {import("./reader.js").Manifest} Manifest
 * @typedef {import("./packed.js").Vocabulary} Vocabulary
 * @typedef {import("./packed.js").Places} Places
 * @typedef {{manifest: Manifest, ground: import("./score.js").Ground,
 *   vocabulary: (tier: string, letter: string) => Promise<Vocabulary | undefined>,
 *   letters: (tier: string) => string[],
 *   places: (tier: string, rank: number) => Promise<Places>,
 *   row: (document: number) => Promise<import("./show.js").Data>,
 *   having: (filters: Record<string, string>) => Promise<Set<number> | undefined>,
 *   facets: () => Promise<Record<string, {id: string, title: string}[]>>,
 *   numberOf: (id: string) => Promise<number | undefined>}} Shelf
 */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);

  /** What was handed over and not yet taken. @type {Map<string, any>} */
  const handed = new Map();

  /**
   * Remember what was made of a key.
   *
   * @template T
   * @param {(key: string) => T} make
   */
  function once(make) {
    /** @type {Map<string, T>} */
    const made = new Map();
    return (/** @type {string} */ key) => {
      const known = made.get(key);
      if (known !== undefined) return known;
      const fresh = make(key);
      made.set(key, fresh);
      return fresh;
    };
  }

  /**
   * @param {(path: string) => unknown} load
   * @returns {Shelf}
   */
  function open(load) {
    const { growing, numbers, placeOf, places, vocabulary } = here.sopbookPacked;
    /** @type {Manifest} */
    const manifest = handed.get("manifest");
    const data = once(async (key) => {
      await load(`${manifest.place}/${key}.js`);
      const found = handed.get(key);
      handed.delete(key);
      return found;
    });

    const tiers = Object.fromEntries(
      Object.entries(manifest.tiers).map(([name, { letters, shards }]) => {
        let first = 0;
        const begin = new Map();
        for (const [letter, count] of letters) {
          begin.set(letter, first);
          first += count;
        }
        return [name, { begin, shards: growing(shards) }];
      }),
    );

    const vocabularies = once(async (key) => {
      const [tier, letter] = key.split("/");
      const first = tiers[tier].begin.get(letter);
      return first === undefined ? undefined : vocabulary(await data(`${tier}v-${letter}`), first);
    });

    const shards = once(async (key) => (await data(key)).split("'"));

    const word = once(async (key) => {
      const [tier, rank] = key.split("/");
      const starts = tiers[tier].shards;
      const shard = placeOf(starts, Number(rank));
      return places((await shards(`${tier}p-${shard}`))[Number(rank) - starts[shard]]);
    });

    const value = once(async (key) => {
      const [facet, ...rest] = key.split("/");
      const found = manifest.facets.includes(facet) ? await data(`f-${facet}`) : {};
      const having = Object.entries(found).find(([name]) => name === rest.join("/"));
      return new Set(growing(having?.[1] ?? ""));
    });

    /** @param {Record<string, string>} filters */
    async function having(filters) {
      const chosen = Object.entries(filters).filter(([, wanted]) => wanted);
      if (!chosen.length) return undefined;
      const [first, ...others] = await Promise.all(chosen.map((pair) => value(pair.join("/"))));
      const inAll = [...first].filter((document) => others.every((other) => other.has(document)));
      return new Set(inAll);
    }

    return {
      manifest,
      ground: { ...manifest, lengths: numbers(manifest.lengths) },
      letters: (tier) => [...tiers[tier].begin.keys()],
      vocabulary: (tier, letter) => vocabularies(`${tier}/${letter}`),
      places: (tier, rank) => word(`${tier}/${rank}`),
      async row(document) {
        const rows = await data(`d-${Math.floor(document / manifest.perFile)}`);
        return rows[document % manifest.perFile];
      },
      having,
      async facets() {
        /** @type {[string, [string, string][]][]} */
        const found = Object.entries(await data("facets"));
        const named = found.map(([name, values]) => [
          name,
          values.map(([id, title]) => ({ id, title })),
        ]);
        return Object.fromEntries(named);
      },
      async numberOf(id) {
        const sum = [...id].reduce((all, letter, at) => all + (at + 1) * letter.charCodeAt(0), 0);
        /** @type {[string, number][]} */
        const bucket = await data(`i-${sum % manifest.idFiles}`);
        return bucket.find(([name]) => name === id)?.[1];
      },
    };
  }

  Object.assign(globalThis, {
    sopbookShelf: { open },
    /** What every file of the index calls. @param {string} key @param {unknown} data */
    sopbookIndex: (key, data) => handed.set(key, data),
  });
})();
