// @ts-check
/**
 * What is shown of a document that was found: its row, and the step that was meant. Pure.
 *
 * @typedef {[string, number, string, string]} Place
 *   A step or heading: anchor, number (0 for a heading), caption, text.
 * @typedef {[string, string, string, string, string, string, string, string[], Place[]]} Data
 *   Kind, id, title, address, summary, status, responsible, channels, steps and headings.
 * @typedef {{url: string, caption: string, number: number, text: string}} Spot
 * @typedef {{kind: string, id: string, title: string, url: string, summary: string,
 *   status: string, responsible: string, channels: string[], spot: Spot | null,
 *   marks: string[]}} Row
 * @typedef {(factors: number[]) => (place: number) => number} Weigh
 *   What the index says of each step, when each word of the query counts by its factor.
 * @typedef {{word: string, stem: string, idf: number, isUnknown: boolean}} Asked
 *   A word of the query; `isUnknown` where no word of the index begins so.
 */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);

  /** Words that the title has already say little about which step is meant. */
  const IN_TITLE = 0.25;
  const SAME_STEM = 0.7;
  /** A caption says what a step is for; its text says other things, too. */
  const IN_TEXT = 0.7;
  /** Of what a query tells, a step must have so much; else its SOP is meant as a whole. */
  const ENOUGH = 1 / 3;

  /**
   * @param {Asked} asked
   * @param {string} word
   * @param {(word: string) => string} stem
   */
  function like(asked, word, stem) {
    const { begun, slipped } = here.sopbookAlike;
    const same = asked.stem && stem(word) === asked.stem ? SAME_STEM : 0;
    return Math.max(begun(asked.word, word), same, asked.isUnknown ? slipped(asked.word, word) : 0);
  }

  /**
   * @param {Asked} asked
   * @param {string[]} among
   * @param {(word: string) => string} stem
   */
  const most = (asked, among, stem) =>
    among.reduce((best, word) => Math.max(best, like(asked, word, stem)), 0);

  /**
   * What a word tells of a step: squared, for many common words do not make up for a rare one.
   *
   * @param {Asked} asked
   */
  const tells = ({ idf }) => idf ** 2;

  /**
   * Choose the step that was meant: the one that has words of the query which the title has not.
   *
   * @param {Data} data
   * @param {Asked[]} query
   * @param {Weigh} weigh
   * @param {(word: string) => string} stem
   */
  function spotOf(data, query, weigh, stem) {
    const { words } = here.sopbookFold;
    const title = words(data[2]);
    const isKnown = query.map((asked) => most(asked, title, stem) > 0);
    const fresh = weigh(query.map(({ idf }, at) => (isKnown[at] ? 0 : idf)));
    const stale = weigh(query.map(({ idf }, at) => (isKnown[at] ? IN_TITLE * idf : 0)));
    const all = query.reduce((sum, asked, at) => sum + (isKnown[at] ? 0 : tells(asked)), 0);
    let found = -1;
    let best = 0;
    data[8].forEach(([, , caption, text], place) => {
      const said = words(caption);
      const told = words(text);
      let [news, rest] = [0, 0];
      query.forEach((asked, at) => {
        const sure = Math.max(most(asked, said, stem), IN_TEXT * most(asked, told, stem));
        if (isKnown[at]) rest += IN_TITLE * tells(asked) * sure;
        else news += tells(asked) * sure;
      });
      news = Math.max(news, fresh(place));
      const score = news && news + Math.max(rest, stale(place));
      if (score > best && news >= ENOUGH * all) [found, best] = [place, score];
    });
    return found;
  }

  /**
   * @param {string} text
   * @param {Asked[]} query
   * @param {(word: string) => string} stem
   */
  const marksIn = (text, query, stem) => {
    const said = [...new Set(here.sopbookFold.words(text))];
    return said.filter((word) => query.some((asked) => like(asked, word, stem) > 0));
  };

  /**
   * @param {Data} data
   * @param {Asked[]} query
   * @param {Weigh} weigh
   * @param {(word: string) => string} stem
   * @returns {Row}
   */
  function row(data, query, weigh, stem) {
    const [kind, id, title, url, summary, status, responsible, channels, places] = data;
    const place = places[spotOf(data, query, weigh, stem)];
    const spot = place
      ? { url: `${url}#${place[0]}`, number: place[1], caption: place[2], text: place[3] }
      : null;
    const shown = [title, summary, responsible, ...channels, spot?.caption, spot?.text].join(" ");
    const marks = marksIn(shown, query, stem);
    return { kind, id, title, url, summary, status, responsible, channels, spot, marks };
  }

  Object.assign(globalThis, { sopbookShow: { row } });
})();
