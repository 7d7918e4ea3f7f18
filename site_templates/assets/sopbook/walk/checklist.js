// @ts-check
/** The checklist: the SOP as a list to tick, for one case, which this tab alone knows. */
(() => {
  "use strict";

  const { make, one, all, copy, fill, store, held } = sopbookBase;
  const LISTS = ":scope > :is(ol:not([class]),ul:not([class]),h2,h3)";
  const FACTS = ".sopbook-step__when, .sopbook-step__facts, .sopbook-handover";
  /** Nothing to do: they begin, end and hold together. */
  const BARE = ["start", "end", "together", "join"];

  /** @type {SopbookChecklist | undefined} */
  let list;

  function show() {
    if (list?.section.isConnected) return;
    /** @type {HTMLTemplateElement} */
    const template = one(document, "#sopbook-checklist");
    const section = copy(template);
    const flow = sopbookWalk.flow(sopbookSteps.read());
    const kept = held(store(`checklist ${location.pathname}`, "sessionStorage"));
    list = { section, words: template.dataset, flow, kept };
    const article = template.closest("article") ?? document.body;
    const lines = flow.steps.size ? [ofSteps(list)] : ofText(article);
    one(section, ".sopbook-checklist__list").append(...lines);
    const address = one(section, ".sopbook-checklist__address");
    address.textContent = location.origin + location.pathname;
    // A file's address tells how this computer's folders are named.
    if (location.protocol === "file:") address.parentElement?.remove();
    article.prepend(section);
    section.onchange = onChange;
    section.onclick = onClick;
    mark(list);
    if (!new URLSearchParams(location.search).has("compact")) one(section, "h1").focus();
    scrollTo(0, 0);
  }

  function leave() {
    if (!list) return;
    list.section.remove();
    list = undefined;
    one(document, ".sopbook-begin__list")?.focus();
  }

  /* The lines */

  /** @param {SopbookChecklist} list */
  const ofSteps = ({ flow, words }) =>
    make(
      "ol",
      { role: "list" },
      ...[...flow.steps.values()].map((step) => ofStep(step, flow, words)),
    );

  /** @param {SopbookListedStep} step @param {SopbookFlow} flow @param {DOMStringMap} words */
  function ofStep(step, flow, words) {
    const { id, kind, number, caption, needs, sop, isOptional } = step;
    const title = `${number}. ${caption}`;
    const link = sop && make("a", { href: sop.href }, fill(words.open, { sop: caption }));
    const body = make(
      "div",
      {},
      BARE.includes(kind) ? make("p", {}, title) : box(`tick ${id}`, title),
      ...all(sopbookSteps.body(step), FACTS),
      link && make("p", {}, link),
      ...needs.map((need) => box(`tick ${id} ${need}`, need)),
      isOptional && box(`skip ${id}`, words.skip),
      kind === "ask" && answers(step, flow, title),
    );
    return make("li", { "data-id": id }, body, make("p", { hidden: "" }, words.apart));
  }

  /** @param {string} name @param {string | undefined} text @param {Record<string, string>} traits */
  const box = (name, text, traits = { type: "checkbox", value: "on" }) =>
    make("label", {}, make("input", { ...traits, name }), make("span", {}, text));

  /** @param {SopbookListedStep} step @param {SopbookFlow} flow @param {string} title */
  function answers({ id, ways }, { steps }, title) {
    const boxes = ways.map(({ label, to }, place) => {
      const text = `${label} → ${steps.get(to)?.number}`;
      return box(`answer ${id}`, text, { type: "radio", value: String(place) });
    });
    return make("div", { role: "radiogroup", "aria-label": title }, ...boxes);
  }

  /** Lists of the text, below their headings; a heading without one is left out. @param {Element} article */
  function ofText(article) {
    const parts = all(article, LISTS).map((part) => /** @type {Element} */ (part.cloneNode(true)));
    const found = parts.filter((part, place) => isList(part) || isList(parts[place + 1]));
    for (const part of found) {
      part.removeAttribute("id");
      for (const mark of all(part, ".headerlink")) mark.remove();
      for (const named of all(part, "[id]")) named.removeAttribute("id");
    }
    const items = found.flatMap((part) => all(part, "li"));
    for (const [place, item] of items.entries()) tickable(item, `item-${place}`);
    return found;
  }

  /** @param {Element | undefined} part */
  const isList = (part) => part?.matches("ol,ul") ?? false;

  /** @param {HTMLElement} item @param {string} id */
  function tickable(item, id) {
    const nested = [...item.children].filter(isList);
    for (const part of nested) part.remove();
    const label = box(`tick ${id}`, "");
    label.lastElementChild?.append(...item.childNodes);
    item.dataset.id = id;
    item.replaceChildren(label, ...nested);
  }

  /* Ticks */

  /** @param {SopbookChecklist} list @returns {Record<string, string>} */
  const read = ({ kept }) => ({ ...sopbookMemory.json(kept.read()) });

  /** @param {SopbookChecklist} list */
  function mark(list) {
    const { section, words, flow } = list;
    const given = read(list);
    /** @type {HTMLInputElement[]} */
    const inputs = all(section, "input");
    for (const input of inputs) input.checked = given[input.name] === input.value;
    const ids = [...flow.steps.keys()];
    const answers = ids.map((id) => [id, Number(given[`answer ${id}`] ?? -1)]);
    const applying = sopbookWalk.applying(flow, Object.fromEntries(answers));
    for (const item of all(section, "li[data-id]")) {
      const { id = "" } = item.dataset;
      const isApart = ids.length > 0 && !applying.has(id);
      item.classList.toggle("is-apart", isApart || `skip ${id}` in given);
      one(item, ":scope > p")?.toggleAttribute("hidden", !isApart);
    }
    const boxes = inputs.filter((box) => box.matches("li:not(.is-apart) [name^=tick]"));
    const values = { done: boxes.filter((box) => box.checked).length, count: boxes.length };
    one(section, ".sopbook-checklist__count").textContent = fill(words.count, values);
  }

  /** @param {SopbookChecklist} list @param {Record<string, string>} given */
  function write(list, given) {
    list.kept.write(JSON.stringify(given));
    mark(list);
  }

  /** @param {Event} event */
  function onChange({ target }) {
    if (!(list && target instanceof HTMLInputElement)) return;
    const { name, value, checked } = target;
    const [kind, id] = name.split(" ");
    const given = { ...read(list), ...(kind === "answer" && { [`tick ${id}`]: "on" }) };
    // What was done was needed: one takes the other back.
    for (const other of ["tick", "skip"])
      if (kind !== "answer" && kind !== other) delete given[`${other} ${id}`];
    delete given[name];
    write(list, checked ? { ...given, [name]: value } : given);
  }

  /** @param {Event} event */
  function onClick({ target }) {
    const button = /** @type {Element} */ (target).closest("[data-do]");
    const act = button?.getAttribute("data-do");
    if (list && act === "reset") write(list, {});
    if (act === "print") print();
    if (act === "close") sopbookLead.begin(location.pathname);
  }

  sopbookLead.leads.checklist = { show, leave };
})();
