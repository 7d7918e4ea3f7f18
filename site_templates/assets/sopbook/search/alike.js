// @ts-check
/**
 * Words that a typed word may mean. Pure: tested without a page.
 *
 * @typedef {{word: string, rank: number, count: number, weight: number}} Meant
 *   A word of the index, its number, in how many documents it stands, and how sure it is meant.
 */
(() => {
  "use strict";

  const MOST = 24;
  /** For the first letters of a word there are too many words to be of use. */
  const MOST_OF_SHORT = 8;
  const SHORT = 2;
  /** Another form of a word: how sure it is meant, and how much of both must be the same. */
  const FORM = { weight: 0.9, alike: 0.44, least: 3 };
  const ONE_SLIP = { length: 4, weight: 0.8 };
  const TWO_SLIPS = { length: 7, weight: 0.6 };
  /** A slip in the beginning of a longer word. */
  const BEGINNING = { length: 5, weight: 0.75 };
  /** What is less likely meant than this share of the likeliest is not meant. */
  const UNLIKELY = 0.6;

  /**
   * Count the slips between two words: a letter too few, too many, another, or two that changed
   * places. Gives those to the whole other word, and those to the beginning of it that is nearest;
   * `most + 1` where there are more.
   *
   * @param {string} one
   * @param {string} other
   * @param {number} most
   */
  function slips(one, other, most) {
    const none = { whole: most + 1, begun: most + 1 };
    if (one.length - other.length > most) return none;
    const near = other.slice(0, one.length + most);
    /** @type {number[]} */
    let before = [];
    let last = Array.from({ length: near.length + 1 }, (_, place) => place);
    for (let row = 1; row <= one.length; row++) {
      const now = nextRow(one, near, row, last, before);
      if (Math.min(...now) > most) return none;
      [before, last] = [last, now];
    }
    return { whole: last[other.length] ?? most + 1, begun: Math.min(...last) };
  }

  /**
   * @param {string} one
   * @param {string} other
   * @param {number} row
   * @param {number[]} last
   * @param {number[]} before
   */
  function nextRow(one, other, row, last, before) {
    const now = [row];
    for (let place = 1; place <= other.length; place++) {
      const change = one[row - 1] === other[place - 1] ? 0 : 1;
      const cost = Math.min(last[place] + 1, now[place - 1] + 1, last[place - 1] + change);
      const isTurned =
        row > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
      now.push(isTurned ? Math.min(cost, before[place - 2] + 1) : cost);
    }
    return now;
  }

  /** @param {string} word */
  const slipsOf = (word) =>
    /\p{N}/u.test(word) || word.length < ONE_SLIP.length
      ? 0
      : word.length < TWO_SLIPS.length
        ? 1
        : 2;

  /**
   * @param {string} typed
   * @param {string} word
   */
  function beginning(typed, word) {
    const least = Math.min(typed.length, word.length);
    let same = 0;
    while (same < least && typed[same] === word[same]) same++;
    return same;
  }

  /**
   * Say how sure a word is meant that begins like the typed one; 0 for not at all.
   *
   * @param {string} typed
   * @param {string} word
   */
  function begun(typed, word) {
    if (typed === word) return 1;
    const same = beginning(typed, word);
    if (same === typed.length) return 0.6 + 0.35 * (same / word.length);
    const alike = (2 * same) / (typed.length + word.length);
    const isForm = same >= FORM.least && alike >= FORM.alike && !/\p{N}/u.test(typed + word);
    return isForm ? FORM.weight * alike : 0;
  }

  /**
   * Say how sure a word is meant where the typed one is none; 0 for not at all.
   *
   * @param {string} typed
   * @param {string} word
   */
  function slipped(typed, word) {
    const most = slipsOf(typed);
    if (!most || /\p{N}/u.test(word)) return 0;
    const { whole, begun } = slips(typed, word, most);
    if (whole <= most) return whole === 1 ? ONE_SLIP.weight : TWO_SLIPS.weight;
    if (begun > most || typed.length < BEGINNING.length) return 0;
    return BEGINNING.weight * (begun === 1 ? ONE_SLIP.weight : TWO_SLIPS.weight);
  }

  /**
   * List the words of a vocabulary that a typed one may mean.
   *
   * @param {string} typed
   * @param {import("./packed.js").Vocabulary} vocabulary
   * @param {(typed: string, word: string) => number} how
   * @returns {Meant[]}
   */
  function meant(typed, { words, counts, first }, how) {
    return words.flatMap((word, place) => {
      const weight = how(typed, word);
      return weight ? [{ word, rank: first + place, count: counts[place], weight }] : [];
    });
  }

  /**
   * Keep the best, each word once.
   *
   * @param {string} typed
   * @param {Meant[]} found
   */
  function best(typed, found) {
    const isShort = typed.length <= SHORT;
    /** @param {Meant} one */
    const worth = ({ weight, count }) => (isShort ? weight * Math.log(1 + count) : weight);
    /** @type {Map<number, Meant>} */
    const words = new Map();
    for (const one of found) {
      const known = words.get(one.rank);
      if (!known || known.weight < one.weight) words.set(one.rank, one);
    }
    const others = [...words.values()].filter(({ weight }) => weight < 1);
    const likeliest = others.reduce((most, { weight }) => Math.max(most, weight), 0);
    const sure = [...words.values()]
      .filter(({ weight }) => weight >= UNLIKELY * likeliest)
      .sort((a, b) => worth(b) - worth(a) || b.count - a.count);
    return sure.slice(0, isShort ? MOST_OF_SHORT : MOST);
  }

  Object.assign(globalThis, { sopbookAlike: { slips, begun, slipped, meant, best } });
})();
