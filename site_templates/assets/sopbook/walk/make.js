// @ts-check
/** Elements, sentences and times, as the guide and the checklist show them. */
(() => {
  "use strict";

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
   * @param {string | undefined} words
   * @param {Record<string, string | number>} values
   */
  function fill(words, values) {
    return (words ?? "").replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  }

  /** The page's language, as the reader's country writes times in it. */
  function language() {
    const page = document.documentElement.lang;
    return navigator.languages.find((own) => own.split("-")[0] === page) ?? page;
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
    return new Intl.DateTimeFormat(language(), { ...style, hourCycle: "h23" }).format(moment);
  }

  /** @param {number} moment */
  function day(moment) {
    return new Intl.DateTimeFormat(language(), { dateStyle: "long" }).format(moment);
  }

  Object.assign(globalThis, { sopbookMake: { make, fill, time, day } });
})();
