// @ts-check
/**
 * The guide: one step of the SOP at a time. Where one is stands in the address, by the steps' ids;
 * when steps were opened, and what is at hand, is known to this tab only.
 *
 * @typedef {{id: string, how: any}} Visit
 * @typedef {{section: HTMLElement, words: DOMStringMap, flow: any, visits: Visit[], map: any,
 *   number: number, sop: string, title: string, isLost: boolean, isCut: boolean}} Guide
 */
(() => {
  "use strict";

  const SECOND = 1000;
  const WIDE = "(min-width: 60em)";

  const here = /** @type {any} */ (globalThis);
  const { sopbookWalk: walk, sopbookSteps: steps, sopbookCase: cases, sopbookPlace: at } = here;
  const { sopbookAside: aside, sopbookDraw: drawing, sopbookSummary: summary } = here;

  /** @type {Guide | undefined} */
  let guide;
  /** @type {() => boolean} */
  let watch = () => false;
  let isLate = false;
  let isFirst = true;
  /** A step begins at its top, also where the browser's Back leads to it. */
  const scrolling = history.scrollRestoration;

  /* Opening and closing */

  function show() {
    history.scrollRestoration = "manual";
    if (!guide?.section.isConnected) guide = opened();
    if (!guide) return;
    const state = at.remembered();
    guide.number = state.sopbookCase ?? (cases.arrive() || cases.begin());
    if (!state.sopbookCase) history.replaceState({ ...state, sopbookCase: guide.number }, "");
    Object.assign(guide, walk.parse(guide.flow, at.read()));
    const isOne = guide.flow.starts.length === 1;
    if (guide.visits.length === 0 && isOne)
      guide.visits = walk.onward([], walk.options(guide.flow, [])[0]);
    watch = drawing.draw(guide);
    isLate = watch();
    // A help desk that embeds this keeps its own focus until somebody comes here.
    if (!(isFirst && at.isCompact())) focus(guide);
    isFirst = false;
  }

  /** @returns {Guide | undefined} */
  function opened() {
    const template = document.getElementById("sopbook-guide");
    if (!(template instanceof HTMLTemplateElement)) return;
    const section = template.content.firstElementChild?.cloneNode(true);
    const article = template.closest("article");
    if (!(section instanceof HTMLElement && article)) return;
    article.prepend(section);
    section.addEventListener("click", onClick);
    section.addEventListener("change", onTick);
    const known = { visits: [], number: 0, isLost: false, isCut: false };
    const sop = section.querySelector("h1")?.textContent ?? "";
    const flow = walk.flow(steps.read());
    const { dataset: words } = template;
    return { section, words, flow, map: unfold(section), sop, title: document.title, ...known };
  }

  /** @param {HTMLElement} section */
  function unfold(section) {
    const [map, trail] = section.getElementsByTagName("details");
    const isWide = matchMedia(WIDE).matches;
    for (const fold of [map, trail]) if (fold) fold.open = isWide;
    const chart = map && aside.borrow(map);
    map?.addEventListener("toggle", () => {
      if (!chart) return;
      aside.focusOn(chart);
      if (map.open && !isWide) map.scrollIntoView({ block: "nearest" });
    });
    return chart;
  }

  function leave() {
    if (!guide) return;
    history.scrollRestoration = scrolling;
    if (guide.map) aside.giveBack(guide.map);
    if (guide.section.isConnected) offerReturn(guide);
    guide.section.remove();
    document.title = guide.title;
    guide = undefined;
    watch = () => false;
    const link = document.querySelector(".sopbook-begin a");
    if (link instanceof HTMLElement) link.focus();
  }

  /**
   * Who closed it by mistake finds the same case at the same step again.
   *
   * @param {Guide} guide
   */
  function offerReturn({ section, flow, visits, number }) {
    const begin = document.querySelector(".sopbook-begin");
    begin?.querySelector(".sopbook-begin__return")?.remove();
    if (visits.length < 2) return;
    const title = section.querySelector(".sopbook-guide__summary [data-do=back]")?.textContent;
    const href = new URL(at.address(flow, visits)).search;
    const link = here.sopbookMake.make("a", { href, class: "sopbook-begin__return" }, title ?? "");
    link.addEventListener("click", () => cases.send(link.href, number));
    begin?.firstElementChild?.after(link);
  }

  /** @param {Guide} guide */
  function focus({ section }) {
    const headings = [...section.getElementsByTagName("h2")];
    headings.find((heading) => heading.checkVisibility())?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /* Moves */

  /**
   * @param {Guide} guide
   * @param {Visit[]} visits
   */
  function go({ flow, number }, visits) {
    const state = { ...at.state(flow, visits, number), sopbookStep: true };
    history.pushState(state, "", at.address(flow, visits));
    show();
  }

  /** @param {Guide} guide */
  function back({ flow, number, visits }) {
    const { sopbookStep, sopbookHand } = at.remembered();
    if (sopbookStep || sopbookHand) history.back();
    else if (visits.length > 1) {
      const before = visits.slice(0, -1);
      history.replaceState(at.state(flow, before, number), "", at.address(flow, before));
      show();
    }
  }

  /**
   * @param {Guide} guide
   * @param {string} id
   */
  function jump(guide, id) {
    go(guide, walk.onward(guide.visits, walk.option("jump", id)));
  }

  /** @type {Record<string, (guide: Guide, target: HTMLElement) => void>} */
  const ACTS = {
    back,
    restart({ number }) {
      history.pushState({ sopbookCase: cases.begin(cases.get(number).parent) }, "", at.asked());
      show();
    },
    hand() {
      if (at.remembered().sopbookHand) return;
      history.pushState({ ...at.remembered(), sopbookHand: true }, "");
      show();
    },
    close: () => here.sopbookLead.begin(location.pathname),
    print: () => print(),
    run,
    up: ({ number }, link) => send(link, cases.get(number).parent?.number),
    on: ({ number }, link) => send(link, cases.get(number).parent?.number),
  };

  /**
   * Another SOP is run on its own page, which leads back here.
   *
   * @param {Guide} guide
   * @param {HTMLElement} link
   */
  function run(guide, link) {
    const { flow, visits, number, sop } = guide;
    const [after] = walk.options(flow, visits);
    const [own, next] = [visits, after ? walk.onward(visits, after) : visits];
    const { parent } = cases.get(number);
    const lines = drawing.lines(guide).map((/** @type {any} */ { place, ...line }) => line);
    const child = cases.begin({
      number,
      title: sop,
      top: parent?.top ?? sop,
      depth: parent ? parent.depth + 1 : 0,
      here: at.address(flow, own),
      next: at.address(flow, next),
      key: summary.key(visits.at(-1)?.id, visits.length - 1),
      lines: [...(parent?.lines ?? []), ...lines],
    });
    send(link, child);
  }

  /**
   * @param {HTMLElement} link
   * @param {number | undefined} number
   */
  function send(link, number) {
    if (link instanceof HTMLAnchorElement && number) cases.send(link.href, number);
  }

  /* Buttons and keys */

  /** @param {MouseEvent} event */
  function onClick(event) {
    const target = event.target instanceof Element ? event.target : null;
    const chosen = target?.closest("button, a");
    // In another tab, a link begins something of its own.
    if (!(guide && chosen) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (chosen instanceof SVGElement) {
      event.preventDefault();
      jump(guide, aside.target(chosen));
    } else if (chosen instanceof HTMLElement) choose(guide, chosen);
  }

  /**
   * @param {Guide} guide
   * @param {HTMLElement} chosen
   */
  function choose(guide, chosen) {
    const { do: act, option, to, place } = chosen.dataset;
    if (act) ACTS[act]?.(guide, chosen);
    else if (option) {
      const offered = walk.options(guide.flow, guide.visits);
      go(guide, walk.onward(guide.visits, offered[Number(option)]));
    } else if (to) jump(guide, to);
    else if (place) go(guide, guide.visits.slice(0, Number(place) + 1));
  }

  /** @param {Event} event */
  function onTick({ target }) {
    if (!(guide && target instanceof HTMLInputElement)) return;
    const need = target.dataset.need ?? "";
    const others = cases
      .get(guide.number)
      .ticked.filter((/** @type {string} */ one) => one !== need);
    cases.set(guide.number, { ticked: target.checked ? [...others, need] : others });
  }

  /** On, where there is one way only. */
  function next() {
    const answers = guide?.section.querySelectorAll(".sopbook-answer") ?? [];
    const [only] = answers;
    if (answers.length !== 1 || at.remembered().sopbookHand) return;
    if (only instanceof HTMLElement) only.click();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (!guide || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (here.sopbookLead.isField(event.target)) return;
    const answers = guide.section.querySelectorAll(".sopbook-answer");
    const chosen = at.remembered().sopbookHand ? undefined : answers[Number(event.key) - 1];
    if (chosen instanceof HTMLElement) chosen.click();
    else if (
      guide.section.querySelector(`[data-do=back][aria-keyshortcuts="${CSS.escape(event.key)}"]`)
    )
      back(guide);
    else return;
    event.preventDefault();
  }

  function tick() {
    const isOver = watch();
    // It is said; those who look see it at the step's time, and no button moves under the finger.
    const said = guide?.section.querySelector(".sopbook-guide__said");
    if (said && isOver !== isLate) said.textContent = guide?.words.passed ?? "";
    isLate = isOver;
  }

  document.addEventListener("keydown", onKey);
  setInterval(tick, SECOND);
  Object.assign(globalThis, { sopbookGuide: { show, leave, next } });
})();
