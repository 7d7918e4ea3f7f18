import assert from "node:assert/strict";
import { test } from "node:test";
import "../../../site_templates/assets/sopbook/browse/choice.js";

const { read, write, fitting, isEmpty, ordered } = globalThis.sopbookChoice;

const KNOWN = new Map([
  ["status", new Set(["", "draft", "approved"])],
  ["role", new Set(["", "agent", "constructor"])],
]);
const COLUMNS = new Set(["title", "changed"]);
const asked = (query) => read(query, KNOWN, COLUMNS);
const fold = (text) => text.toLowerCase();

for (const query of [
  "",
  "?q=late+parcel",
  "?status=draft&role=agent",
  "?q=%C3%AEntrebare&role=constructor&sort=-changed",
  "?sort=title",
]) {
  test(`what an address says is written again: ${query}`, () => {
    assert.equal(write(asked(query), "", KNOWN.keys()), query);
  });
}

for (const query of [
  "?status=unknown",
  "?status=",
  "?role=toString&role=agent",
  "?sort=--title&sort=title",
  "?sort=constructor",
  "?status=%3Cimg%20src=x%20onerror=alert(1)%3E",
  "?__proto__=draft",
  "?%",
]) {
  test(`what the page does not know is left out: ${query}`, () => {
    const choice = asked(query);
    assert.deepEqual([...choice.values], []);
    assert.equal(choice.sort, "");
    assert.equal(isEmpty(choice), true);
  });
}

test("what is not ours in an address stays", () => {
  assert.equal(write(asked("?role=agent"), "?walk&role=x&q=1", KNOWN.keys()), "?walk=&role=agent");
  assert.equal(write(asked(""), "?q=late&sort=title", KNOWN.keys()), "");
});

test("words are cut where nobody types that much", () => {
  assert.equal(asked(`?q=${"a".repeat(5000)}`).words.length, 100);
});

test("a row fits with every value and every word", () => {
  const row = { text: "late parcel phone", marks: new Set(["status:draft", "role:agent"]) };
  const fits = (query) => fitting(asked(query), fold)(row);
  assert.equal(fits(""), true);
  assert.equal(fits("?q=PARCEL+late"), true);
  assert.equal(fits("?q=parcel+refund"), false);
  assert.equal(fits("?status=draft&role=agent&q=pho"), true);
  assert.equal(fits("?status=approved"), false);
});

test("sorting keeps what is alike as it was, and puts what is empty last", () => {
  const compare = (one, other) => (one < other ? -1 : Number(one > other));
  const texts = ["b", "", "a", "b", ""];
  assert.deepEqual(ordered(texts, false, compare), [2, 0, 3, 1, 4]);
  assert.deepEqual(ordered(texts, true, compare), [0, 3, 2, 1, 4]);
});
