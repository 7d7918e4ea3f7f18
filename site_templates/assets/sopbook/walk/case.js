// @ts-check
/** Which case this tab walks, and where in it. Another tab knows nothing of it. */
(() => {
  "use strict";

  /** So many cases are remembered. */
  const MOST = 30;
  const { store, held } = sopbookBase;
  const kept = held(store("cases", "sessionStorage"));

  /** @returns {{count: number, cases: Record<string, SopbookCase>, arrival?: [string, number]}} */
  const read = () => ({ count: 0, cases: {}, ...sopbookMemory.json(kept.read()) });

  /** @param {ReturnType<typeof read>} memory */
  const write = (memory) => kept.write(JSON.stringify(memory));

  /** @type {SopbookCases} */
  const cases = {
    begin(parent) {
      const memory = read();
      memory.count += 1;
      memory.cases[memory.count] = { opened: {}, ticked: [], ran: {}, ...(parent && { parent }) };
      delete memory.cases[memory.count - MOST];
      write(memory);
      return memory.count;
    },

    get: (number) => read().cases[number] ?? { opened: {}, ticked: [], ran: {} },

    set(number, change) {
      const memory = read();
      const changed = { ...cases.get(number), ...change };
      memory.cases[number] = changed;
      write(memory);
      return changed;
    },

    send: (address, number) => write({ ...read(), arrival: [address, number] }),

    arrive() {
      const { arrival: [address, number] = ["", 0], ...memory } = read();
      write(memory);
      return address === location.href ? number : 0;
    },
  };

  /** @type {SopbookPlace} */
  const place = {
    isCompact: () => new URLSearchParams(location.search).has("compact"),

    asked: (at = "") => `?walk${at && `=${at}`}${place.isCompact() ? "&compact" : ""}`,

    begin(flow) {
      const [start, other] = sopbookWalk.options(flow, []);
      if (!start || other) return [];
      const visits = sopbookWalk.onward([], start);
      const step = flow.steps.get(start.to);
      const isBare = step?.kind === "start" && !sopbookSteps.body(step).textContent?.trim();
      const [way, another] = isBare ? sopbookWalk.options(flow, visits) : [];
      return way && !another ? sopbookWalk.onward(visits, way) : visits;
    },

    isBegin: (flow, visits) =>
      sopbookWalk.text(flow, visits) === sopbookWalk.text(flow, place.begin(flow)),

    address(flow, visits) {
      const at = place.isBegin(flow, visits) ? "" : sopbookWalk.text(flow, visits);
      return new URL(place.asked(at), location.href).href;
    },

    // Where a walk is too long for an address, this tab still knows it all.
    state: (flow, visits, number) => ({
      sopbookCase: number,
      sopbookWalk: sopbookWalk.text(flow, visits, Number.POSITIVE_INFINITY),
    }),

    remembered: () => history.state ?? {},

    read: () =>
      place.remembered().sopbookWalk ?? new URLSearchParams(location.search).get("walk") ?? "",
  };

  Object.assign(globalThis, { sopbookCases: cases, sopbookPlace: place });
})();
