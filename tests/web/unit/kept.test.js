import assert from "node:assert/strict";
import { test } from "node:test";
import "../../../site_templates/assets/sopbook/kept.js";

const { parse, noted, toggled } = globalThis.sopbookKept;

for (const corrupt of [null, "", "{", "null", "7", '"call"', "{}"]) {
  test(`nothing was kept: ${corrupt}`, () => assert.deepEqual(parse(corrupt), []));
}

test("what is no name is left out", () => {
  assert.deepEqual(parse('["call", 7, null, ["x"], "refund"]'), ["call", "refund"]);
});

test("what was opened last stands first, and once", () => {
  assert.deepEqual(noted(["a", "b", "c"], "b"), ["b", "a", "c"]);
});

test("only the last twelve are remembered", () => {
  const many = Array.from({ length: 12 }, (_, place) => `sop-${place}`);
  assert.deepEqual(noted(many, "new"), ["new", ...many.slice(0, 11)]);
});

test("what is pinned is unpinned, and the other way round", () => {
  assert.deepEqual(toggled(["a"], "b"), ["b", "a"]);
  assert.deepEqual(toggled(["b", "a"], "b"), ["a"]);
});
