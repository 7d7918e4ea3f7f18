// @ts-check
/**
 * When a question comes back: Leitner's boxes (Sebastian Leitner, "So lernt man lernen", 1972). A
 * right answer puts it one box up, a wrong one back into the first. Pure: told what time it is.
 *
 * @typedef {{box: number, on: number}} Score Which box it lies in, and when it was asked.
 * @typedef {Map<string, Map<string, Score>>} Scores By SOP, then by question.
 */
(() => {
  "use strict";

  const DAY = 86_400_000;
  /** After so many days the questions of each box are asked again. */
  const DAYS = [0, 1, 3, 7, 14];
  const SESSION = 10;

  /**
   * What cannot be understood was never practised.
   *
   * @param {string | null} text
   * @returns {Scores}
   */
  function parse(text) {
    try {
      return new Map(entries(JSON.parse(text ?? "{}")).map(([sop, each]) => [sop, scores(each)]));
    } catch (error) {
      if (error instanceof SyntaxError) return new Map();
      throw error;
    }
  }

  /** @param {unknown} value @returns {[string, unknown][]} */
  function entries(value) {
    return value && typeof value === "object" ? Object.entries(value) : [];
  }

  /** @param {unknown} value @returns {Map<string, Score>} */
  function scores(value) {
    const whole = entries(value).flatMap(([id, each]) => {
      const [box, on] = Array.isArray(each) ? each : [];
      return Number.isInteger(box) && box in DAYS && Number.isFinite(on)
        ? [/** @type {[string, Score]} */ ([id, { box, on }])]
        : [];
    });
    return new Map(whole);
  }

  /** @param {Scores} all */
  function text(all) {
    const sops = [...all].map(([sop, own]) => {
      const found = [...own].map(([id, { box, on }]) => [id, [box, on]]);
      return [sop, Object.fromEntries(found)];
    });
    return JSON.stringify(Object.fromEntries(sops));
  }

  /**
   * Where a question lies after it was answered.
   *
   * @param {Score | undefined} score
   * @param {boolean} isRight
   * @param {number} now
   * @returns {Score}
   */
  function answered(score, isRight, now) {
    const box = isRight ? Math.min((score?.box ?? 0) + 1, DAYS.length - 1) : 0;
    return { box, on: now };
  }

  /** @param {Score} score */
  const dueOn = (score) => score.on + (DAYS[score.box] ?? 0) * DAY;

  /** A clock that was wrong once must not hide a question for years. @param {Score} score @param {number} now */
  const isDue = (score, now) => dueOn(score) <= now || score.on > now;

  /**
   * What is asked in a session: what is due, the lowest box first; then what is new, in its order;
   * then, where that is not enough, what will be due soonest.
   *
   * @param {string[]} ids
   * @param {Map<string, Score>} own
   * @param {number} now
   */
  function session(ids, own, now) {
    const known = ids.flatMap((id) => {
      const score = own.get(id);
      return score ? [{ id, score, due: isDue(score, now) }] : [];
    });
    const due = known.filter((each) => each.due).sort((a, b) => order(a.score, b.score));
    const later = known.filter((each) => !each.due);
    later.sort((a, b) => dueOn(a.score) - dueOn(b.score));
    const fresh = ids.filter((id) => !own.has(id));
    const all = [...due.map(({ id }) => id), ...fresh, ...later.map(({ id }) => id)];
    return all.slice(0, SESSION);
  }

  /** @param {Score} one @param {Score} other */
  const order = (one, other) => one.box - other.box || one.on - other.on;

  /**
   * How one stands: known is what was right the last time, due what is to be asked again.
   *
   * @param {Map<string, Score> | undefined} own
   * @param {number} now
   */
  function standing(own, now) {
    const all = [...(own?.values() ?? [])];
    return {
      known: all.filter(({ box }) => box > 0).length,
      due: all.filter((score) => isDue(score, now)).length,
      last: Math.max(0, ...all.map(({ on }) => on)),
    };
  }

  Object.assign(globalThis, { sopbookBoxes: { parse, text, answered, session, standing } });
})();
