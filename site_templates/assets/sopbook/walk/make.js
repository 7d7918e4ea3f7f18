// @ts-check
/** Elements and times, as the guide and the checklist show them. */
(() => {
  "use strict";

  const { sopbookBase: base } = /** @type {any} */ (globalThis);
  const HOUR = 3_600_000;

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Record<string, string>} traits Attributes.
   * @param {(Node | string)[]} parts
   * @returns {HTMLElementTagNameMap[Tag]}
   */
  function make(tag, traits = {}, ...parts) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(traits)) made.setAttribute(name, value);
    made.append(...parts);
    return made;
  }

  /**
   * The time of a moment, with its day where it is not within some hours of now.
   *
   * @param {number} moment
   */
  function time(moment) {
    const isNear = Math.abs(moment - Date.now()) < 12 * HOUR;
    /** @type {Intl.DateTimeFormatOptions} */
    const style = isNear
      ? { timeStyle: "short" }
      : { month: "short", day: "numeric", hour: "numeric", minute: "numeric" };
    return base.date(moment, { ...style, hourCycle: "h23" });
  }

  Object.assign(globalThis, { sopbookMake: { make, time } });
})();
