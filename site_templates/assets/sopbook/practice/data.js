// @ts-check
/**
 * The questions of an SOP, as its file has them, made readable; and a session with them. Pure.
 *
 * @typedef {{text: string, why: string}} Choice
 * @typedef {{id: string, told: string[], ask: string, choices: Choice[], right: number, why: string,
 *   step: string, link: string, note: string, by: string[]}} Question
 * @typedef {{question: Question, isRepeat: boolean}} Turn
 */
(() => {
  "use strict";

  /** A question that was wrong comes once more, so many questions later. */
  const LATER = 3;
  const ID = /^[a-z0-9-]{1,64}$/;

  /**
   * Which SOP an address asks for; "" for none. What is no id leads to no file.
   *
   * @param {string} query
   */
  function wanted(query) {
    const sop = new URLSearchParams(query).get("sop") ?? "";
    return ID.test(sop) ? sop : "";
  }

  /**
   * Every text stands once in the file, and is pointed at by its number. What is a role's own, or
   * everybody's, comes first.
   *
   * @param {{texts: string[], questions: any[][]}} file
   * @param {string | null} role
   * @returns {Question[]}
   */
  function questions({ texts, questions: found }, role) {
    /** @param {number} number */
    const said = (number) => texts[number] ?? "";
    /** @param {Question} question */
    const isOthers = ({ by }) => (role && by.length && !by.includes(role) ? 1 : 0);
    const all = found.map(([id, told, ask, choices, right, why, step, link, note, by]) => ({
      id,
      told: told.map(said),
      ask: said(ask),
      choices: choices.map((/** @type {number[]} */ [text, reason]) => ({
        text: said(text ?? -1),
        why: said(reason ?? -1),
      })),
      right,
      why: said(why),
      step,
      link: said(link),
      note: said(note),
      by: by.map(said),
    }));
    return all.sort((one, other) => isOthers(one) - isOthers(other));
  }

  /**
   * The choices in another order: nobody is to remember the place alone.
   *
   * @param {Question} question
   * @param {() => number} random
   * @returns {Question}
   */
  function shuffled(question, random) {
    const choices = [...question.choices];
    for (let left = choices.length; left > 1; left -= 1) {
      choices.push(...choices.splice(Math.floor(random() * left), 1));
    }
    const right = choices.indexOf(/** @type {Choice} */ (question.choices[question.right]));
    return { ...question, choices, right };
  }

  /**
   * The turns after one was answered: what was wrong comes again, once.
   *
   * @param {Turn[]} turns Those still to come.
   * @param {Turn} turn The one that was answered.
   * @param {boolean} isRight
   * @returns {Turn[]}
   */
  function onward(turns, turn, isRight) {
    if (isRight || turn.isRepeat) return turns;
    const again = { question: turn.question, isRepeat: true };
    return [...turns.slice(0, LATER), again, ...turns.slice(LATER)];
  }

  Object.assign(globalThis, { sopbookDrill: { wanted, questions, shuffled, onward } });
})();
