// @ts-check
/**
 * What was found, as options of a list. Authors' text stays text.
 *
 * @typedef {import("./show.js").Row} Row
 */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);
  const SVG = "http://www.w3.org/2000/svg";
  const PIN = "M9 4h6l-1 6 3.5 3.5h-11L10 10zM12 13.5V20";

  /**
   * @param {string} tag
   * @param {string} style
   * @param {(Node | string)[]} content
   */
  function element(tag, style, ...content) {
    const made = document.createElement(tag);
    if (style) made.className = `sopbook-search__${style}`;
    made.append(...content);
    return made;
  }

  /** @param {string} drawing */
  function icon(drawing) {
    const picture = document.createElementNS(SVG, "svg");
    picture.setAttribute("class", "sopbook-icon");
    picture.setAttribute("viewBox", "0 0 24 24");
    picture.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", drawing);
    picture.append(path);
    return picture;
  }

  /**
   * A text with the words that were asked for.
   *
   * @param {string} text
   * @param {string[]} marks
   */
  function marked(text, marks) {
    const found = /** @type {string[]} */ (here.sopbookMarks.pieces(text, marks));
    return found.map((piece, place) => (place % 2 ? element("mark", "", piece) : piece));
  }

  /**
   * @param {Row} row
   * @param {boolean} isPinned
   */
  function option(row, isPinned) {
    const say = here.sopbookSay;
    const { kind, title, status, responsible, channels, marks } = row;
    const made = element("li", "row");
    made.setAttribute("role", "option");
    const head = element("div", "head", element("span", "title", ...marked(title, marks)));
    if (kind !== "sop") head.append(" ", tag(say(`kind.${kind}`)));
    if (status) head.append(" ", badge(status, say(`status.${status}`)));
    made.append(head, ...body(row));
    const facts = [responsible && say("responsible", { name: responsible }), channels.join(", ")];
    const told = facts.filter(Boolean).join(" · ");
    if (told) made.append(element("div", "facts", ...marked(told, marks)));
    if (kind === "sop") made.append(pin(isPinned));
    return made;
  }

  /**
   * The step that was meant, or what the SOP is about.
   *
   * @param {Row} row
   */
  function body({ summary, spot, marks }) {
    if (!spot) return summary ? [element("div", "text", ...marked(summary, marks))] : [];
    const say = here.sopbookSay;
    const { number, caption, text } = spot;
    const name = number ? [element("span", "number", say("step", { number })), " "] : [];
    const lines = [element("div", "spot", ...name, ...marked(caption, marks))];
    if (text && text !== caption) lines.push(element("div", "text", ...marked(text, marks)));
    return lines;
  }

  /** For the mouse; who works by keyboard has a button for it below the list. @param {boolean} isPinned */
  function pin(isPinned) {
    const made = element("span", "pin", icon(PIN));
    made.setAttribute("aria-hidden", "true");
    made.classList.toggle("is-pinned", isPinned);
    return made;
  }

  /** @param {string} text */
  function tag(text) {
    const made = element("span", "", text);
    made.className = "sopbook-tag";
    return made;
  }

  /** @param {string} status @param {string} text */
  function badge(status, text) {
    const made = tag(text);
    made.className = "sopbook-badge";
    made.classList.add(`sopbook-badge--${status}`);
    return made;
  }

  Object.assign(globalThis, { sopbookRows: { element, icon, option, PIN } });
})();
