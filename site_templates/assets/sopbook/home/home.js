// @ts-check
/**
 * The reader's own home: their role, which they choose once; what they pinned and opened lately;
 * their SOPs first in each list. All of it stays in this browser, and nothing is taken away.
 */
(() => {
  "use strict";

  /** So many of each are seen at a glance. */
  const KEPT = { pinned: 12, recent: 6 };
  /** So many changed SOPs are named where the page does not list them. */
  const CHANGED = 20;

  const here = /** @type {any} */ (globalThis);
  const { sopbookKept: kept } = here;
  const [base, memory] = [sopbookBase, sopbookMemory];
  const role = base.store("role");
  /** Where nothing can be stored, the choice holds until the page is left. */
  let chosen = "";
  /** @type {Promise<any> | undefined} */
  let finder;

  function show() {
    const [list] = select(".sopbook-start__role");
    if (list) list.hidden = false;
    chosen = role.read() || chosen;
    const field = roles();
    // A role that is no longer there was nobody's choice.
    if (field && chosen && !option(field, chosen)) chosen = "";
    if (field) field.value = chosen;
    order();
    for (const name of ["pinned", "recent"]) showKept(/** @type {keyof typeof KEPT} */ (name));
    nameChanged();
  }

  /** Their SOPs come first in each list; the rest follows as it was. */
  function order() {
    const field = roles();
    const own = field && chosen ? option(field, chosen) : undefined;
    point(".sopbook-start__page", own?.dataset.sopbookPage);
    point(".sopbook-start__sops", own?.dataset.sopbookSops);
    point(".sopbook-start__path", own?.dataset.sopbookPath);
    for (const list of select(".sopbook-listing :is(ul)")) sort(list);
    const [duties] = select(".sopbook-duties");
    const [listing] = select(".sopbook-listing");
    if (!duties || !listing) return;
    if (own?.dataset.sopbookLeads !== undefined) listing.before(duties);
    else [...select(".sopbook-lookup"), listing][0].after(duties);
  }

  /** @param {string} selector @param {string | undefined} address */
  function point(selector, address) {
    for (const link of select(selector)) {
      link.hidden = !address;
      if (address) link.setAttribute("href", address);
    }
  }

  /** @param {HTMLElement} list */
  function sort(list) {
    const items = /** @type {HTMLElement[]} */ ([...list.children]);
    for (const [place, item] of items.entries()) item.dataset.sopbookPlace ??= String(place);
    items.sort((one, other) => rank(one) - rank(other) || place(one) - place(other));
    list.append(...items);
    for (const item of items) item.classList.toggle("is-other", chosen !== "" && rank(item) > 0);
  }

  /** @param {HTMLElement} item */
  const place = (item) => Number(item.dataset.sopbookPlace);

  /** @param {HTMLElement} item */
  function rank(item) {
    const link = /** @type {HTMLElement | null} */ (item.querySelector("[data-sopbook-roles]"));
    const known = link?.dataset.sopbookRoles?.split(" ") ?? [chosen];
    return chosen === "" || known.includes(chosen) ? 0 : 1;
  }

  /** @param {keyof typeof KEPT} name */
  async function showKept(name) {
    const [section] = select(`[data-sopbook-kept="${name}"]`);
    const all = kept.parse(base.store(name).read());
    const links = await linksTo(all.slice(0, KEPT[name]));
    fill(section, links);
    section.hidden = links.length === 0;
  }

  /**
   * @param {HTMLElement} place
   * @param {Node[]} links
   */
  function fill(place, links) {
    const items = links.map((link) => base.make("li", {}, link));
    (place.querySelector("ul") ?? place).replaceChildren(...items);
  }

  /**
   * Copies of the page's own links; titles of SOPs that it does not list come from the index.
   *
   * @param {string[]} ids
   */
  async function linksTo(ids) {
    const found = new Map(ids.map((id) => [id, listed(id)]));
    const unknown = ids.filter((id) => !found.get(id));
    for (const row of await rows(unknown)) found.set(row.id, linkTo(row));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** @param {string} id @returns {Node | undefined} */
  function listed(id) {
    return select(`.sopbook-listing a[data-sopbook-sop="${CSS.escape(id)}"]`)[0]?.cloneNode(true);
  }

  /** @param {{id: string, title: string, url: string}} row */
  function linkTo(row) {
    const traits = { href: base.root + row.url, "data-sopbook-sop": row.id };
    return base.make("a", traits, row.title);
  }

  /**
   * Without an index nobody knows what they are called.
   *
   * @param {string[]} ids
   * @returns {Promise<{id: string, title: string, url: string}[]>}
   */
  async function rows(ids) {
    if (ids.length === 0) return [];
    try {
      await base.load("assets/sopbook/search/reader.js");
      finder ??= here.sopbookFinder.open(base.root, base.load);
      return await (await finder).rows(ids);
    } catch {
      finder = undefined;
      return [];
    }
  }

  /** The reminder looks at links: where too many SOPs are listed, those that changed get some. */
  async function nameChanged() {
    const [list] = select(".sopbook-start__read");
    if (list && select("[data-sopbook-large]").length > 0)
      fill(list, await linksTo(await changed()));
    document.dispatchEvent(new Event("sopbook-listed"));
  }

  /** What changed since it was read. */
  async function changed() {
    const seen = memory.parse(base.store("read").read());
    if (seen.size === 0) return [];
    await base.load("assets/sopbook/newest.js").catch(() => undefined);
    const newest = here.sopbookNewest ?? {};
    const ids = [...seen.keys()].filter(
      (id) => memory.since(memory.revisions(newest[id] ?? ""), seen.get(id)).length > 0,
    );
    return ids.slice(0, CHANGED);
  }

  function roles() {
    return /** @type {HTMLSelectElement | null} */ (document.getElementById("sopbook-role"));
  }

  /** @param {HTMLSelectElement} field @param {string} value */
  function option(field, value) {
    return [...field.options].find((each) => each.value === value);
  }

  /** @param {string} selector @returns {NodeListOf<HTMLElement>} */
  function select(selector) {
    return document.querySelectorAll(selector);
  }

  document.addEventListener("change", (event) => {
    const field = roles();
    if (!field || event.target !== field) return;
    chosen = field.value;
    role.write(chosen);
    order();
    document.dispatchEvent(new Event("sopbook-listed"));
  });
  for (const store of [role, base.store("pinned"), base.store("recent")]) {
    store.watch(() => {
      chosen = role.read() ?? chosen;
      if (document.querySelector(".sopbook-start")) show();
    });
  }
  Object.assign(globalThis, { sopbookHome: Object.freeze({ show }) });
})();
