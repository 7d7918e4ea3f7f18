// @ts-check
/**
 * The list of what was found: which option is the active one, and where it leads.
 *
 * @typedef {import("./show.js").Row} Row
 * @typedef {{title: string, rows: Row[]}} Shelf
 */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);
  const OPTION = "[role=option]";

  /**
   * @param {HTMLInputElement} input
   * @param {(row: Row | undefined) => void} told  of the active row
   */
  function build(input, told) {
    const { element, option } = here.sopbookRows;
    const list = element("ul", "list");
    list.id = "sopbook-search-list";
    list.setAttribute("role", "listbox");
    // It scrolls with its active option; it is no stop of its own.
    list.tabIndex = -1;
    list.setAttribute("aria-label", here.sopbookSay("results"));
    /** @type {Row[]} */
    let rows = [];
    let active = -1;

    /** @returns {NodeListOf<HTMLElement>} */
    const options = () => list.querySelectorAll(OPTION);

    /**
     * @param {Shelf[]} shelves  one without a title is a plain list
     * @param {string[]} pinned
     * @param {number} [at]
     */
    function show(shelves, pinned, at = 0) {
      rows = shelves.flatMap((shelf) => shelf.rows);
      list.replaceChildren(...shelves.flatMap((shelf, place) => lines(shelf, place, pinned)));
      options().forEach((each, place) => {
        each.id = `sopbook-found-${place}`;
        each.dataset.place = String(place);
      });
      list.hidden = rows.length === 0;
      input.setAttribute("aria-expanded", String(rows.length > 0));
      activate(Math.min(at, rows.length - 1));
      if (at === 0) list.scrollTop = 0;
    }

    /** @param {Shelf} shelf @param {number} place @param {string[]} pinned */
    function lines(shelf, place, pinned) {
      const found = shelf.rows.map((row) => option(row, pinned.includes(row.id)));
      if (!shelf.title) return found;
      const title = element("div", "shelf", shelf.title);
      title.id = `sopbook-shelf-${place}`;
      const group = element("ul", "group", ...found);
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", title.id);
      const item = element("li", "", title, group);
      item.setAttribute("role", "presentation");
      title.setAttribute("role", "presentation");
      return [item];
    }

    /** @param {number} place */
    function activate(place) {
      active = place;
      options().forEach((each, other) => {
        each.setAttribute("aria-selected", String(other === place));
      });
      const found = options()[place];
      if (found) input.setAttribute("aria-activedescendant", found.id);
      else input.removeAttribute("aria-activedescendant");
      found?.scrollIntoView({ block: "nearest" });
      told(rows[place]);
    }

    /** @param {number} by */
    function move(by) {
      if (rows.length) activate((active + by + rows.length) % rows.length);
    }

    /** The row of an option, or of something in it. @param {EventTarget | null} target */
    function rowAt(target) {
      const found = target instanceof Element ? target.closest(OPTION) : null;
      return found instanceof HTMLElement ? rows[Number(found.dataset.place)] : undefined;
    }

    return { list, show, move, rowAt, active: () => rows[active], place: () => active };
  }

  /**
   * Lead to the step that was meant; with Shift to the whole, with Ctrl to a new tab.
   *
   * @param {Row} row
   * @param {KeyboardEvent | MouseEvent} event
   */
  function follow(row, event) {
    const link = document.createElement("a");
    link.href = sopbookBase.root + (event.shiftKey || !row.spot ? row.url : row.spot.url);
    if (isApart(event)) link.target = "_blank";
    document.body.append(link);
    link.click();
    link.remove();
  }

  /** @param {KeyboardEvent | MouseEvent} event */
  function isApart(event) {
    return event.ctrlKey || event.metaKey || ("button" in event && event.button === 1);
  }

  Object.assign(globalThis, { sopbookFound: { build, follow, isApart } });
})();
