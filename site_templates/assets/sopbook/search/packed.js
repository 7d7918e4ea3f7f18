// @ts-check
/**
 * What the index's files say, unpacked. Pure: tested without a page.
 *
 * @typedef {{words: string[], counts: number[], first: number}} Vocabulary
 *   Words in order, in how many documents each stands, and the number of the first.
 * @typedef {{documents: Int32Array, starts: Int32Array, units: Int32Array}} Places
 *   Where a word stands: `units[starts[i] … starts[i + 1]]` are its units in `documents[i]`, each
 *   twice, plus one where the word stands there again.
 */
(() => {
  "use strict";

  const LETTERS = Array.from({ length: 95 }, (_, code) => String.fromCharCode(code + 32))
    .filter((letter) => !"\"'\\".includes(letter))
    .join("");
  const HALF = LETTERS.length / 2;
  const VALUES = new Int8Array(128);
  for (let place = 0; place < LETTERS.length; place++) VALUES[LETTERS.charCodeAt(place)] = place;

  /** @param {string} text */
  function numbers(text) {
    const found = [];
    let scale = 1;
    let sum = 0;
    for (let place = 0; place < text.length; place++) {
      const value = VALUES[text.charCodeAt(place)];
      if (value < HALF) {
        found.push(sum + value * scale);
        scale = 1;
        sum = 0;
      } else {
        sum += (value - HALF) * scale;
        scale *= HALF;
      }
    }
    return found;
  }

  /** @param {string} text */
  function growing(text) {
    let last = 0;
    return numbers(text).map((number) => {
      last += number;
      return last;
    });
  }

  /**
   * @param {[string, string]} data
   * @param {number} first
   * @returns {Vocabulary}
   */
  function vocabulary([coded, counts], first) {
    let last = "";
    const words = coded.split(" ").map((entry) => {
      last = last.slice(0, Number.parseInt(entry[0], 36)) + entry.slice(1);
      return last;
    });
    return { words, counts: numbers(counts), first };
  }

  /**
   * @param {string} text
   * @returns {Places}
   */
  function places(text) {
    const read = numbers(text);
    /** @type {number[]} */
    const documents = [];
    const starts = [0];
    const units = [];
    let document = -1;
    for (let place = 0; place < read.length; ) {
      document += read[place++] + 1;
      documents.push(document);
      let unit = 0;
      let isLast = false;
      while (!isLast) {
        const code = read[place++];
        unit += code >> 2;
        units.push(unit * 2 + ((code >> 1) & 1));
        isLast = (code & 1) === 1;
      }
      starts.push(units.length);
    }
    return {
      documents: Int32Array.from(documents),
      starts: Int32Array.from(starts),
      units: Int32Array.from(units),
    };
  }

  /**
   * Give the place of the last number that is not above `sought`, in numbers that grow; -1: none.
   *
   * @param {ArrayLike<number>} among
   * @param {number} sought
   */
  function placeOf(among, sought) {
    let low = 0;
    let high = among.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (among[middle] <= sought) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  Object.assign(globalThis, { sopbookPacked: { numbers, growing, vocabulary, places, placeOf } });
})();
