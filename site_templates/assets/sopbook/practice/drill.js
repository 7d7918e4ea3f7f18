// @ts-check
/** Which questions are asked, and when again: Leitner's boxes ("So lernt man lernen", 1972). */
(() => {
  "use strict";

  const DAY = 86_400_000;
  const DAYS_IN_BOX = [0, 1, 3, 7, 14];
  const SESSION = 10;
  const REPEAT_AFTER = 3;
  const ID = /^[a-z0-9-]{1,64}$/;

  /** @param {unknown} value */
  const entries = (value) => (value instanceof Object ? Object.entries(value) : []);

  /** @param {[string, unknown]} entry @returns {[string, SopbookScore][]} */
  function score([id, value]) {
    const [box, on] = Array.isArray(value) ? value : [];
    const isWhole = Number.isInteger(box) && box in DAYS_IN_BOX && Number.isFinite(on);
    return isWhole ? [[id, { box, on }]] : [];
  }

  /** @param {SopbookScore} score */
  const dueOn = ({ box, on }) => on + DAYS_IN_BOX[box] * DAY;

  /** A clock that was wrong once must not hide a question for years. @param {number} now */
  const isDue = (now) => (/** @type {SopbookScore} */ score) =>
    dueOn(score) <= now || score.on > now;

  /** @type {SopbookDrill} */
  const sopbookDrill = {
    parse(text) {
      const all = entries(sopbookMemory.json(text));
      return new Map(all.map(([sop, own]) => [sop, new Map(entries(own).flatMap(score))]));
    },

    text(all) {
      const sops = [...all].map(([sop, own]) => {
        const scores = [...own].map(([id, { box, on }]) => [id, [box, on]]);
        return [sop, Object.fromEntries(scores)];
      });
      return JSON.stringify(Object.fromEntries(sops));
    },

    answered(score, isRight, now) {
      const box = isRight ? Math.min((score?.box ?? 0) + 1, DAYS_IN_BOX.length - 1) : 0;
      return { box, on: now };
    },

    session(ids, own, now) {
      const known = ids.flatMap((id) => {
        const score = own.get(id);
        return score ? [{ id, ...score }] : [];
      });
      const due = known.filter(isDue(now));
      due.sort((one, other) => one.box - other.box || one.on - other.on);
      const later = known.filter((score) => !due.includes(score));
      later.sort((one, other) => dueOn(one) - dueOn(other));
      const fresh = ids.filter((id) => !own.has(id)).map((id) => ({ id }));
      return [...due, ...fresh, ...later].slice(0, SESSION).map(({ id }) => id);
    },

    standing(own, count, now) {
      const all = [...(own?.values() ?? [])];
      // Of questions that are no more, scores may be left.
      const due = Math.min(all.filter(isDue(now)).length, count);
      const known = Math.min(all.length, count) - due;
      const last = Math.max(0, ...all.map(({ on }) => on));
      return { known, due, fresh: count - known - due, last };
    },

    wanted(query) {
      const sop = new URLSearchParams(query).get("sop") ?? "";
      // What is no id leads to no file.
      return ID.test(sop) ? sop : "";
    },

    questions({ texts, questions }, role) {
      const said = (/** @type {number} */ number) => texts[number];
      const isOthers = (/** @type {string[]} */ by) =>
        Number(role && by.length && !by.includes(role));
      const all = questions.map(([id, told, ask, choices, right, why, step, link, note, by]) => ({
        id,
        told: told.map(said),
        ask: said(ask),
        choices: choices.map(([text, why]) => ({ text: said(text), why: said(why) })),
        right,
        why: said(why),
        step,
        link: said(link),
        note: said(note),
        by: by.map(said),
      }));
      return all.sort((one, other) => isOthers(one.by) - isOthers(other.by));
    },

    shuffled(question, random) {
      const choices = [...question.choices];
      for (let left = choices.length; left > 1; left -= 1) {
        choices.push(...choices.splice(Math.floor(random() * left), 1));
      }
      return { ...question, choices, right: choices.indexOf(question.choices[question.right]) };
    },

    onward(turns, turn, isRight) {
      if (isRight || turn.isRepeat) return turns;
      return [
        ...turns.slice(0, REPEAT_AFTER),
        { ...turn, isRepeat: true },
        ...turns.slice(REPEAT_AFTER),
      ];
    },
  };

  Object.assign(globalThis, { sopbookDrill });
})();
