// @ts-check
/** Material's search: no stops that cannot be seen, no landmarks that are none. */
(() => {
  "use strict";

  const wide = matchMedia("(min-width: 60em)");

  function box() {
    const found = document.getElementById("__search");
    return found instanceof HTMLInputElement ? found : null;
  }

  function start() {
    showState();
    const search = /** @type {HTMLElement | null} */ (document.querySelector(".md-search"));
    // A page opened as a file has no workers: the box would be dead. Our own search answers.
    if (search && location.protocol === "file:") search.hidden = true;
    const results = document.querySelector(".md-search-result__list");
    const watch = { childList: true, subtree: true };
    if (results) new MutationObserver(onResults).observe(results, watch);
  }

  /** What the address asks for is answered by our search, but Material has it in its box, too. */
  function yieldToOurs() {
    const input = document.querySelector(".md-search__input");
    if (!box()?.checked || !(input instanceof HTMLInputElement)) return;
    input.value = "";
    box()?.click();
  }

  /** On a narrow page one comes to the field by its button. */
  function showState() {
    const isStop = wide.matches || box()?.checked;
    document.querySelector(".md-search__input")?.setAttribute("tabindex", isStop ? "0" : "-1");
  }

  /** The tags of a result are no navigation, and each would be a landmark. */
  function onResults() {
    for (const tags of document.querySelectorAll(".md-search-result__article > nav:not([role])"))
      tags.setAttribute("role", "presentation");
  }

  /** Material closes the search; where a button opened it, the reader is back there. */
  function leave() {
    const button = document.querySelector(".md-header__button[for='__search'] > [role]");
    if (box()?.checked && button instanceof HTMLElement) button.focus();
  }

  /** @type {Record<string, () => void>} */
  const KEYS = { Escape: leave };

  // Closing, Material takes the question out of the address: ours has to have read it before.
  if (new URL(location.href).searchParams.has("q"))
    document.addEventListener("DOMContentLoaded", yieldToOurs);
  wide.addEventListener("change", showState);
  document.addEventListener("change", showState);
  document.addEventListener("keydown", ({ key }) => KEYS[key]?.());
  sopbookBase.onPage(start);
})();
