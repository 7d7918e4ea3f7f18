// @ts-check
/**
 * Reminds a returning reader of what changed: on an SOP's page, and in lists of SOPs. Where nothing
 * can be stored, nothing is remembered and nothing is shown. The words are in the page.
 *
 * @typedef {{id: string, time: number}} Revision
 */
(() => {
  "use strict";

  /** Who left before had no time to read. */
  const READ_AFTER = 5000;
  /** So much is shown; so little that nobody need unfold it. */
  const CHANGES = 5;
  const FEW = 5;
  /** An SOP may have any name, `constructor` as well. */
  const NOTHING = Object.create(null);

  const [memory, base] = [sopbookMemory, sopbookBase];
  const read = base.store("read");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let reading;

  function remind() {
    clearTimeout(reading);
    for (const banner of select(".sopbook-reminder")) remindOf(banner);
    for (const list of select(".sopbook-returned")) remindIn(list);
  }

  /** @param {HTMLElement} banner */
  function remindOf(banner) {
    const { published, seen } = known(banner);
    const changes = /** @type {Revision[]} */ (memory.since(published, seen));
    const isAsBefore = banner.dataset.sopbookShown === String(changes.length);
    banner.dataset.sopbookShown = String(changes.length);
    banner.hidden = changes.length === 0;
    if (changes.length > 0) {
      if (!isAsBefore) show(banner, changes, changes.length === published.length, seen);
    } else if (document.visibilityState === "visible") {
      // A tab in the background is not read; when it comes forward, this begins anew.
      reading = setTimeout(() => remember(banner), READ_AFTER);
    }
  }

  /**
   * @param {HTMLElement} banner
   * @param {Revision[]} changes
   * @param {boolean} isAll
   * @param {any} seen
   */
  function show(banner, changes, isAll, seen) {
    const { sopbookForms = "", sopbookMany, sopbookBounded } = banner.dataset;
    const forms = JSON.parse(sopbookForms);
    const form = new Intl.PluralRules(base.language()).select(changes.length);
    const words = isAll && sopbookBounded !== undefined ? sopbookMany : forms[form];
    const [heading] = banner.getElementsByTagName("h2");
    heading.textContent = base.fill(words, { date: base.date(seen.on), count: changes.length });
    const [fold] = banner.getElementsByTagName("details");
    const item = fold.querySelector("template")?.content.children[0];
    const lines = changes.slice(0, CHANGES).flatMap((change) => told(change, item));
    fold.querySelector("ul")?.replaceChildren(...lines);
    const count = fold.querySelectorAll(".sopbook-said > li").length;
    fold.hidden = count === 0;
    fold.open = count <= FEW;
  }

  /**
   * The day and the sentences of a change, as the page's history has them.
   *
   * @param {Revision} change
   * @param {Element | undefined} item
   */
  function told(change, item) {
    const place = `.sopbook-history [data-sopbook-revision^="${CSS.escape(change.id)}"] `;
    const lines = [...select(`${place}.sopbook-said > li`)];
    const sentences = lines.filter((line) => !line.querySelector(".sopbook-weight--editorial"));
    const copy = /** @type {Element} */ (item?.cloneNode(true));
    const [when, list] = copy.children;
    for (const time of select(`${place}time`)) when.append(time.cloneNode(true));
    list.append(...sentences.map((line) => line.cloneNode(true)));
    for (const more of select(`${place}.sopbook-change__more`)) copy.append(more.cloneNode(true));
    return sentences.length > 0 ? [copy] : [];
  }

  /** @param {HTMLElement} list */
  async function remindIn(list) {
    const all = memory.parse(read.read());
    const changes = all.size > 0 ? await newest() : NOTHING;
    for (const mark of select(".sopbook-changed")) mark.remove();
    /** @type {Map<string, [number, Element]>} */
    const changed = new Map();
    for (const link of select("a[data-sopbook-sop]:not(.sopbook-returned a)")) {
      const sop = link.dataset.sopbookSop ?? "";
      const [change] = memory.since(memory.revisions(changes[sop] ?? ""), all.get(sop));
      if (!change) continue;
      if (concerns(link)) changed.set(sop, [change.time, link]);
      link.parentElement?.append(
        " ",
        list.getElementsByTagName("template")[0].content.cloneNode(true),
      );
    }
    gather(list, [...changed.values()]);
  }

  /** A reader who has chosen a role is told of what concerns it. @param {HTMLElement} link */
  function concerns({ dataset: { sopbookRoles } }) {
    const chosen = base.store("role").read();
    return !chosen || sopbookRoles === undefined || sopbookRoles.split(" ").includes(chosen);
  }

  /**
   * @param {HTMLElement} list
   * @param {[number, Element][]} changed
   */
  function gather(list, changed) {
    changed.sort(([one], [other]) => other - one);
    const lines = changed.map(([time, link]) => {
      const day = base.fill(list.dataset.sopbookOn, { date: base.date(time * 1000) });
      return base.make("li", {}, link.cloneNode(true), " ", day);
    });
    list.querySelector("ul")?.replaceChildren(...lines);
    list.hidden = lines.length === 0;
  }

  /** The newest change of each SOP. Where it cannot be had, nothing is newer. */
  async function newest() {
    await base.load("assets/sopbook/newest.js").catch(() => undefined);
    return /** @type {any} */ (globalThis).sopbookNewest ?? NOTHING;
  }

  /**
   * What a page's banner, and the browser, know of its SOP.
   *
   * @param {HTMLElement} banner
   */
  function known(banner) {
    const { sopbookSop: sop = "", sopbookMaterial } = banner.dataset;
    const all = memory.parse(read.read());
    const seen = all.get(sop);
    return { sop, all, seen, published: memory.revisions(sopbookMaterial ?? "") };
  }

  /** @param {HTMLElement} banner */
  function remember(banner) {
    const { sop, published, all, seen } = known(banner);
    all.set(sop, memory.read(published, seen, Date.now()));
    read.write(memory.text(all));
  }

  /** @param {Event} event */
  function onClick(event) {
    const target = /** @type {Element} */ (event.target);
    const button = target.closest(".sopbook-reminder__done");
    const banner = /** @type {HTMLElement | null | undefined} */ (button?.closest("section"));
    if (!banner) return;
    remember(banner);
    document.dispatchEvent(new Event("sopbook-read"));
    banner.hidden = true;
    banner.dataset.sopbookShown = "0";
    // The button is gone: by keyboard, or by ear, one goes on from here.
    for (const answer of select(".sopbook-reminder__said")) {
      answer.hidden = false;
      answer.focus();
    }
  }

  /**
   * @param {string} selector
   * @returns {NodeListOf<HTMLElement>}
   */
  function select(selector) {
    return document.querySelectorAll(selector);
  }

  document.addEventListener("click", onClick);
  document.addEventListener("visibilitychange", remind);
  // A home tells of other SOPs, or of others first.
  document.addEventListener("sopbook-listed", remind);
  // Marked as read here, or ticked on an onboarding path.
  document.addEventListener("sopbook-read", remind);
  // Read in another tab.
  read.watch(remind);
  sopbookBase.onPage(remind);
})();
