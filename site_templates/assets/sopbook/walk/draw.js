// @ts-check
/** What the guide shows: the step, its answers, what is beside it, and the hand-over. */
(() => {
  "use strict";

  const { make, one, all, fill, date, store } = sopbookBase;
  const { key, isForeign, ...summary } = sopbookSummary;
  const [SECOND, HOUR] = [1000, 3_600_000];
  /** Deadlines further away, in seconds, are a time of the day. */
  const WATCHED = 3600;
  /** Their kind needs no word. */
  const PLAIN = ["do", "together", "join"];
  /** How small a chart may become: its words are still words. */
  const LEAST = 0.45;

  /** @type {SopbookDraw["draw"]} */
  function draw(guide, go) {
    const { flow, visits, words, chart } = guide;
    const step = flow.steps.get(visits.at(-1)?.id ?? "");
    const view = { ...guide, ...opened(guide), step, go };
    const { isLost, isCut, parent } = view;
    put(view, "notice", (isLost && words.lost) || (isCut && words.earlier) || "");
    put(view, "before", before(view));
    put(view, "parent", parent ? away(parent.here, "return", words.up, parent.title) : "");
    put(view, "stage", taking(view), ...heading(view), branches(view), lines(view));
    put(view, "answers", ...numbered([...runs(view), ...answers(view), ...returns(view)]));
    const told = drawTrail(view);
    drawSummary(view, told);
    if (chart) mark(chart, visits);
    document.title = `${step ? title(step) : words.starts} - ${guide.title}`;
    return { tick: clock(view), told };
  }

  /** Deadlines count from when a step was first opened. @param {SopbookGuided} guide */
  function opened({ number, visits }) {
    const { opened } = sopbookCases.get(number);
    const now = { [key(visits)]: Date.now() };
    return sopbookCases.set(number, { opened: { ...now, ...opened } });
  }

  /** @param {SopbookListedStep} step */
  const title = ({ number, caption }) => `${number}. ${caption}`;

  /** @param {string | undefined} text */
  const span = (text) => make("span", {}, text);

  /** @param {SopbookView} view @param {string} name @param {(Node | string | false)[]} parts */
  function put({ section }, name, ...parts) {
    const place = one(section, `.sopbook-guide__${name}`);
    place.replaceChildren(...parts.filter((part) => part !== false));
    place.hidden = place.textContent === "";
  }

  /** The reader's, where they chose one. */
  const role = () => store("role").read() ?? "";

  /** What the step follows from, where one did not press for it here. @param {SopbookView} view */
  function before({ flow, visits, words, ran }) {
    const [step] = visits.slice(-2, -1).flatMap(({ id }) => flow.steps.get(id) ?? []);
    const sop = step?.caption ?? "";
    if (step?.kind === "start") return fill(words.begins, { sop });
    const label = summary.ending(ran[key(visits.slice(0, -1))]);
    return label && fill(words.ended, { sop, label });
  }

  /* The step */

  /** @param {SopbookView} view */
  function heading({ words, flow, step }) {
    if (!step) return [make("h2", { tabindex: "-1" }, words.starts)];
    const { number, kind, doers, item, caption } = step;
    const above = [
      fill(words.step, { number, count: flow.steps.size }),
      !PLAIN.includes(kind) && one(item, ".sopbook-step__kind").textContent,
      isForeign(doers, role()) && words.foreign,
    ].filter(Boolean);
    const place = make("span", { class: "sopbook-guide__place" }, `${above.join(" · ")} `);
    const end = kind === "end" && make("p", {}, words.end);
    return [make("h2", { tabindex: "-1" }, place, span(caption)), end];
  }

  /** @param {SopbookView} view */
  function lines({ step, words, ticked }) {
    if (!step) return "";
    const body = sopbookSteps.body(step);
    // Whoever is to be called is called first.
    body.prepend(...all(body, ".sopbook-handover"));
    /** @type {HTMLAnchorElement[]} */
    const links = all(body, "a[href]:not([download])");
    for (const link of links) if (/^(http|file)/.test(link.protocol)) elsewhere(link, words);
    const boxes = step.needs.map((need) => {
      const box = make("input", { type: "checkbox", "data-need": need });
      box.checked = ticked.includes(need);
      return make("label", {}, box, span(need));
    });
    one(body, ".sopbook-step__need")?.parentElement?.replaceChildren(...boxes);
    return body;
  }

  /** The way is not lost by a look at something else. @param {Element} link @param {DOMStringMap} words */
  function elsewhere(link, words) {
    link.setAttribute("target", "_blank");
    link.setAttribute("rel", "noopener");
    const label = link.getAttribute("aria-label");
    if (label) link.setAttribute("aria-label", `${label} (${words.new})`);
    else link.append(make("span", { class: "sopbook-heard" }, ` (${words.new})`));
    return link;
  }

  /** Where others take over, said before they begin. @param {SopbookView} view */
  function taking({ flow, words, visits }) {
    const doers = summary.taking(flow.steps, visits);
    if (doers.length === 0) return "";
    const [before = "", after = ""] = (words.from ?? "").split("{label}");
    const names = doers.flatMap(({ name, page }) => [
      ", ",
      page ? elsewhere(make("a", { href: page }, name), words) : name,
    ]);
    const said = make("strong", {}, before, ...names.slice(1), after);
    const line = make("p", { class: "sopbook-guide__taking" }, said);
    const hand = make("button", { type: "button", "data-do": "hand" }, words.hand);
    if (doers.every(({ id }) => id !== role())) line.append(` ${words.pass} `, hand);
    return line;
  }

  /** What is done at the same time, and which of it is begun or done. @param {SopbookView} view */
  function branches({ flow, visits, words }) {
    const id = sopbookWalk.options(flow, visits)[0]?.hub;
    const hub = id && sopbookWalk.hubs(flow.steps, visits).at(-1);
    if (!hub) return "";
    const ways = (flow.steps.get(id)?.ways ?? []).map(({ label }, place) =>
      hub.left.includes(place)
        ? make("li", {}, `○ ${label}`)
        : make("li", { class: "is-done" }, `✓ ${label}: ${words.done}`),
    );
    const list = make("ul", { class: "sopbook-guide__branches", role: "list" }, ...ways);
    return make("div", {}, make("p", {}, words.together), list);
  }

  /** @param {SopbookView} view */
  function clock({ section, words, visits, step, opened }) {
    const within = step?.within;
    if (!within) return () => false;
    const face = make("strong", { class: "sopbook-guide__clock", role: "timer" });
    one(section, ".sopbook-step__within").append(" ", face);
    const from = opened[key(visits)] ?? 0;
    const isNear = within < WATCHED;
    const [running, over] = isNear ? [words.left, words.over] : [words.until, words.late];
    return () => {
      const { text, isOver } = sopbookWalk.left(within, (Date.now() - from) / SECOND);
      const shown = isNear ? text : time(from + within * SECOND);
      face.textContent = fill(isOver ? over : running, { time: shown });
      face.classList.toggle("is-over", isOver);
      return isOver;
    };
  }

  /** With its day where it is not within some hours of now. @param {number} moment */
  function time(moment) {
    const far = /** @type {const} */ ({ month: "short", day: "numeric", hour: "numeric" });
    const isNear = Math.abs(moment - Date.now()) < 12 * HOUR;
    /** @type {Intl.DateTimeFormatOptions} */
    const style = isNear ? { timeStyle: "short" } : { ...far, minute: "numeric" };
    return date(moment, { ...style, hourCycle: "h23" });
  }

  /* Answers */

  /** @param {SopbookView} view */
  function answers({ flow, visits, words, step, go }) {
    return sopbookWalk.options(flow, visits).map((option) => {
      const { kind, to, label } = option;
      const sop = flow.steps.get(to)?.caption ?? "";
      /** @type {SopbookWords} */
      const plain = { start: sop, way: label || words[step?.kind ?? ""] };
      const said = plain[kind] ?? fill(words[kind], { label });
      const button = leading(span(said), () => go(sopbookWalk.onward(visits, option)));
      button.dataset.kind = kind;
      if (kind === "way" || kind === "skip")
        button.append(make("small", {}, fill(words.then, { sop })));
      return button;
    });
  }

  /** @param {Node | string} shown @param {() => void} onclick */
  const leading = (shown, onclick) =>
    Object.assign(make("button", { type: "button" }, shown), { onclick });

  /** @param {SopbookView} view */
  function runs({ step, words }) {
    if (step?.kind !== "sop" || !step.sop) return [];
    const { href } = new URL(sopbookPlace.asked(), step.sop.href);
    return [away(href, "run", words.open, step.caption)];
  }

  /** @param {SopbookView} view */
  const returns = ({ step, words, parent }) =>
    parent && step?.ways.length === 0
      ? [away(parent.next, "return", words.return, parent.title)]
      : [];

  /** @param {string} href @param {string} act @param {string | undefined} words @param {string} sop */
  const away = (href, act, words, sop) =>
    make("a", { href, "data-do": act }, span(fill(words, { sop })));

  /** Keys 1 to 9 choose. @param {HTMLElement[]} choices */
  function numbered(choices) {
    for (const [place, choice] of choices.entries()) {
      choice.classList.add("sopbook-answer");
      if (place > 8) continue;
      choice.setAttribute("aria-keyshortcuts", String(place + 1));
      choice.prepend(make("kbd", { "aria-hidden": "true" }, String(place + 1)));
    }
    return choices;
  }

  /* Beside the step */

  /** And every step to go to. @param {SopbookView} view */
  function drawTrail(view) {
    const { section, visits, flow, step, words, parent, ran, go } = view;
    const depth = parent ? parent.depth + 1 : 0;
    const own = summary.lines(flow, visits, view, words, depth, role());
    const trail = own.slice(0, -1).map(({ text, said }, place) => {
      const button = leading(text, () => go(visits.slice(0, place + 1)));
      return make("li", {}, button, " ", span(said));
    });
    const every = [...flow.steps.values()].map((each) => {
      const how = sopbookWalk.option("jump", each.id);
      const button = leading(title(each), () => go(sopbookWalk.onward(visits, how)));
      if (each === step) button.ariaCurrent = "step";
      return make("li", {}, button);
    });
    one(section, ".sopbook-guide__trail > ol").replaceChildren(...trail);
    one(section, ".sopbook-guide__all > ol").replaceChildren(...every);
    return summary.whole(visits, own, ran);
  }

  /** @type {SopbookDraw["mark"]} */
  function mark(chart, visits) {
    const [now, ...done] = visits.map(({ id }) => id).reverse();
    for (const link of all(chart, "a")) {
      const id = target(link);
      link.classList.toggle("sop-is-current", id === now);
      link.classList.toggle("sop-is-done", done.includes(id));
      link.ariaCurrent = id === now ? "step" : null;
    }
    fit(chart);
  }

  /** @type {SopbookDraw["target"]} */
  const target = (link) => link.getAttribute("href")?.split("#step-")[1] ?? "";

  /** @type {SopbookDraw["fit"]} */
  function fit(chart) {
    const { width, height } = chart.viewBox.baseVal;
    const room = /** @type {HTMLElement} */ (chart.parentElement);
    const fold = room.closest("details");
    const scale = fold ? Math.min(1, Math.max(LEAST, room.clientWidth / width)) : 1;
    chart.setAttribute("width", String(width * scale));
    chart.setAttribute("height", String(height * scale));
    const box = one(chart, ".sop-is-current")?.getBoundingClientRect();
    if (!(fold?.open && box)) return;
    const view = room.getBoundingClientRect();
    room.scrollTop += box.top + box.height / 2 - view.top - view.height / 2;
    room.scrollLeft += box.left + box.width / 2 - view.left - view.width / 2;
  }

  /* The hand-over */

  /** The SOP that runs this one tells it, too. @param {SopbookView} view @param {SopbookLine[]} told */
  function drawSummary({ section, words, sop, parent, ticked }, told) {
    const { sopbookHand: isHanding = false } = sopbookPlace.remembered();
    section.classList.toggle("is-handing", isHanding);
    if (parent) {
      const { ran } = sopbookCases.get(parent.number);
      sopbookCases.set(parent.number, { ran: { ...ran, [parent.key]: told } });
    }
    const now = Date.now();
    const of = fill(words.of, { sop: parent?.top ?? sop });
    const head = [of, `${date(now)}, ${time(now)}`, `${words.case} `];
    const foot = ticked.map((label) => fill(words.needs, { label }));
    // A file's address tells how this computer's folders are named.
    if (location.protocol !== "file:") foot.push(location.href);
    const lines = [...(parent?.lines ?? []), ...told];
    one(section, "pre").textContent = summary.text(head, lines, foot, time);
  }

  Object.assign(globalThis, { sopbookDraw: { draw, mark, target, fit } });
})();
