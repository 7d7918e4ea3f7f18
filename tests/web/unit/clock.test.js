import assert from "node:assert/strict";
import { test } from "node:test";
// A page's script, as served: it leaves its functions on the global object.
import "../../../site_templates/assets/sopbook/clock.js";

const { today, there, isOpen, next, weekday } = globalThis.sopbookClock;

const at = (clock) => {
  const [hour, minute] = clock.split(":").map(Number);
  return hour * 60 + minute;
};
const moment = (day, clock) => ({ day, minute: at(clock), text: clock });
const shift = (days, start, end) => ({ days, start: at(start), end: at(end) });

const OFFICE = [shift([0, 1, 2, 3, 4], "09:00", "17:00")];
const NIGHT = [shift([6], "22:00", "06:00")];

test("today is the reader's own day, and compares as text", () => {
  assert.equal(today(new Date(2026, 2, 9, 23, 59)), "2026-03-09");
});

test("the moment there follows the zone, over midnight and daylight saving", () => {
  const sundayNight = new Date("2026-07-05T22:30:00Z");
  assert.deepEqual(there(sundayNight, "Europe/Bucharest"), moment(0, "01:30"));
  assert.deepEqual(there(sundayNight, "America/New_York"), moment(6, "18:30"));
  assert.deepEqual(there(new Date("2026-01-04T22:30:00Z"), "Europe/Bucharest"), moment(0, "00:30"));
});

test("a zone the browser does not know is not an error", () => {
  assert.equal(there(new Date(), "Europe/Nowhere"), null);
});

for (const [name, shifts, now, expected] of [
  ["open at the first minute", OFFICE, moment(0, "09:00"), true],
  ["closed at the last", OFFICE, moment(0, "17:00"), false],
  ["closed at the weekend", OFFICE, moment(5, "10:00"), false],
  ["a night shift begins in the evening of its day", NIGHT, moment(6, "23:00"), true],
  ["… and ends in the morning after", NIGHT, moment(0, "05:59"), true],
  ["… not in the morning of its day", NIGHT, moment(6, "05:59"), false],
  ["never open without hours", [], moment(0, "12:00"), false],
]) {
  test(name, () => assert.equal(isOpen(shifts, now), expected));
}

for (const [name, shifts, now, expected] of [
  ["later today", OFFICE, moment(0, "06:55"), moment(0, "09:00")],
  ["tomorrow", OFFICE, moment(0, "17:00"), moment(1, "09:00")],
  ["after the weekend", OFFICE, moment(4, "18:00"), moment(0, "09:00")],
  ["in a week", NIGHT, moment(6, "22:00"), moment(6, "22:00")],
  ["never without hours", [], moment(0, "12:00"), null],
]) {
  test(`the next shift begins ${name}`, () => assert.deepEqual(next(shifts, now), expected));
}

test("days are named in the reader's language", () => {
  assert.equal(weekday(0, "en"), "Monday");
  assert.equal(weekday(6, "ro"), "duminică");
});
