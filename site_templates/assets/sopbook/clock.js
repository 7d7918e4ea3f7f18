// @ts-check
/**
 * Which day it is here, what time it is there, and whether somebody is at work. Pure: the moment
 * is always passed in, so all of it is tested without a browser.
 *
 * @typedef {{days: number[], start: number, end: number}} Shift
 *   Days from 0 (Monday) to 6, minutes after midnight; a shift may end on the next day.
 * @typedef {{day: number, minute: number, text: string}} Moment
 */
(() => {
  "use strict";

  const DAYS = 7;
  const HOUR = 60;
  const DAY = 24 * HOUR;

  /**
   * The reader's own day, as in `<time datetime>`; such days compare as text.
   *
   * @param {Date} now
   */
  function today(now) {
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    return parts.map((part) => String(part).padStart(2, "0")).join("-");
  }

  /**
   * Day of the week and time in a zone; null where the browser does not know the zone.
   *
   * @param {Date} now
   * @param {string} zone
   * @returns {Moment | null}
   */
  function there(now, zone) {
    const parts = partsIn(now, zone);
    if (!parts) return null;
    const [year, month, day, hour, minute] = parts;
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
    const text = [hour, minute].map((part) => String(part).padStart(2, "0")).join(":");
    return { day: (weekday + DAYS - 1) % DAYS, minute: hour * 60 + minute, text };
  }

  /**
   * @param {Date} now
   * @param {string} zone
   */
  function partsIn(now, zone) {
    try {
      const format = new Intl.DateTimeFormat("en", {
        timeZone: zone,
        hourCycle: "h23",
        year: "numeric",
        month: "numeric",
        day: "numeric",
        hour: "numeric",
        minute: "numeric",
      });
      /** @type {Map<string, string>} */
      const found = new Map(format.formatToParts(now).map((part) => [part.type, part.value]));
      return ["year", "month", "day", "hour", "minute"].map((name) => Number(found.get(name)));
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  }

  /**
   * @param {Shift[]} shifts
   * @param {Moment} moment
   */
  function isOpen(shifts, moment) {
    return shifts.some((shift) => covers(shift, moment));
  }

  /**
   * A night shift covers the evening of its day and the morning of the day after.
   *
   * @param {Shift} shift
   * @param {Moment} moment
   */
  function covers(shift, { day, minute }) {
    const isToday = shift.days.includes(day);
    if (shift.start < shift.end) return isToday && shift.start <= minute && minute < shift.end;
    const wasYesterday = shift.days.includes((day + DAYS - 1) % DAYS);
    return (isToday && shift.start <= minute) || (wasYesterday && minute < shift.end);
  }

  /**
   * The next beginning of a shift; null where there is none.
   *
   * @param {Shift[]} shifts
   * @param {Moment} moment
   * @returns {Moment | null}
   */
  function next(shifts, { day, minute }) {
    const wait = (/** @type {number} */ on, /** @type {number} */ start) => {
      const days = (on - day + DAYS) % DAYS;
      return (days === 0 && start <= minute ? DAYS : days) * DAY + start;
    };
    const waits = shifts.flatMap(({ days, start }) => days.map((on) => wait(on, start)));
    if (waits.length === 0) return null;
    const soonest = Math.min(...waits);
    const start = soonest % DAY;
    const text = [Math.floor(start / HOUR), start % HOUR].map((part) =>
      String(part).padStart(2, "0"),
    );
    return { day: (day + Math.floor(soonest / DAY)) % DAYS, minute: start, text: text.join(":") };
  }

  /**
   * Name a day of the week.
   *
   * @param {number} day
   * @param {string} language
   */
  function weekday(day, language) {
    const monday = 5;
    const date = Date.UTC(1970, 0, monday + day);
    return new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(date);
  }

  Object.assign(globalThis, { sopbookClock: { today, there, isOpen, next, weekday } });
})();
