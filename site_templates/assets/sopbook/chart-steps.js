// @ts-check
/** The steps in a flowchart: arrow keys along the arrows, and marks here and in the list. */
(() => {
  "use strict";

  const STEP = "svg.sop-svg a";
  const MARKED = "sop-is-marked";
  const CURRENT = "sop-is-current";

  /**
   * The steps of a chart by their places: which lead on from each, and which lead to it.
   * `way` is the step we came from.
   *
   * @typedef {{
   *   svg: Element, links: SVGElement[], next: number[][], before: number[][], way: number,
   * }} Steps
   */

  /** @type {Steps[]} */
  let charts = [];

  function start() {
    charts = [...document.querySelectorAll("svg.sop-svg")].map(read);
    showCurrent();
  }

  /**
   * @param {Element} svg
   * @returns {Steps}
   */
  function read(svg) {
    const links = [...svg.querySelectorAll("[href]")].filter((link) => link instanceof SVGElement);
    /** @type {Steps} */
    const steps = { svg, links, next: links.map(() => []), before: links.map(() => []), way: -1 };
    for (const line of svg.querySelectorAll("[data-way]")) {
      const [from, to] = ends(line);
      steps.next[from]?.push(to);
      steps.before[to]?.push(from);
    }
    // The steps can be reached one by one, so the frame need not be a stop of its own.
    svg.parentElement?.removeAttribute("tabindex");
    stopAt(steps, 0);
    svg.addEventListener("keydown", (event) => onKey(steps, event));
    return steps;
  }

  /**
   * @param {Element} line
   * @returns {[number, number]}
   */
  function ends(line) {
    const [from, to] = (line.getAttribute("data-way") ?? "").split(" ").map(Number);
    return [(from ?? 0) - 1, (to ?? 0) - 1];
  }

  /* Keys */

  /** @type {Record<string, (steps: Steps, here: number) => number>} */
  const MOVES = {
    ArrowDown: (steps, here) => steps.next[here]?.[0] ?? here,
    ArrowUp: (steps, here) => parent(steps, here) ?? here,
    ArrowRight: (steps, here) => beside(steps, here, 1),
    ArrowLeft: (steps, here) => beside(steps, here, -1),
    Home: () => 0,
    End: (steps) => steps.links.length - 1,
  };

  /** In the page only: in the large view the key closes that. */
  const ACTS = /** @type {Record<string, (steps: Steps, here: number) => void>} */ ({
    Escape: leave,
  });

  /**
   * @param {Steps} steps
   * @param {Event} event
   */
  function onKey(steps, event) {
    if (!(event instanceof KeyboardEvent)) return;
    const here = placeOf(steps, event.target);
    if (here < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const [move, act] = [MOVES[event.key], ACTS[event.key]];
    if (move) go(steps, here, move(steps, here));
    else if (act && !steps.svg.closest("dialog")) act(steps, here);
    else return;
    event.preventDefault();
  }

  /**
   * @param {Steps} steps
   * @param {number} here
   * @param {number} there
   */
  function go(steps, here, there) {
    if (steps.next[here]?.includes(there)) steps.way = here;
    steps.links[there]?.focus();
  }

  /**
   * Go to the same step in the list.
   *
   * @param {Steps} steps
   * @param {number} here
   */
  function leave(steps, here) {
    listed(steps, here)?.querySelector("a")?.focus();
  }

  /**
   * Where we came from; else the first step that leads here.
   *
   * @param {Steps} steps
   * @param {number} here
   */
  function parent(steps, here) {
    const before = steps.before[here] ?? [];
    return before.includes(steps.way) ? steps.way : before[0];
  }

  /**
   * The next branch of the same question, from left to right.
   *
   * @param {Steps} steps
   * @param {number} here
   * @param {number} by
   */
  function beside(steps, here, by) {
    const from = parent(steps, here);
    const branches = [...new Set(from === undefined ? [here] : steps.next[from])];
    branches.sort((one, other) => left(steps, one) - left(steps, other));
    return branches[branches.indexOf(here) + by] ?? here;
  }

  /**
   * @param {Steps} steps
   * @param {number} place
   */
  function left(steps, place) {
    return steps.links[place]?.getBoundingClientRect().left ?? 0;
  }

  /** @param {Event} event */
  function onFocus({ target }) {
    const steps = charts.find(({ svg }) => target instanceof Element && svg.contains(target));
    const here = steps ? placeOf(steps, target) : -1;
    if (!steps || here < 0) return;
    stopAt(steps, here);
    mark(steps, here);
  }

  /**
   * Tab comes to one step only: the one last in focus.
   *
   * @param {Steps} steps
   * @param {number} here
   */
  function stopAt(steps, here) {
    for (const link of steps.links) link.setAttribute("tabindex", "-1");
    steps.links[here]?.setAttribute("tabindex", "0");
  }

  /**
   * @param {Steps} steps
   * @param {EventTarget | null} target
   */
  function placeOf(steps, target) {
    const link = target instanceof Element ? target.closest(STEP) : null;
    return link instanceof SVGElement ? steps.links.indexOf(link) : -1;
  }

  /* Marks */

  /**
   * The same step in the list.
   *
   * @param {Steps} steps
   * @param {number} place
   */
  function listed(steps, place) {
    const address = steps.links[place]?.getAttribute("href") ?? "#";
    return document.getElementById(address.slice(1));
  }

  function unmark() {
    for (const marked of document.querySelectorAll(`.${MARKED}`)) marked.classList.remove(MARKED);
  }

  /**
   * Mark a step, its arrows, and its place in the list.
   *
   * @param {Steps} steps
   * @param {number} here
   */
  function mark(steps, here) {
    unmark();
    if (here < 0) return;
    steps.links[here]?.classList.add(MARKED);
    listed(steps, here)?.classList.add(MARKED);
    for (const line of steps.svg.querySelectorAll("[data-way]"))
      line.classList.toggle(MARKED, ends(line).includes(here));
  }

  /**
   * Pointing at a step in the chart or in the list marks it in both.
   *
   * @param {Event} event
   */
  function onPoint(event) {
    if (!(event.target instanceof Element)) return;
    const id = event.target.closest("li[data-step]")?.id;
    const link = id ? document.querySelector(`${STEP}[href="#${id}"]`) : event.target.closest(STEP);
    const steps = charts.find(({ svg }) => link && svg.contains(link));
    if (steps) mark(steps, placeOf(steps, link));
    else unmark();
  }

  /** Mark the step that the address names. */
  function showCurrent() {
    for (const link of charts.flatMap(({ links }) => links)) {
      const isCurrent = location.hash !== "" && link.getAttribute("href") === location.hash;
      link.classList.toggle(CURRENT, isCurrent);
      if (isCurrent) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
  }

  document.addEventListener("pointerover", onPoint);
  // Not on the picture: Chromium makes an SVG that listens for the focus a stop of its own.
  document.addEventListener("focusin", onFocus);
  document.addEventListener("focusout", unmark);
  addEventListener("hashchange", showCurrent);
  sopbookBase.onPage(start);
})();
