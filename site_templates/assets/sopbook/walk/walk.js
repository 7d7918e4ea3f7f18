// @ts-check
/** A walk through a workflow: where one came by, and where one can go. Pure. */
(() => {
  "use strict";

  /** Between ids in an address, before the number of an option, and for what was left out. */
  const [DOT, MARK] = [".", "_"];
  /** So much of an address is the walk's; servers take about eight thousand characters. */
  const LONGEST = 1500;

  /** @type {SopbookWalk} */
  const walk = {
    flow(list) {
      const steps = new Map(list.map((step) => [step.id, step]));
      const starts = list.slice(0, 1).map(({ id }) => id);
      for (const { id, kind } of list)
        if (kind === "start" && !walk.applying({ steps, starts }, {}).has(id)) starts.push(id);
      return { steps, starts };
    },

    applying({ steps, starts }, answers) {
      const found = new Set(starts);
      // A set that grows is walked to its end.
      for (const id of found) {
        const { kind = "", ways = [] } = steps.get(id) ?? {};
        const answer = kind === "ask" && ways[answers[id] ?? -1];
        for (const { to } of answer ? [answer] : ways) found.add(to);
      }
      return found;
    },

    options({ steps, starts }, visits) {
      const step = steps.get(visits.at(-1)?.id ?? "");
      if (!step) return starts.map((id) => walk.option("start", id));
      const hub = walk.hubs(steps, visits).at(-1);
      if (hub && isBetween(step, hub)) return branches(steps, hub, step);
      if (step.ways.length === 0) return hub ? [walk.option("gather", joinOf(steps, hub))] : [];
      const ways = step.ways.map(({ to, label }) => walk.option("way", to, label));
      return step.isOptional ? [...ways, walk.option("skip", step.ways[0]?.to ?? "")] : ways;
    },

    hubs(steps, visits) {
      /** @type {SopbookHub[]} */
      let found = [];
      /** @type {SopbookStep | undefined} */
      let last;
      for (const { id, how } of visits) {
        const step = steps.get(id);
        if (how.hub) found = begun(found, how);
        else if (last?.kind === "join" && how.kind === "way") found = upTo(found, last.joins);
        if (step?.kind === "together")
          found = [...upTo(found, id), { id, left: [...step.ways.keys()] }];
        if (step?.kind === "join") found = upTo(found, step.joins, 1);
        last = step;
      }
      return found;
    },

    option: (kind, to, label = "", hub = "", branch = -1) => ({ kind, to, label, hub, branch }),

    onward: (visits, how) => [...visits, { id: how.to, how }],

    text(flow, visits, longest = LONGEST) {
      const words = visits.map((visit, place) => word(flow, visits.slice(0, place), visit));
      let length = words.join(DOT).length;
      let from = 0;
      for (; length > longest && from < words.length - 1; from += 1)
        length -= (words[from]?.length ?? 0) + 1;
      return (from ? [MARK, ...words.slice(from)] : words).join(DOT);
    },

    parse(flow, text) {
      const words = text.split(DOT).filter(Boolean);
      const isCut = words[0] === MARK;
      /** @type {SopbookVisit[]} */
      const visits = [];
      for (const word of isCut ? words.slice(1) : words) {
        const [id = "", number] = word.split(MARK);
        if (!flow.steps.has(id)) return { visits, isLost: true, isCut };
        const offered = walk.options(flow, visits);
        const meant = offered[Number(number) - 1];
        const how = meant?.to === id ? meant : offered.find(({ to }) => to === id);
        visits.push({ id, how: how ?? walk.option("jump", id) });
      }
      return { visits, isLost: false, isCut };
    },

    left(seconds, gone) {
      const rest = Math.round(seconds - gone);
      const whole = Math.abs(rest);
      const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
      const shown = whole < 3600 ? parts.slice(1) : parts;
      const digits = shown.map((part, place) => String(part).padStart(place ? 2 : 1, "0"));
      return { text: digits.join(":"), isOver: rest < 0 };
    },
  };

  /** Where branches begin, and where they end while some are left. @param {SopbookStep} step @param {SopbookHub} hub */
  const isBetween = ({ kind, joins }, { id, left }) =>
    kind === "together" || (kind === "join" && joins === id && left.length > 0);

  /** @param {Map<string, SopbookStep>} steps @param {SopbookHub} hub @param {SopbookStep} step */
  function branches(steps, hub, step) {
    const ways = steps.get(hub.id)?.ways ?? [];
    const join = joinOf(steps, hub);
    const after = step.isOptional && steps.get(join)?.ways[0];
    /** @param {string} kind @param {string} [to] */
    const open = (kind, to) =>
      hub.left.map((branch) => {
        const way = ways[branch];
        return walk.option(kind, to ?? way?.to ?? "", way?.label, hub.id, branch);
      });
    const skip = after ? [walk.option("skip", after.to, "", hub.id)] : [];
    return [...open("branch"), ...open("ticked", join), ...skip];
  }

  /** @param {Map<string, SopbookStep>} steps @param {SopbookHub} hub */
  const joinOf = (steps, hub) =>
    [...steps.values()].find(({ joins }) => joins === hub.id)?.id ?? "";

  /** @param {SopbookHub[]} found @param {SopbookOption} how */
  function begun(found, { kind, hub, branch }) {
    if (kind === "skip") return upTo(found, hub);
    return upTo(found, hub, 1).map((one) =>
      one.id === hub ? { id: hub, left: one.left.filter((each) => each !== branch) } : one,
    );
  }

  /** Whoever is at an outer one again has left those within. @param {SopbookHub[]} found @param {string} id */
  function upTo(found, id, more = 0) {
    const place = found.findIndex((hub) => hub.id === id);
    return place < 0 ? found : found.slice(0, place + more);
  }

  /** @param {SopbookAnyFlow} flow @param {SopbookVisit[]} before @param {SopbookVisit} visit */
  function word(flow, before, { id, how }) {
    const offered = walk.options(flow, before);
    const number = offered.findIndex((one) => JSON.stringify(one) === JSON.stringify(how));
    const isPlain = number < 0 || offered.findIndex(({ to }) => to === id) === number;
    return isPlain ? id : `${id}${MARK}${number + 1}`;
  }

  Object.assign(globalThis, { sopbookWalk: walk });
})();
