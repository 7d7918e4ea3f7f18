import assert from "node:assert/strict";
import { test } from "node:test";
import "../../../site_templates/assets/sopbook/walk/walk.js";
import "../../../site_templates/assets/sopbook/walk/summary.js";

const { flow, applying, options, hubs, parse, text, onward, option, left } = globalThis.sopbookWalk;
const { lines, whole, text: told, key, taking, isForeign } = globalThis.sopbookSummary;

const step = (id, kind, ways = [], more = {}) => ({
  id,
  kind,
  isOptional: false,
  joins: "",
  ways: ways.map((way) => {
    const [to, label = ""] = way.split(":");
    return { to, label };
  }),
  ...more,
});
const CALL = flow([
  step("call", "start", ["greet"]),
  step("greet", "do", ["accepts"]),
  step("accepts", "ask", ["tell:yes", "greet:no", "tell:perhaps"]),
  step("tell", "together", ["write:customer", "book:finance"]),
  step("write", "do", ["join"]),
  step("book", "ask", ["join:booked", "stuck:not booked"]),
  step("stuck", "end"),
  step("join", "join", ["note"], { joins: "tell" }),
  step("note", "do", ["over"], { isOptional: true }),
  step("over", "end"),
]);
const at = (walk) => parse(CALL, walk).visits;
const offered = (walk) => options(CALL, at(walk)).map(({ kind, to }) => `${kind} ${to}`);

test("one begins at the first step, and at any other start that nothing leads to", () => {
  assert.deepEqual(CALL.starts, ["call"]);
  const two = flow([step("a", "start", ["b"]), step("b", "end"), step("c", "start", ["b"])]);
  assert.deepEqual(two.starts, ["a", "c"]);
  assert.deepEqual(
    options(two, []).map(({ kind, to }) => `${kind} ${to}`),
    ["start a", "start c"],
  );
});

test("a question offers its answers, an optional step can be left out", () => {
  assert.deepEqual(offered("call.greet.accepts"), ["way tell", "way greet", "way tell"]);
  assert.deepEqual(offered("note"), ["way over", "skip over"]);
  assert.deepEqual(offered("over"), []);
});

test("what is done at the same time is taken in any order, and each once", () => {
  assert.deepEqual(offered("tell"), ["branch write", "branch book", "ticked join", "ticked join"]);
  assert.deepEqual(offered("tell.write.join"), ["branch book", "ticked join"]);
  assert.deepEqual(offered("tell.write.join.book.join"), ["way note"]);
  assert.deepEqual(offered("tell.book.join.write.join"), ["way note"]);
  assert.deepEqual(hubs(CALL.steps, at("tell.write.join.book.join.note")), []);
});

test("a branch is ticked off without being walked", () => {
  const [, , , other] = options(CALL, at("tell"));
  const visits = onward(at("tell"), other);
  assert.equal(text(CALL, visits), "tell.join_4");
  assert.deepEqual(at("tell.join_4"), visits);
  assert.deepEqual(offered("tell.join_4"), ["branch write", "ticked join"]);
  assert.deepEqual(offered("tell.join_4.join_2"), ["way note"]);
});

test("where a branch ends, the others are still to be done", () => {
  assert.deepEqual(offered("tell.book.stuck"), ["gather join"]);
  assert.deepEqual(offered("tell.book.stuck.join"), ["branch write", "ticked join"]);
});

test("what is done at the same time can be within another, be left, and begun again", () => {
  const nested = flow([
    step("out", "together", ["in:a", "side:b"]),
    step("in", "together", ["x:1", "y:2"], { isOptional: true }),
    step("x", "do", ["in-done"]),
    step("y", "ask", ["in-done:well", "out:again"]),
    step("in-done", "join", ["out-done"], { joins: "in" }),
    step("side", "do", ["out-done"]),
    step("out-done", "join", ["over"], { joins: "out" }),
    step("over", "end"),
  ]);
  const open = (walk) => hubs(nested.steps, parse(nested, walk).visits);
  const inner = { id: "in", left: [1] };
  assert.deepEqual(open("out.in.x.in-done"), [{ id: "out", left: [1] }, inner]);
  assert.deepEqual(open("out.in.x.in-done.y.in-done.out-done"), [{ id: "out", left: [1] }]);
  assert.deepEqual(open("out.in.y.out"), [{ id: "out", left: [0, 1] }]);
  const [, , , , skip] = options(nested, parse(nested, "out.in").visits);
  assert.deepEqual([skip.kind, skip.to], ["skip", "out-done"]);
  assert.deepEqual(open("out.in.out-done"), [{ id: "out", left: [1] }]);
});

test("an address says which of two answers to the same step was given", () => {
  const [yes, , perhaps] = options(CALL, at("accepts"));
  assert.equal(text(CALL, onward(at("accepts"), yes)), "accepts.tell");
  assert.equal(text(CALL, onward(at("accepts"), perhaps)), "accepts.tell_3");
  assert.equal(at("accepts.tell_3").at(-1).how.label, "perhaps");
});

test("an address of a changed SOP leads as far as it can", () => {
  assert.deepEqual(
    [parse(CALL, "call.greet.gone.over").visits.length, parse(CALL, "call.gone").isLost],
    [2, true],
  );
  assert.equal(parse(CALL, "gone").visits.length, 0);
  assert.equal(at("call.over").at(-1).how.kind, "jump");
  assert.equal(at("accepts.tell_9").at(-1).how.label, "yes");
  for (const odd of ["", "...", "_", "__", "call._", "call.%00", "constructor", "_.greet"])
    assert.ok(parse(CALL, odd).visits.length <= 1, odd);
});

test("a very long walk leaves its beginning out of the address", () => {
  const loop = `call${".greet.accepts".repeat(300)}`;
  const whole = text(CALL, at(loop), Number.POSITIVE_INFINITY);
  assert.equal(whole, loop);
  const short = text(CALL, at(loop));
  assert.ok(short.length <= 1502);
  const back = parse(CALL, short);
  assert.ok(back.isCut);
  assert.equal(back.visits.at(-1).id, "accepts");
  assert.equal(text(CALL, at("call.greet"), 1), "_.greet");
});

test("a jump goes anywhere", () => {
  const visits = onward(at("call"), option("jump", "over"));
  assert.equal(text(CALL, visits), "call.over");
});

test("an answer decides which steps apply", () => {
  assert.deepEqual([...applying(CALL, { accepts: 1 })].sort(), ["accepts", "call", "greet"]);
  assert.ok(applying(CALL, { book: 0 }).has("over"));
  assert.ok(!applying(CALL, { book: 0 }).has("stuck"));
  assert.equal(applying(CALL, { accepts: 99 }).size, CALL.steps.size);
});

test("how long there is, as on a stop watch", () => {
  assert.deepEqual(left(30, 0), { text: "0:30", isOver: false });
  assert.deepEqual(left(30, 95), { text: "1:05", isOver: true });
  assert.deepEqual(left(7200, 1), { text: "1:59:59", isOver: false });
});

const AGENT = { id: "agent", name: "Agent", isRole: true };
const BILLING = { id: "billing", name: "Billing", isRole: true };
const ANA = { id: "ana", name: "Ana", isRole: false };
const DOERS = { greet: [AGENT], write: [BILLING], book: [BILLING, ANA], over: [ANA] };
const THINGS = { greet: ["case number"], accepts: ["case number", "the name"] };

/** The call as a page lists it. */
const listed = (doers, things) => {
  const steps = [...CALL.steps.values()].map((one, place) => ({
    ...one,
    caption: `Do ${one.id}`,
    number: String(place + 1),
    doers: doers[one.id] ?? [],
    things: things[one.id] ?? [],
  }));
  return flow(steps);
};
const LISTED = listed(DOERS, THINGS);
/** What is handed over of a walk. */
const handed = (model, visits, opened, ran, words, role = "") =>
  whole(visits, lines(model, visits, { opened, ran }, words, 0, role), ran);

test("others take over where none of those before goes on", () => {
  const names = (walk) => taking(LISTED.steps, at(walk)).map(({ name }) => name);
  assert.deepEqual(names("call.greet"), []);
  assert.deepEqual(names("call.greet.accepts.tell.write"), ["Billing"]);
  assert.deepEqual(names("call.greet.accepts.tell.write.join"), []);
  assert.deepEqual(names("call.greet.accepts.tell.write.join.book"), []);
});

test("a step is surely another's only where the reader's role is known, and roles do it", () => {
  assert.ok(isForeign([BILLING], "agent"));
  for (const [doers, role] of [
    [[BILLING], ""],
    [[], "agent"],
    [[BILLING, ANA], "agent"],
    [[BILLING, AGENT], "agent"],
  ])
    assert.ok(!isForeign(doers, role));
});

test("the hand-over names who did it, and what is to be filled in, once", () => {
  const opened = { [key(at("call.greet"))]: 60 };
  const words = { done: "done", given: "passed to {label}", now: "now" };
  const visits = at("call.greet.accepts.tell.write.join");
  const shown = (role) =>
    told([], handed(LISTED, visits, opened, {}, words, role), [], () => "14:05").split("\n");
  assert.deepEqual(shown("agent").slice(1, 7), [
    "1. Do call",
    "2. Do greet: done (Agent, 14:05)",
    "   case number: ",
    "3. Do accepts: yes",
    "   the name: ",
    "4. Do tell: customer",
  ]);
  assert.equal(shown("agent")[7], "5. Do write: passed to Billing");
  assert.equal(shown("")[7], "5. Do write: done (Billing)");
});

test("the hand-over tells what was done, and what other SOPs did in between", () => {
  const plain = listed({}, {});
  const words = { done: "done", skipped: "not needed", jumped: "on to {sop}", now: "now" };
  const ran = { depth: 1, number: "1", text: "Look", said: "$& found", at: 0 };
  const greet = key(at("call.greet"));
  const [opened, others] = [{ [greet]: 60 }, { [greet]: [ran] }];
  const visits = [...at("call.greet.accepts.tell"), { id: "note", how: option("jump", "note") }];
  const all = [...visits, { id: "over", how: options(CALL, visits)[1] }];
  assert.equal(
    told(
      ["Call"],
      handed(plain, all, opened, others, words),
      ["Order number"],
      (moment) => `${moment} s`,
    ),
    [
      "Call",
      "",
      "1. Do call",
      "2. Do greet: done (60 s)",
      "   1. Look: $& found",
      "3. Do accepts: yes",
      "4. Do tell: on to Do note",
      "9. Do note: not needed",
      "10. Do over",
      "",
      "Order number",
    ].join("\n"),
  );
  assert.match(
    told([], handed(plain, at("call.greet"), opened, others, words), [], String),
    /: now \(60\)/,
  );
});
