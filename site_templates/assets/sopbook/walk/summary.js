// @ts-check
/**
 * The hand-over: what was done, when, with which answers, and what is at hand. Pure: tested without
 * a page. It holds the SOP's own words only, nothing of a customer.
 *
 * @typedef {{kind: string, to: string, label: string}} Option
 * @typedef {{id: string, how: Option}} Visit
 * @typedef {{id: string, name: string, isRole: boolean}} Doer
 * @typedef {{depth: number, number: string, text: string, said: string, by: string, at: number,
 *   things: string[], place?: number}} Line
 *   `things` are to be filled in by who hands over; `place` is the visit's, where it is one of this
 *   SOP.
 * @typedef {{caption(id: string): string, number(id: string): string, kind(id: string): string,
 *   things(id: string): string[], doers(id: string): Doer[]}} Steps
 * @typedef {{opened: Record<string, number>, ran: Record<string, Line[]>}} Case
 */
(() => {
  "use strict";

  const INDENT = "   ";

  /**
   * Who takes over from those who did the steps before: nobody, where one of them goes on.
   *
   * @param {Visit[]} visits
   * @param {Steps} steps
   * @returns {Doer[]}
   */
  function taking(visits, steps) {
    const [last = [], before = []] = visits
      .map(({ id }) => steps.doers(id))
      .reverse()
      .filter(isMany);
    const isNow = isMany(steps.doers(visits.at(-1)?.id ?? ""));
    const isShared = last.some(({ id }) => before.some((one) => one.id === id));
    return isNow && isMany(before) && !isShared ? last : [];
  }

  /** @param {Doer[]} all */
  function isMany(all) {
    return all.length > 0;
  }

  /**
   * Whether a step is surely not of a role: a person or a team may be the reader, too.
   *
   * @param {Doer[]} doers
   * @param {string} role
   */
  function isForeign(doers, role) {
    return role !== "" && isMany(doers) && doers.every((one) => one.isRole && one.id !== role);
  }

  /** @param {{name: string}[]} doers */
  function names(doers) {
    return doers.map(({ name }) => name).join(", ");
  }

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
   * @param {string} role The reader's, where it is known.
   * @returns {Line[]} With what other SOPs did for a step below it.
   */
  function lines(visits, known, steps, words, depth, role) {
    return visits.flatMap(({ id }, place) => {
      const own = {
        place,
        depth,
        number: steps.number(id),
        text: steps.caption(id),
        ...told(visits, place, steps, words, role),
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
   * @param {string} role
   */
  function told(visits, place, steps, words, role) {
    const [{ id = "" } = {}, next] = visits.slice(place, place + 2);
    const by = names(steps.doers(id));
    const kind = steps.kind(id);
    if (!next) return { said: (kind !== "end" && words.now) || "", by, things: [] };
    const isDone = next.how.kind === "way" && !next.how.label && kind !== "start";
    const isGiven = isDone && isForeign(steps.doers(id), role);
    const said = isGiven ? filled(words.given, "", by) : answer(next.how, isDone, steps, words);
    const isLeft = ["skip", "jump"].includes(next.how.kind);
    return { said, by: isGiven ? "" : by, things: isLeft ? [] : steps.things(id) };
  }

  /**
   * @param {Option} how
   * @param {boolean} isDone
   * @param {Steps} steps
   * @param {Record<string, string | undefined>} words
   */
  function answer({ kind, to, label }, isDone, steps, words) {
    /** @type {Record<string, string | undefined>} */
    const saying = { skip: words.skipped, jump: words.jumped, ticked: words.ticked };
    return filled(saying[kind] ?? (isDone ? words.done : "{label}"), steps.caption(to), label);
  }

  /**
   * @param {string | undefined} template
   * @param {string} sop
   * @param {string} label
   */
  function filled(template, sop, label) {
    return (template ?? "").replace("{sop}", () => sop).replace("{label}", () => label);
  }

  /**
   * @param {string[]} head
   * @param {Line[]} all
   * @param {string[]} foot
   * @param {(moment: number) => string} time
   */
  function text(head, all, foot, time) {
    /** @type {Set<string>} */
    const asked = new Set();
    const body = all.flatMap(({ depth, number, text: did, said, by, at, things = [] }) => {
      const mark = /[?!.…]$/.test(did) ? " " : ": ";
      const apart = [by, at && time(at)].filter(Boolean).join(", ");
      const end = [said && `${mark}${said}`, apart && ` (${apart})`].join("");
      // What one step gives, another may need: it is filled in once.
      const fresh = things.filter((thing) => !asked.has(thing) && asked.add(thing));
      const blanks = fresh.map((thing) => `${INDENT.repeat(depth + 1)}${thing}: `);
      return [`${INDENT.repeat(depth)}${number}. ${did}${end}`, ...blanks];
    });
    return [...head, "", ...body, ...(foot.length > 0 ? ["", ...foot] : [])].join("\n");
  }

  Object.assign(globalThis, { sopbookSummary: { key, lines, text, taking, isForeign, names } });
})();
