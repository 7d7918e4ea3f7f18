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
  /** @type {Record<string, any>} */
  const stores = { done: base.store("done"), read: base.store("read"), start: base.store("start") };
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
  function starts() {
    return progress.days(text("start"));
  }

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

  /**
   * @param {string | undefined} words
   * @param {Record<string, string | number>} values
   */
  function filled(words, values) {
    return (words ?? "").replace(/\{([a-z]+)\}/g, (place, name) => String(values[name] ?? place));
  }

  /** @param {number | string} day A moment, or a day as in `<time datetime>`. */
  function date(day) {
    const page = document.documentElement.lang;
    const language = navigator.languages.find((own) => own.split("-")[0] === page) ?? page;
    const format = typeof day === "string" ? PLANNED : /** @type {const} */ ({ dateStyle: "long" });
    return new Intl.DateTimeFormat(language, format).format(new Date(day));
  }

  /**
   * How a list of SOPs stands.
   *
   * @param {Iterable<[string, string]>} lessons
   * @param {Map<string, any>} all
   */
  function count(lessons, all) {
    const found = [...lessons].map(([sop, material]) => progress.standing(material, all.get(sop)));
    const [read, again] = ["done", "again"].map(
      (one) => found.filter((standing) => standing === one).length,
    );
    return { done: read ?? 0, again: again ?? 0, count: found.length };
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
    const said = [filled(words.sopbookWords ?? words.sopbookProgress, counts)];
    if (counts.again) said.push(filled(words.sopbookAgain, counts));
    const whole = said.join(" · ");
    if (place.textContent !== whole) place.textContent = whole;
  }

  /**
   * An SOP's own page: the line of the path one came by gets its box, and the way on.
   *
   * @param {HTMLElement} nav
   */
  function sop(nav) {
    const path = new URLSearchParams(location.search).get("path") ?? "";
    const line = nav.querySelector(`[data-sopbook-path="${CSS.escape(path)}"]`);
    const words = nav.querySelector("template");
    if (!(line && words)) return;
    if (!line.querySelector("label")) line.prepend(words.content.cloneNode(true));
    line.classList.add("is-here");
    const name = nav.dataset.sopbookSop ?? "";
    const banner = /** @type {HTMLElement | null} */ (document.querySelector(".sopbook-reminder"));
    const material = banner?.dataset.sopbookMaterial ?? "";
    const box = /** @type {HTMLInputElement} */ (line.querySelector("input"));
    box.onchange = () => tick(name, material, box.checked);
    live(() => {
      box.checked = progress.standing(material, done().get(name)) === "done";
    });
  }

  for (const store of Object.values(stores)) store.watch(() => shown());
  document.addEventListener("visibilitychange", () => shown());
  // Back from a page that was ticked: the browser may show this one as it was left.
  addEventListener("pageshow", () => shown());
  const tools = { text, done, tick, add, starts, begin, live, filled, date, count, measure };
  Object.assign(shared, { sopbookMarks: { ...tools, isRefused: () => "done" in held } });
  Object.assign(shared.sopbookLearn, { sop });
})();
