// @ts-check
/** The page of an onboarding path: ticks, days, and progress as a file or a message. */
(() => {
  "use strict";

  const shared = /** @type {any} */ (globalThis);
  const { sopbookMarks: marks, sopbookProgress: progress, sopbookClock: clock } = shared;

  /** @param {HTMLElement} page */
  function path(page) {
    for (const part of page.querySelectorAll(
      ":scope > [hidden], .sopbook-lesson__tick, .sopbook-lesson__ways",
    ))
      part.removeAttribute("hidden");
    page.addEventListener("change", (event) => onChange(page, event));
    page.addEventListener("input", (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === "text") write(page);
    });
    page.addEventListener("click", (event) => onClick(page, event));
    marks.live(() => show(page));
  }

  /**
   * @param {HTMLElement} page
   * @param {Event} event
   */
  function onChange(page, { target }) {
    if (!(target instanceof HTMLInputElement)) return;
    const lesson = /** @type {HTMLElement | null} */ (target.closest("[data-sopbook-lesson]"));
    if (lesson) {
      const { sopbookLesson, sopbookMaterial } = lesson.dataset;
      marks.tick(sopbookLesson, sopbookMaterial, target.checked);
    } else if (target.type === "date") {
      marks.begin(page.dataset.sopbookPath, target.value);
    } else if (target.type === "file") {
      load(page, target);
    }
  }

  /** @param {HTMLElement} page */
  function lessons(page) {
    return /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-sopbook-lesson]")]);
  }

  /**
   * @param {Element} page
   * @param {string} selector
   */
  function part(page, selector) {
    return /** @type {HTMLElement | null} */ (page.querySelector(selector));
  }

  /**
   * @param {Element} page
   * @param {string} selector
   * @param {boolean} isShown
   */
  function showIf(page, selector, isShown) {
    part(page, selector)?.toggleAttribute("hidden", !isShown);
  }

  /**
   * Write a day into the words of a place; without one it is as it was.
   *
   * @param {Element} page
   * @param {string} selector
   * @param {string | number} day
   */
  function dated(page, selector, day) {
    const place = part(page, selector);
    if (!place) return;
    place.dataset.sopbookPlain ??= place.textContent ?? "";
    const { sopbookWords, sopbookPlain } = place.dataset;
    place.textContent = day
      ? marks.fill(sopbookWords, { date: marks.date(day) })
      : (sopbookPlain ?? "");
  }

  /* What is shown */

  /** @param {HTMLElement} page */
  function show(page) {
    const all = marks.done();
    const start = marks.starts()[page.dataset.sopbookPath ?? ""] ?? "";
    for (const lesson of lessons(page)) showLesson(lesson, all, start);
    showMine(page, all);
    showStart(page, start);
    write(page);
  }

  /**
   * @param {HTMLElement} lesson
   * @param {Map<string, any>} all
   * @param {string} start
   */
  function showLesson(lesson, all, start) {
    const { sopbookLesson: sop = "", sopbookMaterial: material = "", sopbookDay } = lesson.dataset;
    const standing = progress.standing(material, all.get(sop));
    const box = lesson.querySelector("input");
    if (box) box.checked = standing === "done";
    lesson.classList.toggle("is-done", standing === "done");
    showIf(lesson, ".sopbook-lesson__again", standing === "again");
    const changed = standing === "again" ? Number(material.split(":")[1]) * 1000 : "";
    dated(lesson, ".sopbook-lesson__again > strong", changed);
    const by = start && sopbookDay ? progress.workday(start, Number(sopbookDay)) : "";
    dated(lesson, ".sopbook-lesson__day", by);
    const isLate = by !== "" && by < clock.today(new Date()) && standing !== "done";
    showIf(lesson, ".sopbook-late", isLate);
  }

  /**
   * How far one is, and what is next.
   *
   * @param {HTMLElement} page
   * @param {Map<string, any>} all
   */
  function showMine(page, all) {
    const counts = marks.count(pairs(page), all);
    const [bar, words] = [".sopbook-learn__bar", ".sopbook-learn__bar > span"].map((selector) =>
      part(page, selector),
    );
    if (bar && words) marks.measure(bar, counts, words.dataset);
    const next = part(page, ".sopbook-lesson:not(.is-done) > h3 > a");
    const way = part(page, ".sopbook-learn__next > a");
    if (way instanceof HTMLAnchorElement && next instanceof HTMLAnchorElement) {
      way.href = next.href;
      way.textContent = next.textContent;
    }
    showIf(page, ".sopbook-learn__next", Boolean(next));
    showIf(page, ".sopbook-learn__all", counts.count > 0 && !next);
    showIf(page, ".sopbook-learn__refused", marks.isRefused());
  }

  /**
   * The first day, and the last.
   *
   * @param {HTMLElement} page
   * @param {string} start
   */
  function showStart(page, start) {
    const field = page.querySelector("[type=date]");
    // Whoever is writing a day there is not disturbed.
    if (field instanceof HTMLInputElement && document.activeElement !== field) field.value = start;
    const days = part(page, ".sopbook-learn__due")?.dataset.sopbookDays;
    const last = start && days ? progress.workday(start, Number(days)) : "";
    dated(page, ".sopbook-learn__due", last);
  }

  /**
   * @param {HTMLElement} page
   * @returns {[string, string][]}
   */
  function pairs(page) {
    return lessons(page).map(({ dataset }) => [
      dataset.sopbookLesson ?? "",
      dataset.sopbookMaterial ?? "",
    ]);
  }

  /* What is kept and sent */

  /** @param {HTMLElement} page */
  function name(page) {
    const field = page.querySelector("[type=text]");
    return field instanceof HTMLInputElement ? field.value.trim() : "";
  }

  /**
   * A line per SOP, as people read it.
   *
   * @param {HTMLElement} page
   */
  function lines(page) {
    const all = marks.done();
    const { sopbookRead, sopbookStale } = part(page, ".sopbook-learn__keep")?.dataset ?? {};
    return lessons(page).map((lesson) => {
      const { sopbookLesson: sop = "", sopbookMaterial: material = "" } = lesson.dataset;
      const seen = all.get(sop);
      const standing = progress.standing(material, seen);
      const title = lesson.querySelector("h3 > a")?.textContent ?? "";
      if (!standing) return `[ ] ${title}`;
      const words = standing === "done" ? sopbookRead : sopbookStale;
      const said = marks.fill(words, { date: marks.date(seen.on) });
      return `[${standing === "done" ? "x" : "!"}] ${title}: ${said}`;
    });
  }

  /** @param {HTMLElement} page */
  function text(page) {
    const said = part(page, ".sopbook-learn__bar > span")?.textContent ?? "";
    const who = [name(page), marks.date(Date.now())].filter(Boolean).join(", ");
    return [page.dataset.sopbookTitle ?? "", who, said, "", ...lines(page)];
  }

  /**
   * What pages read again.
   *
   * @param {HTMLElement} page
   */
  function whole(page) {
    return {
      name: name(page),
      path: page.dataset.sopbookPath ?? "",
      on: clock.today(new Date()),
      start: marks.starts(),
      done: marks.done(),
      practice: progress.practised(marks.text("practice")),
    };
  }

  /**
   * Show what would be sent, and prepare the message.
   *
   * @param {HTMLElement} page
   */
  function write(page) {
    const [keep, code] = [part(page, ".sopbook-learn__keep"), page.querySelector("pre > code")];
    if (code) code.textContent = text(page).join("\n");
    const link = keep?.querySelector(".sopbook-learn__ways > a");
    if (!(keep && link instanceof HTMLAnchorElement)) return;
    const own = pairs(page);
    const { done, count } = marks.count(own, marks.done());
    const found = whole(page);
    const values = { name: found.name, date: found.on, done: String(done), count: String(count) };
    const { sopbookSend, sopbookMore, sopbookAttach } = keep.dataset;
    const sops = own.map(([sop]) => sop);
    const ends = [progress.line(found, sops), sopbookAttach];
    link.href = progress.address(sopbookSend, values, text(page), sopbookMore, ends);
  }

  /**
   * A file that people read, and pages.
   *
   * @param {HTMLElement} page
   * @param {Event} event
   */
  function onClick(page, { target }) {
    if (!(target instanceof Element && target.closest("[data-sopbook-save]"))) return;
    const found = whole(page);
    const content = [...text(page), "", progress.line(found), ""].join("\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: "text/plain;charset=utf-8" }));
    link.download = [progress.called([found.path, found.name, found.on]), "txt"].join(".");
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /**
   * @param {HTMLElement} page
   * @param {HTMLInputElement} field
   */
  async function load(page, field) {
    const [file] = field.files ?? [];
    if (!file) return;
    const found = progress.parse(await file.text());
    const said = part(page, "[data-sopbook-loaded]");
    if (said) said.textContent = said.dataset[found ? "sopbookLoaded" : "sopbookUnknown"] ?? "";
    field.value = "";
    if (found) marks.add(found);
  }

  shared.sopbookLearn.path = path;
})();
