// @ts-check
/** The filters of the search: native lists, for every reader and every device. */
(() => {
  "use strict";

  /**
   * @typedef {import("./facets.js").Value} Value
   * @typedef {{panel: HTMLElement, button: HTMLButtonElement, chosen: () => Record<string, string>,
   *   offer: (text: string) => import("./facets.js").Offer[], choose: (facet: string, id: string) => void,
   *   clear: () => void}} Filters
   */

  const here = /** @type {any} */ (globalThis);
  const SIEVE = "M4 7h9m4 0h3M4 17h3m4 0h9M13 4.5v5M11 14.5v5";
  const FACETS = ["role", "channel", "reason", "team", "status", "responsible"];

  /**
   * @param {Record<string, Value[]>} facets
   * @param {() => void} changed
   * @returns {Filters}
   */
  function build(facets, changed) {
    const say = here.sopbookSay;
    const { element } = here.sopbookRows;
    const panel = element("div", "filters");
    panel.id = "sopbook-search-filters";
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", say("filters"));
    const lists = new Map(FACETS.flatMap((facet) => list(facet, facets[facet] ?? [])));
    const reset = element("button", "reset", say("unfilter"));
    reset.type = "button";
    reset.hidden = true;
    panel.append(...lists.values(), reset);
    const button = toggle(panel);

    const chosen = () =>
      Object.fromEntries(
        [...lists].flatMap(([facet, { value }]) => (value ? [[facet, value]] : [])),
      );

    function show() {
      const count = Object.keys(chosen()).length;
      reset.hidden = count === 0;
      button.setAttribute("aria-label", count ? say("filtered", { count }) : say("filters"));
      button.classList.toggle("is-chosen", count > 0);
      for (const each of lists.values()) each.classList.toggle("is-chosen", each.value !== "");
      changed();
    }

    /** @param {string} facet @param {string} id */
    function choose(facet, id) {
      const into = lists.get(facet);
      if (into) into.value = id;
      show();
    }

    function clear() {
      for (const each of lists.values()) each.value = "";
      show();
    }

    panel.addEventListener("change", show);
    reset.addEventListener("click", () => {
      clear();
      // The button is gone.
      lists.values().next().value?.focus();
    });
    const known = Object.fromEntries([...lists.keys()].map((facet) => [facet, facets[facet]]));
    /** @param {string} text */
    const offer = (text) => here.sopbookFacets.offers(text, known, chosen());
    return { panel, button, chosen, offer, choose, clear };
  }

  /**
   * @param {string} facet
   * @param {Value[]} values
   * @returns {[string, HTMLSelectElement][]}
   */
  function list(facet, values) {
    const say = here.sopbookSay;
    if (values.length === 0) return [];
    const made = /** @type {HTMLSelectElement} */ (document.createElement("select"));
    made.setAttribute("aria-label", say(`facet.${facet}`));
    made.append(new Option(say(`any.${facet}`), ""));
    made.append(...values.map(({ id, title }) => new Option(title, id)));
    return [[facet, made]];
  }

  /** On a phone they are folded up. @param {HTMLElement} panel */
  function toggle(panel) {
    const { element, icon } = here.sopbookRows;
    const made = element("button", "sieve", icon(SIEVE));
    made.type = "button";
    made.setAttribute("aria-label", here.sopbookSay("filters"));
    made.setAttribute("aria-controls", panel.id);
    made.setAttribute("aria-expanded", "false");
    made.addEventListener("click", () => {
      const isOpen = panel.classList.toggle("is-open");
      made.setAttribute("aria-expanded", String(isOpen));
    });
    return made;
  }

  Object.assign(globalThis, { sopbookFilters: { build } });
})();
