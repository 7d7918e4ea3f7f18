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
    judgeDays(clock.today(now));
    for (const line of select("[data-sopbook-shifts]")) judgeHours(line, now);
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
   * @param {HTMLElement} line
   * @param {Date} now
   */
  function judgeHours(line, now) {
    const { sopbookShifts, sopbookZone, sopbookOpen, sopbookShut } = line.dataset;
    const moment = /** @type {Moment | null} */ (clock.there(now, sopbookZone));
    if (!moment) return;
    const isOpen = clock.isOpen(JSON.parse(sopbookShifts ?? "[]"), moment);
    const words = (isOpen ? sopbookOpen : sopbookShut) ?? "";
    line.textContent = words.replace("{time}", moment.text);
    line.classList.toggle("is-open", isOpen);
    line.hidden = false;
  }

  /**
   * @param {string} selector
   * @returns {NodeListOf<HTMLElement>}
   */
  function select(selector) {
    return document.querySelectorAll(selector);
  }

  const pages = /** @type {any} */ (globalThis).document$;
  if (pages) pages.subscribe(judge);
  else judge();
  // Pages stay open for days on a service desk.
  setInterval(judge, MINUTE);
})();
