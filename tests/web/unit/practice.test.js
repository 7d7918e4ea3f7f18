import assert from "node:assert/strict";
import { test } from "node:test";
// The page's scripts, as served: they leave their functions on the global object.
import "../../../site_templates/assets/sopbook/memory.js";
import "../../../site_templates/assets/sopbook/practice/drill.js";

const { parse, text, answered, session, standing } = globalThis.sopbookDrill;
const { wanted, questions, shuffled, onward } = globalThis.sopbookDrill;

const DAY = 86_400_000;
const NOW = 1_790_000_000_000;
const score = (box, days = 0) => ({ box, on: NOW - days * DAY });
const own = (scores) => new Map(Object.entries(scores));

test("scores that were stored come back", () => {
  const all = new Map([
    ["call", own({ q1: score(1), q2: score(0, 3) })],
    ["constructor", own({ q1: score(4) })],
    ["__proto__", own({ q1: score(2) })],
  ]);
  assert.deepEqual(parse(text(all)), all);
});

for (const corrupt of [null, "", "{", "null", "7", '"call"', "[]"]) {
  test(`nothing was practised: ${corrupt}`, () => assert.equal(parse(corrupt).size, 0));
}

for (const corrupt of [
  "7",
  "null",
  '{"q": 7}',
  '{"q": [1]}',
  '{"q": ["1", 5]}',
  '{"q": [9, 5]}',
  '{"q": [-1, 5]}',
  '{"q": [1.5, 5]}',
  '{"q": [1, 1e999]}',
]) {
  test(`one score that cannot be understood leaves the others: ${corrupt}`, () => {
    const all = parse(`{"call": ${corrupt}, "refund": {"q": [1, 5]}}`);
    assert.equal(all.get("call").size, 0);
    assert.deepEqual(all.get("refund").get("q"), { box: 1, on: 5 });
  });
}

test("a right answer goes a box up, a wrong one into the first", () => {
  assert.deepEqual(answered(undefined, true, NOW), score(1));
  assert.deepEqual(answered(undefined, false, NOW), score(0));
  assert.deepEqual(answered(score(2, 9), true, NOW), score(3));
  assert.deepEqual(answered(score(4, 9), true, NOW), score(4));
  assert.deepEqual(answered(score(4, 9), false, NOW), score(0));
});

for (const [box, days] of [1, 3, 7, 14].entries()) {
  test(`box ${box + 2} comes back after ${days} days`, () => {
    const early = own({ q: score(box + 1, days - 0.1) });
    assert.equal(standing(early, 1, NOW).due, 0);
    assert.equal(standing(own({ q: score(box + 1, days) }), 1, NOW).due, 1);
  });
}

test("due comes first, the lowest box before; then new; then what is due soonest", () => {
  const scores = own({
    a: score(1),
    b: score(1, 2),
    c: score(0),
    d: score(3, 1),
    gone: score(0),
  });
  assert.deepEqual(session(["a", "b", "c", "d", "e", "f"], scores, NOW), [
    "c",
    "b",
    "e",
    "f",
    "a",
    "d",
  ]);
});

test("the longest unseen of a box comes first", () => {
  assert.deepEqual(session(["a", "b"], own({ a: score(0, 1), b: score(0, 2) }), NOW), ["b", "a"]);
});

test("a session has ten questions", () => {
  const ids = Array.from({ length: 30 }, (_, place) => `q${place}`);
  assert.deepEqual(session(ids, new Map(), NOW), ids.slice(0, 10));
});

test("a clock that ran ahead hides nothing", () => {
  assert.equal(standing(own({ q: score(4, -900) }), 1, NOW).due, 1);
});

test("each question is known, to be repeated, or was not asked yet", () => {
  const scores = own({ a: score(1), b: score(0, 2), c: score(2, 9) });
  assert.deepEqual(standing(scores, 5, NOW), { known: 1, due: 2, fresh: 2, last: NOW });
  assert.deepEqual(standing(undefined, 5, NOW), { known: 0, due: 0, fresh: 5, last: 0 });
});

test("scores of questions that are no more make nothing too many", () => {
  const scores = own({ a: score(1), b: score(0, 2), c: score(2, 9) });
  assert.deepEqual(standing(scores, 2, NOW), { known: 0, due: 2, fresh: 0, last: NOW });
  assert.deepEqual(standing(scores, 1, NOW), { known: 0, due: 1, fresh: 0, last: NOW });
});

test("an address asks for an SOP, or for none", () => {
  assert.equal(wanted("?sop=complaint-call"), "complaint-call");
  for (const bad of ["", "?", "?sop=", "?sop=../x", "?sop=A", `?sop=${"a".repeat(65)}`]) {
    assert.equal(wanted(bad), "");
  }
});

test("the file's numbers become texts", () => {
  const file = {
    texts: [
      "Call",
      "What now?",
      "Greet",
      "",
      "Wait",
      "Not yet",
      "Why",
      "Step 2",
      "Smile.",
      "agent",
    ],
    questions: [
      [
        "q1",
        [0],
        1,
        [
          [2, 3],
          [4, 5],
        ],
        0,
        6,
        "greet",
        7,
        8,
        [9],
      ],
    ],
  };
  assert.deepEqual(questions(file), [
    {
      id: "q1",
      told: ["Call"],
      ask: "What now?",
      choices: [
        { text: "Greet", why: "" },
        { text: "Wait", why: "Not yet" },
      ],
      right: 0,
      why: "Why",
      step: "greet",
      link: "Step 2",
      note: "Smile.",
      by: ["agent"],
    },
  ]);
});

test("what is one's own role's, or everybody's, comes first", () => {
  const row = (id, by) => [id, [], 0, [], 0, 0, "", 0, 0, by];
  const rows = [row("a", [1]), row("b", []), row("c", [2]), row("d", [1, 2])];
  const order = (role) =>
    questions({ texts: ["", "agent", "lead"], questions: rows }, role).map(({ id }) => id);
  assert.deepEqual(order(""), ["a", "b", "c", "d"]);
  assert.deepEqual(order(null), ["a", "b", "c", "d"]);
  assert.deepEqual(order("lead"), ["b", "c", "d", "a"]);
});

test("the choices change places, and the right one stays right", () => {
  const choices = ["a", "b", "c", "d"].map((text) => ({ text, why: "" }));
  const question = { id: "q", choices, right: 2 };
  const seen = new Set();
  for (const random of [0, 0.3, 0.6, 0.99]) {
    const found = shuffled(question, () => random);
    assert.deepEqual(found.choices.map(({ text }) => text).sort(), ["a", "b", "c", "d"]);
    assert.equal(found.choices[found.right].text, "c");
    seen.add(found.right);
  }
  assert.ok(seen.size > 1);
  assert.equal(question.choices[2].text, "c");
});

test("what was wrong comes again once, some questions later", () => {
  const turn = (id) => ({ question: { id }, isRepeat: false });
  const left = ["b", "c", "d", "e"].map(turn);
  const after = onward(left, turn("a"), false);
  assert.deepEqual(
    after.map(({ question }) => question.id),
    ["b", "c", "d", "a", "e"],
  );
  assert.equal(onward(left, turn("a"), true), left);
  assert.equal(onward(left, after[3], false), left);
  assert.deepEqual(onward([], turn("a"), false), [{ question: { id: "a" }, isRepeat: true }]);
});
