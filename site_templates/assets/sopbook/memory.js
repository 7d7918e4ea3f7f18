// @ts-check
/**
 * What this browser remembers of reading, and what that means for a page. Pure: tested without one.
 *
 * @typedef {{id: string, time: number}} Revision
 *   A published change that those who work by the SOP must know of; `time` in seconds.
 * @typedef {{id: string, time: number, on: number}} Seen
 *   The newest such change when the SOP was read, and when that was, in milliseconds.
 */
(() => {
  "use strict";

  const SECOND = 1000;
  /** Past this there are no dates. */
  const LAST = 8.64e15;

  /**
   * What cannot be understood was never read.
   *
   * @param {string | null} text
   * @returns {Map<string, Seen>}
   */
  function parse(text) {
    try {
      const found = Object.entries(JSON.parse(text ?? "{}") ?? {});
      return new Map(found.flatMap(entry));
    } catch (error) {
      if (error instanceof SyntaxError) return new Map();
      throw error;
    }
  }

  /**
   * @param {[string, unknown]} pair
   * @returns {[string, Seen][]}
   */
  function entry([sop, value]) {
    const [id, time, on] = Array.isArray(value) ? value : [];
    const isWhole = typeof id === "string" && [time, on].every(Number.isFinite);
    return isWhole && Math.abs(on) <= LAST ? [[sop, { id, time, on }]] : [];
  }

  /** @param {Map<string, Seen>} memory */
  function text(memory) {
    const found = [...memory].map(([sop, { id, time, on }]) => [sop, [id, time, on]]);
    return JSON.stringify(Object.fromEntries(found));
  }

  /**
   * Revisions as pages have them, newest first: `1a2b3c4d5e:1790000000 …`.
   *
   * @param {string} words
   * @returns {Revision[]}
   */
  function revisions(words) {
    const pairs = words.split(" ").map((word) => word.split(":"));
    return pairs.flatMap(([id, time]) => (id && time ? [{ id, time: Number(time) }] : []));
  }

  /**
   * What came since it was read. Where history was written anew, the times say what is newer.
   *
   * @param {Revision[]} published
   * @param {Seen | undefined} seen
   */
  function since(published, seen) {
    if (!seen) return [];
    const place = published.findIndex(({ id }) => id === seen.id);
    return place < 0 ? published.filter(({ time }) => time > seen.time) : published.slice(0, place);
  }

  /**
   * What to remember of a page that was read now. One that was open since before may be older
   * than what was read in another tab.
   *
   * @param {Revision[]} published
   * @param {Seen | undefined} seen
   * @param {number} now
   * @returns {Seen}
   */
  function read(published, seen, now) {
    const newest = published[0] ?? { id: "", time: Math.floor(now / SECOND) };
    const isNewer = seen && seen.time > newest.time && !published.some(({ id }) => id === seen.id);
    return isNewer ? seen : { ...newest, on: now };
  }

  Object.assign(globalThis, { sopbookMemory: { parse, text, revisions, since, read } });
})();
