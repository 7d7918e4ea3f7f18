// @ts-check
/** The interface's words, in the panel and in a worker: by key, filled in, in the right plural. */
(() => {
  "use strict";

  /**
   * @typedef {string | Record<string, string>} Message
   * @typedef {{language: string, report: string, messages: Record<string, Message>}} Words
   */

  /**
   * @param {string} key
   * @param {Record<string, unknown>} [values]
   */
  function say(key, values = {}) {
    const { language, messages } = /** @type {{sopbookWords: Words}} */ (
      /** @type {unknown} */ (globalThis)
    ).sopbookWords;
    const message = messages[key] ?? "";
    if (typeof message === "string") return filled(message, values);
    const form = new Intl.PluralRules(language).select(Number(values.count));
    return filled(message[form] ?? message.other, values);
  }

  /**
   * @param {string} text
   * @param {Record<string, unknown>} values
   */
  const filled = (text, values) =>
    text.replace(/\{(\w+)\}/g, (place, name) => (name in values ? String(values[name]) : place));

  Object.assign(globalThis, { sopbookSay: say });
})();
