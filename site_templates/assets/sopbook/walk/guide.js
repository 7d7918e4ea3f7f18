// @ts-check
/** The guide: one step of the SOP at a time. Where one is stands in the address. */
(() => {
  "use strict";

  const { one, all, copy, make } = sopbookBase;
  const SECOND = 1000;
  const WIDE = "(min-width: 60em)";
  const HOME = ".sopbook-flow .sop-chart__view";

  /** @type {SopbookGuided | undefined} */
  let guide;
  /** @type {ReturnType<SopbookDraw["draw"]>} */
  let shown = { tick: () => false, told: [] };
  let isLate = false;
  let isFirst = true;
  /** A step begins at its top, also where the browser's Back leads to it. */
  const scrolling = history.scrollRestoration;

  /* Opening and closing */

  function show() {
    history.scrollRestoration = "manual";
    if (!guide?.section.isConnected) guide = opened();
    const state = sopbookPlace.remembered();
    guide.number = state.sopbookCase ?? (sopbookCases.arrive() || sopbookCases.begin());
    if (!state.sopbookCase) history.replaceState({ ...state, sopbookCase: guide.number }, "");
    Object.assign(guide, sopbookWalk.parse(guide.flow, sopbookPlace.read()));
    if (guide.visits.length === 0) guide.visits = sopbookPlace.begin(guide.flow);
    shown = sopbookDraw.draw(guide, go);
    isLate = shown.tick();
    const canGoBack = state.sopbookStep || state.sopbookHand || isOnTheWay(guide);
    one(guide.section, "[data-do=back]").toggleAttribute("disabled", !canGoBack);
    // A help desk that embeds this keeps its own focus until somebody comes here.
    if (!(isFirst && sopbookPlace.isCompact())) focus(guide);
    isFirst = false;
  }

  /** @param {SopbookGuided} guide */
  const isOnTheWay = ({ flow, visits }) => visits.length > 1 && !sopbookPlace.isBegin(flow, visits);

  /** @returns {SopbookGuided} */
  function opened() {
    const template = /** @type {HTMLTemplateElement} */ (one(document, "#sopbook-guide"));
    const section = copy(template);
    template.closest("article")?.prepend(section);
    section.addEventListener("click", onClick);
    section.addEventListener("change", onTick);
    const flow = sopbookWalk.flow(sopbookSteps.read());
    const sop = one(section, "h1").textContent ?? "";
    const about = { section, words: template.dataset, flow, sop, title: document.title };
    return { ...about, chart: unfold(section), visits: [], number: 0, isLost: false, isCut: false };
  }

  /** The page's own chart moves here: a copy would have its ids twice. @param {HTMLElement} section */
  function unfold(section) {
    const [map, trail] = all(section, "details");
    const isWide = matchMedia(WIDE).matches;
    for (const fold of [map, trail]) fold?.toggleAttribute("open", isWide);
    /** @type {SVGSVGElement | null} */
    const chart = one(document, `${HOME} > .sop-svg`);
    if (!(chart && map)) return null;
    one(map, "div").append(chart);
    map.addEventListener("toggle", () => {
      sopbookDraw.fit(chart);
      if (map.hasAttribute("open") && !isWide) map.scrollIntoView({ block: "nearest" });
    });
    return chart;
  }

  function leave() {
    if (!guide) return;
    const { section, chart, title } = guide;
    history.scrollRestoration = scrolling;
    if (chart) one(document, HOME)?.append(chart);
    if (chart) sopbookDraw.mark(chart, []);
    if (section.isConnected) offerReturn(guide);
    section.remove();
    document.title = title;
    guide = undefined;
    shown = { tick: () => false, told: [] };
    (one(document, ".sopbook-begin__return") ?? one(document, ".sopbook-begin a"))?.focus();
  }

  /** Who closed it by mistake finds the same case at the same step again. @param {SopbookGuided} guide */
  function offerReturn(guide) {
    const { section, flow, visits, number } = guide;
    const begin = one(document, ".sopbook-begin");
    if (!isOnTheWay(guide)) return;
    one(begin, ".sopbook-begin__return")?.remove();
    const said = one(section, ".sopbook-guide__summary [data-do=back]").textContent ?? "";
    const href = new URL(sopbookPlace.address(flow, visits)).search;
    const link = make("a", { href, target: "_self", class: "sopbook-begin__return" }, said);
    link.onclick = () => sopbookCases.send(link.href, number);
    begin.firstElementChild?.after(link);
  }

  /** @param {SopbookGuided} guide */
  function focus({ section }) {
    const heading = all(section, "h2").find((each) => each.checkVisibility());
    heading?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /* Moves */

  /** @type {SopbookGo} */
  function go(visits) {
    if (!guide) return;
    const { flow, number } = guide;
    const state = sopbookPlace.state(flow, visits, number);
    history.pushState({ ...state, sopbookStep: true }, "", sopbookPlace.address(flow, visits));
    show();
  }

  /** @param {string} id */
  const jump = (id) => go(sopbookWalk.onward(guide?.visits ?? [], sopbookWalk.option("jump", id)));

  /** @type {Record<string, (guide: SopbookGuided, link: HTMLElement) => void>} */
  const ACTS = {
    back(guide) {
      const { flow, number, visits } = guide;
      const { sopbookStep, sopbookHand } = sopbookPlace.remembered();
      if (sopbookStep || sopbookHand) history.back();
      else if (isOnTheWay(guide)) {
        const before = visits.slice(0, -1);
        const address = sopbookPlace.address(flow, before);
        history.replaceState(sopbookPlace.state(flow, before, number), "", address);
        show();
      }
    },
    restart({ number }) {
      const sopbookCase = sopbookCases.begin(sopbookCases.get(number).parent);
      history.pushState({ sopbookCase }, "", sopbookPlace.asked());
      show();
    },
    hand() {
      const state = sopbookPlace.remembered();
      if (!state.sopbookHand) history.pushState({ ...state, sopbookHand: true }, "");
      show();
    },
    close: () => sopbookLead.begin(location.pathname),
    print: () => print(),
    run: (guide, link) => send(link, sopbookCases.begin(asParent(guide))),
    return: ({ number }, link) => send(link, sopbookCases.get(number).parent?.number ?? 0),
  };

  /** Another SOP is run on its own page, which leads back here. @param {SopbookGuided} guide @returns {SopbookParent} */
  function asParent({ flow, visits, number, sop: title }) {
    const { parent } = sopbookCases.get(number);
    const [after] = sopbookWalk.options(flow, visits);
    const next = after ? sopbookWalk.onward(visits, after) : visits;
    return {
      number,
      title,
      top: parent?.top ?? title,
      depth: parent ? parent.depth + 1 : 0,
      here: sopbookPlace.address(flow, visits),
      next: sopbookPlace.address(flow, next),
      key: sopbookSummary.key(visits),
      lines: [...(parent?.lines ?? []), ...shown.told],
    };
  }

  /** @param {HTMLElement} link @param {number} number */
  const send = (link, number) => sopbookCases.send(/** @type {any} */ (link).href, number);

  /* Buttons and keys */

  /** @param {MouseEvent} event */
  function onClick(event) {
    const chosen = /** @type {Element} */ (event.target).closest("button, a");
    // In another tab, a link begins something of its own.
    if (!(guide && chosen) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (chosen instanceof SVGElement) {
      event.preventDefault();
      jump(sopbookDraw.target(chosen));
    } else if (chosen instanceof HTMLElement) ACTS[chosen.dataset.do ?? ""]?.(guide, chosen);
  }

  /** @param {Event} event */
  function onTick({ target }) {
    if (!(guide && target instanceof HTMLInputElement)) return;
    const { need = "" } = target.dataset;
    const others = sopbookCases.get(guide.number).ticked.filter((one) => one !== need);
    sopbookCases.set(guide.number, { ticked: target.checked ? [...others, need] : others });
  }

  /** @returns {HTMLElement[]} */
  const answers = () =>
    guide && !sopbookPlace.remembered().sopbookHand ? all(guide.section, ".sopbook-answer") : [];

  /** @param {string} key */
  function press(key) {
    if (!guide) return false;
    const found = answers();
    const shortcut = `[data-do][aria-keyshortcuts="${CSS.escape(key)}"]`;
    const only = key === "n" && found.length === 1 && found[0];
    const chosen = only || (found[Number(key) - 1] ?? one(guide.section, shortcut));
    chosen?.click();
    return Boolean(chosen);
  }

  function tick() {
    const isOver = shown.tick();
    // It is said; those who look see it at the step's time, and no button moves under the finger.
    if (guide && isOver !== isLate)
      one(guide.section, ".sopbook-guide__said").textContent = guide.words.passed ?? "";
    isLate = isOver;
  }

  setInterval(tick, SECOND);
  sopbookLead.leads.walk = { show, leave, press };
})();
