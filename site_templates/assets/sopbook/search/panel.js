// @ts-check
/**
 * The search of the whole site: a dialog with a combobox, filters, and what is pinned or was opened
 * lately while nothing is typed. Made when it is first opened.
 *
 * @typedef {import("./show.js").Row} Row
 * @typedef {import("./reader.js").Options} Options
 * @typedef {{find: (text: string, options: Options) => Promise<{rows: Row[], total: number}>,
 *   rows: (ids: string[]) => Promise<Row[]>,
 *   facets: () => Promise<Record<string, {id: string, title: string}[]>>}} Finder
 */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);
  const { sopbookKept: kept, sopbookSay: say } = here;
  const { element, icon, PIN } = here.sopbookRows;

  const READER = "assets/sopbook/search/reader.js";
  const GLASS = "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20";
  const CROSS = "m6 6 12 12M18 6 6 18";
  const AT_ONCE = 20;
  const HINTS = ["arrows", "enter", "shift", "ctrl", "escape"];
  const pinned = sopbookBase.store("pinned");
  const recent = sopbookBase.store("recent");

  const dialog = /** @type {HTMLDialogElement} */ (element("dialog", ""));
  const input = /** @type {HTMLInputElement} */ (element("input", "input"));
  const count = element("p", "count");
  const offers = element("div", "offers");
  const nothing = element("div", "nothing");
  const more = button("further", say("further"), () => ask(AT_ONCE + shown));
  const pin = button("keep", "", togglePin);
  const found = here.sopbookFound.build(input, showPin);
  /** @type {Promise<Finder> | undefined} */
  let opening;
  /** @type {ReturnType<typeof here.sopbookFilters.build> | undefined} */
  let filters;
  /** The latest question; an answer to an older one is not shown. */
  let turn = 0;
  /** Its answer is on its way. @type {Promise<void>} */
  let asking = Promise.resolve();
  let shown = 0;

  /**
   * @param {string} style
   * @param {string} text
   * @param {() => void} pressed
   * @returns {HTMLButtonElement}
   */
  function button(style, text, pressed) {
    const made = element("button", style, text);
    made.type = "button";
    made.addEventListener("click", pressed);
    return made;
  }

  function build() {
    dialog.className = "sopbook-search";
    dialog.setAttribute("aria-label", say("title"));
    Object.assign(input, { type: "text", placeholder: say("placeholder"), autocomplete: "off" });
    input.spellcheck = false;
    input.enterKeyHint = "go";
    const said = { "aria-autocomplete": "list", "aria-controls": found.list.id, role: "combobox" };
    for (const [name, value] of Object.entries({ ...said, "aria-label": say("title") }))
      input.setAttribute(name, value);
    count.setAttribute("role", "status");
    pin.prepend(icon(PIN));
    const close = button("close", "", () => dialog.close());
    close.append(icon(CROSS));
    close.setAttribute("aria-label", say("close"));
    const hints = element("p", "hints", ...HINTS.flatMap(hint));
    const line = element("div", "line", count, offers, pin);
    dialog.append(element("div", "bar", icon(GLASS), input, close), line);
    dialog.append(element("div", "middle", found.list, more, nothing));
    dialog.append(hints);
    listen();
    // What comes back can be kept.
    recent.write(recent.read() ?? "[]");
    document.body.append(dialog);
  }

  /** @param {string} name */
  function hint(name) {
    const [key, ...rest] = say(`hint.${name}`).split(":");
    return [element("span", "hint", element("kbd", "", key), rest.join(":"))];
  }

  function listen() {
    input.addEventListener("input", () => ask());
    dialog.addEventListener("keydown", onKey);
    // Pressing an option leaves the reader in the field.
    found.list.addEventListener("mousedown", (/** @type {Event} */ event) =>
      event.preventDefault(),
    );
    found.list.addEventListener("click", onClick);
    found.list.addEventListener("auxclick", onClick);
    dialog.addEventListener("click", ({ target }) => {
      if (target === dialog) dialog.close();
    });
    dialog.addEventListener("close", forget);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    // The page has keys of its own; none of them is meant here. Escape is the browser's: it closes
    // the dialog, or a list that is open in it.
    event.stopPropagation();
    if (event.isComposing) return;
    /** @type {Record<string, () => void>} */
    const keys = {
      ArrowDown: () => found.move(1),
      ArrowUp: () => found.move(-1),
      Enter: () => enter(event),
    };
    if (event.target !== input || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const row = found.rowAt(event.target);
    if (!row || event.button > 1) return;
    const at = /** @type {Element} */ (event.target);
    if (at.closest(".sopbook-search__pin")) keep(row);
    else leave(row, event);
  }

  /**
   * @param {Row | undefined} row
   * @param {KeyboardEvent | MouseEvent} event
   */
  function leave(row, event) {
    // First: closing takes the reader back to where they were.
    if (row && !here.sopbookFound.isApart(event)) dialog.close();
    if (row) here.sopbookFound.follow(row, event);
  }

  /** Whoever types faster than the answer comes means what was typed. @param {KeyboardEvent} event */
  function enter(event) {
    asking.then(() => leave(found.active(), event)).catch(() => undefined);
  }

  /** @param {number} [limit] */
  function ask(limit = AT_ONCE) {
    asking = answer(limit);
    return asking;
  }

  /** @param {number} limit */
  async function answer(limit) {
    const mine = ++turn;
    const text = input.value.trim();
    try {
      const finder = await finding();
      const chosen = filters?.chosen() ?? {};
      const isIdle = !text && Object.keys(chosen).length === 0;
      const given = isIdle ? undefined : await finder.find(text, { filters: chosen, limit });
      const shelves = given ? [{ title: "", rows: given.rows }] : await idle(finder);
      if (mine !== turn) return;
      const place = limit > AT_ONCE ? found.place() : 0;
      found.show(shelves, kept.parse(pinned.read()), place);
      tell(text, given);
    } catch (error) {
      if (mine === turn) fail();
      throw error;
    }
  }

  /** What is pinned, and what was opened lately. @param {Finder} finder */
  async function idle(finder) {
    const first = kept.parse(pinned.read());
    const then = kept
      .parse(recent.read())
      .filter((/** @type {string} */ id) => !first.includes(id));
    const [pins, others] = await Promise.all([finder.rows(first), finder.rows(then)]);
    const all = [
      { title: say("pinned"), rows: pins },
      { title: say("recent"), rows: others },
    ];
    return all.filter(({ rows }) => rows.length > 0);
  }

  /**
   * @param {string} text
   * @param {{rows: Row[], total: number} | undefined} answer
   */
  function tell(text, answer) {
    shown = answer?.rows.length ?? 0;
    count.textContent = answer ? say("found", { count: answer.total }) : "";
    more.hidden = !answer || answer.total <= shown;
    offers.replaceChildren(...(filters?.offer(text) ?? []).map(offer));
    nothing.replaceChildren();
    if (!answer && found.list.hidden) nothing.append(element("p", "", say("begin")));
    if (answer && shown === 0) nothing.append(...regret(text));
  }

  /** @param {import("./facets.js").Offer} wanted */
  function offer({ facet, id, title, rest }) {
    return button("offer", say("only", { title }), () => {
      input.value = rest;
      filters?.choose(facet, id);
      input.focus();
    });
  }

  /** @param {string} text */
  function regret(text) {
    const isFiltered = Object.keys(filters?.chosen() ?? {}).length > 0;
    const lines = [element("p", "", text ? say("none", { query: text }) : say("none_filtered"))];
    if (isFiltered && text) lines.push(button("offer", say("unfiltered"), () => filters?.clear()));
    const address = here.sopbookWords.report.replace("%7Bquery%7D", encodeURIComponent(text));
    if (address && text) {
      const link = element("a", "report", say("report"));
      link.href = address;
      lines.push(link);
    }
    return lines;
  }

  function fail() {
    found.show([], []);
    tell("", undefined);
    nothing.replaceChildren(element("p", "", say("failed")));
  }

  /** The index, and the filters that are in it. */
  function finding() {
    opening ??= (async () => {
      await sopbookBase.load(READER);
      const finder = await here.sopbookFinder.open(sopbookBase.root, sopbookBase.load);
      const made = here.sopbookFilters.build(await finder.facets(), () => filters && ask());
      dialog.querySelector(".sopbook-search__bar")?.after(made.panel);
      input.after(made.button);
      filters = made;
      return finder;
    })().catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  }

  /** @param {Row | undefined} row */
  function showPin(row) {
    const isSop = row?.kind === "sop" && recent.read() !== null;
    pin.hidden = !isSop;
    if (!row || !isSop) return;
    const isPinned = kept.parse(pinned.read()).includes(row.id);
    pin.replaceChildren(icon(PIN), say("pin", { title: row.title }));
    pin.setAttribute("aria-pressed", String(isPinned));
  }

  function togglePin() {
    const row = found.active();
    if (row) keep(row);
  }

  /** @param {Row} row */
  function keep(row) {
    pinned.write(JSON.stringify(kept.toggled(kept.parse(pinned.read()), row.id)));
    here.sopbookSearch.show();
    ask(Math.max(AT_ONCE, shown));
  }

  /** A reload of the page must not open it again. */
  function forget() {
    const address = new URL(location.href);
    if (!address.searchParams.has("q")) return;
    address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
  }

  /** @param {string} [text] @param {KeyboardEvent} [entered] Enter was pressed meanwhile. */
  function open(text, entered) {
    if (text !== undefined) input.value = text;
    if (!dialog.open) dialog.showModal();
    input.focus();
    if (text === undefined) input.select();
    ask();
    if (entered) enter(entered);
  }

  build();
  Object.assign(globalThis, { sopbookPanel: { open } });
})();
