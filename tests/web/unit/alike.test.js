import assert from "node:assert/strict";
import { test } from "node:test";
import "../../../site_templates/assets/sopbook/search/packed.js";
import "../../../site_templates/assets/sopbook/search/alike.js";
import "../../../site_templates/assets/sopbook/search/score.js";

const { sopbookAlike: alike, sopbookScore: score } = globalThis;
const words = (...all) => ({ words: all, counts: all.map(() => 1), first: 0 });
const meant = (how, typed, ...all) =>
  alike.best(typed, alike.meant(typed, words(...all), how)).map(({ word }) => word);
const begun = (...all) => meant(alike.begun, ...all);
const slipped = (...all) => meant(alike.slipped, ...all);

for (const [typed, word] of [
  ["extend", "extension"],
  ["prelungesc", "prelungirea"],
  ["sekti", "sekimas"],
  ["blokuoti", "blokavimas"],
  ["atcelt", "atcelsana"],
  ["siparisi", "siparis"],
  ["activate", "activation"],
]) {
  test(`another form of a word: ${typed}, ${word}`, () =>
    assert.deepEqual(begun(typed, word), [word]));
}

test("a form that is near leaves out words that only begin alike", () => {
  assert.deepEqual(begun("cards", "card", "carrier"), ["card"]);
  assert.deepEqual(begun("contracts", "contract", "contact"), ["contract"]);
});

test("numbers have no forms and no slips", () => {
  assert.deepEqual(begun("kx20", "kx21", "kx2"), []);
  assert.deepEqual(slipped("kx20", "kx21", "kx2"), []);
});

test("a slip in the beginning of a longer word", () => {
  assert.deepEqual(slipped("relpace", "replacement", "reports"), ["replacement"]);
  assert.deepEqual(slipped("canc", "banc"), ["banc"]);
  assert.deepEqual(slipped("canc", "bancassurance"), []);
});

test("a half word tells something though a common word begins so", () => {
  const [common, rare] = score.idfs(1000, [
    { count: 1000, weight: 0.8 },
    { count: 20, weight: 0.7 },
  ]);
  assert.ok(common < 0.5);
  assert.ok(rare > 1);
});

test("nothing tells more than the word that was typed", () => {
  const [typed, rare] = score.idfs(1000, [
    { count: 300, weight: 1 },
    { count: 1, weight: 0.7 },
  ]);
  assert.equal(typed, rare);
});
