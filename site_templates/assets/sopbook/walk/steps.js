// @ts-check
/**
 * The steps of this page, as its list has them. What is shown of a step is a copy of its lines
 * there: words, links and contact cards have one place.
 *
 * @typedef {{id: string, kind: string, isOptional: boolean, joins: string,
 *   ways: {to: string, label: string}[]}} Step
 * @typedef {{id: string, name: string, isRole: boolean, page: string}} Doer
 */
(() => {
  "use strict";

  const BEGIN = "step-";
  const KIND = "sopbook-step--";
  const OPTIONAL = "optional";

  /** @type {WeakMap<Element, string>} */
  const captions = new WeakMap();

  /** @returns {HTMLElement[]} */
  function items() {
    return [...document.querySelectorAll(`li[id^="${BEGIN}"][data-step]`)].filter(
      (item) => item instanceof HTMLElement,
    );
  }

  /** @returns {Step[]} */
  function read() {
    const all = items();
    return all.map((item, place) => {
      const kind = kindOf(item);
      const jumps = [...item.querySelectorAll(".sopbook-jumps a")].map(way);
      const next = all[place + 1]?.dataset.step;
      const isLast = kind === "end" || item.dataset.sopbookStop !== undefined || !next;
      return {
        id: item.dataset.step ?? "",
        kind,
        isOptional: item.classList.contains(KIND + OPTIONAL),
        joins: item.dataset.sopbookJoins ?? "",
        ways: jumps.length > 0 || isLast ? jumps : [{ to: next ?? "", label: "" }],
      };
    });
  }

  /** @param {Element} item */
  function kindOf(item) {
    const kinds = [...item.classList].filter((name) => name.startsWith(KIND));
    return kinds.map((name) => name.slice(KIND.length)).find((name) => name !== OPTIONAL) ?? "";
  }

  /** @param {Element} link */
  function way(link) {
    const to = link.getAttribute("href")?.split(`#${BEGIN}`)[1] ?? "";
    return { to, label: link.getAttribute("data-sopbook-way") ?? "" };
  }

  /** @param {string} id */
  function item(id) {
    return document.getElementById(BEGIN + id);
  }

  /** @param {string} id */
  function caption(id) {
    const step = item(id);
    if (!step) return "";
    const known = captions.get(step) ?? captionOf(step);
    captions.set(step, known);
    return known;
  }

  /** @param {HTMLElement} step */
  function captionOf(step) {
    const line = step.querySelector(".sopbook-step__caption")?.cloneNode(true);
    if (!(line instanceof Element)) return "";
    for (const extra of line.querySelectorAll(".sopbook-step__kind, .sopbook-badge"))
      extra.remove();
    return (line.textContent ?? "").trim().replaceAll(/\s+/g, " ");
  }

  /** @param {string} id */
  function number(id) {
    return item(id)?.querySelector(".sopbook-step__number")?.textContent ?? "";
  }

  /**
   * A copy of a step's lines, without what only the list needs.
   *
   * @param {string} id
   */
  function body(id) {
    const lines = item(id)?.querySelector(".sopbook-step__body")?.cloneNode(true);
    if (!(lines instanceof HTMLElement)) return document.createElement("div");
    const [top, ...rest] = lines.querySelectorAll(".sopbook-step__top, .sopbook-jumps");
    for (const line of top ? [top, ...rest] : rest) line.remove();
    for (const named of lines.querySelectorAll("[id]")) named.removeAttribute("id");
    for (const mark of lines.querySelectorAll(".headerlink")) mark.remove();
    return lines;
  }

  /**
   * @param {string} id
   * @param {string} selector
   */
  function texts(id, selector) {
    const found = item(id)?.querySelectorAll(selector) ?? [];
    return [...found].map((one) => one.textContent ?? "");
  }

  /** @param {string} id */
  function needs(id) {
    return texts(id, ".sopbook-step__need");
  }

  /** What is needed and what comes out of it. @param {string} id */
  function things(id) {
    return texts(id, ".sopbook-step__need, .sopbook-step__give");
  }

  /**
   * Who does it; machines and the customer take nothing over.
   *
   * @param {string} id
   * @returns {Doer[]}
   */
  function doers(id) {
    const found = /** @type {NodeListOf<HTMLElement> | undefined} */ (
      item(id)?.querySelectorAll("[data-sopbook-by]")
    );
    return [...(found ?? [])].map(({ dataset, textContent }) => ({
      id: dataset.sopbookBy ?? "",
      name: textContent?.trim() ?? "",
      isRole: dataset.sopbookRole !== undefined,
      page: dataset.sopbookPage ?? "",
    }));
  }

  /**
   * How long there is for a step, in seconds; 0 where nobody said.
   *
   * @param {string} id
   */
  function within(id) {
    return Number(item(id)?.dataset.sopbookWithin ?? 0);
  }

  /**
   * The other SOP that a step runs.
   *
   * @param {string} id
   * @returns {HTMLAnchorElement | null}
   */
  function sop(id) {
    return item(id)?.querySelector(".sopbook-step__caption a[href]") ?? null;
  }

  const sopbookSteps = { read, item, caption, number, body, needs, things, doers, within, sop };
  Object.assign(globalThis, { sopbookSteps });
})();
