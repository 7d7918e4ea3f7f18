// @ts-check
/** Answers Material's search box: messages 0 set-up, 1 ready, 2 query, 3 result. */
(() => {
  "use strict";

  const here = /** @type {any} */ (globalThis);
  const FOLDER = "assets/sopbook/search";
  const PARTS = ["words", "say", "marks", "box", "reader"];
  const root = new URL("../../../", location.href).href;

  /** @param {string} path */
  const load = (path) => here.importScripts(root + path);
  /** @type {Promise<any> | undefined} */
  let opening;
  let turn = 0;

  function open() {
    opening ??= (async () => {
      for (const part of PARTS) load(`${FOLDER}/${part}.js`);
      return here.sopbookFinder.open(root, load);
    })();
    return opening;
  }

  /** @param {string} text */
  async function answer(text) {
    const mine = ++turn;
    if (!text.trim()) return post([]);
    const { rows } = await (await open()).find(text, { limit: 20 });
    if (mine === turn) post(here.sopbookBox.items(rows));
  }

  /** @param {unknown[]} items */
  const post = (items) => here.postMessage({ type: 3, data: { items } });

  addEventListener("message", (event) => {
    const { type, data } = /** @type {MessageEvent} */ (event).data;
    if (type === 0) here.postMessage({ type: 1 });
    if (type === 2) answer(data);
  });
})();
