// @ts-check
/**
 * Progress on onboarding paths: what is read, by when, as a file, and as a message. Pure: tested
 * without a browser.
 *
 * @typedef {{id: string, time: number, on: number}} Seen As `memory.js` has it.
 * @typedef {{id: string, time: number}} Revision
 * @typedef {{name: string, path: string, on: string, start: Record<string, string>,
 *   done: Map<string, Seen>, practice: Record<string, [number, number]>}} Progress
 *   `path` is where it was saved; `start` has the first day on each path, by its id; `practice`
 *   how many questions about an SOP were right the last time, of those that were asked.
 */
(() => {
  "use strict";

  const KIND = "sopbook-progress";
  const ISO = /^[12]\d{3}-\d\d-\d\d$/;
  const [DAYS, SATURDAY] = [7, 6];
  /** Mail programs cut longer addresses off, or do not open at all. */
  const LONGEST = 1900;

  const { sopbookMemory: memory } = /** @type {any} */ (globalThis);

  /**
   * Of two memories of an SOP the one of the newer version; of the same version, the later one.
   *
   * @param {Seen | undefined} one
   * @param {Seen | undefined} other
   */
  function newer(one, other) {
    if (!(one && other)) return one ?? other;
    const [by, then] = [one.time - other.time, one.on - other.on];
    return (by || then) < 0 ? other : one;
  }

  /**
   * @param {Map<string, Seen>} all
   * @param {Map<string, Seen>} more
   */
  function merged(all, more) {
    const whole = new Map(all);
    for (const [sop, seen] of more)
      whole.set(sop, /** @type {Seen} */ (newer(whole.get(sop), seen)));
    return whole;
  }

  /**
   * How it stands with an SOP: not read, read, or changed since.
   *
   * @param {string} published As pages have it.
   * @param {Seen | undefined} seen
   * @returns {"" | "done" | "again"}
   */
  function standing(published, seen) {
    if (!seen) return "";
    return memory.since(memory.revisions(published), seen).length > 0 ? "again" : "done";
  }

  /**
   * @param {string | null} text
   * @returns {Record<string, string>}
   */
  function days(text) {
    const found = Object.entries(json(text ?? "") ?? {});
    return Object.fromEntries(found.filter(([, day]) => isDay(day)));
  }

  /** @param {unknown} day */
  function isDay(day) {
    return typeof day === "string" && ISO.test(day) && !Number.isNaN(Date.parse(day));
  }

  /** @param {string} text */
  function json(text) {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (error instanceof SyntaxError) return null;
      throw error;
    }
  }

  /**
   * A file, or a message as mail programs hand it on: with other lines, and with longer ones broken.
   *
   * @param {string} text
   * @returns {Progress | null}
   */
  function parse(text) {
    const [whole = ""] = /\{\s*"kind":.*\}/.exec(text.replace(/\s*[\r\n]+[\s>]*/g, " ")) ?? [];
    const found = json(whole);
    if (found?.kind !== KIND) return null;
    const [name = "", path = "", on = ""] = [found.name, found.path, found.on].map(word);
    const done = memory.parse(JSON.stringify(found.done ?? {}));
    const scores = Object.entries(found.practice ?? {}).filter(([, score]) => isScore(score));
    const practice = Object.fromEntries(scores);
    return { name, path, on, start: days(JSON.stringify(found.start ?? {})), done, practice };
  }

  /** @param {unknown} found */
  const word = (found) => (typeof found === "string" ? found.slice(0, 100) : "");

  /** @param {unknown} found */
  const isScore = (found) =>
    Array.isArray(found) && found.length === 2 && found.every(Number.isInteger);

  /**
   * One line, for a file or for the end of a message.
   *
   * @param {Progress} progress
   * @param {string[]} [only] The SOPs it is about: of other paths, nothing is told.
   */
  function line({ name, path, on, start, done, practice }, only) {
    const isMeant = (/** @type {[string, unknown]} */ [sop]) => only?.includes(sop) ?? true;
    return JSON.stringify({
      kind: KIND,
      name,
      path,
      on,
      start: only ? { [path]: start[path] } : start,
      done: json(memory.text(new Map([...done].filter(isMeant)))),
      practice: Object.fromEntries(Object.entries(practice).filter(isMeant)),
    });
  }

  /**
   * How practice stands, from what the page to practise on keeps: a box for each question.
   *
   * @param {string | null} text
   * @returns {Record<string, [number, number]>}
   */
  function practised(text) {
    const sops = Object.entries(json(text ?? "") ?? {}).map(([sop, own]) => {
      const asked = Object.values(own ?? {});
      return [sop, [asked.filter((score) => score?.[0] > 0).length, asked.length]];
    });
    return Object.fromEntries(sops);
  }

  /**
   * What a file is called: the parts that have a letter, safe on every disk.
   *
   * @param {string[]} parts
   */
  function called(parts) {
    const plain = parts.join(" ").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.join("-");
  }

  /**
   * The day on which a working day is, counted from 1, from a first day of any kind on.
   *
   * @param {string} start
   * @param {number} number
   */
  function workday(start, number) {
    const day = new Date(`${start}T12:00:00Z`);
    for (let left = number; ; day.setUTCDate(day.getUTCDate() + 1)) {
      if (day.getUTCDay() % SATURDAY !== 0) left -= 1;
      if (left <= 0) return day.toISOString().slice(0, DAYS + 3);
    }
  }

  /**
   * The day some days before another.
   *
   * @param {string} day
   * @param {number} count
   */
  function before(day, count) {
    const date = new Date(`${day}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() - count);
    return date.toISOString().slice(0, DAYS + 3);
  }

  /**
   * Fill an address; of what would make it too long, the last lines are left out, and counted.
   * The end stays; only where it alone is too long, another stands for it.
   *
   * @param {string} template
   * @param {Record<string, string>} values
   * @param {string[]} lines What `{progress}` stands for.
   * @param {string} more How to say how many are left out: with `{more}`.
   * @param {string[]} ends The end, and the other.
   */
  function address(template, values, lines, more, ends) {
    let filled = "";
    for (const end of ends) {
      for (let left = 0; left <= lines.length; left += 1) {
        const rest = left ? [more.replace("{more}", String(left))] : [];
        const whole = [...lines.slice(0, lines.length - left), ...rest, "", end];
        filled = fill(template, { ...values, progress: whole.join("\r\n") });
        if (filled.length <= LONGEST) return filled;
      }
    }
    return filled;
  }

  /**
   * @param {string} template
   * @param {Record<string, string>} values
   */
  function fill(template, values) {
    return template.replace(/\{([a-z]+)\}/g, (place, name) =>
      Object.hasOwn(values, name) ? encodeURIComponent(values[name] ?? "") : place,
    );
  }

  const parts = { newer, merged, standing, days, isDay, parse, line, practised, called };
  const plans = { workday, before, address };
  Object.assign(globalThis, { sopbookProgress: { ...parts, ...plans }, sopbookLearn: {} });
})();
