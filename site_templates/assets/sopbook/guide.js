// @ts-check
/** Begins the guide and the checklist of an SOP: by their links, a key, or the address. */
(() => {
  "use strict";

  const PARTS = ["make", "steps", "walk"];
  /** What leads through a page, by its word in the address, and the scripts it is made of. */
  const LEADS = {
    walk: {
      name: "sopbookGuide",
      parts: [...PARTS, "case", "place", "summary", "stage", "aside", "draw", "guide"],
    },
    checklist: { name: "sopbookChecklist", parts: [...PARTS, "checklist"] },
  };
  const TICKED = "article :is(ol,ul):not([class]) > li";

  const FIELD = ":is(input,select,textarea,[contenteditable],dialog)";
  /** The theme's keys for the page before and the next one. */
  const OTHER_PAGES = [",", ".", "n", "p"];
  /** What Escape presses: the summary is left for the step, a step for the page. */
  const LEFT = {
    Escape: [".sopbook-guide__summary [data-do=back]", ".sopbook-guide__bar [data-do=close]"],
  };

  const here = /** @type {any} */ (globalThis);
  const look = document.documentElement.classList;

  function start() {
    const [begin] = document.getElementsByClassName("sopbook-begin");
    if (begin instanceof HTMLElement) begin.hidden = !canTick();
    show();
  }

  function canTick() {
    return document.querySelector(`#sopbook-guide, ${TICKED}`) !== null;
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
    if (asked.has("walk") && document.getElementById("sopbook-guide")) return "walk";
    return asked.has("checklist") && canTick() ? "checklist" : undefined;
  }

  async function show() {
    const word = wanted();
    // At once: the page does not flash up before.
    look.toggle("sopbook-is-led", word !== undefined);
    for (const [each, { name }] of Object.entries(LEADS)) if (each !== word) here[name]?.leave();
    if (!word) return;
    try {
      await Promise.all(
        LEADS[word].parts.map((part) => here.sopbookBase.load(`assets/sopbook/walk/${part}.js`)),
      );
      if (wanted() === word) here[LEADS[word].name].show();
    } catch (error) {
      look.remove("sopbook-is-led");
      throw error;
    }
  }

  /** @param {MouseEvent} event */
  function onClick(event) {
    const link =
      event.target instanceof Element && event.target.closest(".sopbook-begin a[href^='?']");
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain) return;
    event.preventDefault();
    begin(link.getAttribute("href") ?? "");
  }

  /** @param {string} address */
  function begin(address) {
    history.pushState(null, "", address);
    show();
  }

  /**
   * Nobody is to be thrown out of a walk into another SOP.
   *
   * @param {KeyboardEvent} event
   */
  function onLedKey(event) {
    const isOurs = look.contains("sopbook-is-led") && !isField(event.target);
    if (!isOurs || event.ctrlKey || event.metaKey) return;
    if (OTHER_PAGES.includes(event.key)) event.stopPropagation();
    if (event.altKey || event.repeat) return;
    if (event.key === "n") here.sopbookGuide?.next();
    if (event.key in LEFT) shown(LEFT.Escape)?.click();
  }

  /** @param {string[]} selectors */
  function shown(selectors) {
    const found = selectors.map((each) => document.querySelector(each));
    return /** @type {HTMLElement | undefined} */ (found.find((one) => one?.checkVisibility()));
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const link = document.querySelector(".sopbook-begin [aria-keyshortcuts]");
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.repeat);
    if (event.key !== link?.getAttribute("aria-keyshortcuts") || !isPlain || isField(event.target))
      return;
    if (link && !wanted()) begin(link.getAttribute("href") ?? "");
  }

  /** @param {EventTarget | null} target */
  function isField(target) {
    if (target instanceof HTMLInputElement && ["checkbox", "radio"].includes(target.type))
      return false;
    return target instanceof Element && target.closest(FIELD) !== null;
  }

  here.sopbookLead = { begin, isField, show };
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onLedKey, true);
  document.addEventListener("keydown", onKey);
  addEventListener("popstate", show);
  sopbookBase.onPage(start);
})();
