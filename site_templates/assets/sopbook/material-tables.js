// @ts-check
/** Material lets wide tables scroll: the keyboard must be able to scroll them, too. */
(() => {
  "use strict";

  const FRAME = ".md-typeset__scrollwrap";
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) judge(target);
  });

  function start() {
    sizes.disconnect();
    for (const frame of document.querySelectorAll(FRAME)) sizes.observe(frame);
  }

  /** @param {Element} frame */
  function judge(frame) {
    const scrolls = frame.scrollWidth > frame.clientWidth;
    if (!scrolls) {
      for (const name of ["tabindex", "role", "aria-label"]) frame.removeAttribute(name);
      return;
    }
    frame.setAttribute("tabindex", "0");
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-label", titleOf(frame));
  }

  /**
   * What the table says it is about: the words of its first row.
   *
   * @param {Element} frame
   */
  function titleOf(frame) {
    const cells = [...(frame.querySelector("tr")?.cells ?? [])];
    return cells.map((cell) => cell.innerText.trim()).join(", ");
  }

  sopbookBase.onPage(start);
})();
