import assert from "node:assert/strict";
import { test } from "node:test";
// Scripts of a page, as served, in the order in which it loads them.
import "../../../site_templates/assets/sopbook/memory.js";
import "../../../site_templates/assets/sopbook/learn/progress.js";

const progress = globalThis.sopbookProgress;
const { merged, days, parse, every, line, practised, called } = progress;
const { workday, before, address } = progress;
const { newer, standing } = globalThis.sopbookMemory;

const MAIL = "mailto:a@example.com";
const seen = (id, time, on = 5) => ({ id, time, on });

test("of two memories the one of the newer version holds", () => {
  assert.deepEqual(newer(seen("a", 100, 9), seen("b", 200, 1)), seen("b", 200, 1));
  assert.deepEqual(newer(seen("b", 200, 1), seen("a", 100, 9)), seen("b", 200, 1));
  assert.deepEqual(newer(seen("a", 100, 1), seen("a", 100, 9)), seen("a", 100, 9));
  assert.deepEqual(newer(seen("a", 100), undefined), seen("a", 100));
  assert.deepEqual(newer(undefined, seen("a", 100)), seen("a", 100));
  assert.equal(newer(undefined, undefined), undefined);
});

test("what is loaded takes nothing away", () => {
  const here = new Map([["call", seen("b", 200)]]);
  const loaded = new Map([
    ["call", seen("a", 100)],
    ["mail", seen("c", 300)],
  ]);
  const whole = merged(here, loaded);
  assert.deepEqual([...whole.keys()], ["call", "mail"]);
  assert.deepEqual(whole.get("call"), seen("b", 200));
  assert.equal(here.size, 1);
});

test("a change that matters asks to be read again", () => {
  assert.equal(standing("b:200", undefined), "");
  assert.equal(standing("b:200", seen("b", 200)), "done");
  assert.equal(standing("b:200", seen("a", 100)), "again");
  // History was written anew: the times say what is newer.
  assert.equal(standing("z:200", seen("b", 200)), "done");
  assert.equal(standing("z:201", seen("b", 200)), "again");
  // Nothing is known of its past.
  assert.equal(standing("", seen("", 100)), "done");
});

test("a file comes back as it was", () => {
  const done = new Map([
    ["call", seen("a", 100)],
    ["__proto__", seen("b", 200)],
  ]);
  const whole = {
    name: "Dewi",
    path: "week",
    on: "2026-11-23",
    start: { week: "2026-11-23" },
    done,
    practice: { call: [5, 7] },
  };
  assert.deepEqual(parse(line(whole)), whole);
  const { kind, ...found } = JSON.parse(line(whole));
  assert.deepEqual(parse(JSON.stringify({ kind, ...found }, null, 2)), whole);
});

test("a message tells of one path alone, and comes back however mail breaks its lines", () => {
  const whole = {
    name: "Dewi Anggraini",
    path: "week",
    on: "2026-11-23",
    start: { week: "2026-11-23", month: "2026-12-01" },
    done: new Map([
      ["call", seen("a", 100)],
      ["mail", seen("b", 200)],
    ]),
    practice: { call: [5, 7] },
  };
  const said = line(whole, ["call", "chat"]);
  assert.doesNotMatch(said, / /);
  const spaced = said.replaceAll("\\u0020", " ");
  const broken = spaced.replace(" ", " \r\n> ").replace(',"on"', ',\r\n> "on"');
  const sent = `> Week\r\n> [x] Call {1}\r\n>\r\n> ${broken}\r\n> --\r\n> Dewi`;
  const { done, ...rest } = parse(sent);
  assert.deepEqual([...done], [["call", seen("a", 100)]]);
  assert.deepEqual(rest, {
    name: "Dewi Anggraini",
    path: "week",
    on: "2026-11-23",
    start: { week: "2026-11-23" },
    practice: { call: [5, 7] },
  });
});

const SENT = {
  name: "Dewi Anggraini",
  path: "agent-first-week",
  on: "2026-11-23",
  start: { "agent-first-week": "2026-11-23" },
  done: new Map([
    ["find-the-record", seen("1a2b3c", 1_790_000_000)],
    ["call-back-as-promised", seen("4d5e6f", 1_790_000_001)],
  ]),
  practice: { "find-the-record": [5, 7] },
};

for (const width of [20, 40, 72, 76, 998]) {
  const cut = (text) => text.match(new RegExp(`.{1,${width}}`, "g"));
  const atHyphens = (text) => text.split(/(?<=-)/).flatMap(cut);
  for (const [where, broken] of Object.entries({ anywhere: cut, atHyphens }))
    for (const begin of ["", "> ", ">> "])
      test(`a line of ${width} broken ${where} after "${begin}" is read`, () => {
        const text = broken(line(SENT)).map((each) => begin + each);
        assert.deepEqual(every(text.join("\r\n")), [SENT]);
      });
}

test("curly quotes, as phones make them, are read; those in a name stay", () => {
  const curly = line(SENT).replace(/"([^"]*)"/g, "“$1”");
  assert.deepEqual(every(curly), [SENT]);
  const named = { ...SENT, name: "„Dewi”" };
  assert.deepEqual(every(line(named)), [named]);
});

test("of several messages in a text each is read, and what was changed is told", () => {
  const other = { ...SENT, name: "Siti" };
  const text = `Hi {you}\n${line(SENT)}\n-- {1}\nWeek\n${line(other)}\n`;
  assert.deepEqual(every(text), [SENT, other]);
  assert.deepEqual(every(`${line(SENT).slice(0, -9)}\n${line(other)}`), [null, other]);
  assert.deepEqual(every("Hello, here is what I read."), []);
});

test("how practice stands", () => {
  const kept = { call: { a: [0, 1], b: [2, 1], c: [1, 1] }, mail: 7, chat: ["?", null] };
  const sops = ["call", "mail", "chat"];
  const found = practised(JSON.stringify(kept), sops);
  assert.deepEqual(found, { call: [2, 3], mail: [0, 0], chat: [0, 2] });
  // Of other SOPs nothing is told.
  assert.deepEqual(practised(JSON.stringify(kept), ["call"]), { call: [2, 3] });
  for (const text of [null, "", "[", "7"]) assert.deepEqual(practised(text, sops), {});
});

test("a file is called by who saved it", () => {
  assert.equal(
    called(["week", "Mārtiņš  Liepiņš", "2026-11-22"]),
    "week-martins-liepins-2026-11-22",
  );
  assert.equal(called(["week", "", "2026-11-22"]), "week-2026-11-22");
  assert.equal(called(["week", "../<Ana & Co>"]), "week-ana-co");
});

for (const text of ["", "{", "null", "7", "[]", "{}", '{"kind": "other", "done": {}}']) {
  test(`no file with progress: ${text}`, () => assert.equal(parse(text), null));
}

test("what cannot be understood in a file is left out", () => {
  const text = JSON.stringify({
    kind: "sopbook-progress",
    name: 7,
    on: null,
    start: { week: "2026-13-40", month: "soon", year: "2026-11-23" },
    done: { call: ["a", 100, 5], mail: "?", chat: [1, 2] },
  });
  const found = parse(text);
  assert.deepEqual(found.start, { year: "2026-11-23" });
  assert.deepEqual([...found.done.keys()], ["call"]);
  assert.deepEqual([found.name, found.on], ["", ""]);
  assert.equal(parse(JSON.stringify({ kind: "sopbook-progress", done: null })).done.size, 0);
  const long = parse(JSON.stringify({ kind: "sopbook-progress", name: "x".repeat(500) }));
  assert.equal(long.name.length, 100);
});

test("days that are none are left out", () => {
  assert.deepEqual(days(null), {});
  assert.deepEqual(days("["), {});
  assert.deepEqual(days('{"a": "2026-02-03", "b": 7}'), { a: "2026-02-03" });
});

test("working days leave Saturdays and Sundays out", () => {
  assert.equal(workday("2026-11-23", 1), "2026-11-23"); // a Monday
  assert.equal(workday("2026-11-23", 5), "2026-11-27");
  assert.equal(workday("2026-11-23", 6), "2026-11-30");
  assert.equal(workday("2026-11-28", 1), "2026-11-30"); // who begins on a Saturday begins on Monday
  assert.equal(workday("2026-11-29", 2), "2026-12-01");
  assert.equal(workday("2026-12-31", 2), "2027-01-01");
});

test("so many days before", () => {
  assert.equal(before("2026-03-15", 30), "2026-02-13");
});

test("an address is filled in, whatever is typed", () => {
  const found = address(`${MAIL}?subject={name}&x={other}`, { name: "A&B ?" }, [], "", [""]);
  assert.equal(found, `${MAIL}?subject=${encodeURIComponent("A&B ?")}&x={other}`);
});

test("the lines of a message", () => {
  assert.equal(
    decodeURIComponent(address("m:{progress}", {}, ["a", "ă"], "", ["z"])),
    "m:a\r\nă\r\n\r\nz",
  );
});

test("a message that is too long says how much is left out", () => {
  const lines = Array.from({ length: 100 }, (_, number) => `[x] Întârziere ${number}`);
  const found = address(`${MAIL}?body={progress}`, {}, lines, "and {more} more", ["the end", "-"]);
  assert.ok(found.length <= 1900);
  const body = decodeURIComponent(found.split("body=")[1]).split("\r\n");
  assert.deepEqual(body.splice(-2), ["", "the end"]);
  const left = Number(/^and (\d+) more$/.exec(body.at(-1))[1]);
  assert.equal(body.length - 1 + left, lines.length);
});

test("what pages read is not cut off: where it is too long, words stand for it", () => {
  const long = ["x".repeat(3000), "attach the file"];
  const found = decodeURIComponent(address("m:{progress}", {}, ["a"], "{more}", long));
  assert.equal(found, "m:a\r\n\r\nattach the file");
});
