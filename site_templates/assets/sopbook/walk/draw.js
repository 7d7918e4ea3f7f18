// @ts-check
/**
 * What the guide shows: the step, its answers, what is beside it, and the hand-over.
 *
 * @typedef {{id: string, how: any}} Visit
 * @typedef {{section: HTMLElement, words: DOMStringMap, flow: any, visits: Visit[], map: any,
 *   number: number, sop: string, title: string, isLost: boolean, isCut: boolean}} Guide
 *   `number` is the case's, `sop` the SOP's title, `title` the page's.
 */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);
  const { sopbookWalk: walk, sopbookSteps: steps, sopbookCase: cases, sopbookPlace: at } = here;
  const { sopbookStage: stage, sopbookAside: aside, sopbookSummary: summary } = here;
  const { make, time } = here.sopbookMake;
  const { fill, date } = here.sopbookBase;
  const TAKING = "sopbook-guide__taking";
  const SUMMARY = ".sopbook-guide__summary";

  /**
   * @param {Guide} guide
   * @returns {() => boolean} Shows how long there is; says whether it is over.
   */
  function draw(guide) {
    const { section, words, visits } = guide;
    const id = visits.at(-1)?.id ?? "";
    open(guide, id);
    const isHanding = at.remembered().sopbookHand === true;
    for (const part of section.querySelectorAll(":scope > *"))
      part.toggleAttribute("hidden", part.matches(SUMMARY) !== isHanding);
    section.querySelector(".sopbook-guide__bar")?.removeAttribute("hidden");
    drawNotice(guide);
    drawParent(guide);
    const told = lines(guide);
    drawAside(guide, id, told);
    const { parent } = cases.get(guide.number);
    if (parent) pass(parent, told);
    if (isHanding) drawSummary(guide, told);
    const caption = id ? `${steps.number(id)}. ${steps.caption(id)}` : words.starts;
    document.title = `${caption} - ${guide.title}`;
    return drawStep(guide, id);
  }

  /**
   * A deadline counts from when its step was first opened.
   *
   * @param {Guide} guide
   * @param {string} id
   */
  function open({ number, visits }, id) {
    const { opened } = cases.get(number);
    const key = summary.key(id, visits.length - 1);
    if (id && !opened[key]) cases.set(number, { opened: { ...opened, [key]: Date.now() } });
  }

  /** @param {Guide} guide */
  function drawNotice({ section, words, isLost, isCut }) {
    const notice = one(section, ".sopbook-guide__notice");
    const said = (isLost && words.lost) || (isCut && words.earlier) || "";
    notice.textContent = said;
    if (!said) notice.hidden = true;
  }

  /** @param {Guide} guide */
  function drawParent({ section, words, number }) {
    const { parent } = cases.get(number);
    const line = one(section, ".sopbook-guide__parent");
    line.hidden = !parent;
    if (parent) {
      const title = fill(words.up, { sop: parent.title });
      line.replaceChildren(make("a", { href: parent.here, "data-do": "up" }, title));
    }
  }

  /* The step */

  /**
   * @param {Guide} guide
   * @param {string} id
   */
  function drawStep(guide, id) {
    const { section, words, flow, visits, number } = guide;
    const known = cases.get(number);
    const body = stage.lines(id, words, known.ticked);
    const opened = known.opened[summary.key(id, visits.length - 1)];
    const watch = stage.clock(body, id, opened, words);
    const heading = id
      ? stage.heading(id, words, flow.steps.size)
      : make("h2", { tabindex: "-1" }, words.starts ?? "");
    const ends = flow.steps.get(id)?.kind === "end" ? [make("p", {}, words.end ?? "")] : [];
    const isForeign = summary.isForeign(steps.doers(id), role());
    if (isForeign) heading.firstElementChild?.append(`· ${words.foreign} `);
    const parts = [...taking(guide), heading, ...ends, ...hub(guide), body];
    one(section, ".sopbook-guide__stage").replaceChildren(...parts);
    stage.offer(one(section, ".sopbook-guide__answers"), choices(guide, id));
    return watch;
  }

  /** The reader's, where they chose one. */
  function role() {
    return here.sopbookBase.store("role").read() ?? "";
  }

  /**
   * Where others take over, said before they begin.
   *
   * @param {Guide} guide
   */
  function taking({ words, visits }) {
    /** @type {{id: string, name: string, page: string}[]} */
    const doers = summary.taking(visits, steps);
    if (doers.length === 0) return [];
    const [before = "", after = ""] = (words.from ?? "").split("{label}");
    const links = doers.map(({ name, page }) =>
      page ? stage.elsewhere(make("a", { href: page }, name), words) : name,
    );
    const parts = links.flatMap((one, place) => (place > 0 ? [", ", one] : [one]));
    const line = make("strong", {}, before, ...parts, after);
    if (doers.some(({ id }) => id === role())) return [make("p", { class: TAKING }, line)];
    const hand = make("button", { type: "button", "data-do": "hand" }, words.hand ?? "");
    return [make("p", { class: TAKING }, line, ` ${words.pass} `, hand)];
  }

  /** @param {Guide} guide */
  function hub({ flow, visits, words }) {
    const [first] = walk.options(flow, visits);
    const found = first?.hub && walk.hubs(flow.steps, visits).at(-1);
    return found ? [stage.branches(flow.steps.get(found.id).ways, found.left, words)] : [];
  }

  /**
   * @param {Guide} guide
   * @param {string} id
   * @returns {HTMLElement[]}
   */
  function choices(guide, id) {
    const { flow, visits, words } = guide;
    const step = flow.steps.get(id);
    const buttons = walk
      .options(flow, visits)
      .map((/** @type {any} */ option, /** @type {number} */ place) =>
        stage.answer(option, place, step?.kind, words),
      );
    if (step?.kind === "sop") return [...run(guide, id), ...buttons];
    return step && step.ways.length === 0 ? [...buttons, ...atEnd(guide)] : buttons;
  }

  /**
   * @param {Guide} guide
   * @param {string} id
   */
  function run({ words }, id) {
    const sop = steps.sop(id);
    if (!sop) return [];
    const title = fill(words.open, { sop: steps.caption(id) });
    const href = new URL(at.asked(), sop.href).href;
    return [make("a", { href, "data-do": "run" }, make("span", {}, title))];
  }

  /** @param {Guide} guide */
  function atEnd({ words, number }) {
    const { parent } = cases.get(number);
    if (!parent) return [];
    const title = make("span", {}, fill(words.return, { sop: parent.title }));
    return [make("a", { href: parent.next, "data-do": "on" }, title)];
  }

  /* Beside the step */

  /**
   * @param {Guide} guide
   * @param {string} id
   * @param {any[]} told
   */
  function drawAside({ section, map, visits, flow }, id, told) {
    if (map) {
      const done = visits.slice(0, -1).map((visit) => visit.id);
      aside.show(map, id, done);
    }
    const own = told.filter(({ place }) => place !== undefined);
    one(section, ".sopbook-guide__trail > ol").replaceChildren(...aside.trail(own.slice(0, -1)));
    one(section, ".sopbook-guide__all > ol").replaceChildren(...aside.all(flow.steps.keys(), id));
    const back = one(section, "[data-do=back]");
    const { sopbookStep, sopbookHand } = at.remembered();
    back.toggleAttribute("disabled", !(sopbookStep || sopbookHand || visits.length > 1));
  }

  /* The hand-over */

  /** @param {Guide} guide */
  function lines({ visits, number, words, flow }) {
    const known = cases.get(number);
    const kind = (/** @type {string} */ id) => flow.steps.get(id)?.kind ?? "";
    const depth = known.parent ? known.parent.depth + 1 : 0;
    return summary.lines(visits, known, { ...steps, kind }, words, depth, role());
  }

  /**
   * The SOP that runs this one hands over what was done here.
   *
   * @param {any} parent
   * @param {any[]} told
   */
  function pass({ number, key }, told) {
    const { ran } = cases.get(number);
    const lines = told.map(({ place, ...line }) => line);
    cases.set(number, { ran: { ...ran, [key]: lines } });
  }

  /**
   * @param {Guide} guide
   * @param {any[]} told
   */
  function drawSummary({ section, words, number, sop }, told) {
    const { parent, ticked } = cases.get(number);
    const moment = Date.now();
    const title = fill(words.of, { sop: parent?.top ?? sop });
    const head = [title, `${date(moment)}, ${time(moment)}`, `${words.case} `];
    const foot = ticked.map((/** @type {string} */ label) => fill(words.needs, { label }));
    // A file's address tells how this computer's folders are named.
    if (location.protocol !== "file:") foot.push(location.href);
    const all = [...(parent?.lines ?? []), ...told];
    one(section, `${SUMMARY} pre`).textContent = summary.text(head, all, foot, time);
  }

  /**
   * @param {Element} section
   * @param {string} selector
   */
  function one(section, selector) {
    return /** @type {HTMLElement} */ (section.querySelector(selector));
  }

  Object.assign(globalThis, { sopbookDraw: { draw, lines } });
})();
