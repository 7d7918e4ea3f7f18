import assert from "node:assert/strict";
import { test } from "node:test";
// The scripts of the search that need no page.
import "../../../site_templates/assets/sopbook/search/fold.js";
import "../../../site_templates/assets/sopbook/search/marks.js";
import "../../../site_templates/assets/sopbook/search/facets.js";
import "../../../site_templates/assets/sopbook/search/say.js";
import "../../../site_templates/assets/sopbook/search/box.js";

const { pieces } = globalThis.sopbookMarks;
const { offers } = globalThis.sopbookFacets;
const { items } = globalThis.sopbookBox;
const say = globalThis.sopbookSay;

globalThis.sopbookWords = {
  language: "ro",
  report: "",
  messages: {
    step: "Step {number}",
    "status.draft": "Draft",
    "kind.person": "Person",
    found: { one: "{count} rezultat", few: "{count} rezultate", other: "{count} de rezultate" },
  },
};

for (const [text, marks, expected] of [
  ["Refund a payment", ["refund"], ["", "Refund", " a payment"]],
  ["Încasări, retur", ["incasari"], ["", "Încasări", ", retur"]],
  ["Mehmet Aydın", ["aydin"], ["Mehmet ", "Aydın", ""]],
  ["late refund now", ["late", "refund"], ["", "late refund", " now"]],
  ["RF-204 and 204", ["204"], ["RF-", "204", " and ", "204", ""]],
  ["nothing", ["other"], ["nothing"]],
  ["", ["x"], [""]],
  ["<b>bold</b>", ["b"], ["<", "b", ">bold</", "b", ">"]],
]) {
  test(`marked in “${text}”`, () => assert.deepEqual(pieces(text, marks), expected));
}

test("no letter is lost between marked pieces", () => {
  const text = "Ștampilă – late refund; late? Refund!";
  assert.equal(pieces(text, ["late", "refund", "stampila"]).join(""), text);
});

const FACETS = {
  channel: [
    { id: "phone", title: "Phone" },
    { id: "social-media", title: "Social media" },
    { id: "telefon", title: "Telefón" },
  ],
  role: [{ id: "phone", title: "Phone" }],
};

for (const [text, chosen, expected] of [
  ["phone refund late", {}, ["channel phone refund late", "role phone refund late"]],
  ["refund phone", { channel: "phone" }, ["role phone refund"]],
  ["media refund social", {}, ["channel social-media refund"]],
  ["TELEFON", {}, ["channel telefon "]],
  ["refund", {}, []],
  ["phones", {}, []],
]) {
  test(`filters named in “${text}”`, () => {
    const found = offers(text, FACETS, chosen);
    assert.deepEqual(
      found.map(({ facet, id, rest }) => `${facet} ${id} ${rest}`),
      expected,
    );
  });
}

test("a number takes its plural form", () => {
  assert.equal(say("found", { count: 1 }), "1 rezultat");
  assert.equal(say("found", { count: 3 }), "3 rezultate");
  assert.equal(say("found", { count: 20 }), "20 de rezultate");
});

test("what has no value stays as it is", () => assert.equal(say("step"), "Step {number}"));

const ROW = {
  kind: "sop",
  id: "refund",
  title: 'Refund <img src=x onerror="x">',
  url: "refund.html",
  summary: "A & B",
  status: "draft",
  responsible: "<Ana>",
  channels: [],
  spot: { url: "refund.html#step-pay", caption: "Pay <b>back</b>", number: 3, text: "Pay & tell" },
  marks: ["refund", "pay"],
};

test("Material gets nothing of an author's as HTML", () => {
  const [[page, step]] = items([ROW]);
  assert.equal(page.title, "<mark>Refund</mark> &lt;img src=x onerror=&quot;x&quot;&gt;");
  assert.equal(page.text, "<p>A &amp; B</p>");
  assert.deepEqual(page.tags, ["Draft", "&lt;Ana&gt;"]);
  assert.equal(step.title, "Step 3 <mark>Pay</mark> &lt;b&gt;back&lt;/b&gt;");
  assert.equal(step.text, "<p><mark>Pay</mark> &amp; tell</p>");
});

test("Enter leads to the step of the first row", () => {
  const all = items([ROW, { ...ROW, id: "other" }]).flat();
  const best = Math.max(...all.map(({ score }) => Number(score.toFixed(2))));
  const leading = all.filter(({ score }) => Number(score.toFixed(2)) === best);
  assert.deepEqual(leading, [all[1]]);
});

test("a page without a step stands alone; what is no SOP says what it is", () => {
  const person = { ...ROW, kind: "person", spot: null, status: "", responsible: "", summary: "" };
  const [found] = items([person]);
  assert.equal(found.length, 1);
  assert.deepEqual(found[0].tags, ["Person"]);
  assert.equal(found[0].text, "");
});
