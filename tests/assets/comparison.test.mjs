/* The mode that compares asks for a board once it is open, and turns the address in one step. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "../../assets/address.js";
import "../../assets/frame.js";
import "../../assets/comparison.js";

const { atlas, dash_clientside } = globalThis;
const { question, turn } = atlas.comparison;
const panel = { setAttribute() {}, removeAttribute() {} };
let asked;
let drawn;

beforeEach(() => {
  asked = [];
  drawn = [];
  globalThis.document = { getElementById: () => panel };
  globalThis.location = { pathname: "/", search: "" };
  globalThis.fetch = (address) => { asked.push(address); return Promise.resolve({ ok: true, json: () => Promise.resolve(address.includes("dateien") ? [] : { board: "ring" }) }); };
  Object.assign(atlas, {
    areas: { kept: {} }, choices: { pending: () => false }, furnish: { file: () => Promise.resolve() }, boards: { draw: (_, answer) => drawn.push(answer) },
  });
  dash_clientside.comparison.show("/", "", null);
});

test("paths name modes, and a strange path shows the map", () => {
  assert.deepEqual(["/", "/vergleich", "/daten-stand", "/x"].map(atlas.frame.modeOf), ["map", "comparison", "data", "map"]);
});

test("nothing is asked in another mode, nor before the map is painted", () => {
  dash_clientside.comparison.show("/", "?indikator=a", {});
  dash_clientside.comparison.show("/vergleich", "?indikator=a", null);
  assert.deepEqual(asked, []);
});

test("the open board is asked for once and drawn", async () => {
  dash_clientside.comparison.show("/vergleich", "?indikator=a&tafel=ring", {});
  dash_clientside.comparison.show("/vergleich", "?indikator=a&tafel=ring&palette=OrRd", {});
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(asked.filter((address) => address === "/vergleich/tafel?indikator=a&tafel=ring").length, 1);
  assert.deepEqual(drawn, [{ board: "ring" }]);
});

test("how the map is drawn is no part of a board's question", () => {
  assert.equal(question("?indikator=a&klassen=4&art=equal&grund=grau&a=gemeinde:1"), "?indikator=a&a=gemeinde:1");
});

test("several choices are one step of the address, empty ones go", () => {
  const put = [];
  dash_clientside.set_props = (id, props) => put.push([id, props.search]);
  globalThis.location = { search: "?indikator=a&gebiet=7&name=Alt" };
  turn({ a: "gemeinde:1", b: "gemeinde:2;3", gebiet: "", name: "" });
  assert.deepEqual(put, [["url", "?indikator=a&a=gemeinde:1&b=gemeinde:2;3"]]);
});

test("the areas of both sides are found on the map, others are not there", () => {
  const kept = { values: { ids: ["1", "2", "3"] }, layers: [{}, {}, null] };
  assert.deepEqual(atlas.comparison.places({ a: ["2", "9"], b: ["1", "3"] }, kept), { a: [1], b: [0] });
  assert.deepEqual(atlas.comparison.places({}, kept), { a: [], b: [] });
});
