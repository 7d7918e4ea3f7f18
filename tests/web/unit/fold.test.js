import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
// Scripts of the page, as served: they leave their functions on the global object.
import "../../../site_templates/assets/sopbook/search/fold.js";
import "../../../site_templates/assets/sopbook/search/stem.js";

const { fold, words, typed } = globalThis.sopbookFold;
const { stem } = globalThis.sopbookStem;
const vectors = (name) =>
  JSON.parse(readFileSync(new URL(`../../cases/fold/${name}.json`, import.meta.url), "utf-8"));

for (const [text, folded] of vectors("letters")) {
  test(`letters of ${JSON.stringify(text)}`, () => assert.equal(fold(text), folded));
}

for (const [text, found] of vectors("words")) {
  test(`words of ${JSON.stringify(text)}`, () => assert.deepEqual(words(text), found));
}

for (const [word, bare] of vectors("stems")) {
  test(`stem of ${word}`, () => assert.equal(stem(word, "id"), bare));
}

for (const phone of ["+40 21 555 0100", "0040 (21) 555-0100", "40215550100"]) {
  test(`a phone number is one word: ${phone}`, () =>
    assert.deepEqual(
      typed(phone).map(({ whole }) => whole),
      ["40215550100"],
    ));
}

test("what is typed keeps its order, and codes their pieces", () => {
  assert.deepEqual(typed("refund RF-204 late"), [
    { whole: "refund", parts: [] },
    { whole: "rf204", parts: ["rf", "204"] },
    { whole: "late", parts: [] },
  ]);
});

test("a short number stays what it is", () => {
  assert.deepEqual(typed("30 60"), [
    { whole: "30", parts: [] },
    { whole: "60", parts: [] },
  ]);
});
