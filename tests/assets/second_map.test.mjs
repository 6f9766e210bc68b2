/* Two maps: the right one has its own view, or the left one's classes. */
import assert from "node:assert/strict";
import test from "node:test";
import "../../assets/address.js";
import "../../assets/portrait.js";
import "../../assets/second_map.js";
import "../../assets/time.js";

const { address, beside } = globalThis.atlas.secondMap;

test("the right map draws its own view", () => {
  assert.equal(address({ rechts: "?indikator=b&gebiet=3" }, "?indikator=a"), "?indikator=b");
  assert.equal(address({ rechts: "?" }, "?indikator=a"), "");
});

test("with the same classes it names the left map's view", () => {
  const right = address({ rechts: "?indikator=a&zeit=2022", gleich: "1" }, "?indikator=a&zeit=2021");
  assert.equal(new URLSearchParams(right).get("wie"), "?indikator=a&zeit=2021");
  assert.equal(new URLSearchParams(address({ rechts: "?", gleich: "1" }, "")).get("wie"), "?");
});

test("a page on its own is not beside another", () => {
  globalThis.parent = globalThis;
  assert.equal(beside(), false);
});

test("portrait and lists are about the map that is being set", () => {
  const put = [];
  globalThis.dash_clientside = { set_props: (name, { data }) => put.push([name, data]) };
  const buttons = ["", "rechts"].map((side) => ({ dataset: { side }, setAttribute(_, value) { this.pressed = value; } }));
  const place = { hidden: true, querySelectorAll: () => buttons };
  const panel = { parentElement: { classList: { toggle() {}, add() {}, remove() {} }, append() {}, querySelectorAll: () => [] } };
  const frame = { dataset: {}, addEventListener() {}, setAttribute() {}, remove() {} };
  globalThis.document = { querySelector: (css) => (css === ".list-sides" ? place : panel), createElement: () => frame };
  globalThis.atlas.panel = { words: () => ({ beside: "" }) };
  const { show, hear, values } = globalThis.atlas.secondMap;
  hear("left", "map-values", "links");
  show("?rechts=%3Findikator%3Db&seite=rechts");
  assert.deepEqual([place.hidden, buttons[0].pressed, buttons[1].pressed], [false, "false", "true"]);
  hear("left", "map-values", "links neu");
  hear("right", "map-values", "rechts");
  assert.deepEqual([put, values()], [[["map-values", "links"], ["map-values", "rechts"]], "rechts"]);
  show("?rechts=%3Findikator%3Db");
  assert.deepEqual([put.at(-1), values()], [["map-values", "links neu"], "links neu"]);
  show("");
  assert.equal(place.hidden, true);
});

test("both sides of a comparison are outlined on the right map, and again when it is drawn anew", () => {
  const drawn = [];
  const panel = { parentElement: { classList: { toggle() {}, add() {}, remove() {} }, append() {}, querySelectorAll: () => [] } };
  const there = { atlas: { areas: { show() {}, select() {} }, comparison: { outlineSides: (sides) => drawn.push(sides) } } };
  const frame = { dataset: {}, addEventListener() {}, setAttribute() {}, remove() {}, contentWindow: there };
  globalThis.document = { querySelector: (css) => (css === ".map-panel" ? panel : null), createElement: () => frame };
  const { show, mark, hear } = globalThis.atlas.secondMap;
  show("?rechts=%3Findikator%3Db");
  mark({ a: ["1"], b: ["2"] });
  hear("right", "map-values", "neu");
  assert.deepEqual(drawn, [{ a: ["1"], b: ["2"] }, { a: ["1"], b: ["2"] }]);
  show("");
});

test("a map that takes long says so once, until the last one asked for stands, or cannot", async () => {
  const [notes, drawn] = [[], []];
  const parentElement = { classList: { toggle() {}, add() {}, remove() {} }, append: (part) => { if (part.tag === "p") notes.push(part); } };
  const areas = { show: (search) => new Promise((resolve, reject) => { drawn.push({ search, resolve, reject }); }), select() {} };
  let arrived;
  const made = (tag) => ({ tag, dataset: {}, addEventListener: (_, heard) => { arrived = heard; }, setAttribute() {}, remove() { notes.splice(notes.indexOf(this), 1); } });
  let frame;
  globalThis.document = { querySelector: (css) => (css === ".map-panel" ? { parentElement } : null), createElement: (tag) => { const part = made(tag); if (tag === "iframe") frame = part; return part; } };
  globalThis.atlas.panel = { words: () => ({ beside: "", busy: "Wird gerechnet …" }) };
  const { show } = globalThis.atlas.secondMap;
  const settled = () => new Promise((resolve) => { setTimeout(resolve); });
  show("?rechts=%3Findikator%3Db");
  show("?rechts=%3Findikator%3Dc");
  frame.contentWindow = { atlas: { areas } };
  arrived();
  assert.deepEqual([drawn.map(({ search }) => search), notes.length], [["?indikator=c"], 1]);
  show("?rechts=%3Findikator%3Dd");
  drawn[0].resolve();
  await settled();
  assert.equal(notes.length, 1);
  drawn[1].reject(new Error("404"));
  await settled();
  assert.equal(notes.length, 0);
  show("");
});

test("the slider lets go of a period in the address, and only paints while it is dragged", () => {
  const heard = {};
  const slider = { addEventListener: (name, listener) => { heard[name] = listener; }, setAttribute() {}, isConnected: true };
  const place = { replaceChildren() {} };
  globalThis.document = { getElementById: () => place, createElement: (tag) => (tag === "input" ? slider : { append() {} }) };
  const told = { painted: [], beside: [], chosen: [] };
  Object.assign(globalThis.atlas, {
    areas: { show: (search) => told.painted.push(search) },
    secondMap: { show: (search) => told.beside.push(search) },
    choices: { tried: ({ zeit }) => `?zeit=${zeit}&fest=1`, choose: (choice) => told.chosen.push(choice) },
  });
  globalThis.atlas.time.show([{ value: "2022", label: "2022" }, { value: "2021", label: "2021" }, { value: "2020", label: "2020" }], { zeit: "2022" }, {});
  slider.value = "0";
  heard.input();
  assert.deepEqual(told, { painted: ["?zeit=2020&fest=1"], beside: ["?zeit=2020&fest=1"], chosen: [] });
  heard.change();
  assert.deepEqual(told.chosen, [{ zeit: "2020", fest: true }]);
});
