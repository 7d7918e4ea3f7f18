// @ts-check
/** The page for trainers: what changed since a day, and who read what, from files they were sent. */
(() => {
  "use strict";

  const { one, all, fill, copy } = sopbookBase;
  const { parse, before, today, workday, planned } = sopbookProgress;
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
      view.say("since", "sopbookWords", { shown, count: rows.length });
    },

    say(part, words, values) {
      const place = one(view.page, `.sopbook-learn__${part} > [role=status]`);
      place.textContent = fill(place.dataset[words], values);
    },

    async load(field) {
      const files = [...(field.files ?? [])];
      /** @type {string[]} */
      const unknown = [];
      for (const file of files)
        if (!view.add(await file.text(), file.name)) unknown.push(file.name);
      field.value = "";
      const said = { count: files.length - unknown.length, names: unknown.join(", ") };
      view.say("readers", unknown.length ? "sopbookUnknown" : "sopbookLoaded", said);
    },

    paste(field) {
      if (!field.value.trim()) return;
      const name = view.add(field.value, view.page.dataset.sopbookNameless ?? "");
      if (name) field.value = "";
      view.say("readers", name ? "sopbookAdded" : "sopbookNone", { name });
    },

    add(text, nameless) {
      const found = parse(text);
      if (!found) return "";
      const name = found.name || nameless;
      const known = view.people.get(name);
      if (!known || known.on <= found.on) view.people.set(name, found);
      view.list();
      return name;
    },

    list() {
      const paths = all(view.page, "details[data-sopbook-path]");
      const people = [...view.people].sort(([one], [other]) => one.localeCompare(other));
      const rows = people.flatMap(([name, sent]) => {
        const own = [sent.path, ...Object.keys(sent.start)];
        const theirs = paths.filter(({ dataset }) => own.includes(dataset.sopbookPath ?? ""));
        return theirs.map((path) => view.row(name, path, sent));
      });
      one(view.page, ".sopbook-learn__readers > ul").replaceChildren(...rows);
    },

    row(who, path, { on, start, done, practice }) {
      const lessons = sopbookLearn.lessons(path, done);
      const [read, stale, left] = ["done", "again", ""].map((kind) =>
        lessons.filter(({ standing }) => standing === kind).map(({ title }) => title),
      );
      const asked = lessons.filter(({ sop }) => Object.hasOwn(practice, sop));
      const { sopbookPath = "", sopbookTitle: where = "", sopbookDays } = path.dataset;
      const first = start[sopbookPath] ?? "";
      const due = first && sopbookDays ? workday(first, Number(sopbookDays)) : "";
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
        stale: stale.join(", "),
        left: left.join(", "),
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
