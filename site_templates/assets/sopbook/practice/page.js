// @ts-check
/** The page to practise on: how one stands with each SOP, or a session with one (`?sop=ID`). */
(() => {
  "use strict";

  const { one, all, make, fill } = sopbookBase;
  const drill = sopbookDrill;
  const memory = sopbookBase.held(sopbookBase.store("practice"));
  const scores = () => drill.parse(memory.read());
  /** Whoever follows a link out of a session, or loads it anew, comes back to where it was. */
  const session = sopbookBase.store("practice-round", "sessionStorage");

  /** @type {HTMLElement} */
  let page;
  /** @type {SopbookQuestionFile} */
  let file;
  /** @type {SopbookRound} */
  let round;

  /** @param {string} name */
  const part = (name, place = page) => one(place, `.sopbook-session__${name}`);

  /** @param {Record<string, string | undefined>} texts */
  function write(texts, place = page) {
    for (const [name, text] of Object.entries(texts)) part(name, place).textContent = text ?? "";
  }

  /** @param {HTMLElement} place */
  function open(place) {
    page = place;
    one(page, "[data-do=export]").onclick = save;
    one(page, "[data-do=reset]").onclick = forget;
    const sop = drill.wanted(location.search);
    if (sop) practise(sop);
    else list();
    // Only who writes is told whether it is kept.
    memory.write(memory.read() ?? "{}");
    if (!memory.isRefused()) return;
    for (const line of all(page, "[data-kept]")) line.textContent = page.dataset.refused ?? "";
  }

  /* What there is to practise */

  function list() {
    session.write("");
    tell();
  }

  function tell() {
    const kept = scores();
    for (const line of all(page, "[data-lesson]")) {
      const { lesson = "", count } = line.dataset;
      one(line, "a").setAttribute("href", `?sop=${lesson}`);
      const said = standing(kept.get(lesson), Number(count));
      one(line, ".sopbook-practice__standing").textContent = said;
    }
    const own = one(page, ".sopbook-practice__own");
    // Whoever has just forgotten their scores stays where they are.
    own.hidden = kept.size === 0 && !own.contains(document.activeElement);
  }

  /** @param {SopbookScores | undefined} own @param {number} count */
  function standing(own, count) {
    const words = page.dataset;
    if (!own?.size) return words.new ?? "";
    const { known, due, fresh } = drill.standing(own, count, Date.now());
    const parts = Object.entries({ known, due, fresh }).map(
      ([name, count]) => count && fill(words[name], { count }),
    );
    if (!due && !fresh) parts.push(words.rested ?? "");
    return parts.filter(Boolean).join(" · ");
  }

  function save() {
    const kept = scores();
    const rows = all(page, "[data-lesson]").flatMap((line) => {
      const { lesson = "", count } = line.dataset;
      const own = kept.get(lesson);
      const { known, due, fresh, last } = drill.standing(own, Number(count), Date.now());
      const title = one(line, "a").textContent.replaceAll('"', '""');
      const day = new Date(last).toISOString().slice(0, 10);
      return last ? [[`"${title}"`, count, known, due, fresh, day].join(";")] : [];
    });
    const text = [page.dataset.file, ...rows, ""].join("\r\n");
    // Programs for tables take it for their own alphabet without the mark.
    sopbookBase.save("practice.csv", `\ufeff${text}`);
  }

  /** Asked twice, for it cannot be taken back. */
  function forget() {
    const { reset = "", resetSure = "", forgotten = "" } = page.dataset;
    const button = one(page, "[data-do=reset]");
    const isSure = button.textContent === resetSure;
    button.textContent = isSure ? reset : resetSure;
    if (!isSure) return;
    memory.write("{}");
    tell();
    one(page, ".sopbook-practice__own [role=status]").textContent = forgotten;
  }

  /* A session with one SOP */

  /** @param {string} sop */
  function practise(sop) {
    const place = page;
    one(page, ".sopbook-practice__all").hidden = true;
    /** @type {HTMLTemplateElement} */
    const template = one(page, "template");
    template.replaceWith(sopbookBase.copy(template));
    part("next").onclick = next;
    part("more").onclick = begin;
    sopbookBase.load(`assets/sopbook/questions/${sop}.js`).then(
      // Meanwhile the reader may have gone elsewhere.
      () => place.isConnected && start(sop),
      () => write({ progress: place.dataset.failed }, place),
    );
  }

  /** @param {string} sop */
  function start(sop) {
    file = sopbookQuestions[sop];
    document.title = fill(page.dataset.name, { text: file.title });
    write({ title: `${document.title} ` });
    part("title").append(...all(page, `[data-lesson="${sop}"] .sopbook-badge`));
    one(page, "[data-do=open]").setAttribute("href", address());
    const kept = sopbookMemory.json(session.read());
    if (kept?.sop !== sop || (!kept.turn && isVisit())) return begin();
    round = kept;
    show();
  }

  /** Not a way back, and not loaded anew. */
  function isVisit() {
    const visits = performance.getEntriesByType("navigation");
    return /** @type {PerformanceNavigationTiming[]} */ (visits)[0]?.type === "navigate";
  }

  const address = () => sopbookBase.root + file.url;

  function begin() {
    const questions = drill.questions(file, sopbookBase.store("role").read());
    const ids = questions.map(({ id }) => id);
    const asked = drill.session(ids, scores().get(file.sop) ?? new Map(), Date.now());
    const turns = asked.map((id) => ({ question: questions[ids.indexOf(id)], isRepeat: false }));
    round = { sop: file.sop, turns, count: turns.length, missed: [] };
    next();
  }

  function next() {
    const [turn, ...turns] = round.turns;
    const asked = turn && { ...turn, question: drill.shuffled(turn.question, Math.random) };
    round = { ...round, turns, turn: asked, chosen: undefined };
    show();
  }

  function show() {
    const { turn, chosen } = round;
    session.write(JSON.stringify(round));
    part("question").hidden = !turn;
    part("result").hidden = Boolean(turn);
    if (!turn) return end();
    ask(turn);
    if (chosen !== undefined) judge(turn, chosen);
  }

  /** @param {SopbookTurn} turn */
  function ask({ question, isRepeat }) {
    const { again, progress } = page.dataset;
    const { count, turns } = round;
    const number = count - turns.filter((turn) => !turn.isRepeat).length;
    write({
      progress: fill(isRepeat ? again : progress, { number, count }),
      asked: question.ask,
      next: "",
    });
    part("told").replaceChildren(...question.told.map((text) => make("li", {}, text)));
    const buttons = question.choices.map(({ text }, place) => {
      const button = make("button", { type: "button" }, make("span", {}, text));
      button.onclick = () => choose(place);
      return button;
    });
    part("choices").replaceChildren(...buttons);
    part("said").hidden = true;
    part("asked").focus();
  }

  /** @param {number} place */
  function choose(place) {
    const { turn, turns, chosen } = round;
    if (!turn || chosen !== undefined) return;
    const isRight = place === turn.question.right;
    round.turns = drill.onward(turns, turn, isRight);
    round.chosen = place;
    if (!turn.isRepeat) keep(turn.question, isRight);
    session.write(JSON.stringify(round));
    judge(turn, place);
  }

  /** @param {SopbookTurn} turn @param {number} place */
  function judge({ question }, place) {
    const buttons = all(part("choices"), "button");
    for (const button of buttons) button.setAttribute("aria-disabled", "true");
    buttons[place].setAttribute("aria-pressed", "true");
    buttons[place].className = "is-wrong";
    buttons[question.right].className = "is-right";
    const { finish, next } = page.dataset;
    write({ instead: question.choices[place].why, next: round.turns.length ? next : finish });
    explain(question, part("said"));
    part("right").hidden = place !== question.right;
    part("wrong").hidden = place === question.right;
    part("said").hidden = false;
    part("next").focus();
  }

  /** @param {SopbookQuestion} question @param {boolean} isRight */
  function keep(question, isRight) {
    // Read first: another tab may have written.
    const kept = scores();
    const own = kept.get(file.sop) ?? new Map();
    own.set(question.id, drill.answered(own.get(question.id), isRight, Date.now()));
    memory.write(drill.text(kept.set(file.sop, own)));
    if (!isRight) round.missed.push(question);
  }

  /** @param {SopbookQuestion} question */
  function missed(question) {
    const line = sopbookBase.copy(one(page, "template"));
    write({ past: question.told.at(-1), ask: question.ask }, line);
    explain(question, line);
    return line;
  }

  /** @param {SopbookQuestion} question @param {HTMLElement} place */
  function explain({ choices, right, why, step, link, note }, place) {
    const correct = fill(page.dataset.correct, { text: choices[right].text });
    write({ correct, why, note: note && ` – ${note}` }, place);
    const way = one(place, "a");
    way.setAttribute("href", `${address()}#step-${step}`);
    way.textContent = link;
  }

  function end() {
    const { count } = round;
    const right = count - round.missed.length;
    part("missed").replaceChildren(...round.missed.map(missed));
    write({
      progress: "",
      score: fill(page.dataset.result, { right, count }),
      standing: standing(scores().get(file.sop), file.questions.length),
    });
    part("score").focus();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const isOthers = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (isOthers || sopbookBase.isTyping(event)) return;
    all(document, ".sopbook-session__choices > button")[Number(event.key) - 1]?.click();
  }

  document.addEventListener("keydown", onKey);
  sopbookBase.live([memory], () => page && tell());

  Object.assign(globalThis, { sopbookPractice: open });
})();
