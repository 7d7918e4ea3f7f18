// @ts-check
/**
 * Opens the search: by `/`, Ctrl+K, whatever bears `data-sopbook-search`, or `?q=` in the address.
 * Until then nothing of it is loaded. Notes which SOPs are read, and pins them.
 */
(() => {
  "use strict";

  const PARTS = ["words", "say", "marks", "facets", "rows", "filters", "found", "panel"];
  const LONGEST = 200;
  const OPENS = { Enter: true };

  const here = /** @type {any} */ (globalThis);
  const { sopbookKept: kept } = here;
  const pinned = sopbookBase.store("pinned");
  const recent = sopbookBase.store("recent");
  /** What is typed while the panel is on its way. @type {string | undefined} */
  let typed;
  /** @type {KeyboardEvent | undefined} */
  let entered;

  /** @param {string} [text] Without one, the reader is where the search was left. */
  async function open(text) {
    if (typed !== undefined) return;
    typed = text ?? "";
    try {
      await Promise.all(PARTS.map((part) => sopbookBase.load(`assets/sopbook/search/${part}.js`)));
      here.sopbookPanel.open((typed || text)?.slice(0, LONGEST), entered);
    } catch {
      // The same link leads to all SOPs from A to Z.
      const [link] = select("a[data-sopbook-search]");
      if (link) location.assign(link.href);
    } finally {
      typed = entered = undefined;
    }
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const { key, ctrlKey, metaKey, altKey } = event;
    const isPlain = !(ctrlKey || metaKey || altKey);
    if (typed !== undefined && isPlain && key in OPENS) entered = event;
    else if (typed !== undefined && isPlain && key.length === 1) typed += key;
    else if (isPlain ? !isCall(event) : altKey || key.toLowerCase() !== "k") return;
    else open();
    // Material has keys of its own.
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {KeyboardEvent} event */
  const isCall = (event) =>
    (event.key === "/" && !sopbookBase.isTyping(event)) ||
    (event.key === " " && /** @type {Element} */ (event.target).matches("a[data-sopbook-search]"));

  /** @param {MouseEvent} event */
  function onClick(event) {
    const at = /** @type {Element} */ (event.target);
    const pin = /** @type {HTMLElement | null} */ (at.closest("[data-sopbook-pin]"));
    if (pin) {
      pinned.write(JSON.stringify(kept.toggled(kept.parse(pinned.read()), id(pin))));
      show();
    } else if (at.closest("[data-sopbook-search]") && !(event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      open(at instanceof HTMLInputElement ? at.value : undefined);
    }
  }

  function start() {
    for (const link of select("a[data-sopbook-search]")) {
      link.setAttribute("role", "button");
      link.setAttribute("aria-haspopup", "dialog");
      const { sopbookName: name } = link.dataset;
      if (name) link.setAttribute("aria-label", name);
    }
    for (const pin of select("[data-sopbook-pin]"))
      recent.write(JSON.stringify(kept.noted(kept.parse(recent.read()), id(pin))));
    show();
    const asked = new URL(location.href).searchParams.get("q");
    if (asked) open(asked);
  }

  /** Where nothing can be stored, nothing can be pinned. */
  function show() {
    const ids = kept.parse(pinned.read());
    for (const pin of select("[data-sopbook-pin]")) {
      pin.hidden = recent.read() === null;
      pin.setAttribute("aria-pressed", String(ids.includes(id(pin))));
    }
  }

  /** @param {HTMLElement} pin */
  const id = (pin) => pin.dataset.sopbookPin ?? "";
  /** @param {string} selector @returns {NodeListOf<HTMLAnchorElement>} */
  const select = (selector) => document.querySelectorAll(selector);

  addEventListener("keydown", onKey, true);
  document.addEventListener("click", onClick);
  pinned.watch(show);
  Object.assign(globalThis, { sopbookSearch: Object.freeze({ open, show }) });
  sopbookBase.onPage(start);
})();
