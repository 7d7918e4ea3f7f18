// @ts-check
/** The page for trainers: what changed since a day, and who read what, from files they were sent. */
(() => {
  "use strict";

  const shared = /** @type {any} */ (globalThis);
  const { sopbookMarks: marks, sopbookProgress: progress, sopbookClock: clock } = shared;
  const USUALLY = 30;

  /** @param {HTMLElement} page */
  function training(page) {
    for (const part of page.querySelectorAll(".sopbook-learn__since, .sopbook-learn__readers"))
      part.removeAttribute("hidden");
    const since = page.querySelector("[type=date]");
    if (since instanceof HTMLInputElement) {
      since.value ||= progress.before(clock.today(new Date()), USUALLY);
      since.onchange = () => filter(page, since.value);
      filter(page, since.value);
    }
    /** Who sent what: only as long as the page is open. @type {Map<string, any>} */
    const people = new Map();
    const files = page.querySelector("[type=file]");
    if (files instanceof HTMLInputElement) files.onchange = () => load(page, files, people);
    const message = page.querySelector("textarea");
    if (message) message.oninput = () => paste(page, message, people);
    marks.live(() => undefined);
  }

  /**
   * @param {HTMLElement} page
   * @param {string} day
   */
  function filter(page, day) {
    const rows = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-sopbook-on]")]);
    for (const row of rows) row.hidden = (row.dataset.sopbookOn ?? "") < day;
    const said = page.querySelector(".sopbook-learn__since > [role=status]");
    if (!(said instanceof HTMLElement)) return;
    const shown = rows.filter((row) => !row.hidden).length;
    said.textContent = marks.fill(said.dataset.sopbookWords, { shown, count: rows.length });
  }

  /**
   * @param {HTMLElement} page
   * @param {HTMLInputElement} field
   * @param {Map<string, any>} people
   */
  async function load(page, field, people) {
    /** @type {string[]} */
    const unknown = [];
    const files = [...(field.files ?? [])];
    for (const file of files) {
      if (!add(people, await file.text(), file.name)) unknown.push(file.name);
    }
    field.value = "";
    const said = { count: files.length - unknown.length, names: unknown.join(", ") };
    say(page, said, unknown.length ? ["sopbookWords", "sopbookUnknown"] : ["sopbookWords"]);
    list(page, people);
  }

  /**
   * What is understood goes into the list; the field is free for the next message.
   *
   * @param {HTMLElement} page
   * @param {HTMLTextAreaElement} field
   * @param {Map<string, any>} people
   */
  function paste(page, field, people) {
    if (!field.value.trim()) return;
    const name = add(people, field.value, page.dataset.sopbookNameless ?? "");
    say(page, { name }, [name ? "sopbookAdded" : "sopbookNone"]);
    if (name) field.value = "";
    list(page, people);
  }

  /**
   * Of what one colleague sent, the newest holds.
   *
   * @param {Map<string, any>} people
   * @param {string} text
   * @param {string} other How to call who gave no name.
   * @returns {string} Whose it is; "" where nothing is understood.
   */
  function add(people, text, other) {
    const found = progress.parse(text);
    if (!found) return "";
    const name = found.name || other;
    const known = people.get(name);
    if (!known || known.on <= found.on) people.set(name, found);
    return name;
  }

  /**
   * @param {HTMLElement} page
   * @param {Record<string, string | number>} values
   * @param {string[]} words
   */
  function say(page, values, words) {
    const place = page.querySelector(".sopbook-learn__readers > [role=status]");
    if (!(place instanceof HTMLElement)) return;
    place.textContent = words.map((each) => marks.fill(place.dataset[each], values)).join(". ");
  }

  /**
   * @param {HTMLElement} page
   * @param {Map<string, any>} people
   */
  function list(page, people) {
    const paths = /** @type {HTMLElement[]} */ ([
      ...page.querySelectorAll("details[data-sopbook-path]"),
    ]);
    const names = [...people.keys()].sort((one, other) => one.localeCompare(other));
    const rows = names.flatMap((name) => {
      const found = people.get(name);
      const theirs = paths.filter(({ dataset }) => isOn(dataset.sopbookPath ?? "", found));
      return theirs.map((path) => row(page, name, path, found));
    });
    page.querySelector(".sopbook-learn__readers > ul")?.replaceChildren(...rows);
  }

  /**
   * On a path is who set a first day there, or saved the file there. That they read an SOP of it
   * says little: many stand in several.
   *
   * @param {string} path
   * @param {any} found
   */
  function isOn(path, found) {
    return path === found.path || Object.hasOwn(found.start, path);
  }

  /**
   * @param {HTMLElement} page
   * @param {string} name
   * @param {HTMLElement} path
   * @param {any} found
   */
  function row(page, name, path, found) {
    const template = page.querySelector(".sopbook-learn__readers > template");
    const empty = /** @type {HTMLTemplateElement} */ (template).content.children[0];
    const copy = /** @type {HTMLElement} */ (empty?.cloneNode(true));
    const { done, again, rest, practice } = standings(path, found);
    const count = done.length + again.length + rest.length;
    const days = planned(page.dataset, path, found);
    const due = days.at(2)?.[1] ?? "";
    write(copy, "who", name);
    write(copy, "where", path.dataset.sopbookTitle);
    write(copy, "read", marks.fill(page.dataset.sopbookRead, { done: done.length, count }));
    const said = days.map(([words, day]) => day && marks.fill(words, { date: marks.date(day) }));
    write(copy, "days", said.filter(Boolean).join(" · "));
    const isLate = due && due < clock.today(new Date()) && done.length < count;
    copy.querySelector(".sopbook-late")?.toggleAttribute("hidden", !isLate);
    write(copy, "stale", again.join(", "));
    write(copy, "left", rest.join(", "));
    write(copy, "practice", practice.join(", "));
    return copy;
  }

  /**
   * The titles of a path's SOPs, by how it stands with each; and how practice stands.
   *
   * @param {HTMLElement} path
   * @param {any} found
   */
  function standings(path, found) {
    /** @type {{done: string[], again: string[], rest: string[], practice: string[]}} */
    const titles = { done: [], again: [], rest: [], practice: [] };
    for (const lesson of path.querySelectorAll("[data-sopbook-lesson]")) {
      const { sopbookLesson: sop = "", sopbookMaterial } = /** @type {any} */ (lesson).dataset;
      const title = lesson.firstElementChild?.textContent ?? "";
      const standing = progress.standing(sopbookMaterial, found.done.get(sop));
      titles[/** @type {"done" | "again" | "rest"} */ (standing || "rest")].push(title);
      if (Object.hasOwn(found.practice, sop))
        titles.practice.push(`${title} ${found.practice[sop].join("/")}`);
    }
    return titles;
  }

  /**
   * When it was saved, the first day, and the last; each with its words.
   *
   * @param {DOMStringMap} words
   * @param {HTMLElement} path
   * @param {any} found
   */
  function planned(words, { dataset }, { on, start }) {
    const first = start[dataset.sopbookPath ?? ""] ?? "";
    const days = Number(dataset.sopbookDays);
    return [
      [words.sopbookSaved, progress.isDay(on) ? on : ""],
      [words.sopbookFirst, first],
      [words.sopbookDue, first && days ? progress.workday(first, days) : ""],
    ];
  }

  /**
   * Where there is nothing to say, its line is not shown.
   *
   * @param {HTMLElement} copy
   * @param {string} name
   * @param {string | undefined} text
   */
  function write(copy, name, text) {
    const place = copy.querySelector(`[data-sopbook-part="${name}"]`);
    if (!place) return;
    place.textContent = text ?? "";
    place.closest("p")?.toggleAttribute("hidden", !text);
  }

  shared.sopbookLearn.training = training;
})();
