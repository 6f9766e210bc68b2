/* Chance in the lists, several areas, and rows picked in the table. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../../assets/portrait.js";
import "../../assets/noise.js";
import "../../assets/several_areas.js";
import "../../assets/table.js";

const { byArea, rankText, reach, spanText, legend, marks } = globalThis.atlas.noise;
const WORDS = { noise: { span: "{low} bis {high}", small: "wenige Fälle", legend: "Strich.", ties: "Spanne.", small_legend: "Blass." } };
globalThis.atlas.portrait.words = (section) => WORDS[section];
const TOLD = { ids: ["1", "2", "3"], low: [2.5, 1, null], high: [30, 4, null], first: [1, 1, 0], last: [2, 2, 0], small: "010" };

test("a rank shared with a group is a span, a lone one stands", () => {
  const known = byArea(TOLD);
  assert.equal(rankText(2, known.get("2")), "1.–2.");
  assert.equal(rankText(3, { first: 3, last: 3 }), "3.");
  assert.equal(rankText(3, undefined), "3.");
  assert.equal(rankText(null, known.get("3")), "");
});

test("spans stretch the list to at most twice its highest figure", () => {
  const rows = [{ id: "1", value: 10 }, { id: "2", value: 3 }];
  assert.deepEqual(reach(rows, null), [3, 10]);
  assert.deepEqual(reach(rows, byArea(TOLD)), [3, 20]);
  assert.deepEqual(reach(rows, byArea({ ...TOLD, high: [12, 4, null] })), [3, 12]);
});

test("span and small base are said in words", () => {
  const known = byArea(TOLD);
  assert.equal(spanText(known.get("1"), { decimals: 1, unit: "%" }), "2,5 bis 30,0\u00a0%");
  assert.equal(spanText(known.get("2"), { decimals: 0, unit: "Kinder" }), "1,0 bis 4,0, wenige Fälle");
  assert.equal(spanText(known.get("3"), { decimals: 0, unit: "" }), "");
});

test("the drawing is explained as far as it is drawn", () => {
  const known = byArea(TOLD);
  assert.deepEqual(legend([{ id: "1" }, { id: "2" }], known), ["Strich.", "Spanne.", "Blass."]);
  assert.deepEqual(legend([{ id: "3" }], known), ["Strich."]);
});

test("both lists ask once and are both drawn anew", async () => {
  const asked = [];
  globalThis.fetch = async (address) => { asked.push(address); return { ok: true, json: async () => TOLD }; };
  const drawn = [];
  const values = { number: 3, search: "?indikator=a" };
  assert.equal(marks(values, "ranking", () => drawn.push("ranking")), null);
  assert.equal(marks(values, "table", () => drawn.push("table")), null);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(asked, ["/karte/streuung?indikator=a"]);
  assert.deepEqual(drawn, ["ranking", "table"]);
  assert.equal(marks(values, "ranking", () => {}).get("1").high, 30);
});

test("marks that came along are not asked for", (context) => {
  context.mock.method(globalThis, "fetch", () => { throw new Error("asked"); });
  assert.equal(marks({ number: 3, search: "?indikator=d", marks: TOLD }, "ranking", () => {}).get("1").high, 30);
  assert.equal(marks({ number: 3, search: "?indikator=e", marks: {} }, "ranking", () => {}), null);
});

test("an answer to a question that was left is not heard", async () => {
  const drawn = [];
  marks({ number: 3, search: "?indikator=b" }, "ranking", () => drawn.push("b"));
  marks({ number: 3, search: "?indikator=c" }, "ranking", () => drawn.push("c"));
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(drawn, ["c"]);
});

test("rows picked in the table: one alone, one more, one less", () => {
  const { picked } = globalThis.atlas.table;
  assert.deepEqual(picked(["2"], ["1"]), { area: "2" });
  assert.deepEqual(picked(["1", "2"], ["1"]), { areas: ["2"], add: true });
  assert.deepEqual(picked(["1", "2"], ["1", "2", "3"]), { areas: ["3"], add: true });
  assert.deepEqual(picked(["2", "3"], ["1"]), { areas: ["2", "3"] });
  assert.equal(picked(["1", "2"], ["2", "1"]), null);
  assert.equal(picked([], ["1"]), null);
});

test("a name has no signs that cannot be seen", () => {
  assert.equal(globalThis.atlas.severalAreas.plain("  Unser\n\u0007 Norden\t"), "Unser Norden");
});
