// @ts-check
/** The page for trainers: what changed since a day, and who read what, from files they were sent. */
(() => {
  "use strict";

  const { one, all, fill, copy } = sopbookBase;
  const { every, before, today, workday, planned } = sopbookProgress;
  const USUALLY = 30;

  sopbookLearn.pages.training = (page) => {
    view.page = page;
    view.people.clear();
    /** @type {HTMLInputElement} */
    const files = one(page, "[type=file]");
    files.onchange = () => view.load(files);
    /** @type {HTMLTextAreaElement} */
    const message = one(page, "textarea");
    message.oninput = () => view.paste(message);
    /** @type {HTMLInputElement} */
    const since = one(page, "[type=date]");
    if (since) {
      since.value ||= before(today(), USUALLY);
      since.onchange = () => view.filter(since.value);
      view.filter(since.value);
    }
    // Nothing of it is kept.
    return () => {};
  };

  /** @type {SopbookTrainingView} */
  const view = {
    page: document.body,
    people: new Map(),

    filter(day) {
      const rows = all(view.page, "[data-sopbook-on]");
      for (const row of rows) row.hidden = (row.dataset.sopbookOn ?? "") < day;
      const shown = rows.filter((row) => !row.hidden).length;
      view.say("since", ["sopbookWords"], { shown, count: rows.length });
    },

    say(part, words, values) {
      const place = one(view.page, `.sopbook-learn__${part} > [role=status]`);
      place.textContent = words.map((word) => fill(place.dataset[word], values)).join(" · ");
    },

    async load(field) {
      const files = [...(field.files ?? [])];
      /** @type {string[]} */
      const unknown = [];
      for (const file of files)
        if (!view.add(await file.text(), file.name).names) unknown.push(file.name);
      field.value = "";
      const said = { count: files.length - unknown.length, names: unknown.join(", ") };
      const words = ["sopbookLoaded", ...(unknown.length ? ["sopbookUnknown"] : [])];
      view.say("readers", words, said);
    },

    paste(field) {
      if (!field.value.trim()) return;
      const added = view.add(field.value, view.page.dataset.sopbookNameless ?? "");
      if (!added.trouble) field.value = "";
      const words = [added.names && "sopbookAdded", added.trouble].filter(Boolean);
      view.say("readers", words, added);
    },

    add(text, nameless) {
      const sent = every(text);
      let trouble = sent.length ? "" : "sopbookNone";
      /** @type {string[]} */
      const names = [];
      for (const found of sent) {
        const name = found?.name || nameless;
        if (found && view.take(name, found)) names.push(name);
        else trouble = found ? "sopbookStrange" : "sopbookBroken";
      }
      const people = [...view.people].sort(([one], [other]) => one.localeCompare(other));
      const rows = people.map(([, { row }]) => row);
      one(view.page, ".sopbook-learn__readers > ul").replaceChildren(...rows);
      return { names: names.join(", "), trouble };
    },

    take(name, sent) {
      const own = [sent.path, ...Object.keys(sent.start)];
      const paths = all(view.page, "details[data-sopbook-path]").filter(({ dataset }) =>
        own.includes(dataset.sopbookPath ?? ""),
      );
      for (const path of paths) {
        const key = [name, path.dataset.sopbookTitle].join("\n");
        const known = view.people.get(key);
        if (!known || known.on <= sent.on)
          view.people.set(key, { on: sent.on, row: view.row(name, path, sent) });
      }
      return paths.length > 0;
    },

    row(who, path, { on, start, done, practice }) {
      const { sopbookPath = "", sopbookTitle: where = "", sopbookDays } = path.dataset;
      const first = start[sopbookPath] ?? "";
      const by = (/** @type {string | undefined} */ day) =>
        first && Number(day) ? workday(first, Number(day)) : "";
      const due = by(sopbookDays);
      const lessons = sopbookLearn.lessons(path, done).map((lesson) => {
        const day = by(lesson.place.dataset.sopbookDay);
        const isLate = lesson.standing !== "done" && day && day < today();
        return { ...lesson, late: isLate ? `${lesson.title} (${planned(day)})` : "" };
      });
      const [read, stale, left] = ["done", "again", ""].map((kind) =>
        lessons.filter(({ standing }) => standing === kind),
      );
      const late = lessons.filter((lesson) => lesson.late);
      const asked = lessons.filter(({ sop }) => Object.hasOwn(practice, sop));
      const { sopbookSaved, sopbookFirst, sopbookDue } = view.page.dataset;
      const words = [sopbookSaved, sopbookFirst, sopbookDue];
      const days = [on, first, due].flatMap((day, kind) =>
        day ? fill(words[kind], { date: planned(day) }) : [],
      );
      const row = view.made({
        who,
        where,
        done: read.length,
        count: lessons.length,
        days: days.join(" · "),
        overdue: late.map((lesson) => lesson.late).join(", "),
        stale: stale.map(({ title }) => title).join(", "),
        left: left.flatMap((lesson) => (lesson.late ? [] : lesson.title)).join(", "),
        practice: asked.map(({ sop, title }) => `${title} ${practice[sop].join("/")}`).join(", "),
      });
      const isLate = due && due < today() && read.length < lessons.length;
      one(row, ".sopbook-late").hidden = !isLate;
      return row;
    },

    made(values) {
      const row = copy(one(view.page, ".sopbook-learn__readers > template"));
      for (const place of all(row, "[data-sopbook-words]")) {
        place.textContent = fill(place.dataset.sopbookWords, values);
        place.closest("p")?.toggleAttribute("hidden", !place.textContent);
      }
      return row;
    },
  };
})();
