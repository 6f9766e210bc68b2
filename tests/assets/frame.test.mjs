/* The frame is told only what changes: whatever it is given, Dash draws the whole page anew. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "../../assets/frame.js";

const { mode } = globalThis.dash_clientside.frame;
const KEEP = Symbol("no_update");

beforeEach(() => {
  globalThis.dash_clientside.no_update = KEEP;
  globalThis.document = { getElementById: () => null };
  mode("/", "");
});

test("the map, as the server draws it, is left alone", () => {
  assert.ok(mode("/", "").every((told) => told === KEEP));
});

test("other choices turn the links and nothing else", () => {
  const told = mode("/", "?indikator=a");
  assert.equal(told[0], KEEP);
  assert.deepEqual(told.filter((one) => one !== KEEP).map((one) => one.split("?")[1]), told.slice(1, 7).map(() => "indikator=a"));
  assert.ok(mode("/", "?indikator=a").every((one) => one === KEEP));
});

test("another mode turns the shell, and back again", () => {
  const there = mode("/vergleich", "");
  assert.equal(there[0], "shell mode-comparison");
  assert.equal(there.filter((one) => one === "mode current").length, 1);
  assert.equal(mode("/", "")[0], "shell mode-map");
});

test("new data are announced, whichever comes first: what the page wrote itself, or the clock", () => {
  const { upToDate } = globalThis.dash_clientside.frame;
  assert.deepEqual([upToDate(4, 4), upToDate(5, 4), upToDate(5, 5), upToDate(4, 5)], [true, false, true, true]);
});
