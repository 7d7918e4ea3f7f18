// @ts-check
/**
 * Letters made comparable, and the words of what is typed. The same as core/fold.py and
 * search/words.py in the plugin; tests/cases/fold holds the two together.
 *
 * @typedef {{whole: string, parts: string[]}} Typed
 *   A word as typed without its joints (`RF-204`: `rf204`), and its pieces where it has any.
 */
(() => {
  "use strict";

  /** What Unicode does not take apart. @type {Record<string, string>} */
  const LETTERS = { ı: "i", ł: "l", đ: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe", ð: "d", þ: "th" };
  const STROKES = /[ıłđøßæœðþ]/g;
  const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g;
  const WORD = /[\p{L}\p{N}]+(?:[-\u2010._][\p{L}\p{N}]+)*/gu;
  const JOINTS = /[-\u2010._]/;
  /** Digits as phone numbers are written. */
  const PHONE = /(?<![\p{L}\p{N}])\+?\(?\d[\d\s()./-]{4,}\d(?![\p{L}\p{N}])/gu;

  /** @param {string} text */
  function fold(text) {
    const lowered = text.normalize("NFKD").toLowerCase();
    const plain = lowered.replace(STROKES, (letter) => LETTERS[letter]);
    return plain.normalize("NFKD").replace(MARKS, "");
  }

  /** @param {string} found */
  const pieces = (found) => {
    const parts = found.split(JOINTS);
    const whole = parts.length > 1 ? [parts.join("")] : [];
    return [...whole, ...parts.filter((part) => part.length > 1 || /\p{N}/u.test(part))];
  };

  /** @param {string} text */
  const words = (text) => (fold(text).match(WORD) ?? []).flatMap(pieces);

  /**
   * What is typed, word by word. Numbers as long as a phone's become one, however they are written.
   *
   * @param {string} text
   * @returns {Typed[]}
   */
  function typed(text) {
    const folded = fold(text);
    /** @type {Typed[]} */
    const phones = [];
    const rest = folded.replace(PHONE, (found) => {
      const digits = found.replace(/\D/g, "");
      if (digits === found || digits.length < 6) return found;
      phones.push({ whole: digits.replace(/^0+/, ""), parts: words(found) });
      return " ";
    });
    const others = (rest.match(WORD) ?? []).map((found) => {
      const parts = found.split(JOINTS);
      return { whole: parts.join(""), parts: parts.length > 1 ? words(found).slice(1) : [] };
    });
    return [...others, ...phones];
  }

  Object.assign(globalThis, { sopbookFold: { fold, words, typed } });
})();
