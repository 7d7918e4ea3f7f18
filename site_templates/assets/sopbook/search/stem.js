// @ts-check
/**
 * Stems, for languages that build words from both ends. The same as search/stems.py in the plugin;
 * tests/cases/fold holds the two together.
 */
(() => {
  "use strict";

  const MARK = "~";
  const SHORTEST = 4;
  const ENDS = /(?:lah|kah|pun|nya|ku|mu)$/;
  const TAILS = [/an$/, /an$/, /k$/, /i$/];
  /** @type {[RegExp, string][]} */
  const FRONTS = [
    [/^(?:di|ter|ber|per)/, ""],
    [/^ke(?=[a-z]{5,}an$)/, ""],
    [/^(?:meng|peng)(?=[aiueoghk])/, ""],
    [/^(?:meny|peny)(?=[aiueo])/, "s"],
    [/^(?:men|pen)(?=[aiueo])/, "t"],
    [/^(?:mem|pem)(?=[aiueo])/, "p"],
    [/^(?:mem|pem)(?=[bfpv])/, ""],
    [/^(?:men|pen)(?=[cdjstz])/, ""],
    [/^(?:me|pe)(?=[lrmnwy])/, ""],
  ];
  const EATEN = /^k(?=[aiueo])/;

  /**
   * Take an affix off, unless too little is left.
   *
   * @param {string} word
   * @param {RegExp} affix
   * @param {string} [letter]
   */
  function cut(word, affix, letter = "") {
    const left = word.replace(affix, letter);
    return left.length >= SHORTEST ? left : word;
  }

  /** @param {string} word */
  function frontless(word) {
    const front = FRONTS.find(([affix]) => affix.test(word));
    return front ? cut(word, ...front) : word;
  }

  /**
   * @param {string} word
   * @param {string} language
   */
  function stem(word, language) {
    if (language !== "id" || word.length < SHORTEST || !/^\p{L}+$/u.test(word)) return "";
    const bare = frontless(frontless(cut(word, ENDS)));
    return (
      MARK +
      cut(
        TAILS.reduce((left, tail) => cut(left, tail), bare),
        EATEN,
      )
    );
  }

  Object.assign(globalThis, { sopbookStem: { stem } });
})();
