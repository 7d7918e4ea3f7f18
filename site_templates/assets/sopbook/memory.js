// @ts-check
/** What this browser remembers of reading, and what that means for a page. Pure. */
(() => {
  "use strict";

  const SECOND = 1000;
  /** Past this there are no dates. */
  const LAST = 8.64e15;

  /** @param {[string, unknown]} pair @returns {[string, SopbookSeen][]} */
  function entry([sop, value]) {
    const [id, time, on] = Array.isArray(value) ? value : [];
    const isWhole = typeof id === "string" && [time, on].every(Number.isFinite);
    return isWhole && Math.abs(on) <= LAST ? [[sop, { id, time, on }]] : [];
  }

  /** @type {SopbookMemory} */
  const sopbookMemory = {
    json(text) {
      try {
        return JSON.parse(text ?? "null");
      } catch {
        return null;
      }
    },

    parse(text) {
      return new Map(Object.entries(sopbookMemory.json(text) ?? {}).flatMap(entry));
    },

    text(memory) {
      const found = [...memory].map(([sop, { id, time, on }]) => [sop, [id, time, on]]);
      return JSON.stringify(Object.fromEntries(found));
    },

    revisions(words) {
      const pairs = words.split(" ").map((word) => word.split(":"));
      return pairs.flatMap(([id, time]) => (id && time ? [{ id, time: Number(time) }] : []));
    },

    since(published, seen) {
      if (!seen) return [];
      const place = published.findIndex(({ id }) => id === seen.id);
      // Where history was written anew, the times say what is newer.
      return place < 0
        ? published.filter(({ time }) => time > seen.time)
        : published.slice(0, place);
    },

    newer(one, other) {
      if (!(one && other)) return one ?? other;
      return (one.time - other.time || one.on - other.on) < 0 ? other : one;
    },

    standing(published, seen) {
      if (!seen) return "";
      const { since, revisions } = sopbookMemory;
      return since(revisions(published), seen).length > 0 ? "again" : "done";
    },

    read(published, seen, now) {
      const newest = published[0] ?? { id: "", time: Math.floor(now / SECOND) };
      // A page that was open since before may be older than what was read in another tab.
      const isNewer =
        seen && seen.time > newest.time && !published.some(({ id }) => id === seen.id);
      return isNewer ? seen : { ...newest, on: now };
    },
  };
  Object.assign(globalThis, { sopbookMemory });
})();
