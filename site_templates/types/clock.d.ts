// Days, hours and shifts, for those who write scripts; no reader loads it.

/** Days from 0 (Monday) to 6, minutes after midnight; a shift may end on the next day. */
interface SopbookShift {
  days: number[];
  start: number;
  end: number;
}

interface SopbookTime {
  day: number;
  minute: number;
  text: string;
}

interface SopbookClock {
  /** The reader's own day, as in `<time datetime>`; such days compare as text. */
  today(now: Date): string;
  /** Day of the week and time in a zone; null where the browser does not know the zone. */
  there(now: Date, zone: string): SopbookTime | null;
  isOpen(shifts: SopbookShift[], moment: SopbookTime): boolean;
  /** The next beginning of a shift; null where there is none. */
  next(shifts: SopbookShift[], moment: SopbookTime): SopbookTime | null;
  /** Name a day of the week. */
  weekday(day: number, language: string): string;
}

declare const sopbookClock: SopbookClock;
