import assert from "node:assert/strict";
import { test } from "node:test";
// A page's script, as served: it leaves its functions on the global object.
import "../../../site_templates/assets/sopbook/memory.js";

const { parse, text, revisions, since, read } = globalThis.sopbookMemory;

const PUBLISHED = revisions("c3:300 b2:200 a1:100");
const NOW = 1_790_000_000_000;
const seen = (id, time) => ({ id, time, on: NOW });
const ids = (found) => found.map(({ id }) => id);

test("what was stored comes back", () => {
  const memory = new Map([
    ["call", seen("a1", 100)],
    ["constructor", seen("", 7)],
    ["__proto__", seen("b2", 200)],
  ]);
  assert.deepEqual(parse(text(memory)), memory);
});

for (const corrupt of [
  null,
  "",
  "{",
  "null",
  "7",
  '"call"',
  "[]",
  '{"call": 7}',
  '{"call": ["a1"]}',
  '{"call": [1, 100, 5]}',
  '{"call": ["a1", "100", 5]}',
  '{"call": ["a1", 100, 9e15]}',
  '{"call": ["a1", 1e999, 5]}',
  '{"call": null}',
]) {
  test(`nothing was read: ${corrupt}`, () => assert.equal(parse(corrupt).size, 0));
}

test("one entry that cannot be understood leaves the others", () => {
  const memory = parse('{"call": ["a1", 100, 5], "refund": "?"}');
  assert.deepEqual([...memory], [["call", { id: "a1", time: 100, on: 5 }]]);
});

test("revisions are read as pages have them", () => {
  assert.deepEqual(PUBLISHED[0], { id: "c3", time: 300 });
  assert.deepEqual(revisions(""), []);
});

for (const [name, before, expected] of [
  ["never read: nothing to be reminded of", undefined, []],
  ["read as it is: nothing", seen("c3", 300), []],
  ["read before two changes: both, newest first", seen("a1", 100), ["c3", "b2"]],
  ["the order of publishing counts, whatever the clocks said", seen("b2", 999), ["c3"]],
  ["history was written anew: by time", seen("f6", 150), ["c3", "b2"]],
  ["… and nothing is newer", seen("f6", 300), []],
  ["read when there was nothing published", seen("", 50), ["c3", "b2", "a1"]],
]) {
  test(name, () => assert.deepEqual(ids(since(PUBLISHED, before)), expected));
}

test("the newest change is remembered, with the moment of reading", () => {
  const expected = { id: "c3", time: 300, on: NOW };
  assert.deepEqual(read(PUBLISHED, undefined, NOW), expected);
  assert.deepEqual(read(PUBLISHED, { id: "a1", time: 100, on: 5 }, NOW), expected);
});

test("without any change it is the moment itself that counts", () => {
  assert.deepEqual(read([], undefined, NOW), { id: "", time: NOW / 1000, on: NOW });
  assert.deepEqual(ids(since(PUBLISHED, read([], undefined, NOW))), []);
});

test("what the page knows of is left behind, whatever the clocks said", () => {
  const skewed = { id: "a1", time: 999, on: 5 };
  assert.equal(read(PUBLISHED, skewed, NOW).id, "c3");
});

test("an old page in a forgotten tab does not undo what was read since", () => {
  const newer = { id: "d4", time: 400, on: 5 };
  assert.deepEqual(read(PUBLISHED, newer, NOW), newer);
});
