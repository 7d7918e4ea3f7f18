// @ts-check
/**
 * Material opens its menu and its search by labels of hidden boxes. Readers at the keyboard, and of
 * spoken pages, get a button inside each that says its name and its state.
 */
(() => {
  "use strict";

  const LABELS = ":is(.md-header__inner, .md-nav__item, .md-nav__item > *) > label[for]";
  const BUTTON = "label > [role=button]";

  const PRESSES = { Enter: true, " ": true };

  /** Labels that are pictures, and where Material has the word. */
  const NAMES = {
    ".md-header__button[for='__drawer'] > [role]": ".md-nav--primary",
    ".md-header__button[for='__search'] > [role]": ".md-search__input",
    ".md-search": ".md-search__input",
  };

  function start() {
    for (const label of document.querySelectorAll(LABELS))
      if (label instanceof HTMLLabelElement) makeButton(label);
    for (const [picture, word] of Object.entries(NAMES)) {
      const name = document.querySelector(word)?.getAttribute("aria-label");
      if (name) document.querySelector(picture)?.setAttribute("aria-label", name);
    }
  }

  /** @param {HTMLLabelElement} label */
  function makeButton(label) {
    // A label must not be a button itself, but may have one inside.
    const button = label.querySelector(":scope > :is([role], .md-ellipsis)") ?? wrapped(label);
    label.removeAttribute("tabindex");
    button.setAttribute("role", "button");
    button.setAttribute("tabindex", "0");
    // Beside the link to a section, the label is a picture, too.
    const link = label.parentElement?.querySelector("a")?.textContent?.trim();
    if (!label.textContent?.trim() && link) button.setAttribute("aria-label", link);
    showState(label);
  }

  /** @param {HTMLLabelElement} label */
  function wrapped(label) {
    const span = document.createElement("span");
    span.append(...label.childNodes);
    label.append(span);
    return span;
  }

  /** @param {HTMLLabelElement} label */
  function showState(label) {
    const { control } = label;
    if (control instanceof HTMLInputElement)
      label.querySelector("[role]")?.setAttribute("aria-expanded", String(control.checked));
  }

  /** @param {Event} event */
  function onChange({ target }) {
    if (!(target instanceof HTMLInputElement)) return;
    for (const label of target.labels ?? []) if (label.matches(LABELS)) showState(label);
  }

  /**
   * Browsers differ in what a click on a button inside a label does to the box.
   *
   * @param {Event} event
   */
  function onClick(event) {
    const label = event.target instanceof Element && event.target.closest(BUTTON)?.closest("label");
    if (!label) return;
    event.preventDefault();
    label.control?.click();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const { target, key } = event;
    if (!(target instanceof HTMLElement && target.matches(BUTTON) && key in PRESSES)) return;
    event.preventDefault();
    // Search is open then, and Material would take this Enter for one that chooses a result.
    event.stopPropagation();
    target.click();
  }

  document.addEventListener("change", onChange);
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  sopbookBase.onPage(start);
})();
