import assert from "node:assert/strict";
import { test } from "node:test";
// Scripts of a page, as served, in the order in which it loads them.
import "../../../site_templates/assets/sopbook/memory.js";
import "../../../site_templates/assets/sopbook/learn/progress.js";

const { newer, merged, standing, days, parse, file, workday, before, address } =
  globalThis.sopbookProgress;

const MAIL = "mailto:a@example.com";
const seen = (id, time, on = 5) => ({ id, time, on });

test("of two memories the one of the newer version holds", () => {
  assert.deepEqual(newer(seen("a", 100, 9), seen("b", 200, 1)), seen("b", 200, 1));
  assert.deepEqual(newer(seen("b", 200, 1), seen("a", 100, 9)), seen("b", 200, 1));
  assert.deepEqual(newer(seen("a", 100, 1), seen("a", 100, 9)), seen("a", 100, 9));
  assert.deepEqual(newer(seen("a", 100), undefined), seen("a", 100));
  assert.deepEqual(newer(undefined, seen("a", 100)), seen("a", 100));
  assert.equal(newer(undefined, undefined), undefined);
});

test("what is loaded takes nothing away", () => {
  const here = new Map([["call", seen("b", 200)]]);
  const loaded = new Map([
    ["call", seen("a", 100)],
    ["mail", seen("c", 300)],
  ]);
  const whole = merged(here, loaded);
  assert.deepEqual([...whole.keys()], ["call", "mail"]);
  assert.deepEqual(whole.get("call"), seen("b", 200));
  assert.equal(here.size, 1);
});

test("a change that matters asks to be read again", () => {
  assert.equal(standing("b:200", undefined), "");
  assert.equal(standing("b:200", seen("b", 200)), "done");
  assert.equal(standing("b:200", seen("a", 100)), "again");
  // History was written anew: the times say what is newer.
  assert.equal(standing("z:200", seen("b", 200)), "done");
  assert.equal(standing("z:201", seen("b", 200)), "again");
  // Nothing is known of its past.
  assert.equal(standing("", seen("", 100)), "done");
});

test("a file comes back as it was", () => {
  const done = new Map([
    ["call", seen("a", 100)],
    ["__proto__", seen("b", 200)],
  ]);
  const whole = {
    name: "Dewi",
    path: "week",
    on: "2026-11-23",
    start: { week: "2026-11-23" },
    done,
  };
  assert.deepEqual(parse(file(whole)), whole);
});

for (const text of ["", "{", "null", "7", "[]", "{}", '{"kind": "other", "done": {}}']) {
  test(`no file with progress: ${text}`, () => assert.equal(parse(text), null));
}

test("what cannot be understood in a file is left out", () => {
  const text = JSON.stringify({
    kind: "sopbook-progress",
    name: 7,
    on: null,
    start: { week: "2026-13-40", month: "soon", year: "2026-11-23" },
    done: { call: ["a", 100, 5], mail: "?", chat: [1, 2] },
  });
  const found = parse(text);
  assert.deepEqual(found.start, { year: "2026-11-23" });
  assert.deepEqual([...found.done.keys()], ["call"]);
  assert.deepEqual([found.name, found.on], ["", ""]);
  assert.equal(parse(JSON.stringify({ kind: "sopbook-progress", done: null })).done.size, 0);
  const long = parse(JSON.stringify({ kind: "sopbook-progress", name: "x".repeat(500) }));
  assert.equal(long.name.length, 100);
});

test("days that are none are left out", () => {
  assert.deepEqual(days(null), {});
  assert.deepEqual(days("["), {});
  assert.deepEqual(days('{"a": "2026-02-03", "b": 7}'), { a: "2026-02-03" });
});

test("working days leave Saturdays and Sundays out", () => {
  assert.equal(workday("2026-11-23", 1), "2026-11-23"); // a Monday
  assert.equal(workday("2026-11-23", 5), "2026-11-27");
  assert.equal(workday("2026-11-23", 6), "2026-11-30");
  assert.equal(workday("2026-11-28", 1), "2026-11-28"); // who begins on a Saturday works then
  assert.equal(workday("2026-11-28", 2), "2026-11-30");
  assert.equal(workday("2026-12-31", 2), "2027-01-01");
});

test("so many days before", () => {
  assert.equal(before("2026-03-15", 30), "2026-02-13");
});

test("an address is filled in, whatever is typed", () => {
  const found = address(`${MAIL}?subject={name}&x={other}`, { name: "A&B ?" }, [], "");
  assert.equal(found, `${MAIL}?subject=${encodeURIComponent("A&B ?")}&x={other}`);
});

test("the lines of a message", () => {
  assert.equal(decodeURIComponent(address("m:{progress}", {}, ["a", "ă"], "")), "m:a\r\nă");
});

test("a message that is too long says how much is left out", () => {
  const lines = Array.from({ length: 100 }, (_, number) => `[x] Întârziere ${number}`);
  const found = address(`${MAIL}?body={progress}`, {}, lines, "and {more} more");
  assert.ok(found.length <= 1900);
  const body = decodeURIComponent(found.split("body=")[1]).split("\r\n");
  const left = Number(/^and (\d+) more$/.exec(body.at(-1))[1]);
  assert.equal(body.length - 1 + left, lines.length);
  assert.equal(address("m:{progress}", {}, ["x".repeat(3000)], "{more}"), "m:1");
});
