// @ts-check
/**
 * Which documents are meant by the words of a query. Pure: tested without a page.
 *
 * @typedef {{places: import("./packed.js").Places, weight: number, idf: number,
 *   isBody: boolean}} Found
 *   A word of the index that may be meant: where it stands, how sure it is meant, how much it
 *   tells, in which tier.
 * @typedef {{idf: number, found: Found[]}} Sought
 *   A word of the query: how much it tells at most, and what it may mean.
 * @typedef {{documents: number, weights: number[], body: number, firstSpot: number,
 *   lengths: number[]}} Ground
 *   How many documents there are, what words count in their units, how long their titles are.
 * @typedef {{documents: number[], scores: Float64Array, words: Uint8Array}} Ranking
 *   Who was found; each one's score, and how many of the words it has.
 */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);

  const OTHERS = 0.15;
  const AGAIN = 1.15;
  const FILLED = 0.6;
  const TOGETHER = 0.25;
  /** How many of the best are looked at a second time. */
  const CLOSELY = 64;

  /**
   * @param {number} all
   * @param {{count: number, weight: number}[]} meant
   */
  function idf(all, meant) {
    const having = meant.reduce((sum, { count, weight }) => sum + count * weight, 0);
    const share = Math.min(having, all);
    return Math.max(0.2, Math.log(1 + (all - share + 0.5) / (share + 0.5)));
  }

  /**
   * Say how much each word tells that a typed one may mean: between what it tells alone and what
   * all of them tell, for a half word must not tell nothing because a common one begins so. None
   * tells more than the typed word itself.
   *
   * @param {number} all
   * @param {{count: number, weight: number}[]} meant
   * @returns {number[]}
   */
  function idfs(all, meant) {
    const together = idf(all, meant);
    const typed = meant.filter(({ weight }) => weight === 1);
    const most = typed.length ? idf(all, typed) : Number.POSITIVE_INFINITY;
    return meant.map(
      ({ count }) => (together + Math.min(most, idf(all, [{ count, weight: 1 }]))) / 2,
    );
  }

  /**
   * @param {number} unit
   * @param {boolean} isBody
   * @param {Ground} ground
   */
  function worth(unit, isBody, { weights, body, firstSpot }) {
    const weight = isBody ? body : weights[Math.min(unit >> 1, firstSpot)];
    return unit & 1 ? weight * AGAIN : weight;
  }

  /**
   * Weigh a word in one document: where it counts most, and a little for the other units.
   *
   * @param {Found} found
   * @param {number} place
   * @param {Ground} ground
   */
  function weighed({ places, weight, idf, isBody }, place, ground) {
    let most = 0;
    let sum = 0;
    for (let at = places.starts[place]; at < places.starts[place + 1]; at++) {
      const one = worth(places.units[at], isBody, ground);
      most = Math.max(most, one);
      sum += one;
    }
    return idf * weight * (most + OTHERS * Math.min(sum - most, most));
  }

  /**
   * @param {Sought} sought
   * @param {Ground} ground
   */
  function ofWord({ found }, ground) {
    const scores = new Float64Array(ground.documents);
    const sure = new Float64Array(ground.documents);
    const inTitle = new Float64Array(ground.documents);
    for (const one of found) {
      const { documents, starts, units } = one.places;
      documents.forEach((document, place) => {
        scores[document] = Math.max(scores[document], weighed(one, place, ground));
        sure[document] = Math.max(sure[document], one.idf * one.weight);
        if (!one.isBody && units[starts[place]] < 2) {
          inTitle[document] = Math.max(inTitle[document], one.weight);
        }
      });
    }
    return { scores, sure, inTitle };
  }

  /**
   * @param {Sought[]} query
   * @param {Ground} ground
   * @returns {Ranking}
   */
  function rank(query, ground) {
    const scores = new Float64Array(ground.documents);
    const cover = new Float64Array(ground.documents);
    const filled = new Float64Array(ground.documents);
    const words = new Uint8Array(ground.documents);
    const all = query.reduce((sum, { idf }) => sum + idf, 0);
    for (const sought of query) {
      const one = ofWord(sought, ground);
      for (let document = 0; document < ground.documents; document++) {
        if (one.scores[document] === 0) continue;
        scores[document] += one.scores[document];
        cover[document] += one.sure[document] / all;
        filled[document] += one.inTitle[document];
        words[document] += 1;
      }
    }
    const documents = [];
    for (let document = 0; document < ground.documents; document++) {
      if (!words[document]) continue;
      const share = Math.min(1, filled[document] / (ground.lengths[document] || 1));
      scores[document] *= cover[document] ** 2 * (1 + FILLED * share ** 2);
      documents.push(document);
    }
    return { documents, scores, words };
  }

  /**
   * Say what a word counts in each unit of a document.
   *
   * @param {number} document
   * @param {Found[]} found
   * @returns {Map<number, number>}
   */
  function inUnits(document, found) {
    const { placeOf } = here.sopbookPacked;
    /** @type {Map<number, number>} */
    const most = new Map();
    for (const { places, weight, idf } of found) {
      const place = placeOf(places.documents, document);
      const isThere = places.documents[place] === document;
      const begin = isThere ? places.starts[place] : 0;
      for (const unit of places.units.subarray(begin, isThere ? places.starts[place + 1] : 0)) {
        most.set(unit >> 1, Math.max(most.get(unit >> 1) ?? 0, idf * weight));
      }
    }
    return most;
  }

  /**
   * Add up what the words of a query count in each unit of a document.
   *
   * @param {number} document
   * @param {Sought[]} query
   * @returns {Map<number, number>}
   */
  function units(document, query) {
    /** @type {Map<number, number>} */
    const sums = new Map();
    for (const { found } of query) {
      for (const [unit, counts] of inUnits(document, found)) {
        sums.set(unit, (sums.get(unit) ?? 0) + counts);
      }
    }
    return sums;
  }

  /**
   * Put the best first. Among those, it counts when words stand together: in the title, in one step.
   *
   * @param {Ranking} ranking
   * @param {Sought[]} query
   */
  function sorted({ documents, scores }, query) {
    /** @param {number} a @param {number} b */
    const better = (a, b) => scores[b] - scores[a] || a - b;
    const found = documents.sort(better);
    const all = query.reduce((sum, { idf }) => sum + idf, 0);
    const closely = query.length > 1 ? found.slice(0, CLOSELY) : [];
    for (const document of closely) {
      const most = Math.max(0, ...units(document, query).values());
      scores[document] *= 1 + (TOGETHER * most) / all;
    }
    return [...closely.sort(better), ...found.slice(closely.length)];
  }

  Object.assign(globalThis, { sopbookScore: { idfs, rank, sorted, units } });
})();
