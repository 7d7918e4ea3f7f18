// @ts-check
/** The hand-over, in the SOP's own words only: nothing of a customer is in it. Pure. */
(() => {
  "use strict";

  const INDENT = "   ";

  /** @type {SopbookSummary} */
  const summary = {
    key: (visits) => `${visits.length - 1}:${visits.at(-1)?.id}`,

    taking(steps, visits) {
      const all = visits.map(({ id }) => steps.get(id)?.doers ?? []);
      const [last = [], before = []] = all.filter(isAnybody).reverse();
      const isShared = last.some(({ id }) => before.some((one) => one.id === id));
      return all.at(-1) === last && isAnybody(before) && !isShared ? last : [];
    },

    isForeign: (doers, role) =>
      role !== "" && isAnybody(doers) && doers.every((one) => one.isRole && one.id !== role),

    lines({ steps }, visits, { opened, ran }, words, depth, role) {
      return visits.map(({ id }, place) => {
        const step = /** @type {SopbookListedStep} */ (steps.get(id));
        const { number, caption: text } = step;
        const key = summary.key(visits.slice(0, place + 1));
        const at = opened[key] ?? 0;
        const done = summary.ending(ran[key]) || words.done;
        const next = visits[place + 1]?.how;
        const to = steps.get(next?.to ?? "")?.caption ?? "";
        return { depth, number, text, at, ...told(step, next, to, { ...words, done }, role) };
      });
    },

    ending(lines) {
      const last = lines?.at(-1);
      return last?.said === "" ? last.text : "";
    },

    whole: (visits, lines, ran) =>
      lines.flatMap((line, place) => [
        line,
        ...(ran[summary.key(visits.slice(0, place + 1))] ?? []),
      ]),

    text(head, lines, foot, time) {
      const asked = new Set();
      const body = lines.flatMap(({ depth, number, text, said, by, at, things = [] }) => {
        const mark = /[?!.…]$/.test(text) ? " " : ": ";
        const apart = [by, at && time(at)].filter(Boolean).join(", ");
        const end = [said && `${mark}${said}`, apart && ` (${apart})`].join("");
        // What one step gives, another may need: it is filled in once.
        const fresh = things.filter((thing) => !asked.has(thing) && asked.add(thing));
        const indent = INDENT.repeat(depth);
        const blanks = fresh.map((thing) => `${indent}${INDENT}${thing}: `);
        return [`${indent}${number}. ${text}${end}`, ...blanks];
      });
      return [...head, "", ...body, ...(foot.length ? ["", ...foot] : [])].join("\n");
    },
  };

  /** @param {unknown[]} all */
  const isAnybody = (all) => all.length > 0;

  /**
   * @param {SopbookListedStep} step
   * @param {SopbookOption | undefined} next
   * @param {string} sop Where it leads.
   * @param {SopbookWords} words
   * @param {string} role
   */
  function told({ kind, doers, things }, next, sop, words, role) {
    const by = doers.map(({ name }) => name).join(", ");
    if (!next) return { said: (kind !== "end" && words.now) || "", by, things: [] };
    const isDone = next.kind === "way" && !next.label && kind !== "start";
    if (isDone && summary.isForeign(doers, role))
      return { said: filled(words.given, "", by), by: "", things };
    const isLeft = next.kind === "skip" || next.kind === "jump";
    const said = filled(
      saying(next.kind, words) ?? (isDone ? words.done : "{label}"),
      sop,
      next.label,
    );
    return { said, by, things: isLeft ? [] : things };
  }

  /** @param {string} how @param {SopbookWords} words @returns {string | undefined} */
  const saying = (how, { skipped: skip, jumped: jump, ticked }) =>
    /** @type {SopbookWords} */ ({ skip, jump, ticked })[how];

  /** @param {string | undefined} words @param {string} sop @param {string} label */
  const filled = (words = "", sop, label) =>
    words.replace("{sop}", () => sop).replace("{label}", () => label);

  Object.assign(globalThis, { sopbookSummary: summary });
})();
