// @ts-check
/** Beside a step: the flowchart with one's place in it, what was done, and every step to go to. */
(() => {
  "use strict";

  /** How small a chart may become: its words are still words. */
  const LEAST = 0.45;
  const CURRENT = "sop-is-current";
  const DONE = "sop-is-done";

  const here = /** @type {any} */ (globalThis);
  const steps = here.sopbookSteps;
  const { make } = here.sopbookMake;

  /** @typedef {{svg: SVGSVGElement, home: Element, room: HTMLElement}} Map */

  /**
   * The page's own chart moves here: a copy would have its ids twice.
   *
   * @param {HTMLDetailsElement} fold
   * @returns {Map | undefined}
   */
  function borrow(fold) {
    const svg = document.querySelector(".sopbook-flow .sop-svg");
    const room = fold.querySelector("div");
    if (!(svg instanceof SVGSVGElement && svg.parentElement && room)) return;
    const map = { svg, home: svg.parentElement, room };
    room.append(svg);
    return map;
  }

  /** @param {Map} map */
  function giveBack({ svg, home }) {
    const { width, height } = svg.viewBox.baseVal;
    resize(svg, width, height, 1);
    mark(svg, "", []);
    home.append(svg);
  }

  /**
   * @param {SVGSVGElement} svg
   * @param {number} width
   * @param {number} height
   * @param {number} scale
   */
  function resize(svg, width, height, scale) {
    svg.setAttribute("width", String(width * scale));
    svg.setAttribute("height", String(height * scale));
  }

  /**
   * @param {SVGSVGElement} svg
   * @param {string} current
   * @param {string[]} done
   */
  function mark(svg, current, done) {
    for (const link of svg.querySelectorAll("a")) {
      const id = target(link);
      link.classList.toggle(CURRENT, id === current);
      link.classList.toggle(DONE, done.includes(id));
      if (id === current) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    }
  }

  /** @param {Element} link */
  function target(link) {
    return link.getAttribute("href")?.split("#step-")[1] ?? "";
  }

  /**
   * As wide as there is room, with the place where one is in the middle.
   *
   * @param {Map} map
   */
  function focusOn({ svg, room }) {
    if (!room.closest("details")?.open) return;
    const { width, height } = svg.viewBox.baseVal;
    resize(svg, width, height, Math.min(1, Math.max(LEAST, room.clientWidth / width)));
    const box = svg.querySelector(`.${CURRENT}`)?.getBoundingClientRect();
    if (!box) return;
    const view = room.getBoundingClientRect();
    room.scrollTop += box.top + box.height / 2 - view.top - view.height / 2;
    room.scrollLeft += box.left + box.width / 2 - view.left - view.width / 2;
  }

  /**
   * @param {Map} map
   * @param {string} current
   * @param {string[]} done
   */
  function show(map, current, done) {
    mark(map.svg, current, done);
    focusOn(map);
  }

  /**
   * @param {{text: string, said: string}[]} lines
   */
  function trail(lines) {
    return lines.map(({ text, said }, place) => {
      const button = make("button", { type: "button", "data-place": String(place) }, text);
      return make("li", {}, button, " ", make("span", {}, said));
    });
  }

  /**
   * @param {Iterable<string>} ids
   * @param {string} current
   */
  function all(ids, current) {
    return [...ids].map((id) => {
      const title = `${steps.number(id)}. ${steps.caption(id)}`;
      const now = id === current ? { "aria-current": "step" } : {};
      return make("li", {}, make("button", { type: "button", "data-to": id, ...now }, title));
    });
  }

  Object.assign(globalThis, {
    sopbookAside: { borrow, giveBack, show, focusOn, target, trail, all },
  });
})();
