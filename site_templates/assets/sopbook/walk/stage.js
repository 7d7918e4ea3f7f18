// @ts-check
/**
 * One step, large: what to do, what is at hand, how long there is, and what can be answered.
 *
 * @typedef {{kind: string, to: string, label: string, hub: string, branch: number}} Option
 * @typedef {DOMStringMap} Words
 */
(() => {
  "use strict";

  const SECOND = 1000;
  /** Deadlines further away are a time of the day. */
  const WATCHED = 3600;
  /** Their kind needs no word. */
  const PLAIN = ":is(.sopbook-step--do,.sopbook-step--together,.sopbook-step--join)";

  const here = /** @type {any} */ (globalThis);
  const steps = here.sopbookSteps;
  const { make, time } = here.sopbookMake;
  const { fill } = here.sopbookBase;

  /**
   * @param {string} id
   * @param {Words} words
   * @param {number} count
   */
  function heading(id, words, count) {
    const kind = steps.item(id)?.querySelector(".sopbook-step__kind")?.textContent ?? "";
    const place = fill(words.step, { number: steps.number(id), count });
    const isNamed = steps.item(id)?.matches(PLAIN) ?? true;
    const above = isNamed ? place : `${place} · ${kind}`;
    return make(
      "h2",
      { tabindex: "-1" },
      make("span", { class: "sopbook-guide__place" }, `${above} `),
      make("span", {}, steps.caption(id)),
    );
  }

  /**
   * @param {string} id
   * @param {Words} words
   * @param {string[]} ticked
   */
  function lines(id, words, ticked) {
    const body = steps.body(id);
    body.querySelector(".sopbook-step__idea")?.remove();
    for (const link of body.querySelectorAll("a[href]:not([download])")) elsewhere(link, words);
    const named = body.querySelector(".sopbook-step__need")?.closest("div");
    if (named) named.replaceWith(needs(id, named.querySelector("dt")?.textContent ?? "", ticked));
    return body;
  }

  /**
   * The way is not lost by a look at the customer's record.
   *
   * @param {Element} link
   * @param {Words} words
   */
  function elsewhere(link, words) {
    if (/^(mailto|tel):/.test(link.getAttribute("href") ?? "")) return link;
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener");
    const label = link.getAttribute("aria-label");
    if (label) link.setAttribute("aria-label", `${label} (${words.new})`);
    else link.append(make("span", { class: "sopbook-heard" }, ` (${words.new})`));
    return link;
  }

  /**
   * @param {string} id
   * @param {string} title
   * @param {string[]} ticked
   */
  function needs(id, title, ticked) {
    const boxes = steps.needs(id).map((/** @type {string} */ need) => {
      const box = make("input", { type: "checkbox", "data-need": need });
      box.checked = ticked.includes(need);
      return make("label", {}, box, make("span", {}, need));
    });
    return make("div", {}, make("dt", {}, title), make("dd", {}, ...boxes));
  }

  /**
   * What is done at the same time, and which of it is begun or done.
   *
   * @param {{label: string}[]} ways
   * @param {number[]} left
   * @param {Words} words
   */
  function branches(ways, left, words) {
    const all = ways.map(({ label }, place) => {
      const isDone = !left.includes(place);
      const said = isDone ? `✓ ${label}: ${words.done}` : `○ ${label}`;
      return make("li", isDone ? { class: "is-done" } : {}, said);
    });
    const list = make("ul", { class: "sopbook-guide__branches", role: "list" }, ...all);
    return make("div", {}, make("p", {}, words.together ?? ""), list);
  }

  /* Answers */

  /**
   * @param {Option} option
   * @param {string} kind The step's.
   * @param {Words} words
   */
  function said({ kind: how, to, label }, kind, words) {
    if (how === "start") return steps.caption(to);
    if (how === "way") return label || words[kind];
    return fill(words[how], { label });
  }

  /**
   * @param {Option} option
   * @param {number} place Among what can be chosen.
   * @param {string} kind
   * @param {Words} words
   */
  function answer(option, place, kind, words) {
    const button = make("button", {
      type: "button",
      "data-option": String(place),
      "data-kind": option.kind,
    });
    button.append(make("span", {}, said(option, kind, words)));
    if (option.kind === "way" || option.kind === "skip") {
      const sop = steps.caption(option.to);
      button.append(make("small", {}, fill(words.then, { sop })));
    }
    return button;
  }

  /**
   * Keys 1 to 9 choose.
   *
   * @param {HTMLElement} place
   * @param {HTMLElement[]} choices
   */
  function offer(place, choices) {
    for (const [at, choice] of choices.entries()) {
      choice.classList.add("sopbook-answer");
      if (at > 8) continue;
      choice.setAttribute("aria-keyshortcuts", String(at + 1));
      choice.prepend(make("kbd", { "aria-hidden": "true" }, String(at + 1)));
    }
    place.replaceChildren(...choices);
    place.hidden = choices.length === 0;
  }

  /* How long there is */

  /**
   * @param {HTMLElement} body
   * @param {string} id
   * @param {number} opened
   * @param {Words} words
   * @returns {() => boolean} Shows the time; says whether it is over.
   */
  function clock(body, id, opened, words) {
    const seconds = steps.within(id);
    const line = body.querySelector(".sopbook-step__within");
    if (!(seconds && line)) return () => false;
    const face = make("strong", { class: "sopbook-guide__clock", role: "timer" });
    line.append(" ", face);
    return () => {
      const gone = (Date.now() - opened) / SECOND;
      const left = here.sopbookWalk.left(seconds, gone);
      const due = time(opened + seconds * SECOND);
      const [running, over] =
        seconds < WATCHED ? [words.left, words.over] : [words.until, words.late];
      const shown = seconds < WATCHED ? left.text : due;
      face.textContent = fill(left.isOver ? over : running, { time: shown });
      face.classList.toggle("is-over", left.isOver);
      return left.isOver;
    };
  }

  Object.assign(globalThis, {
    sopbookStage: { heading, lines, elsewhere, branches, answer, offer, clock },
  });
})();
