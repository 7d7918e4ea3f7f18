// @ts-check
/**
 * Where one is in a guide, as the address and the history of this tab have it.
 *
 * @typedef {{id: string, how: any}} Visit
 */
(() => {
  "use strict";

  const walk = /** @type {any} */ (globalThis).sopbookWalk;

  function isCompact() {
    return new URLSearchParams(location.search).has("compact");
  }

  /** The address of a guide at a place in it. */
  function asked(place = "") {
    return `?walk${place && `=${place}`}${isCompact() ? "&compact" : ""}`;
  }

  /**
   * @param {any} flow
   * @param {Visit[]} visits
   */
  function address(flow, visits) {
    const isStart = visits.length < 2 && visits[0]?.id === flow.starts[0];
    const place = isStart && flow.starts.length === 1 ? "" : walk.text(flow, visits);
    return new URL(asked(place), location.href).href;
  }

  /**
   * Where a walk is too long for an address, this tab still knows it all.
   *
   * @param {any} flow
   * @param {Visit[]} visits
   * @param {number} number The case's.
   */
  function state(flow, visits, number) {
    const whole = walk.text(flow, visits, Number.POSITIVE_INFINITY);
    const known = { sopbookCase: number };
    return whole === walk.text(flow, visits) ? known : { ...known, sopbookWalk: whole };
  }

  /** @returns {{sopbookCase?: number, sopbookWalk?: string, sopbookStep?: true, sopbookHand?: true}} */
  function remembered() {
    return history.state ?? {};
  }

  /** The walk that was asked for. */
  function read() {
    return remembered().sopbookWalk ?? new URLSearchParams(location.search).get("walk") ?? "";
  }

  Object.assign(globalThis, {
    sopbookPlace: { isCompact, asked, address, state, remembered, read },
  });
})();
