import assert from "node:assert/strict";
import { test } from "node:test";
import "../../../site_templates/assets/sopbook/browse/choice.js";

const { read, write, fitting, isEmpty, ordered, soon } = globalThis.sopbookChoice;

const KNOWN = new Map([
  ["status", new Set(["", "draft", "approved"])],
  ["role", new Set(["", "agent", "constructor"])],
]);
const COLUMNS = new Set(["title", "changed"]);
const asked = (query) => read(query, KNOWN, COLUMNS);
const fold = (text) => text.toLowerCase();

const query = (pairs) => `?${new URLSearchParams(pairs)}`;
const HOSTILE = "<img src=x onerror=alert(1)>";

for (const pairs of [
  { words: "late parcel" },
  { status: "draft", role: "agent" },
  { words: "Întrebare", role: "constructor", sort: "-changed" },
  { sort: "title" },
]) {
  test(`what an address says is written again: ${query(pairs)}`, () => {
    assert.equal(write(asked(query(pairs)), "", KNOWN.keys()), query(pairs));
  });
}

for (const pairs of [
  { status: "unknown" },
  { status: "" },
  { role: "toString" },
  { sort: "--title" },
  { sort: "constructor" },
  { status: HOSTILE, sort: HOSTILE },
  { ["__proto__"]: "draft" },
]) {
  test(`what the page does not know is left out: ${query(pairs)}`, () => {
    const choice = asked(query(pairs));
    assert.deepEqual([...choice.values], []);
    assert.equal(choice.sort, "");
    assert.equal(isEmpty(choice), true);
  });
}

test("what an address asks for in vain is known by its filter", () => {
  const pairs = { status: "unknown", role: "agent", sort: "nothing", other: "1" };
  assert.deepEqual(asked(query(pairs)).unknown, ["status"]);
});

for (const [due, expected] of [
  ["2026-11-21", ["overdue"]],
  ["2026-11-22", ["30", "90"]],
  ["2026-12-22", ["30", "90"]],
  ["2026-12-23", ["90"]],
  ["2027-02-20", ["90"]],
  ["2027-02-21", []],
]) {
  test(`a review due on ${due} is soon as the day of reading has it`, () => {
    const dayIn = (days) => new Date(Date.UTC(2026, 10, 22 + days)).toISOString().slice(0, 10);
    assert.deepEqual(soon(due, dayIn), expected);
  });
}

test("what is not ours in an address stays", () => {
  const before = query({ other: "1", role: "x", words: "late" });
  const after = query({ other: "1", role: "agent" });
  assert.equal(write(asked(query({ role: "agent" })), before, KNOWN.keys()), after);
  assert.equal(write(asked(""), query({ words: "late", sort: "title" }), KNOWN.keys()), "");
});

test("words are cut where nobody types that much", () => {
  assert.equal(asked(`?words=${"a".repeat(5000)}`).words.length, 100);
});

test("a row fits with every value and every word", () => {
  const row = { text: "late parcel phone", marks: new Set(["status:draft", "role:agent"]) };
  const fits = (pairs) => fitting(asked(query(pairs)), fold)(row);
  assert.equal(fits({}), true);
  assert.equal(fits({ words: "PARCEL late" }), true);
  assert.equal(fits({ words: "parcel refund" }), false);
  assert.equal(fits({ words: "pho", status: "draft", role: "agent" }), true);
  assert.equal(fits({ status: "approved" }), false);
});

test("sorting keeps what is alike as it was, and puts what is empty last", () => {
  const compare = (one, other) => (one < other ? -1 : Number(one > other));
  const texts = ["b", "", "a", "b", ""];
  assert.deepEqual(ordered(texts, false, compare), [2, 0, 3, 1, 4]);
  assert.deepEqual(ordered(texts, true, compare), [0, 3, 2, 1, 4]);
});
