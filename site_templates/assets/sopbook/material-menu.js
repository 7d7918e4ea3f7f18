// @ts-check
/** The focus follows Material's menu where that opens over the page or over another list. */
(() => {
  "use strict";

  const DRAWER = ".md-sidebar--primary";
  const MENU = ".md-header__button[for='__drawer'] > [role]";

  function drawer() {
    const box = document.getElementById("__drawer");
    return box instanceof HTMLInputElement && box.checked ? box : null;
  }

  /** @param {string} selector the first of these that is on view gets the focus */
  function focus(selector) {
    const all = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(selector));
    [...all].find(isShown)?.focus();
  }

  /** @param {Element | null} element */
  function isShown(element) {
    return element?.checkVisibility({ visibilityProperty: true }) ?? false;
  }

  /** @param {Event} event */
  function onChange({ target }) {
    if (!(target instanceof HTMLInputElement)) return;
    if (target === drawer()) focus(`${DRAWER} :is(a[href], [role='button'])`);
    else if (target.matches(".md-nav__toggle") && !isShown(document.activeElement))
      focus(`${DRAWER} label[for='${target.id}'] > [role]`);
  }

  function close() {
    if (!drawer()) return;
    drawer()?.click();
    focus(MENU);
  }

  /** @type {Record<string, () => void>} */
  const KEYS = { Escape: close };

  /**
   * Whoever goes on to the page beneath wants to see it.
   *
   * @param {FocusEvent} event
   */
  function onLeave({ target, relatedTarget }) {
    const isOut = relatedTarget instanceof Element && !relatedTarget.closest(`${DRAWER}, ${MENU}`);
    if (isOut && target instanceof Element && target.closest(DRAWER)) drawer()?.click();
  }

  document.addEventListener("change", onChange);
  document.addEventListener("keydown", ({ key }) => KEYS[key]?.());
  document.addEventListener("focusout", onLeave);
})();
