// @ts-check
/**
 * The page: what there is to practise and how one stands, or a session with one SOP (`?sop=ID`).
 */
(() => {
  "use strict";

  const {
    sopbookBase: base,
    sopbookBoxes: boxes,
    sopbookDrill: drill,
    sopbookLesson: Lesson,
  } = /** @type {any} */ (globalThis);
  const memory = base.store("practice");
  /** @type {any} */
  let lesson;

  /** @param {HTMLElement} place */
  function open(place) {
    place.querySelector(".sopbook-practice__script")?.remove();
    for (const part of place.querySelectorAll("[data-scripted]")) part.removeAttribute("hidden");
    const sop = drill.wanted(location.search);
    lesson = undefined;
    if (sop) practise(place, sop);
    else tell(place);
  }

  /** Say how one stands with each SOP. @param {HTMLElement} place */
  function tell(place) {
    const all = boxes.parse(memory.read());
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (
      place.querySelectorAll("[data-lesson]")
    )) {
      const sop = line.dataset.lesson ?? "";
      line.querySelector("a")?.setAttribute("href", `?sop=${sop}`);
      const told = line.querySelector(".sopbook-practice__standing") ?? document.createElement("p");
      told.className = "sopbook-practice__standing";
      told.textContent = standing(place.dataset, all.get(sop), Number(line.dataset.count));
      line.append(told);
    }
    const ours = place.querySelector(".sopbook-practice__own");
    // Whoever has just forgotten their scores stays where they are.
    const isHere = ours?.contains(document.activeElement);
    ours?.toggleAttribute("hidden", all.size === 0 && !isHere);
  }

  /** @param {DOMStringMap} words @param {Map<string, any> | undefined} own @param {number} count */
  function standing(words, own, count) {
    if (!own?.size) return words.new ?? "";
    const { known, due } = boxes.standing(own, Date.now());
    const parts = [base.fill(words.standing, { known: Math.min(known, count), count })];
    if (due) parts.push(base.fill(words.due, { count: due }));
    else if (own.size >= count) parts.push(words.rested ?? "");
    return parts.join(" · ");
  }

  /** @param {HTMLElement} place @param {string} sop */
  async function practise(place, sop) {
    const whole = /** @type {HTMLElement} */ (place.querySelector(".sopbook-practice__all"));
    const template = /** @type {HTMLTemplateElement} */ (place.querySelector("template"));
    const section = /** @type {HTMLElement} */ (
      template.content.firstElementChild?.cloneNode(true)
    );
    whole.hidden = true;
    place.append(section);
    const file = await loaded(sop);
    // Meanwhile the reader may have gone elsewhere.
    if (!section.isConnected) return;
    const progress = /** @type {HTMLElement} */ (
      section.querySelector(".sopbook-session__progress")
    );
    if (!file) {
      progress.textContent = place.dataset.failed ?? "";
      return;
    }
    start(place, section, file);
  }

  /** @param {string} sop */
  async function loaded(sop) {
    const global = /** @type {any} */ (globalThis);
    global.sopbookQuestions ??= {};
    try {
      await base.load(`assets/sopbook/questions/${sop}.js`);
    } catch {
      return undefined;
    }
    return global.sopbookQuestions[sop];
  }

  /** @param {HTMLElement} place @param {HTMLElement} section @param {any} file */
  function start(place, section, file) {
    const words = place.dataset;
    const url = new URL(file.url, base.root).href;
    const questions = drill.questions(file, base.store("role").read());
    const title = base.fill(words.name, { text: file.title });
    const heading = /** @type {HTMLElement} */ (section.querySelector("h1"));
    heading.textContent = title;
    document.title = title;
    const link = /** @type {HTMLAnchorElement} */ (section.querySelector("a[hidden]"));
    link.href = url;
    link.hidden = false;
    const own = () => boxes.parse(memory.read()).get(file.sop);
    lesson = new Lesson(
      section,
      words,
      url,
      (/** @type {string} */ id, /** @type {boolean} */ isRight) => keep(file.sop, id, isRight),
      () => standing(words, own(), questions.length),
    );
    lesson.more = () => {
      const ids = questions.map((/** @type {{id: string}} */ { id }) => id);
      const now = boxes.session(ids, own() ?? new Map(), Date.now());
      lesson.begin(now.map((/** @type {string} */ id) => questions[ids.indexOf(id)]));
    };
    lesson.more();
  }

  /** Read first: another tab may have written. @param {string} sop @param {string} id @param {boolean} isRight */
  function keep(sop, id, isRight) {
    const all = boxes.parse(memory.read());
    const own = all.get(sop) ?? new Map();
    own.set(id, boxes.answered(own.get(id), isRight, Date.now()));
    memory.write(boxes.text(all.set(sop, own)));
  }

  /** @param {Event} event */
  function onClick(event) {
    const target = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLElement | null} */ (
      target.closest("[data-sopbook-practice] :is([data-do], [data-choice])")
    );
    const place = /** @type {HTMLElement | null} */ (button?.closest("[data-sopbook-practice]"));
    if (!button || !place) return;
    const { choice, do: what } = button.dataset;
    if (choice !== undefined) lesson?.choose(Number(choice));
    else if (what === "next") lesson?.next();
    else if (what === "more") lesson?.more();
    else if (what === "export") save(place);
    else if (what === "reset") reset(place, button);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const target = /** @type {Element} */ (event.target);
    const isTyping = target.matches(":is(input,textarea,select,[contenteditable])");
    if (!lesson?.place.isConnected || isTyping) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (/^[1-9]$/.test(event.key)) lesson.choose(Number(event.key) - 1);
  }

  /** @param {HTMLElement} place */
  function save(place) {
    const all = boxes.parse(memory.read());
    const lines = [place.dataset.file ?? ""];
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (
      place.querySelectorAll("[data-lesson]")
    )) {
      const own = all.get(line.dataset.lesson ?? "");
      if (!own?.size) continue;
      const { known, due, last } = boxes.standing(own, Date.now());
      const title = (line.querySelector("a")?.textContent ?? "").replaceAll('"', '""');
      const day = new Date(last).toISOString().slice(0, 10);
      lines.push([`"${title}"`, line.dataset.count, known, due, day].join(";"));
    }
    const link = document.createElement("a");
    // Programs for tables take it for their own alphabet without the mark.
    link.href = URL.createObjectURL(new Blob(["\ufeff", lines.join("\r\n"), "\r\n"]));
    link.download = "practice.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** Twice, for it cannot be taken back. @param {HTMLElement} place @param {HTMLElement} button */
  function reset(place, button) {
    const words = place.dataset;
    if (button.dataset.sure === undefined) {
      button.dataset.sure = "";
      button.textContent = words.resetSure ?? "";
      return;
    }
    delete button.dataset.sure;
    button.textContent = words.reset ?? "";
    memory.write("{}");
    tell(place);
    const said = place.querySelector(".sopbook-practice__own [role=status]");
    if (said) said.textContent = words.forgotten ?? "";
  }

  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  memory.watch(() => {
    const place = /** @type {HTMLElement | null} */ (
      document.querySelector("[data-sopbook-practice]")
    );
    if (place && !lesson) tell(place);
  });

  Object.assign(globalThis, { sopbookPractice: open });
})();
