// @ts-check
/**
 * The checklist: the SOP as a list to tick, for one case. Ticks and answers are known to this tab
 * only. Steps of answers that were not given are still readable, and marked.
 *
 * @typedef {{ticked: string[], skipped: string[], answers: Record<string, number>}} Ticks
 */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);
  const { sopbookWalk: walk, sopbookSteps: steps } = here;
  const { make } = here.sopbookMake;
  const { fill } = here.sopbookBase;
  const LISTS = ":scope > :is(ol:not([class]),ul:not([class]),h2,h3)";
  /** Nothing to do: they begin, end and hold together. */
  const BARE = ["start", "end", "together", "join"];

  /** @type {{section: HTMLElement, words: DOMStringMap, flow: any} | undefined} */
  let list;
  /** @type {Ticks} For tabs that may keep nothing. */
  let kept = nothing();

  /** @returns {Ticks} */
  function nothing() {
    return { ticked: [], skipped: [], answers: {} };
  }

  function key() {
    return `sopbook-checklist:${location.pathname}`;
  }

  /** @returns {Ticks} */
  function read() {
    try {
      const found = JSON.parse(sessionStorage.getItem(key()) ?? "null");
      if (found?.ticked && found.skipped && found.answers) kept = found;
    } catch {
      // Refused, or not ours.
    }
    return kept;
  }

  /** @param {Ticks} ticks */
  function write(ticks) {
    kept = ticks;
    try {
      sessionStorage.setItem(key(), JSON.stringify(ticks));
    } catch {
      // Full, or refused.
    }
    mark();
  }

  /* Opening and closing */

  function show() {
    if (list?.section.isConnected) return;
    const template = document.getElementById("sopbook-checklist");
    const article = template?.closest("article");
    if (!(template instanceof HTMLTemplateElement && article)) return;
    const section = template.content.firstElementChild?.cloneNode(true);
    if (!(section instanceof HTMLElement)) return;
    const { dataset: words } = template;
    const all = steps.read();
    list = { section, words, flow: walk.flow(all) };
    const lines = all.length > 0 ? [ofSteps(all, words)] : ofText(article);
    section.querySelector(".sopbook-checklist__list")?.append(...lines);
    const address = section.querySelector(".sopbook-checklist__address");
    // A file's address tells how this computer's folders are named.
    if (location.protocol === "file:") address?.parentElement?.remove();
    else if (address) address.textContent = location.origin + location.pathname;
    article.prepend(section);
    section.addEventListener("change", onChange);
    section.addEventListener("click", onClick);
    mark();
    if (!new URLSearchParams(location.search).has("compact")) section.querySelector("h1")?.focus();
    scrollTo(0, 0);
  }

  function leave() {
    if (!list) return;
    list.section.remove();
    list = undefined;
    const link = document.querySelector(".sopbook-begin__list");
    if (link instanceof HTMLElement) link.focus();
  }

  /* The lines */

  /**
   * @param {{id: string, kind: string, isOptional: boolean, ways: {label: string, to: string}[]}[]} all
   * @param {DOMStringMap} words
   */
  function ofSteps(all, words) {
    const lines = all.map(({ id, kind, isOptional, ways }) => {
      const title = `${steps.number(id)}. ${steps.caption(id)}`;
      const head = BARE.includes(kind)
        ? make("p", {}, title)
        : box({ type: "checkbox", "data-tick": id }, title);
      const body = make("div", {}, head, ...about(id, words));
      if (isOptional) body.append(box({ type: "checkbox", "data-skip": id }, words.skip ?? ""));
      if (kind === "ask") body.append(answers(id, title, ways));
      return make("li", { "data-id": id }, body, make("p", { hidden: "" }, words.apart ?? ""));
    });
    return make("ol", { role: "list" }, ...lines);
  }

  /**
   * Who, when, to whom, and what must be at hand.
   *
   * @param {string} id
   * @param {DOMStringMap} words
   */
  function about(id, words) {
    const body = steps.body(id);
    const parts = body.querySelectorAll(
      ".sopbook-step__when, .sopbook-step__facts, .sopbook-handover",
    );
    const href = steps.sop(id)?.href;
    const open = fill(words.open, { sop: steps.caption(id) });
    const links = href ? [make("p", {}, make("a", { href }, open))] : [];
    const needs = steps
      .needs(id)
      .map((/** @type {string} */ need) =>
        box({ type: "checkbox", "data-tick": `${id} ${need}` }, need),
      );
    return [...parts, ...links, ...needs];
  }

  /**
   * @param {Record<string, string>} traits
   * @param {string} text
   */
  function box(traits, text) {
    return make("label", {}, make("input", traits), make("span", {}, text));
  }

  /**
   * @param {string} id
   * @param {string} title
   * @param {{label: string, to: string}[]} ways
   */
  function answers(id, title, ways) {
    const boxes = ways.map(({ label, to }, place) =>
      box(
        { type: "radio", name: `sopbook-${id}`, "data-answer": id, value: String(place) },
        `${label} → ${steps.number(to)}`,
      ),
    );
    return make("div", { role: "radiogroup", "aria-label": title }, ...boxes);
  }

  /**
   * Lists of the text, below their headings; a heading without one is left out.
   *
   * @param {Element} article
   */
  function ofText(article) {
    const parts = [...article.querySelectorAll(LISTS)].map(plain);
    const isKept = (/** @type {Element | undefined} */ part) => part && !/^H\d$/.test(part.tagName);
    const found = parts.filter((part, place) => isKept(part) || isKept(parts[place + 1]));
    const items = found.flatMap((part) => [...part.querySelectorAll("li")]);
    for (const [place, item] of items.entries()) tickable(item, `item-${place}`);
    return found;
  }

  /** @param {Element} part */
  function plain(part) {
    const copy = /** @type {Element} */ (part.cloneNode(true));
    for (const mark of copy.querySelectorAll(".headerlink")) mark.remove();
    for (const named of [copy, ...copy.querySelectorAll("[id]")]) named.removeAttribute("id");
    return copy;
  }

  /**
   * @param {Element} item
   * @param {string} id
   */
  function tickable(item, id) {
    const nested = [...item.children].filter((part) => /^[OU]L$/.test(part.tagName));
    for (const part of nested) part.remove();
    const label = make("label", {}, make("input", { type: "checkbox", "data-tick": id }));
    label.append(make("span", {}, ...item.childNodes));
    item.setAttribute("data-id", id);
    item.replaceChildren(label, ...nested);
  }

  /* Ticks */

  function mark() {
    if (!list) return;
    const { section, words, flow } = list;
    const { ticked, skipped, answers } = read();
    for (const input of section.querySelectorAll("input")) {
      const { tick = "", skip = "", answer = "" } = input.dataset;
      const isGiven = answers[answer] === Number(input.value);
      input.checked = ticked.includes(tick) || skipped.includes(skip) || isGiven;
    }
    const applying = walk.applying(flow, answers);
    for (const item of section.querySelectorAll("li[data-id]")) {
      const id = item.getAttribute("data-id") ?? "";
      const isApart = flow.steps.size > 0 && !applying.has(id);
      item.classList.toggle("is-apart", isApart || skipped.includes(id));
      item.querySelector(":scope > p")?.toggleAttribute("hidden", !isApart);
    }
    tell(section, words);
  }

  /**
   * @param {HTMLElement} section
   * @param {DOMStringMap} words
   */
  function tell(section, words) {
    const boxes = [...section.querySelectorAll("li:not(.is-apart) [data-tick]")];
    const count = boxes.length;
    const done = boxes.filter((one) => one instanceof HTMLInputElement && one.checked).length;
    const place = section.querySelector(".sopbook-checklist__count");
    if (place) place.textContent = fill(words.count, { done, count });
  }

  /** @param {Event} event */
  function onChange({ target }) {
    if (!(target instanceof HTMLInputElement)) return;
    const { tick, skip, answer } = target.dataset;
    const { ticked, skipped, answers } = read();
    const isOn = target.checked;
    // What was done was needed: one takes the other back.
    if (tick)
      write({
        ticked: changed(ticked, tick, isOn),
        skipped: changed(skipped, tick, false),
        answers,
      });
    else if (skip)
      write({
        ticked: changed(ticked, skip, false),
        skipped: changed(skipped, skip, isOn),
        answers,
      });
    else if (answer) {
      const all = { ...answers, [answer]: Number(target.value) };
      write({ ticked: changed(ticked, answer, true), skipped, answers: all });
    }
  }

  /**
   * @param {string[]} all
   * @param {string} one
   * @param {boolean} isOn
   */
  function changed(all, one, isOn) {
    const others = all.filter((each) => each !== one);
    return isOn ? [...others, one] : others;
  }

  /** @param {Event} event */
  function onClick({ target }) {
    const act = target instanceof Element && target.closest("[data-do]")?.getAttribute("data-do");
    if (act === "reset") write(nothing());
    else if (act === "print") print();
    else if (act === "close") here.sopbookLead.begin(location.pathname);
  }

  Object.assign(globalThis, { sopbookChecklist: { show, leave } });
})();
