// @ts-check
/**
 * A session: one question at a time, an answer, the reason at once; at the end, how it went.
 *
 * @typedef {import("./data.js").Question} Question
 * @typedef {import("./data.js").Turn} Turn
 */
(() => {
  "use strict";

  const drill = /** @type {any} */ (globalThis).sopbookDrill;

  class Lesson {
    /**
     * @param {HTMLElement} place The section of the session.
     * @param {DOMStringMap} words
     * @param {string} url The SOP's page.
     * @param {(id: string, isRight: boolean) => void} score Keeps a first answer.
     * @param {() => string} standing Says how one stands now.
     */
    constructor(place, words, url, score, standing) {
      this.place = place;
      this.words = words;
      this.url = url;
      this.score = score;
      this.standing = standing;
      /** @type {Turn[]} */
      this.turns = [];
      /** @type {Turn | undefined} */
      this.turn = undefined;
      /** @type {Question[]} */
      this.missed = [];
      this.count = 0;
      this.number = 0;
      this.isAnswered = false;
    }

    /** @param {Question[]} questions */
    begin(questions) {
      this.turns = questions.map((question) => ({ question, isRepeat: false }));
      this.count = questions.length;
      this.number = 0;
      this.missed = [];
      this.part("result").hidden = true;
      this.next();
    }

    next() {
      const turn = this.turns.shift();
      this.isAnswered = false;
      this.turn = turn && { ...turn, question: drill.shuffled(turn.question, Math.random) };
      if (!this.turn) return this.end();
      if (!this.turn.isRepeat) this.number += 1;
      this.show(this.turn);
      return undefined;
    }

    /** @param {Turn} turn */
    show({ question, isRepeat }) {
      this.part("question").hidden = false;
      const values = { number: this.number, count: this.count };
      const key = isRepeat ? "again" : "progress";
      this.part("progress").textContent = this.say(key, values);
      const label = this.part("told").previousElementSibling;
      label?.toggleAttribute("hidden", question.told.length === 0);
      this.part("told").replaceChildren(...question.told.map((text) => element("li", text)));
      this.part("said").replaceChildren();
      this.button().hidden = true;
      const buttons = question.choices.map(({ text }, place) => choice(text, place));
      this.part("choices").replaceChildren(...buttons);
      const heading = this.heading("question");
      heading.textContent = question.ask;
      heading.focus();
    }

    /** @param {number} place */
    choose(place) {
      const turn = this.turn;
      if (!turn || this.isAnswered || !turn.question.choices[place]) return;
      this.isAnswered = true;
      const isRight = place === turn.question.right;
      if (!turn.isRepeat) this.score(turn.question.id, isRight);
      if (!isRight && !turn.isRepeat) this.missed.push(turn.question);
      this.turns = drill.onward(this.turns, turn, isRight);
      this.mark(turn.question, place);
      this.part("said").replaceChildren(...this.reasons(turn.question, place));
      const button = this.button();
      button.textContent = this.words[this.turns.length ? "next" : "finish"] ?? "";
      button.hidden = false;
      button.focus();
    }

    /** @param {Question} question @param {number} chosen */
    mark(question, chosen) {
      for (const [place, button] of this.part("choices").querySelectorAll("button").entries()) {
        button.setAttribute("aria-disabled", "true");
        if (place === chosen) button.setAttribute("aria-pressed", "true");
        button.classList.toggle("is-right", place === question.right);
        button.classList.toggle("is-wrong", place === chosen && place !== question.right);
      }
    }

    /** @param {Question} question @param {number} chosen */
    reasons(question, chosen) {
      const key = chosen === question.right ? "right" : "wrong";
      const verdict = element("p", this.words[key] ?? "");
      verdict.className = `is-${key}`;
      const own = question.choices[chosen]?.why ?? "";
      const wrong = key === "wrong" ? [own, this.correct(question)] : [];
      const said = [...wrong, question.why].filter(Boolean).map((text) => element("p", text));
      const link = question.step ? [this.linked(element("p", ""), question)] : [];
      return [verdict, ...said, ...link];
    }

    /** @param {Question} question */
    correct({ choices, right }) {
      return this.say("correct", { text: choices[right]?.text ?? "" });
    }

    /** @param {HTMLElement} line @param {Question} question */
    linked(line, { step, link, note }) {
      const anchor = element("a", link);
      anchor.setAttribute("href", `${this.url}#step-${step}`);
      line.append(anchor, note && ` – ${note}`);
      return line;
    }

    end() {
      this.part("question").hidden = true;
      this.part("progress").textContent = "";
      this.part("result").hidden = false;
      const right = this.count - this.missed.length;
      this.part("standing").textContent = this.standing();
      const lines = this.missed.map((question) => this.toRepeat(question));
      const none = element("li", this.words.well ?? "");
      this.part("missed").replaceChildren(...(lines.length ? lines : [none]));
      const heading = this.heading("result");
      heading.textContent = this.say("result", { right, count: this.count });
      heading.focus();
    }

    /** @param {Question} question */
    toRepeat(question) {
      const line = element("li", "");
      const told = question.told.at(-1);
      if (told) line.append(element("p", told));
      const asked = element("p", question.ask);
      asked.className = "sopbook-label";
      line.append(asked, element("p", this.correct(question)));
      if (question.why) line.append(element("p", question.why));
      return question.step ? this.linked(line, question) : line;
    }

    /** @param {string} name @returns {HTMLElement} */
    part(name) {
      return /** @type {HTMLElement} */ (this.place.querySelector(`.sopbook-session__${name}`));
    }

    /** @param {string} part @returns {HTMLElement} */
    heading(part) {
      return /** @type {HTMLElement} */ (this.part(part).querySelector("h2"));
    }

    /** @returns {HTMLElement} */
    button() {
      return /** @type {HTMLElement} */ (this.place.querySelector("[data-do=next]"));
    }

    /** @param {string} key @param {Record<string, string | number>} values */
    say(key, values) {
      const message = this.words[key] ?? "";
      return message.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
    }
  }

  /** @param {string} tag @param {string} text */
  function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  }

  /** @param {string} text @param {number} place */
  function choice(text, place) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.choice = String(place);
    const key = element("kbd", String(place + 1));
    key.setAttribute("aria-hidden", "true");
    button.append(key, element("span", text));
    return button;
  }

  Object.assign(globalThis, { sopbookLesson: Lesson });
})();
