// @ts-check
/** The page of all onboarding paths, and the page of each: ticks, days, and what is sent. */
(() => {
  "use strict";

  const { one, all, fill, date, save } = sopbookBase;
  const { stores, pages, done, lessons, boxes } = sopbookLearn;
  const { parse, text, standing } = sopbookMemory;
  const progress = sopbookProgress;
  const starts = () => progress.days(stores.start.read());

  pages.paths = (page) => {
    view.page = page;
    const { sopbookPath } = page.dataset;
    if (!sopbookPath) return view.all;
    const day = view.field("date");
    // What is undefined is not kept.
    const days = () => ({ ...starts(), [sopbookPath]: day.value || undefined });
    if (day) day.onchange = () => stores.start.write(JSON.stringify(days()));
    view.field("text").oninput = view.letter;
    view.field("file").onchange = view.load;
    one(page, "[data-sopbook-save]").onclick = view.save;
    return view.show;
  };

  /** @type {SopbookPathsView} */
  const view = {
    page: document.body,
    field: (type) => one(view.page, `[type=${type}]`),

    all() {
      const ticked = done();
      for (const tile of all(view.page, "[data-sopbook-lessons]")) {
        const sops = Object.entries(JSON.parse(tile.dataset.sopbookLessons ?? ""));
        const standings = sops.map(([sop, published]) => standing(published, ticked.get(sop)));
        view.measure(tile, standings);
        one(tile, ".sopbook-learn__bar").hidden = !standings.some(Boolean);
      }
      one(view.page, "[data-sopbook-honest]").hidden = ticked.size === 0;
    },

    measure(place, standings) {
      const counts = { done: 0, again: 0, "": 0 };
      for (const standing of standings) counts[standing] += 1;
      one(place, "progress").setAttribute("value", String(counts.done));
      const said = one(place, ".sopbook-learn__bar > span");
      const { sopbookWords, sopbookAgain } = said.dataset;
      const words = fill(counts.again ? sopbookAgain : sopbookWords, counts);
      // What was said is not said again.
      if (said.textContent !== words) said.textContent = words;
    },

    show() {
      const found = boxes(view.page);
      const standings = found.map(({ standing }) => standing);
      const start = starts()[view.page.dataset.sopbookPath ?? ""] ?? "";
      for (const lesson of found) view.lesson(lesson, start);
      view.measure(view.page, standings);
      view.next(found.find(({ standing }) => standing !== "done"));
      for (const due of all(view.page, ".sopbook-learn__due")) view.day(due, start);
      const day = view.field("date");
      // Whoever is writing a day there is not disturbed.
      if (day && document.activeElement !== day) day.value = start;
      for (const place of all(view.page, "[data-sopbook-first]"))
        place.textContent = start && date(start, { dateStyle: "long", timeZone: "UTC" });
      view.letter();
    },

    lesson({ place, published, standing }, start) {
      const again = one(place, ".sopbook-lesson__again");
      again.hidden = standing !== "again";
      if (standing === "again") {
        const changed = { date: date(Number(published.split(":")[1]) * 1000) };
        one(again, "strong").textContent = fill(again.dataset.sopbookWords, changed);
      }
      for (const day of all(place, ".sopbook-lesson__day")) {
        const by = view.day(day, start);
        one(place, ".sopbook-late").hidden = standing === "done" || !by || by >= progress.today();
      }
    },

    day(place, start) {
      const { sopbookDay, sopbookWords, sopbookPlain = "" } = place.dataset;
      const day = start && progress.workday(start, Number(sopbookDay));
      place.textContent = day ? fill(sopbookWords, { date: progress.planned(day) }) : sopbookPlain;
      return day;
    },

    next(lesson) {
      const way = one(view.page, ".sopbook-learn__next");
      way.hidden = !lesson;
      if (!lesson) return;
      const link = one(way, "a");
      link.textContent = lesson.title;
      link.setAttribute("href", one(lesson.place, "a").getAttribute("href") ?? "");
    },

    letter() {
      const keep = one(view.page, ".sopbook-learn__keep");
      const { sopbookSend = "", sopbookMore = "", sopbookAttach = "" } = keep.dataset;
      const { sopbookRest, sopbookDone, sopbookAgain, sopbookPractised } = keep.dataset;
      const words = { "": sopbookRest, done: sopbookDone, again: sopbookAgain };
      const own = view.own();
      const found = lessons(view.page, own.done);
      const lines = [
        view.page.dataset.sopbookTitle ?? "",
        [own.name, date(Date.now())].filter(Boolean).join(", "),
        one(view.page, ".sopbook-learn__bar > span").textContent ?? "",
        "",
        ...found.map(({ sop, title, standing }) => {
          const said = fill(words[standing], { title, date: date(own.done.get(sop)?.on ?? 0) });
          const [known, asked] = own.practice[sop] ?? [];
          return said + (asked ? fill(sopbookPractised, { known, asked }) : "");
        }),
      ];
      one(view.page, ".sopbook-learn__paper > span").textContent = own.name;
      for (const hint of all(keep, ".sopbook-learn__nameless")) hint.hidden = Boolean(own.name);
      one(keep, "code").textContent = lines.join("\n");
      const done = found.filter(({ standing }) => standing === "done").length;
      const values = { name: own.name, date: own.on, done, count: found.length };
      const ends = [progress.line(own, view.sops()), sopbookAttach];
      const address = progress.address(sopbookSend, values, lines, sopbookMore, ends);
      one(keep, "a")?.setAttribute("href", address);
    },

    sops: () => lessons(view.page, new Map()).map(({ sop }) => sop),

    own() {
      return {
        name: view.field("text").value.trim(),
        path: view.page.dataset.sopbookPath ?? "",
        on: progress.today(),
        start: starts(),
        done: done(),
        practice: progress.practised(stores.practice.read(), view.sops()),
      };
    },

    save() {
      const own = view.own();
      const lines = one(view.page, "pre > code").textContent?.split("\n") ?? [];
      const name = [progress.called([own.path, own.name, own.on]), "txt"].join(".");
      save(name, [...lines, "", progress.line(own), ""].join("\r\n"));
    },

    async load() {
      const field = view.field("file");
      const [file] = field.files ?? [];
      if (!file) return;
      const found = progress.parse(await file.text());
      field.value = "";
      const said = one(view.page, ".sopbook-learn__keep > [role=status]");
      const isHere =
        found?.start[view.own().path] || view.sops().some((sop) => found?.done.has(sop));
      const words = isHere ? "sopbookLoaded" : "sopbookElsewhere";
      said.textContent = fill(said.dataset[found ? words : "sopbookUnknown"]);
      if (!found) return;
      for (const store of [stores.done, stores.read]) {
        const known = parse(store.read());
        store.write(text(progress.merged(known, found.done)));
      }
      stores.start.write(JSON.stringify({ ...found.start, ...starts() }));
      view.show();
    },
  };
})();
