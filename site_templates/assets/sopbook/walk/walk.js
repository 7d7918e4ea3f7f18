// @ts-check
/**
 * A walk through a workflow: where one came by, and where one can go from there. Pure: tested
 * without a page.
 *
 * @typedef {{to: string, label: string}} Way
 * @typedef {{id: string, kind: string, isOptional: boolean, joins: string, ways: Way[]}} Step
 * @typedef {{steps: Map<string, Step>, starts: string[]}} Flow
 *   Steps in written order; `starts` are where one may begin.
 * @typedef {{kind: string, to: string, label: string, hub: string, branch: number}} Option
 *   What can be chosen: a `way` on, to `skip` what is optional, a `branch` of what is done at the
 *   same time (of the `together` with the id `hub`), to have one `ticked` off without walking it,
 *   to `gather` where its branches meet, a `start`; what nobody was offered is a `jump`.
 * @typedef {{id: string, how: Option}} Visit
 * @typedef {{id: string, left: number[]}} Hub
 *   A `together` that one is in, and the branches that were not begun.
 */
(() => {
  "use strict";

  /** Between ids in an address, before the number of an option, and for what was left out. */
  const [DOT, MARK] = [".", "_"];
  /** So much of an address is the walk's; servers take about eight thousand characters. */
  const LONGEST = 1500;

  /**
   * @param {Step[]} list In written order.
   * @returns {Flow}
   */
  function flow(list) {
    const steps = new Map(list.map((step) => [step.id, step]));
    const starts = list.slice(0, 1).map(({ id }) => id);
    let reached = reach(steps, starts, everything);
    for (const { id, kind } of list) {
      if (kind !== "start" || reached.has(id)) continue;
      starts.push(id);
      reached = reach(steps, starts, everything);
    }
    return { steps, starts };
  }

  /** @param {Step} step */
  function everything(step) {
    return step.ways;
  }

  /**
   * All that can be come to.
   *
   * @param {Map<string, Step>} steps
   * @param {string[]} from
   * @param {(step: Step) => Way[]} onward
   */
  function reach(steps, from, onward) {
    /** @type {Set<string>} */
    const found = new Set();
    const waiting = [...from];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const step = steps.get(id);
      if (!step || found.has(id)) continue;
      found.add(id);
      waiting.push(...onward(step).map(({ to }) => to));
    }
    return found;
  }

  /**
   * Which steps apply once some questions are answered: the number of the answer by the step's id.
   *
   * @param {Flow} flow
   * @param {Record<string, number>} answers
   */
  function applying({ steps, starts }, answers) {
    return reach(steps, starts, (step) => {
      const answer = step.kind === "ask" ? step.ways[answers[step.id] ?? -1] : undefined;
      return answer ? [answer] : step.ways;
    });
  }

  /* Where one can go */

  /**
   * @param {Flow} flow
   * @param {Visit[]} visits
   * @returns {Option[]}
   */
  function options({ steps, starts }, visits) {
    const step = steps.get(visits.at(-1)?.id ?? "");
    if (!step) return starts.map((id) => option("start", id));
    const hub = hubs(steps, visits).at(-1);
    if (step.kind === "together" || (step.kind === "join" && hub?.id === step.joins && isOpen(hub)))
      return branches(steps, hub, step);
    if (step.ways.length === 0) return hub ? [option("gather", joinOf(steps, hub.id))] : [];
    const ways = step.ways.map(({ to, label }) => option("way", to, label));
    return step.isOptional ? [...ways, option("skip", step.ways[0]?.to ?? "")] : ways;
  }

  /**
   * @param {Map<string, Step>} steps
   * @param {Hub | undefined} hub
   * @param {Step} step The `together`, or where it ends.
   */
  function branches(steps, hub, step) {
    if (!hub) return [];
    const join = joinOf(steps, hub.id);
    const ways = steps.get(hub.id)?.ways ?? [];
    const open = hub.left.map((branch) => ({ branch, ...(ways[branch] ?? { to: "", label: "" }) }));
    const after = steps.get(join)?.ways[0];
    return [
      ...open.map(({ to, label, branch }) => option("branch", to, label, hub.id, branch)),
      ...open.map(({ label, branch }) => option("ticked", join, label, hub.id, branch)),
      ...(step.isOptional && after ? [option("skip", after.to, "", hub.id)] : []),
    ];
  }

  /**
   * @param {string} kind
   * @param {string} to
   * @returns {Option}
   */
  function option(kind, to, label = "", hub = "", branch = -1) {
    return { kind, to, label, hub, branch };
  }

  /**
   * @param {Map<string, Step>} steps
   * @param {string} hub
   */
  function joinOf(steps, hub) {
    return [...steps.values()].find(({ joins }) => joins === hub)?.id ?? "";
  }

  /** @param {Hub} hub */
  function isOpen(hub) {
    return hub.left.length > 0;
  }

  /**
   * What is done at the same time and not over yet, the innermost last.
   *
   * @param {Map<string, Step>} steps
   * @param {Visit[]} visits
   */
  function hubs(steps, visits) {
    /** @type {Hub[]} */
    let found = [];
    /** @type {Step | undefined} */
    let last;
    for (const { id, how } of visits) {
      const step = steps.get(id);
      if (how.hub) found = begun(found, how);
      else if (last?.kind === "join" && how.kind === "way") found = without(found, last.joins);
      if (step?.kind === "together") {
        found = [...without(found, id), { id, left: step.ways.map((_, place) => place) }];
      }
      if (step?.kind === "join") found = downTo(found, step.joins);
      last = step;
    }
    return found;
  }

  /**
   * @param {Hub[]} found
   * @param {Option} how
   */
  function begun(found, how) {
    if (how.kind === "skip") return without(found, how.hub);
    return downTo(found, how.hub).map((hub) =>
      hub.id === how.hub ? { ...hub, left: hub.left.filter((one) => one !== how.branch) } : hub,
    );
  }

  /**
   * Whoever is back at an outer one has left those within it.
   *
   * @param {Hub[]} found
   * @param {string} id
   */
  function downTo(found, id) {
    const place = found.findIndex((hub) => hub.id === id);
    return place < 0 ? found : found.slice(0, place + 1);
  }

  /**
   * @param {Hub[]} found
   * @param {string} id
   */
  function without(found, id) {
    const place = found.findIndex((hub) => hub.id === id);
    return place < 0 ? found : found.slice(0, place);
  }

  /* Walks as part of an address: `greet.accepts.agreed`, by ids; `agreed_2` is the second option. */

  /**
   * @param {Flow} flow
   * @param {string} text
   * @returns {{visits: Visit[], isLost: boolean, isCut: boolean}}
   *   `isLost`: a step is named that is not there, so it stops before; `isCut`: the beginning was
   *   left out of the address.
   */
  function parse(flow, text) {
    const words = text.split(DOT).filter(Boolean);
    const isCut = words[0] === MARK;
    /** @type {Visit[]} */
    const visits = [];
    for (const word of isCut ? words.slice(1) : words) {
      const [id = "", number] = word.split(MARK);
      if (!flow.steps.has(id)) return { visits, isLost: true, isCut };
      visits.push(visit(flow, visits, id, Number(number ?? 0)));
    }
    return { visits, isLost: false, isCut };
  }

  /**
   * @param {Flow} flow
   * @param {Visit[]} visits
   * @param {string} id
   * @param {number} number
   * @returns {Visit}
   */
  function visit(flow, visits, id, number) {
    const offered = options(flow, visits);
    const meant = offered[number - 1];
    const how = meant?.to === id ? meant : offered.find(({ to }) => to === id);
    return { id, how: how ?? option("jump", id) };
  }

  /**
   * Go on by an option; what is a jump was not offered.
   *
   * @param {Visit[]} visits
   * @param {Option} how
   * @returns {Visit[]}
   */
  function onward(visits, how) {
    return [...visits, { id: how.to, how }];
  }

  /**
   * @param {Flow} flow
   * @param {Visit[]} visits
   * @param {number} [longest]
   */
  function text(flow, visits, longest = LONGEST) {
    const words = visits.map((_, place) => word(flow, visits, place));
    let length = words.join(DOT).length;
    let from = 0;
    while (length > longest && from < words.length - 1) {
      length -= (words[from]?.length ?? 0) + 1;
      from += 1;
    }
    return (from > 0 ? [MARK, ...words.slice(from)] : words).join(DOT);
  }

  /**
   * @param {Flow} flow
   * @param {Visit[]} visits
   * @param {number} place
   */
  function word(flow, visits, place) {
    const { id, how } = /** @type {Visit} */ (visits[place]);
    const offered = options(flow, visits.slice(0, place));
    const number = offered.findIndex((one) => JSON.stringify(one) === JSON.stringify(how));
    const first = offered.findIndex(({ to }) => to === id);
    return number === first || number < 0 ? id : `${id}${MARK}${number + 1}`;
  }

  /* Deadlines */

  /**
   * @param {number} seconds What there was.
   * @param {number} gone How many of them are over.
   * @returns {{text: string, isOver: boolean}} As on a stop watch: `4:05`, `1:00:00`.
   */
  function left(seconds, gone) {
    const rest = Math.round(seconds - gone);
    const whole = Math.abs(rest);
    const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    const shown = whole < 3600 ? parts.slice(1) : parts;
    const digits = shown.map((part, place) => String(part).padStart(place ? 2 : 1, "0"));
    return { text: digits.join(":"), isOver: rest < 0 };
  }

  const sopbookWalk = { flow, applying, options, hubs, parse, text, onward, option, left };
  Object.assign(globalThis, { sopbookWalk });
})();
