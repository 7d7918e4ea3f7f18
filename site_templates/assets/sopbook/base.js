// @ts-check
/** What all scripts of the site stand on; what each part does is said in `types/base.d.ts`. */
(() => {
  "use strict";

  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  // Taken once: without a page load, the address changes under it.
  const root = new URL("../../", own.src).href;
  const FIELD = ":is(input,select,textarea,[contenteditable],dialog)";
  /** @type {Map<string, Promise<void>>} */
  const loaded = new Map();

  /**
   * A page opened as a file may read no data and no modules, but scripts.
   *
   * @param {string} path
   */
  function load(path) {
    const known = loaded.get(path);
    if (known) return known;
    const loading = new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = root + path;
      // Those that are asked for first run first.
      script.async = false;
      script.onload = () => done(undefined);
      script.onerror = () => {
        loaded.delete(path);
        script.remove();
        failed(new Error(path));
      };
      document.head.append(script);
    });
    loaded.set(path, loading);
    return loading;
  }

  /** @param {() => unknown} begin */
  function onPage(begin) {
    if (typeof document$ === "object") document$.subscribe(begin);
    else if (document.readyState !== "loading") begin();
    else document.addEventListener("DOMContentLoaded", () => begin());
  }

  /**
   * @param {string} selector
   * @param {string[]} scripts
   * @param {(place: HTMLElement) => unknown} show
   */
  function bring(selector, scripts, show) {
    onPage(async () => {
      const place = document.querySelector(selector);
      if (!(place instanceof HTMLElement)) return;
      try {
        await Promise.all(scripts.map((script) => load(`assets/sopbook/${script}.js`)));
      } catch {
        // Offline, or half published: the page is whole without them.
        return;
      }
      show(place);
    });
  }

  /**
   * Two sites of one host do not mix; where nothing can be stored, nothing is remembered.
   *
   * @param {string} name
   * @param {"localStorage" | "sessionStorage"} area
   */
  function store(name, area = "localStorage") {
    const key = ["sopbook", name, new URL(root).pathname].join(" ");
    return {
      read() {
        try {
          return globalThis[area].getItem(key);
        } catch {
          return null;
        }
      },
      /** @param {string} text */
      write(text) {
        try {
          globalThis[area].setItem(key, text);
        } catch {
          // Full, or refused.
        }
      },
      /** @param {() => void} told */
      watch(told) {
        addEventListener("storage", (event) => {
          if (event.key === key || event.key === null) told();
        });
      },
    };
  }

  /** @param {SopbookStore} store */
  function held(store) {
    /** @type {string | null} */
    let own = null;
    return {
      ...store,
      read: () => own ?? store.read(),
      /** @param {string} text */
      write(text) {
        store.write(text);
        own = store.read() === text ? null : text;
      },
      isRefused: () => own !== null,
    };
  }

  /**
   * @param {SopbookStore[]} stores
   * @param {() => void} show
   */
  function live(stores, show) {
    for (const store of stores) store.watch(show);
    document.addEventListener("visibilitychange", show);
    // One that comes back is shown as it was left.
    addEventListener("pageshow", show);
  }

  /**
   * @param {string | undefined} words
   * @param {Record<string, string | number>} values
   */
  function fill(words, values = {}) {
    return (words ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  }

  function language() {
    const page = document.documentElement.lang;
    return navigator.languages.find((own) => own.split("-")[0] === page) ?? page;
  }

  /**
   * @param {number | string} moment
   * @param {Intl.DateTimeFormatOptions} style
   */
  function date(moment, style = { dateStyle: "long" }) {
    return new Intl.DateTimeFormat(language(), style).format(new Date(moment));
  }

  /**
   * @param {string} tag
   * @param {Record<string, string>} traits
   * @param {(Node | string | null | undefined | false)[]} parts
   * @returns {any}
   */
  function make(tag, traits = {}, ...parts) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(traits)) made.setAttribute(name, value);
    for (const part of parts) if (part) made.append(part);
    return made;
  }

  /** @param {ParentNode} place @param {string} selector @returns {any} */
  const one = (place, selector) => place.querySelector(selector);

  /** @param {ParentNode} place @param {string} selector @returns {any} */
  const all = (place, selector) => [...place.querySelectorAll(selector)];

  /** @param {HTMLTemplateElement} template */
  const copy = ({ content }) =>
    /** @type {HTMLElement} */ (content.firstElementChild?.cloneNode(true));

  /** @param {string} name @param {string} text */
  function save(name, text) {
    const href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    make("a", { href, download: name }).click();
    URL.revokeObjectURL(href);
  }

  /** @param {Event} event */
  function isTyping({ target }) {
    if (target instanceof HTMLInputElement && ["checkbox", "radio"].includes(target.type))
      return false;
    // For a moment, the focus stays in what was closed.
    return target instanceof Element && target.checkVisibility() && target.closest(FIELD) !== null;
  }

  const paper = { make, one, all, copy, save, isTyping, fill, language, date };
  /** @type {SopbookBase} */
  const sopbookBase = Object.freeze({ root, load, onPage, bring, live, store, held, ...paper });
  Object.assign(globalThis, { sopbookBase });
})();
