// @ts-check
/**
 * What this browser holds of onboarding paths, and the ticks that say so. A tick is also a read
 * mark, and who marks a change as read on the SOP's page renews the tick: reading is one thing.
 */
(() => {
  "use strict";

  const shared = /** @type {any} */ (globalThis);
  /** A day to come: which day of the week it is says more than the year. */
  const PLANNED = /** @type {const} */ ({
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const { sopbookMemory: memory, sopbookProgress: progress, sopbookBase: base } = shared;
  const { fill } = base;
  /** @type {Record<string, any>} */
  const stores = Object.fromEntries(
    ["done", "read", "start", "practice"].map((name) => [name, base.store(name)]),
  );
  /** What the browser refused to keep: it holds as long as the page. @type {Record<string, string>} */
  const held = {};
  /** Shows the page at hand. @type {() => void} */
  let shown = () => undefined;

  /** @param {string} name */
  function text(name) {
    return held[name] ?? stores[name].read();
  }

  /**
   * @param {string} name
   * @param {string} words
   */
  function keep(name, words) {
    stores[name].write(words);
    if (stores[name].read() === words) delete held[name];
    else held[name] = words;
  }

  /** All that is ticked, each with the newest version that was read. */
  function done() {
    const [ticked, read] = [memory.parse(text("done")), memory.parse(text("read"))];
    for (const [sop, seen] of ticked) ticked.set(sop, progress.newer(seen, read.get(sop)));
    return ticked;
  }

  /**
   * @param {string} sop
   * @param {string} published
   * @param {boolean} isDone
   */
  function tick(sop, published, isDone) {
    const [ticked, read] = [memory.parse(text("done")), memory.parse(text("read"))];
    if (isDone) {
      const known = progress.newer(ticked.get(sop), read.get(sop));
      const seen = memory.read(memory.revisions(published), known, Date.now());
      ticked.set(sop, seen);
      keep("read", memory.text(read.set(sop, seen)));
    } else {
      ticked.delete(sop);
    }
    keep("done", memory.text(ticked));
    shown();
  }

  /** @param {any} found What was in a file. */
  function add(found) {
    for (const name of ["done", "read"]) {
      keep(name, memory.text(progress.merged(memory.parse(text(name)), found.done)));
    }
    keep("start", JSON.stringify({ ...found.start, ...starts() }));
    shown();
  }

  /** @returns {Record<string, string>} */
  const starts = () => progress.days(text("start"));

  /**
   * @param {string} path
   * @param {string} day
   */
  function begin(path, day) {
    const { [path]: _, ...rest } = starts();
    keep("start", JSON.stringify(day ? { ...rest, [path]: day } : rest));
    shown();
  }

  /**
   * Show a page now, and whenever what it shows may have changed.
   *
   * @param {() => void} show
   */
  function live(show) {
    shown = show;
    show();
  }

  /** @param {number | string} day A moment, or a day as in `<time datetime>`. */
  function date(day) {
    return base.date(day, typeof day === "string" ? PLANNED : undefined);
  }

  /**
   * How a list of SOPs stands.
   *
   * @param {Iterable<[string, string]>} lessons
   * @param {Map<string, any>} all
   */
  function count(lessons, all) {
    const found = [...lessons].map(([sop, material]) => progress.standing(material, all.get(sop)));
    const of = (/** @type {string} */ one) => found.filter((standing) => standing === one).length;
    return { done: of("done"), again: of("again"), count: found.length };
  }

  /**
   * @param {Element} bar
   * @param {{done: number, again: number, count: number}} counts
   * @param {DOMStringMap} words
   */
  function measure(bar, counts, words) {
    const [meter, place] = [bar.querySelector("progress"), bar.querySelector("span")];
    if (!(meter && place)) return;
    meter.max = Math.max(1, counts.count);
    meter.value = counts.done;
    const said = [fill(words.sopbookWords ?? words.sopbookProgress, counts)];
    if (counts.again) said.push(fill(words.sopbookAgain, counts));
    const whole = said.join(" · ");
    if (place.textContent !== whole) place.textContent = whole;
  }

  for (const store of Object.values(stores)) store.watch(() => shown());
  document.addEventListener("visibilitychange", () => shown());
  // Back from a page that was ticked: the browser may show this one as it was left.
  addEventListener("pageshow", () => shown());
  const tools = { text, done, tick, add, starts, begin, live, fill, date, count, measure };
  Object.assign(shared, { sopbookMarks: { ...tools, isRefused: () => "done" in held } });
})();
