// @ts-check
/**
 * What depends on the day of reading: overdue reviews, people who have left, who is at work now.
 * The words are in the page; this only shows and hides them.
 *
 * @typedef {{day: number, minute: number, text: string}} Moment
 */
(() => {
  "use strict";

  const MINUTE = 60_000;
  const clock = /** @type {any} */ (globalThis).sopbookClock;

  function judge() {
    const now = new Date();
    const today = clock.today(now);
    judgeDays(today);
    for (const line of select("[data-sopbook-shifts]")) judgeHours(line, now, today);
    for (const card of select(".sopbook-card")) judgeCard(card);
  }

  /** @param {string} today */
  function judgeDays(today) {
    for (const note of select("[data-sopbook-after]")) {
      note.hidden = today <= (note.dataset.sopbookAfter ?? "");
    }
    for (const note of select("[data-sopbook-before]")) {
      note.hidden = today >= (note.dataset.sopbookBefore ?? "");
    }
    for (const card of select("[data-sopbook-until]")) {
      if (today > (card.dataset.sopbookUntil ?? "")) putDeputyFirst(card);
    }
  }

  /** @param {HTMLElement} card */
  function putDeputyFirst(card) {
    const who = card.querySelector(".sopbook-card__who");
    const deputy = card.querySelector(".sopbook-card__deputy");
    if (who && deputy && !card.classList.contains("is-past")) who.before(deputy);
    card.classList.add("is-past");
    // With the deputy gone from it, the fold may hold nothing but its own title.
    const more = card.querySelector(".sopbook-more");
    more?.toggleAttribute("hidden", more.children.length === 1);
  }

  /**
   * Who has left has no hours any more.
   *
   * @param {HTMLElement} line
   * @param {Date} now
   * @param {string} today
   */
  function judgeHours(line, now, today) {
    const { sopbookShifts, sopbookZone, sopbookOpen, sopbookShut, sopbookLast } = line.dataset;
    const moment = /** @type {Moment | null} */ (clock.there(now, sopbookZone));
    line.hidden = !moment || (sopbookLast !== undefined && today > sopbookLast);
    if (!moment) return;
    const shifts = JSON.parse(sopbookShifts ?? "[]");
    const isThere = clock.isOpen(shifts, moment);
    const words = (isThere ? sopbookOpen : sopbookShut) ?? "";
    const again = /** @type {Moment} */ (clock.next(shifts, moment) ?? moment);
    line.textContent = words
      .replace("{time}", moment.text)
      .replace("{day}", clock.weekday(again.day, document.documentElement.lang || "en"))
      .replace("{start}", again.text);
    line.classList.toggle("is-open", isThere);
  }

  /**
   * While the one to ask is away the fold with the others opens, unless they are all away, too; the
   * nearest who is there is named. Whoever closes the fold again finds it closed.
   *
   * @param {HTMLElement} card
   */
  function judgeCard(card) {
    const more = card.querySelector("details.sopbook-more");
    const instead = card.querySelector("[data-sopbook-instead]");
    if (!(more instanceof HTMLDetailsElement && instead instanceof HTMLElement)) return;
    const isAway = isFirstAway(card, more);
    const others = [...judged(more)];
    const isHelp = isAway && (others.length === 0 || others.some(isOpen));
    if (isHelp && !card.classList.contains("is-away")) more.open = true;
    card.classList.toggle("is-away", isHelp);
    const name = others.find(isOpen)?.dataset.sopbookName;
    const words = instead.dataset.sopbookInstead ?? "";
    instead.hidden = !isAway || !name;
    instead.textContent = words.replace("{name}", () => name ?? "");
  }

  /**
   * @param {HTMLElement} card
   * @param {Element} more
   */
  function isFirstAway(card, more) {
    const first = [...judged(card)].filter((line) => !more.contains(line));
    if (first.length > 0) return !first.some(isOpen);
    return card.classList.contains("is-past") && !card.querySelector(".sopbook-card__deputy");
  }

  /**
   * @param {Element} place
   * @returns {NodeListOf<HTMLElement>}
   */
  function judged(place) {
    return place.querySelectorAll(".sopbook-now:not([hidden])");
  }

  /** @param {Element} line */
  function isOpen(line) {
    return line.classList.contains("is-open");
  }

  /**
   * @param {string} selector
   * @returns {NodeListOf<HTMLElement>}
   */
  function select(selector) {
    return document.querySelectorAll(selector);
  }

  sopbookBase.onPage(judge);
  // Pages stay open for days on a service desk.
  setInterval(judge, MINUTE);
})();
