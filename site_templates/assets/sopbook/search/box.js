// @ts-check
/**
 * What was found, as Material's search box shows it. It takes all text for HTML. Pure.
 *
 * @typedef {import("./show.js").Row} Row
 */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);
  /** @type {Record<string, string>} */
  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  /** Enter follows what scores highest: of a row, the step. Material reads two digits. */
  const HAIR = 0.01;

  /** @param {string} text */
  const escaped = (text) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);

  /** @param {string} text @param {string[]} marks */
  function marked(text, marks) {
    const found = /** @type {string[]} */ (here.sopbookMarks.pieces(text, marks));
    return found
      .map((piece, place) => (place % 2 ? `<mark>${escaped(piece)}</mark>` : escaped(piece)))
      .join("");
  }

  /** @param {string} text @param {string[]} marks */
  const paragraph = (text, marks) => (text ? ["<p>", marked(text, marks), "</p>"].join("") : "");

  /** @param {Row} row */
  function tags({ kind, status, responsible }) {
    const say = here.sopbookSay;
    const all = [
      kind !== "sop" && say(`kind.${kind}`),
      status && say(`status.${status}`),
      responsible,
    ];
    return all.filter(Boolean).map(escaped);
  }

  /** @param {Row} row @param {number} score */
  function item(row, score) {
    const { title, url, summary, spot, marks } = row;
    // What is marked on the page, where the site marks it.
    const terms = Object.fromEntries(marks.map((word) => [word, true]));
    const text = paragraph(summary, marks);
    const page = {
      location: url,
      title: marked(title, marks),
      text,
      tags: tags(row),
      score,
      terms,
    };
    return spot ? [page, step(row, score + HAIR, terms)] : [page];
  }

  /** @param {Row} row @param {number} score @param {object} terms */
  function step({ spot, marks }, score, terms) {
    const { url, number, caption, text } = /** @type {NonNullable<Row["spot"]>} */ (spot);
    const name = number ? `${escaped(here.sopbookSay("step", { number }))} ` : "";
    const told = text === caption ? "" : paragraph(text, marks);
    return { location: url, title: name + marked(caption, marks), text: told, score, terms };
  }

  /** @param {Row[]} rows */
  const items = (rows) => rows.map((row, place) => item(row, rows.length - place));

  Object.assign(globalThis, { sopbookBox: { items } });
})();
