// @ts-check
/**
 * What a reader narrows a table to, as its address has it, and which rows fit. Pure: tested without
 * a browser. What an address says is only ever compared with what is in the page.
 *
 * @typedef {{words: string, values: Map<string, string>, unknown: string[], sort: string,
 *   isDown: boolean}} Choice
 *   `values` by the name of their filter; `unknown` names those of which the address asks for
 *   something that is not there; `sort` is a column, "" for the order of the page.
 * @typedef {{text: string, marks: Set<string>}} Row
 *   Folded text, and the values it has: `status:draft`.
 */
(() => {
  "use strict";

  /** Not `q`: that opens the search. */
  const WORDS = "words";
  const SORT = "sort";
  const LONGEST = 100;
  /** In days. */
  const SOON = [30, 90];

  /**
   * Read an address; what the page does not know does not narrow it.
   *
   * @param {string} query
   * @param {ReadonlyMap<string, ReadonlySet<string>>} known Values by filter.
   * @param {ReadonlySet<string>} columns
   * @returns {Choice}
   */
  function read(query, known, columns) {
    const asked = new URLSearchParams(query);
    /** @type {Map<string, string>} */
    const values = new Map();
    /** @type {string[]} */
    const unknown = [];
    for (const [name, all] of known) {
      const value = asked.get(name);
      if (value && all.has(value)) values.set(name, value);
      else if (value) unknown.push(name);
    }
    const sort = asked.get(SORT) ?? "";
    const column = sort.replace(/^-/, "");
    return {
      words: (asked.get(WORDS) ?? "").slice(0, LONGEST),
      values,
      unknown,
      sort: columns.has(column) ? column : "",
      isDown: columns.has(column) && sort !== column,
    };
  }

  /**
   * Write an address; what is not ours in it stays.
   *
   * @param {Choice} choice
   * @param {string} query The address before.
   * @param {Iterable<string>} filters
   */
  function write(choice, query, filters) {
    const asked = new URLSearchParams(query);
    for (const name of [WORDS, SORT, ...filters]) asked.delete(name);
    const words = choice.words.trim();
    if (words) asked.set(WORDS, words);
    for (const [name, value] of choice.values) asked.set(name, value);
    if (choice.sort) asked.set(SORT, (choice.isDown ? "-" : "") + choice.sort);
    const text = asked.toString();
    return text && `?${text}`;
  }

  /**
   * Say which rows fit: those with every value, and every word somewhere.
   *
   * @param {Choice} choice
   * @param {(text: string) => string} fold
   * @returns {(row: Row) => boolean}
   */
  function fitting(choice, fold) {
    const words = fold(choice.words).split(/\s+/).filter(Boolean);
    const marks = [...choice.values].map(([name, value]) => `${name}:${value}`);
    return (row) =>
      marks.every((mark) => row.marks.has(mark)) && words.every((word) => row.text.includes(word));
  }

  /** @param {Choice} choice */
  function isEmpty(choice) {
    return choice.values.size === 0 && choice.words.trim() === "";
  }

  /**
   * Put texts in order, by their places; what is empty comes last, whichever way.
   *
   * @param {string[]} texts
   * @param {boolean} isDown
   * @param {(one: string, other: string) => number} compare
   * @returns {number[]}
   */
  function ordered(texts, isDown, compare) {
    const way = isDown ? -1 : 1;
    return texts
      .map((_, place) => place)
      .sort((a, b) => {
        const [one, other] = [texts[a], texts[b]];
        if (!(one && other)) return Number(!one) - Number(!other) || a - b;
        return way * compare(one, other) || a - b;
      });
  }

  /**
   * Say how soon a day comes, from that of reading on.
   *
   * @param {string} due As `today`, which it compares with.
   * @param {(days: number) => string} dayIn The day after so many.
   * @returns {string[]} Values of the filter; what is due in 30 days is so in 90, too.
   */
  function soon(due, dayIn) {
    if (due < dayIn(0)) return ["overdue"];
    return SOON.filter((days) => due <= dayIn(days)).map(String);
  }

  Object.assign(globalThis, { sopbookChoice: { read, write, fitting, isEmpty, ordered, soon } });
})();
