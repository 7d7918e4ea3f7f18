// @ts-check
/** Progress on onboarding paths, as it is kept and sent. Pure but for the day it is. */
(() => {
  "use strict";

  const memory = sopbookMemory;
  const KIND = "sopbook-progress";
  const DATE = /^[12]\d{3}-\d\d-\d\d$/;
  const DAY = 86_400_000;
  const SATURDAY = 6;
  /** Mail programs cut longer addresses off, or do not open at all. */
  const LONGEST = 1900;

  /** What begins there; null where it was changed on the way. @param {string} text */
  function whole(text) {
    // Phones make quotes curly.
    for (const line of [text, text.replace(/[“”„]/g, '"')])
      for (const { index } of line.matchAll(/\}/g)) {
        const found = memory.json(line.slice(0, index + 1));
        if (found) return found;
      }
    return null;
  }

  /** @param {any} found @returns {SopbookProgressFile} */
  function read(found) {
    const [name, path] = [found.name, found.path].map((word) =>
      typeof word === "string" ? word.slice(0, 100) : "",
    );
    const { on = "" } = progress.days(JSON.stringify(found));
    const start = progress.days(JSON.stringify(found.start));
    const done = memory.parse(JSON.stringify(found.done));
    const scores = Object.entries(found.practice ?? {}).filter(
      ([, score]) => Array.isArray(score) && score.length === 2 && score.every(Number.isInteger),
    );
    return { name, path, on, start, done, practice: Object.fromEntries(scores) };
  }

  /** @type {SopbookProgress} */
  const progress = {
    merged(all, more) {
      const whole = new Map(all);
      for (const [sop, seen] of more) whole.set(sop, memory.newer(whole.get(sop), seen) ?? seen);
      return whole;
    },

    days(text) {
      const found = Object.entries(memory.json(text) ?? {}).filter(
        ([, day]) => typeof day === "string" && DATE.test(day) && !Number.isNaN(Date.parse(day)),
      );
      return Object.fromEntries(found);
    },

    parse: (text) => progress.every(text)[0] ?? null,

    every(text) {
      // Mail breaks lines at spaces, at hyphens or anywhere; our lines have no spaces.
      const lines = text.replace(/([ \t]*)[\r\n]+[\s>]*/g, (_, space) => space && " ");
      const begun = lines.split(/\{\s*["“”„]kind["“”]/).slice(1);
      return begun.flatMap((rest) => {
        const found = whole(`{"kind"${rest}`);
        if (found?.kind === KIND) return read(found);
        return found ? [] : [null];
      });
    },

    line({ done, start, ...own }, only) {
      const told = [...done].filter(([sop]) => only?.includes(sop) ?? true);
      const line = JSON.stringify({
        kind: KIND,
        ...own,
        // Of other paths nothing is told.
        start: only ? { [own.path]: start[own.path] } : start,
        done: memory.json(memory.text(new Map(told))),
      });
      return line.replaceAll(" ", "\\u0020");
    },

    practised(text, only) {
      const kept = Object.entries(memory.json(text) ?? {}).filter(([sop]) => only.includes(sop));
      const sops = kept.map(([sop, own]) => {
        const asked = Object.values(own ?? {});
        return [sop, [asked.filter((score) => score?.[0] > 0).length, asked.length]];
      });
      return Object.fromEntries(sops);
    },

    called(parts) {
      const plain = parts.join(" ").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join("-");
    },

    workday(start, number) {
      let day = progress.before(start, 1);
      for (let left = number; left > 0; ) {
        day = progress.before(day, -1);
        if (new Date(day).getUTCDay() % SATURDAY) left -= 1;
      }
      return day;
    },

    before: (day, count) =>
      new Date(Date.parse(day) - count * DAY).toISOString().replace(/T.*/, ""),

    today: () => sopbookClock.today(new Date()),

    planned: (day) =>
      sopbookBase.date(day, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }),

    address(template, values, lines, more, ends) {
      const known = template.replace(/\{([a-z]+)\}/g, (place, name) =>
        Object.hasOwn(values, name) ? encodeURIComponent(values[name]) : place,
      );
      let address = "";
      for (const end of ends)
        for (let left = 0; left <= lines.length; left += 1) {
          const rest = left ? [more.replace("{more}", String(left))] : [];
          const whole = [...lines.slice(0, lines.length - left), ...rest, "", end];
          address = known.replaceAll("{progress}", encodeURIComponent(whole.join("\r\n")));
          if (address.length <= LONGEST) return address;
        }
      return address;
    },
  };
  Object.assign(globalThis, { sopbookProgress: progress });
})();
