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
    const files = page.querySelector("[type=file]");
    /** Who sent what: only as long as the page is open. @type {Map<string, any>} */
    const people = new Map();
    if (files instanceof HTMLInputElement) files.onchange = () => load(page, files, people);
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
    said.textContent = marks.filled(said.dataset.sopbookWords, { shown, count: rows.length });
  }

  /**
   * @param {HTMLElement} page
   * @param {HTMLInputElement} field
   * @param {Map<string, any>} people
   */
  async function load(page, field, people) {
    const files = [...(field.files ?? [])];
    /** @type {string[]} */
    const unknown = [];
    for (const file of files) {
      const found = progress.parse(await file.text());
      const name = found?.name || file.name;
      const known = people.get(name);
      if (!found) unknown.push(file.name);
      else if (!known || known.on <= found.on) people.set(name, found);
    }
    field.value = "";
    say(page, files.length - unknown.length, unknown);
    list(page, people);
  }

  /**
   * @param {HTMLElement} page
   * @param {number} count
   * @param {string[]} unknown
   */
  function say(page, count, unknown) {
    const place = page.querySelector(".sopbook-learn__readers > [role=status]");
    if (!(place instanceof HTMLElement)) return;
    const { sopbookWords, sopbookUnknown } = place.dataset;
    const said = [marks.filled(sopbookWords, { count })];
    if (unknown.length) said.push(marks.filled(sopbookUnknown, { names: unknown.join(", ") }));
    place.textContent = said.join(". ");
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
    const [who, where, read, again, left] = /** @type {any} */ (
      copy.querySelectorAll(":is(strong,span)")
    );
    /** @type {Record<string, string[]>} */
    const titles = { done: [], again: [], "": [] };
    for (const lesson of path.querySelectorAll("[data-sopbook-lesson]")) {
      const { sopbookLesson, sopbookMaterial } = /** @type {HTMLElement} */ (lesson).dataset;
      const standing = progress.standing(sopbookMaterial, found.done.get(sopbookLesson));
      titles[standing]?.push(lesson.firstElementChild?.textContent ?? "");
    }
    const { done = [], again: stale = [], "": rest = [] } = titles;
    who.textContent = name;
    where.textContent = path.dataset.sopbookTitle;
    const count = done.length + stale.length + rest.length;
    read.textContent = marks.filled(read.dataset.sopbookWords, { done: done.length, count });
    for (const [place, found] of [
      [again, stale],
      [left, rest],
    ]) {
      place.textContent = found.join(", ");
      place.parentElement.hidden = found.length === 0;
    }
    return copy;
  }

  shared.sopbookLearn.training = training;
})();
