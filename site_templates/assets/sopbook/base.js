// @ts-check
/**
 * What all scripts of the site stand on: where its top is, what is loaded later, what is kept, how
 * words are filled in and moments are written.
 */
(() => {
  "use strict";

  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** Ends in a slash. Taken once: without a page load, the address changes under it. */
  const root = new URL("../../", own.src).href;
  /** @type {Map<string, Promise<void>>} */
  const loaded = new Map();

  /**
   * A page opened as a file may read no data and no modules, but scripts.
   *
   * @param {string} path From the top of the site.
   * @returns {Promise<void>}
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

  /**
   * A place in this browser's memory. Two sites of one host do not mix; where nothing can be
   * stored, nothing is remembered.
   *
   * @param {string} name
   */
  function store(name) {
    const key = ["sopbook", name, new URL(root).pathname].join(" ");
    return {
      /** @returns {string | null} */
      read() {
        try {
          return localStorage.getItem(key);
        } catch {
          return null;
        }
      },
      /** @param {string} text */
      write(text) {
        try {
          localStorage.setItem(key, text);
        } catch {
          // Full, or refused.
        }
      },
      /** Tell when another tab wrote. @param {() => void} told */
      watch(told) {
        addEventListener("storage", (event) => {
          if (event.key === key || event.key === null) told();
        });
      },
    };
  }

  /**
   * Fill `{names}` in the page's words.
   *
   * @param {string | undefined} words
   * @param {Record<string, string | number>} values
   */
  function fill(words, values) {
    return (words ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  }

  /** The page's language, as it is written in the reader's country. */
  function language() {
    const page = document.documentElement.lang;
    return navigator.languages.find((own) => own.split("-")[0] === page) ?? page;
  }

  /**
   * @param {number | string} moment In milliseconds, or as in `<time datetime>`.
   * @param {Intl.DateTimeFormatOptions} [style]
   */
  function date(moment, style = { dateStyle: "long" }) {
    return new Intl.DateTimeFormat(language(), style).format(new Date(moment));
  }

  const sopbookBase = Object.freeze({ root, load, store, fill, language, date });
  Object.assign(globalThis, { sopbookBase });
})();
