// @ts-check
/**
 * The questions of an SOP, as its file has them, made readable; and a session with them. Pure.
 *
 * @typedef {{text: string, why: string}} Choice
 * @typedef {{id: string, told: string[], ask: string, choices: Choice[], right: number, why: string,
 *   step: string, link: string}} Question
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
   * Every text stands once in the file, and is pointed at by its number.
   *
   * @param {{texts: string[], questions: any[][]}} file
   * @returns {Question[]}
   */
  function questions({ texts, questions: found }) {
    /** @param {number} number */
    const said = (number) => texts[number] ?? "";
    return found.map(([id, told, ask, choices, right, why, step, link]) => ({
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
    }));
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

  Object.assign(globalThis, { sopbookDrill: { wanted, questions, onward } });
})();
