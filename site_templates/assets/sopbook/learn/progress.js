// @ts-check
/**
 * Progress on onboarding paths: what is read, by when, as a file, and as a message. Pure: tested
 * without a browser.
 *
 * @typedef {{id: string, time: number, on: number}} Seen As `memory.js` has it.
 * @typedef {{id: string, time: number}} Revision
 * @typedef {{name: string, path: string, on: string, start: Record<string, string>, done: Map<string, Seen>}} Progress
 *   `path` is where it was saved; `start` has the first day on each path, by its id.
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
   * @param {string} text What is in a file.
   * @returns {Progress | null}
   */
  function parse(text) {
    const found = json(text);
    if (found?.kind !== KIND) return null;
    const [name = "", path = "", on = ""] = [found.name, found.path, found.on].map(word);
    const done = memory.parse(JSON.stringify(found.done ?? {}));
    return { name, path, on, start: days(JSON.stringify(found.start ?? {})), done };
  }

  /** @param {unknown} found */
  function word(found) {
    return typeof found === "string" ? found.slice(0, 100) : "";
  }

  /** @param {Progress} progress */
  function file({ name, path, on, start, done }) {
    const whole = { kind: KIND, version: 1, name, path, on, start, done: json(memory.text(done)) };
    return [JSON.stringify(whole, null, 2), ""].join("\n");
  }

  /**
   * The day on which a working day is, counted from 1; the first may be any day of the week.
   *
   * @param {string} start
   * @param {number} number
   */
  function workday(start, number) {
    const day = new Date(`${start}T12:00:00Z`);
    for (let left = number - 1; left > 0; ) {
      day.setUTCDate(day.getUTCDate() + 1);
      if (day.getUTCDay() % SATURDAY !== 0) left -= 1;
    }
    return day.toISOString().slice(0, DAYS + 3);
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
   *
   * @param {string} template
   * @param {Record<string, string>} values
   * @param {string[]} lines What `{progress}` stands for.
   * @param {string} more How to say how many are left out: with `{more}`.
   */
  function address(template, values, lines, more) {
    for (let count = lines.length; ; count -= 1) {
      const rest =
        count < lines.length ? [more.replace("{more}", String(lines.length - count))] : [];
      const progress = [...lines.slice(0, count), ...rest].join("\r\n");
      const filled = fill(template, { ...values, progress });
      if (filled.length <= LONGEST || count === 0) return filled;
    }
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

  const parts = { newer, merged, standing, days, parse, file, workday, before, address };
  Object.assign(globalThis, { sopbookProgress: parts, sopbookLearn: {} });
})();
