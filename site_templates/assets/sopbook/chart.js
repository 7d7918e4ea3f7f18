// @ts-check
/** The frame of a flowchart: its tools, and the large view. Works from a file as well. */
(() => {
  "use strict";

  const LEAST = 0.2;
  const MOST = 4;
  const STEP = 1.25;
  /** How far a finger moves before it drags, in px. */
  const STILL = 4;

  /**
   * A chart on the page: `home` is its place there, `view` where it stands now.
   *
   * @typedef {{
   *   svg: SVGSVGElement, home: HTMLElement, large: HTMLDialogElement, room: HTMLElement,
   *   view: HTMLElement, width: number, height: number, scale: number,
   * }} Chart
   */

  /** @type {Chart[]} */
  let charts = [];

  function start() {
    const found = /** @type {NodeListOf<HTMLElement>} */ (
      document.querySelectorAll("[data-sop-chart]")
    );
    charts = [...found].flatMap(opened);
  }

  /**
   * @param {HTMLElement} root
   * @returns {Chart[]}
   */
  function opened(root) {
    const svg = root.querySelector("svg.sop-svg");
    const large = root.querySelector("dialog");
    const [home, room] = root.querySelectorAll(".sop-chart__view");
    if (!(svg instanceof SVGSVGElement && large)) return [];
    if (!(home instanceof HTMLElement && room instanceof HTMLElement)) return [];
    const { width, height } = svg.viewBox.baseVal;
    const chart = { svg, home, large, room, view: home, width, height, scale: 1 };
    for (const tools of root.querySelectorAll(".sop-chart__tools")) tools.removeAttribute("hidden");
    root.addEventListener("click", (event) => onClick(chart, event));
    root.addEventListener("keydown", (event) => onKey(chart, event));
    large.addEventListener("close", () => takeHome(chart));
    drag(chart);
    if (root.closest("[data-sop-fit]") && matchMedia("(min-width: 45em)").matches) fit(chart);
    return [chart];
  }

  /* Zoom */

  /**
   * @param {Chart} chart
   * @param {number} scale
   * @param {{ x: number, y: number }} [at] what stays where it is, in the window
   */
  function zoom(chart, scale, at = middle(chart.view)) {
    const { svg, view, width, height } = chart;
    const old = svg.getBoundingClientRect();
    const [across, down] = [(at.x - old.left) / old.width, (at.y - old.top) / old.height];
    chart.scale = Math.min(MOST, Math.max(LEAST, scale));
    svg.setAttribute("width", String(width * chart.scale));
    svg.setAttribute("height", String(height * chart.scale));
    const now = svg.getBoundingClientRect();
    view.scrollLeft += now.left + across * now.width - at.x;
    view.scrollTop += now.top + down * now.height - at.y;
  }

  /** @param {Element} view */
  function middle(view) {
    const { left, top, width, height } = view.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }

  /** @param {Chart} chart */
  function fit(chart) {
    const { paddingLeft, paddingRight } = getComputedStyle(chart.view);
    const across = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
    zoom(chart, (chart.view.clientWidth - across) / chart.width);
  }

  /* Large */

  /** @param {Chart} chart */
  function enlarge(chart) {
    // The page keeps its place while the picture is away.
    chart.home.style.minHeight = `${chart.home.offsetHeight}px`;
    chart.room.append(chart.svg);
    chart.view = chart.room;
    chart.large.showModal();
    zoom(chart, 1);
    chart.room.scrollTop = 0;
    chart.room.scrollLeft = (chart.room.scrollWidth - chart.room.clientWidth) / 2;
  }

  /** @param {Chart} chart */
  function takeHome(chart) {
    chart.home.append(chart.svg);
    chart.view = chart.home;
    zoom(chart, 1);
    chart.home.style.minHeight = "";
  }

  /**
   * Dragging moves the large view; two fingers, or Ctrl and the wheel, zoom it.
   *
   * @param {Chart} chart
   */
  function drag(chart) {
    const { room } = chart;
    /** @type {Map<number, PointerEvent>} */
    const fingers = new Map();
    let moved = 0;

    /** @param {PointerEvent} event */
    function onDown(event) {
      if (fingers.size === 0) moved = 0;
      if (event.button === 0) fingers.set(event.pointerId, event);
    }

    /** @param {PointerEvent} event */
    function onMove(event) {
      const last = fingers.get(event.pointerId);
      if (!last) return;
      const gap = span(fingers);
      fingers.set(event.pointerId, event);
      const [across, down] = [event.clientX - last.clientX, event.clientY - last.clientY];
      moved += Math.abs(across) + Math.abs(down);
      if (gap > 0) zoom(chart, (chart.scale * span(fingers)) / gap, between(fingers));
      room.scrollLeft -= across / fingers.size;
      room.scrollTop -= down / fingers.size;
      room.classList.toggle("is-dragged", moved > STILL);
    }

    /** @param {PointerEvent} event */
    function onUp(event) {
      fingers.delete(event.pointerId);
      room.classList.remove("is-dragged");
    }

    room.addEventListener("pointerdown", onDown);
    room.addEventListener("pointermove", onMove);
    room.addEventListener("pointerup", onUp);
    room.addEventListener("pointercancel", onUp);
    room.addEventListener("pointerleave", onUp);
    // Letting go of a drag over a step is no click on it.
    room.addEventListener("click", (event) => moved > STILL && swallow(event), true);
    room.addEventListener("dragstart", (event) => event.preventDefault());
    room.addEventListener("wheel", (event) => onWheel(chart, event), { passive: false });
  }

  /** @param {Map<number, PointerEvent>} fingers */
  function span(fingers) {
    const [one, other] = fingers.values();
    return one && other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) : 0;
  }

  /** @param {Map<number, PointerEvent>} fingers */
  function between(fingers) {
    const [one, other] = /** @type {[PointerEvent, PointerEvent]} */ ([...fingers.values()]);
    return { x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 };
  }

  /**
   * @param {Chart} chart
   * @param {WheelEvent} event
   */
  function onWheel(chart, event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(chart, chart.scale * 1.002 ** -event.deltaY, { x: event.clientX, y: event.clientY });
  }

  /** @param {Event} event */
  function swallow(event) {
    event.preventDefault();
    event.stopPropagation();
  }

  /* Buttons and keys */

  /** @type {Record<string, (chart: Chart) => void>} */
  const TOOLS = {
    in: (chart) => zoom(chart, chart.scale * STEP),
    out: (chart) => zoom(chart, chart.scale / STEP),
    fit,
    reset: (chart) => zoom(chart, 1),
    large: enlarge,
    close: (chart) => chart.large.close(),
  };

  /** @type {Record<string, string>} */
  const KEYS = { "+": "in", "=": "in", "-": "out", 0: "reset" };

  /**
   * @param {Chart} chart
   * @param {Event} event
   */
  function onClick(chart, event) {
    const target = event.target instanceof Element ? event.target : null;
    const tool = target?.closest("[data-sop-tool]")?.getAttribute("data-sop-tool");
    if (tool) TOOLS[tool]?.(chart);
    // A step leads to its place in the page, and the backdrop belongs to the dialog.
    else if (target === chart.large || target?.closest("svg.sop-svg a")) chart.large.close();
  }

  /**
   * @param {Chart} chart
   * @param {KeyboardEvent} event
   */
  function onKey(chart, event) {
    const tool = KEYS[event.key];
    if (!tool || event.ctrlKey || event.metaKey || event.altKey) return;
    TOOLS[tool]?.(chart);
    event.preventDefault();
  }

  /** Paper shows a chart at home and in its own size. */
  function beforePrint() {
    for (const chart of charts) {
      if (chart.large.open) chart.large.close();
      zoom(chart, 1);
    }
  }

  addEventListener("beforeprint", beforePrint);
  sopbookBase.onPage(start);
})();
