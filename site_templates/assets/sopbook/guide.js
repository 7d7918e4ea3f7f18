// @ts-check
/** Begins the guide and the checklist of an SOP: by their links, a key, or the address. */
(() => {
  "use strict";

  /** What leads through a page, by its word in the address, and the scripts it is made of. */
  const LEADS = {
    walk: ["steps", "walk", "summary", "case", "draw", "guide"],
    checklist: ["steps", "walk", "checklist"],
  };
  const TICKED = ":is(#sopbook-guide,article :is(ol,ul):not([class]) > li)";
  /** The theme's keys for other pages and its search; `f` and `/` are left to search. */
  const THEME = [",", ".", "n", "p", "s"];
  /** What Escape presses: the summary is left for the step, a step for the page. */
  const LEFT = {
    Escape: ".sopbook-guide__summary [data-do=back], .sopbook-guide__bar [data-do=close]",
  };

  const { one, all, load, isTyping } = sopbookBase;
  const look = document.documentElement.classList;
  /** Each puts itself here. @type {Record<string, SopbookLed>} */
  const leads = {};

  function start() {
    const begin = one(document, ".sopbook-begin");
    if (begin) begin.hidden = !one(document, TICKED);
    show();
  }

  /**
   * A part of the page that is named in the address is what is to be shown, not the guide.
   *
   * @returns {keyof typeof LEADS | undefined}
   */
  function wanted() {
    const asked = new URLSearchParams(location.search);
    look.toggle("sopbook-compact", asked.has("compact"));
    if (location.hash) return;
    if (asked.has("walk") && one(document, "#sopbook-guide")) return "walk";
    return asked.has("checklist") && one(document, TICKED) ? "checklist" : undefined;
  }

  async function show() {
    const word = wanted();
    // At once: the page does not flash up before.
    look.toggle("sopbook-is-led", word !== undefined);
    for (const [each, lead] of Object.entries(leads)) if (each !== word) lead.leave();
    if (!word) return;
    try {
      await Promise.all(LEADS[word].map((part) => load(`assets/sopbook/walk/${part}.js`)));
      if (wanted() === word) leads[word]?.show();
    } catch (error) {
      look.remove("sopbook-is-led");
      throw error;
    }
  }

  /** @param {string} address */
  function begin(address) {
    history.pushState(null, "", address);
    show();
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const target = /** @type {Element} */ (event.target);
    /** @type {HTMLAnchorElement | null} */
    const link = target.closest(".sopbook-begin a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.pathname !== location.pathname) return;
    event.preventDefault();
    begin(link.search);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const { key, ctrlKey, metaKey, altKey, repeat } = event;
    if (isTyping(event) || ctrlKey || metaKey) return;
    const isLed = look.contains("sopbook-is-led");
    // Nobody is to be thrown out of a walk into another SOP.
    if (isLed && THEME.includes(key)) event.stopPropagation();
    if (altKey || repeat) return;
    if (isLed) onLedKey(event);
    else one(document, `.sopbook-begin [aria-keyshortcuts="${CSS.escape(key)}"]`)?.click();
  }

  /** @param {KeyboardEvent} event */
  function onLedKey(event) {
    const { key } = event;
    if (leads[wanted() ?? ""]?.press?.(key)) event.preventDefault();
    const ways = key in LEFT ? all(document, LEFT.Escape) : [];
    ways
      .reverse()
      .find((way) => way.checkVisibility())
      ?.click();
  }

  Object.assign(globalThis, { sopbookLead: { begin, leads } });
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey, true);
  addEventListener("popstate", show);
  sopbookBase.onPage(start);
})();
