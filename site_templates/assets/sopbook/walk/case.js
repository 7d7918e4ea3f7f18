// @ts-check
/**
 * What this tab knows of the cases that were walked in it: when a step was opened, what is at hand,
 * and where to go back to. Another tab knows nothing of it, and nothing of a customer is in it.
 *
 * @typedef {{depth: number, number: string, text: string, said: string, by: string, at: number,
 *   things: string[]}} Line
 *   What was done, for the hand-over.
 * @typedef {{number: number, title: string, top: string, depth: number, here: string,
 *   next: string, key: string, lines: Line[]}} Parent
 *   The case that runs this one: the addresses of its step, and of what comes after; what was done
 *   in it, under the `top` SOP's title.
 * @typedef {{opened: Record<string, number>, ticked: string[], ran: Record<string, Line[]>,
 *   parent?: Parent}} Case
 * @typedef {{count: number, cases: Record<string, Case>, arrival?: [string, number]}} Memory
 */
(() => {
  "use strict";

  /** So many cases are remembered. */
  const MOST = 30;

  /** @type {Memory} For tabs that may keep nothing. */
  let kept = { count: 0, cases: {} };

  function key() {
    const { root } = /** @type {any} */ (globalThis).sopbookBase;
    return ["sopbook.cases", new URL(root).pathname].join(" ");
  }

  /** @returns {Memory} */
  function read() {
    try {
      const found = JSON.parse(sessionStorage.getItem(key()) ?? "null");
      if (found?.cases) kept = found;
    } catch {
      // Refused, or not ours: for whatever reason, this page remembers by itself.
    }
    return kept;
  }

  /** @param {Memory} memory */
  function write(memory) {
    kept = memory;
    try {
      sessionStorage.setItem(key(), JSON.stringify(memory));
    } catch {
      // Full, or refused.
    }
  }

  /**
   * Give a new case its number.
   *
   * @param {Parent} [parent]
   */
  function begin(parent) {
    const memory = read();
    memory.count += 1;
    /** @type {Case} */
    const fresh = { opened: {}, ticked: [], ran: {} };
    memory.cases[memory.count] = parent ? { ...fresh, parent } : fresh;
    delete memory.cases[memory.count - MOST];
    write(memory);
    return memory.count;
  }

  /**
   * @param {number} number
   * @returns {Case}
   */
  function get(number) {
    return read().cases[number] ?? { opened: {}, ticked: [], ran: {} };
  }

  /**
   * @param {number} number
   * @param {Partial<Case>} change
   */
  function set(number, change) {
    const memory = read();
    memory.cases[number] = { ...get(number), ...change };
    write(memory);
  }

  /**
   * Note that the page at this address goes on with a case.
   *
   * @param {string} address
   * @param {number} number
   */
  function send(address, number) {
    write({ ...read(), arrival: [address, number] });
  }

  /** The case that this page was opened to go on with; 0 for none. */
  function arrive() {
    const memory = read();
    const [address, number] = memory.arrival ?? ["", 0];
    delete memory.arrival;
    write(memory);
    return address === location.href ? number : 0;
  }

  Object.assign(globalThis, { sopbookCase: { begin, get, set, send, arrive } });
})();
