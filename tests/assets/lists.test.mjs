/* Ranking and table: the map's figures in order, gaps as words at the end. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../../assets/figures.js";
import "../../assets/ranking.js";
import "../../assets/table.js";
import "../../assets/frame.js";

const { rows, commonNature } = globalThis.atlas.figures;
const SAID = { nature: { real: "", estimated: "geschätzt", model: "Modelldaten" }, flag: { preliminary: "vorläufig", carried_over: "geschätzt, weil umgerechnet", uninhabited: "unbewohnt" } };
globalThis.atlas.panel = { words: (section) => SAID[section] };
const { ranked, runs, bar } = globalThis.atlas.ranking;
const { gapsLast } = globalThis.atlas.table;
const WORDS = { shown: "", zero: "nichts vorhanden", missing: "keine Angabe", suppressed: "geheim gehalten", unreliable: "unsicher" };
const VALUES = {
  ids: ["1", "2", "3", "4", "5"], names: ["Ahausen", "Bedorf", "Cetal", "Dorf", "=cmd()"],
  values: [1234.5, 0, null, 7, -3], status: "01340", nature: "02201", flags: { 0: ["preliminary"], 4: ["preliminary"] }, decimals: 1, unit: "%",
};

test("every status reads differently, and a gap has no value", () => {
  const told = rows(VALUES, WORDS);
  assert.deepEqual(told.map((row) => row.text), ["1.234,5\u00a0%", "nichts vorhanden", "geheim gehalten", "7,0\u00a0% (unsicher)", "−3,0\u00a0%"]);
  assert.deepEqual(told.map((row) => row.value), [1234.5, 0, null, 7, -3]);
});

test("where nobody lives is no figure, be it counted as nothing or left out", () => {
  const told = rows({ ...VALUES, flags: { 1: ["uninhabited"], 2: ["uninhabited"] } }, WORDS);
  assert.deepEqual([told[1], told[2]].map(({ text, value, notes }) => [text, value, notes]), [["unbewohnt", null, ""], ["unbewohnt", null, ""]]);
});

test("a change shows its direction", () => {
  const changes = { ...VALUES, signed: true, values: [1234.5, 0, null, 0.01, -3], status: "01300" };
  assert.deepEqual(rows(changes, WORDS).map((row) => row.text), ["+1.234,5\u00a0%", "nichts vorhanden", "geheim gehalten", "0,0\u00a0%", "−3,0\u00a0%"]);
});

test("what is modelled, estimated or flagged says so in words, a gap is neither", () => {
  assert.deepEqual(rows(VALUES, WORDS).map((row) => row.notes), ["vorläufig", "Modelldaten", "", "", "geschätzt, vorläufig"]);
  const carried = rows({ ...VALUES, flags: { 1: ["carried_over"], 4: ["carried_over"] } }, WORDS);
  assert.deepEqual([carried[1].notes, carried[4].notes], ["Modelldaten, geschätzt, weil umgerechnet", "geschätzt, weil umgerechnet"]);
});

test("rows carry their own sign only where their natures differ", () => {
  const of = (nature) => commonNature(rows({ ...VALUES, nature }, WORDS));
  assert.equal(of("22022"), "model");
  assert.equal(of("00200"), "real");
  assert.equal(of("02000"), "");
});

test("a name that looks like a formula stays a name", () => {
  assert.equal(rows(VALUES, WORDS)[4].name, "=cmd()");
});

test("the same figure shares the rank, an unreliable one has none", () => {
  const some = [4, 9, 9, 1].map((value, at) => ({ id: String(at), name: `n${at}`, value, ranks: true }));
  assert.deepEqual(ranked(some).map((row) => row.rank), [1, 1, 3, 4]);
  assert.deepEqual(ranked(rows(VALUES, WORDS)).map((row) => row.rank), [1, null, 2, 3]);
});

test("of many areas both ends and the chosen one are shown", () => {
  assert.deepEqual(runs(29, []), [[0, 29]]);
  assert.deepEqual(runs(100, [50]), [[0, 20], [48, 53], [95, 100]]);
  assert.deepEqual(runs(100, [19]), [[0, 22], [95, 100]]);
  assert.deepEqual(runs(0, []), []);
});

test("bars share one zero, also below it", () => {
  assert.deepEqual(bar(5, 0, 10), { start: 0, length: 50 });
  assert.deepEqual(bar(-5, -10, 10), { start: 25, length: 25 });
  assert.deepEqual(bar(0, 0, 0), { start: 0, length: 0 });
});

test("gaps stand last in both directions", () => {
  const sorted = (down) => [null, 2, 1, null].sort((a, b) => gapsLast(a, b, null, null, down) * (down ? -1 : 1));
  assert.deepEqual(sorted(false), [1, 2, null, null]);
  assert.deepEqual(sorted(true), [2, 1, null, null]);
});

test("a row picked in the table selects it, an emptied selection says nothing", () => {
  const put = [];
  Object.assign(globalThis.dash_clientside, { set_props: (id, props) => put.push([id, props.data.area]) });
  globalThis.dash_clientside.table.pick([], ["1"]);
  globalThis.dash_clientside.table.pick([{ id: "1" }], ["1"]);
  globalThis.dash_clientside.table.pick([{ id: "2" }], ["1"]);
  assert.deepEqual(put, [["clicked", "2"]]);
});

test("a toggle pressed twice closes its panel", () => {
  const { opened } = globalThis.atlas.frame;
  assert.equal(opened("none", "area"), "area");
  assert.equal(opened("area", "area"), "none");
  assert.equal(opened("question", "area"), "area");
});
