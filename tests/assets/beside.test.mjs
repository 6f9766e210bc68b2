/* What stands beside the map is asked for once it is painted, and only the last answer is heard. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "../../assets/address.js";
import "../../assets/beside.js";

const { address } = globalThis.atlas.beside;
const { ask, place } = globalThis.dash_clientside.beside;
const NO_UPDATE = { none: true };
const TOLD = { portrait: ["A"], others: [], shown: { values: {} } };
let asked;
let said;

beforeEach(() => {
  asked = [];
  said = [];
  globalThis.dash_clientside.no_update = NO_UPDATE;
  globalThis.atlas.answers = { answer: (where) => new Promise((resolve, reject) => { asked.push({ where, resolve, reject }); }) };
  globalThis.atlas.share = { say: (sentence) => said.push(sentence) };
  globalThis.atlas.panel = { words: () => ({ failed: "Bitte neu laden." }) };
});

test("before a map is painted nothing is asked", () => {
  assert.equal(ask(undefined, [], ""), NO_UPDATE);
  assert.deepEqual(asked, []);
  assert.deepEqual(place(null), [NO_UPDATE, NO_UPDATE]);
});

test("the address has the selected areas, and what is drawn on the map that is being set", () => {
  assert.equal(address("?indikator=a&zeit=2022", ["3", "4"], "?indikator=a&zeit=2022&traeger=DRK"), "?indikator=a&zeit=2022&gebiet=3;4&traeger=DRK");
  assert.equal(address("?indikator=b", [], "?indikator=a&zeit=2022&rechts=?indikator%3Db"), "?indikator=b&rechts=%3Findikator%3Db");
});

test("what was asked before and comes later is not heard", async () => {
  const [first, second] = [ask({ search: "?indikator=a" }, [], ""), ask({ search: "?indikator=b" }, [], "")];
  asked[1].resolve(TOLD);
  asked[0].resolve({ ...TOLD, portrait: ["alt"] });
  assert.deepEqual(place(await second), [["A"], []]);
  assert.equal(await first, NO_UPDATE);
});

test("where no answer comes, somebody is told and nothing changes", async (context) => {
  context.mock.method(console, "warn", () => {});
  const told = ask({ search: "" }, [], "");
  asked[0].reject(new Error("500"));
  assert.equal(await told, NO_UPDATE);
  assert.deepEqual(said, ["Bitte neu laden."]);
});
