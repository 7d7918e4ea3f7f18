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
  const TAILS = /(?:kan|an|i)$/;
  /** @type {[RegExp, string][]} */
  const FRONTS = [
    [/^(?:di|ke|se|ter|ber|per|pel|bel)(?=[a-z]{4})/, ""],
    [/^(?:meng|peng)(?=[aiueoghk])/, ""],
    [/^(?:meny|peny)(?=[aiueo])/, "s"],
    [/^(?:men|pen)(?=[aiueo])/, "t"],
    [/^(?:mem|pem)(?=[aiueo])/, "p"],
    [/^(?:mem|pem)(?=[bfpv])/, ""],
    [/^(?:men|pen)(?=[cdjstz])/, ""],
    [/^(?:me|pe)(?=[lrmnwy])/, ""],
  ];

  /** @param {string} word @param {string} cut */
  const kept = (word, cut) => (cut.length >= SHORTEST ? cut : word);

  /** @param {string} word */
  function frontless(word) {
    for (const [pattern, letter] of FRONTS) {
      const cut = word.replace(pattern, letter);
      if (cut !== word) return kept(word, cut);
    }
    return word;
  }

  /**
   * @param {string} word
   * @param {string} language
   */
  function stem(word, language) {
    if (language !== "id" || word.length <= SHORTEST || !/^\p{L}+$/u.test(word)) return "";
    const endless = kept(word, word.replace(ENDS, ""));
    const bare = frontless(frontless(endless));
    return MARK + kept(bare, bare.replace(TAILS, ""));
  }

  Object.assign(globalThis, { sopbookStem: { stem } });
})();
