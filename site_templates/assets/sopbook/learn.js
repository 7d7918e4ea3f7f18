// @ts-check
/** The box on an SOP that stands in a path; and what pages about onboarding paths need to load. */
(() => {
  "use strict";

  const FOLDER = "assets/sopbook/learn/";
  const shared = /** @type {any} */ (globalThis);
  const { sopbookBase: base } = shared;
  /** @type {any[]} */
  const stores = ["done", "read"].map(base.store);

  async function start() {
    const page = document.querySelector("[data-sopbook-learn]");
    const name = page instanceof HTMLElement ? page.dataset.sopbookLearn : "";
    if (name === "sop") show();
    if (!name || name === "sop") return;
    for (const part of ["progress", "marks", name]) await base.load(`${FOLDER}${part}.js`);
    shared.sopbookLearn[name](page);
  }

  /** On the SOP's own page nothing more is loaded. */
  function show() {
    const nav = document.querySelector("[data-sopbook-learn='sop']");
    const words = nav?.querySelector("template");
    if (!(nav instanceof HTMLElement && words)) return;
    if (!nav.querySelector("label")) nav.prepend(words.content.cloneNode(true));
    const path = new URLSearchParams(location.search).get("path") ?? "";
    nav.querySelector(`[data-sopbook-path="${CSS.escape(path)}"]`)?.classList.add("is-here");
    const name = nav.dataset.sopbookSop ?? "";
    const banner = /** @type {HTMLElement | null} */ (document.querySelector(".sopbook-reminder"));
    const material = banner?.dataset.sopbookMaterial ?? "";
    const box = /** @type {HTMLInputElement} */ (nav.querySelector("input"));
    box.onchange = () => tick(name, material, box.checked);
    box.checked = isDone(name, material);
  }

  /**
   * It was ticked, and then or later read as it is now.
   *
   * @param {string} name
   * @param {string} material
   */
  function isDone(name, material) {
    const { sopbookMemory: memory } = shared;
    const [done, read] = stores.map((store) => memory.parse(store.read()).get(name));
    const isNow = (/** @type {any} */ seen) =>
      seen && !memory.since(memory.revisions(material), seen).length;
    return Boolean(done && (isNow(done) || isNow(read)));
  }

  /**
   * What is ticked is read; what is no longer ticked was read all the same.
   *
   * @param {string} name
   * @param {string} material
   * @param {boolean} isTicked
   */
  function tick(name, material, isTicked) {
    const { sopbookMemory: memory } = shared;
    for (const store of isTicked ? stores : stores.slice(0, 1)) {
      const all = memory.parse(store.read());
      const seen = memory.read(memory.revisions(material), all.get(name), Date.now());
      if (isTicked) all.set(name, seen);
      else all.delete(name);
      store.write(memory.text(all));
    }
  }

  // Offline, or half published: the page is whole without it.
  const begin = () => start().catch(() => undefined);
  for (const store of stores) store.watch(show);
  document.addEventListener("visibilitychange", show);
  // Back from a page that was ticked: the browser may show this one as it was left.
  addEventListener("pageshow", show);
  if (shared.document$) shared.document$.subscribe(begin);
  // Then what stands on all pages is there.
  else document.addEventListener("DOMContentLoaded", begin);
})();
