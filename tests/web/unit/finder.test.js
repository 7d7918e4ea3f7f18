import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import vm from "node:vm";

// The index is written by tests/unit/search/example.py; scripts load as a page loads them.
const TEMPLATES = new URL("../../../site_templates/", import.meta.url);
const FILES = JSON.parse(
  readFileSync(new URL("../../cases/search/index.json", import.meta.url), "utf-8"),
);
const loaded = [];
const load = async (path) => {
  loaded.push(path);
  vm.runInThisContext(FILES[path] ?? readFileSync(new URL(path, TEMPLATES), "utf-8"));
};

let finder;
before(async () => {
  await load("assets/sopbook/search/reader.js");
  finder = await globalThis.sopbookFinder.open("", load);
});

const ids = async (text, options) => (await finder.find(text, options)).rows.map(({ id }) => id);

for (const [what, text, id] of [
  ["a title", "late parcel", "late"],
  ["in another order", "parcel late", "late"],
  ["half words", "par lat", "late"],
  ["one letter", "g", "returns"],
  ["a slip", "refnud", "refund"],
  ["a slip in the first letter", "xefund", "refund"],
  ["two slips", "dificutl", "difficult"],
  ["without its marks", "grazinimas", "returns"],
  ["with its marks", "GRĄŽINIMAS", "returns"],
  ["another ending", "grąžinimo", "returns"],
  ["a title's word in another form, which only a text has", "escalate", "escalation"],
  ["a customer's words", "angry customer", "difficult"],
  ["a name", "ionescu", "ana-ionescu"],
  ["a code that stands in the text alone", "RF-204", "returns"],
  ["… typed as one word", "rf204", "returns"],
  ["… in pieces", "rf 204", "returns"],
  ["a word of the text", "form green", "returns"],
  ["a phone number", "+40 21 555 0100", "ana-ionescu"],
  ["… as one dials at home", "021 555-0100", "ana-ionescu"],
]) {
  test(`found by ${what}: ${text}`, async () => assert.equal((await ids(text))[0], id));
}

test("the step that is meant is linked", async () => {
  const [row] = (await finder.find("parcel delivery fee")).rows;
  const { url, number, caption } = row.spot;
  assert.deepEqual([row.id, number, caption], ["late", 2, "Refund the delivery fee"]);
  assert.equal(url, "sops/late.html#step-2");
});

test("the text of a step leads to the step", async () => {
  const [row] = (await finder.find("lamp light")).rows;
  assert.equal(row.spot.url, "sops/damage.html#step-1");
  assert.deepEqual(row.marks, ["lamp", "light"]);
});

test("who types the title means the page", async () => {
  const [row] = (await finder.find("refund")).rows;
  assert.equal(row.id, "refund");
  assert.equal(row.spot, null);
});

// As the demo's index weighs them.
const SENTENCE = { machine: 2.74, started: 3.86, to: 0.99, smoke: 4.27, when: 1.99, plugged: 3.71 };
const PLACES = [
  ["step-1", 1, "Smoke, spark or shock reported", ""],
  ["step-2", 2, "Get people safe first", "Please pull the plug."],
  ["step-6", 6, "Write down what the customer saw", "to the tool: when, and where the machine is"],
];

for (const [what, words, step] of [
  ["the step that has the word", ["smoke"], "#step-1"],
  ["… that has the telling word of two", ["to", "smoke"], "#step-1"],
  ["… that has words of the text", ["machine", "when"], "#step-6"],
  ["the top, where no step has much of a sentence", Object.keys(SENTENCE), ""],
]) {
  test(`who types “${words.join(" ")}” is led to ${what}`, () => {
    const asked = words.map((word) => ({ word, stem: "", idf: SENTENCE[word], isUnknown: false }));
    const sop = ["sop", "safety", "Safety report", "s.html", "", "", "", [], PLACES];
    const { spot } = globalThis.sopbookShow.row(
      sop,
      asked,
      () => () => 0,
      () => "",
    );
    assert.equal(spot?.url ?? "s.html", `s.html${step}`);
  });
}

test("channels narrow, typed or chosen", async () => {
  assert.equal((await ids("email refund"))[0], "late");
  assert.deepEqual(await ids("refund", { filters: { channel: "email" } }), ["late"]);
  assert.deepEqual(await ids("refund", { filters: { channel: "fax" } }), []);
  assert.deepEqual(await ids("refund", { filters: { constructor: "x" } }), []);
  const both = { channel: "phone", kind: "sop", status: "" };
  assert.equal((await finder.find("", { filters: both })).total, 7);
});

test("there may be more than are shown", async () => {
  const { rows, total } = await finder.find("parcel", { limit: 1 });
  assert.equal(rows.length, 1);
  assert.equal(total, 2);
});

for (const text of ["", "   ", "?!", "zzzzqqqq", "constructor", "\u0000", "x".repeat(500)]) {
  test(`nothing: ${JSON.stringify(text.slice(0, 12))}`, async () => {
    assert.deepEqual(await finder.find(text), { rows: [], total: 0 });
  });
}

test("SOPs are shown by their ids, those that are gone are not", async () => {
  const rows = await finder.rows(["record", "gone", "refund"]);
  assert.deepEqual(
    rows.map(({ title }) => title),
    ["Find the customer's record", "Refund"],
  );
});

test("filters are offered by their titles", async () => {
  const { channel } = await finder.facets();
  assert.deepEqual(channel, [
    { id: "email", title: "E-mail" },
    { id: "phone", title: "Phone" },
  ]);
});

test("nothing is loaded twice", () => assert.equal(new Set(loaded).size, loaded.length));
