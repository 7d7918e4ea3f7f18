// @ts-check
/**
 * The hand-over: what was done, when, with which answers, and what is at hand. Pure: tested without
 * a page. It holds the SOP's own words only, nothing of a customer.
 *
 * @typedef {{kind: string, to: string, label: string}} Option
 * @typedef {{id: string, how: Option}} Visit
 * @typedef {{depth: number, number: string, text: string, said: string, at: number,
 *   place?: number}} Line  `place` is the visit's, where it is one of this SOP.
 * @typedef {{caption(id: string): string, number(id: string): string, kind(id: string): string}}
 *   Steps
 * @typedef {{opened: Record<string, number>, ran: Record<string, Line[]>}} Case
 */
(() => {
  "use strict";

  const INDENT = "   ";

  /** @param {string} id @param {number} place */
  function key(id, place) {
    return `${place}:${id}`;
  }

  /**
   * @param {Visit[]} visits
   * @param {Case} known
   * @param {Steps} steps
   * @param {Record<string, string | undefined>} words
   * @param {number} depth
   * @returns {Line[]} With what other SOPs did for a step below it.
   */
  function lines(visits, known, steps, words, depth) {
    return visits.flatMap(({ id }, place) => {
      const own = {
        place,
        depth,
        number: steps.number(id),
        text: steps.caption(id),
        said: said(visits, place, steps, words),
        at: known.opened[key(id, place)] ?? 0,
      };
      return [own, ...(known.ran[key(id, place)] ?? [])];
    });
  }

  /**
   * @param {Visit[]} visits
   * @param {number} place
   * @param {Steps} steps
   * @param {Record<string, string | undefined>} words
   */
  function said(visits, place, steps, words) {
    const [here, next] = visits.slice(place, place + 2);
    if (!next) return here && steps.kind(here.id) === "end" ? "" : (words.now ?? "");
    const { kind, label, to } = next.how;
    const isStart = here && steps.kind(here.id) === "start";
    /** @type {Record<string, string | undefined>} */
    const saying = { skip: words.skipped, jump: words.jumped, ticked: words.ticked };
    const title = steps.caption(to);
    const template = saying[kind] ?? (label || isStart || kind !== "way" ? "{label}" : words.done);
    return (template ?? "").replace("{sop}", () => title).replace("{label}", () => label);
  }

  /**
   * @param {string[]} head
   * @param {Line[]} told
   * @param {string[]} foot
   * @param {(moment: number) => string} time
   */
  function text(head, told, foot, time) {
    const body = told.map(({ depth, number, text: did, said: answer, at }) => {
      const mark = /[?!.…]$/.test(did) ? " " : ": ";
      const end = [answer && `${mark}${answer}`, at ? ` (${time(at)})` : ""].join("");
      return `${INDENT.repeat(depth)}${number}. ${did}${end}`;
    });
    return [...head, "", ...body, ...(foot.length > 0 ? ["", ...foot] : [])].join("\n");
  }

  Object.assign(globalThis, { sopbookSummary: { key, lines, text } });
})();
