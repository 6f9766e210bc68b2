/* The mode that looks for facilities: what it asks, what it gathers, how it sorts. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "../../assets/address.js";
import "../../assets/elements.js";
import "../../assets/frame.js";
import "../../assets/comparison.js";
import "../../assets/facilities.js";
import "../../assets/facilities/clusters.js";
import "../../assets/signs/signs.js";
import "../../assets/facilities/list.js";
import "../../assets/facilities/supply.js";
import "../../assets/facilities/filter.js";

const { atlas, dash_clientside } = globalThis;
const { clusters, canPart } = atlas.facilityClusters;
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const panel = { dataset: { failed: "Ging nicht." }, setAttribute() {}, removeAttribute() {}, replaceChildren(...parts) { this.parts = parts; } };
let asked;
let seen;

beforeEach(() => {
  asked = [];
  seen = [];
  const answers = { dateien: [], liste: { number: 7, kinds: [], facilities: [], words: { name: "Name" } }, auswahl: { number: 7, found: [] } };
  globalThis.document = { getElementById: () => panel, createElement: (tag) => ({ tag, append(...parts) { this.parts = parts; }, setAttribute() {} }) };
  globalThis.location = { pathname: "/einrichtungen", search: "" };
  globalThis.fetch = (address) => {
    asked.push(address);
    const name = Object.keys(answers).find((part) => address.includes(part));
    return Promise.resolve({ ok: true, json: () => Promise.resolve(answers[name]) });
  };
  Object.assign(atlas, {
    choices: { pending: () => false },
    furnish: { file: () => Promise.resolve() },
    facilityPanel: { draw: (_, answer) => seen.push(["panel", answer.words.name]) },
    facilityMarkers: { draw: () => seen.push(["markers"]), clear: () => seen.push(["cleared"]) },
    facilityCard: { fill() {}, show: (id) => seen.push(["card", id]), clear() {} },
  });
  dash_clientside.facilities.show(null, "/", "");
  asked = [];
  seen = [];
});

test("the mode has its path", () => {
  assert.equal(atlas.frame.modeOf("/einrichtungen"), "facilities");
});

test("nothing is asked in another mode, nor before the map is painted", () => {
  dash_clientside.facilities.show({}, "/", "?arten=kita");
  dash_clientside.facilities.show(null, "/einrichtungen", "?arten=kita");
  assert.deepEqual(asked, []);
});

test("how the map is drawn, and which card is open, asks for nothing anew", async () => {
  dash_clientside.facilities.show({}, "/einrichtungen", "?indikator=a&arten=kita");
  await settled();
  dash_clientside.facilities.show({}, "/einrichtungen", "?indikator=a&arten=kita&palette=OrRd&einrichtung=kita:1");
  await settled();
  assert.equal(asked.filter((address) => address.includes("auswahl")).length, 1);
  assert.ok(asked.includes("/einrichtungen/auswahl?indikator=a&arten=kita"));
  assert.deepEqual(seen, [["panel", "Name"], ["markers"], ["card", ""], ["card", "kita:1"]]);
});

test("the list of all comes once for each state of the data", async () => {
  for (const search of ["?arten=kita", "?arten=schule"]) {
    dash_clientside.facilities.show({}, "/einrichtungen", search);
    await settled();
  }
  assert.ok(asked.filter((address) => address.includes("liste")).length <= 1);
});

test("another mode takes the signs off the map", async () => {
  dash_clientside.facilities.show({}, "/einrichtungen", "");
  await settled();
  dash_clientside.facilities.show({}, "/vergleich", "");
  assert.deepEqual(seen.at(-1), ["cleared"]);
});

test("what could not be loaded is said, and may be asked again", async () => {
  const { warn } = console;
  console.warn = () => {};
  globalThis.fetch = () => Promise.resolve({ ok: false, status: 500 });
  dash_clientside.facilities.show({}, "/einrichtungen", "?suche=x");
  await settled();
  console.warn = warn;
  assert.deepEqual(panel.parts.map(({ parts }) => parts), [["Ging nicht."]]);
});

test("facilities near each other share a sign, all others keep their own", () => {
  const groups = clusters([{ x: 0, y: 0 }, { x: 10, y: 0 }, { x: 200, y: 0 }]);
  assert.deepEqual(groups.map(({ members }) => members).sort(), [[0, 1], [2]]);
});

test("no facility is lost or doubled, and no two signs touch, wherever they stand", () => {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let round = 0; round < 20; round += 1) {
    const points = Array.from({ length: 120 }, () => ({ x: random() * 600, y: random() * 400 }));
    const groups = clusters(points);
    const members = groups.flatMap((group) => group.members).sort((a, b) => a - b);
    assert.deepEqual(members, points.map((_, at) => at));
    const wide = ({ members: { length } }) => (length > 1 ? 62 : 32) / 2;
    for (const [at, a] of groups.entries()) {
      for (const b of groups.slice(at + 1)) assert.ok(Math.abs(a.x - b.x) >= wide(a) + wide(b) || Math.abs(a.y - b.y) >= 32);
    }
  }
});

test("the same view looks the same, and no points make no signs", () => {
  const points = [{ x: 3, y: 4 }, { x: 30, y: 4 }, { x: 60, y: 4 }];
  assert.deepEqual(clusters(points), clusters(points));
  assert.deepEqual(clusters([]), []);
});

test("what stands in one place is not parted by any zoom", () => {
  const points = [{ x: 0, y: 0 }, { x: 3, y: 4 }, { x: 300, y: 0 }];
  assert.equal(canPart(points, [0, 1], 24), false);
  assert.equal(canPart(points, [0, 2], 24), true);
});

test("letters are white only where they can be read", () => {
  assert.equal(atlas.facilitySigns.isDark("#1f5f8b"), true);
  assert.equal(atlas.facilitySigns.isDark("#ffcc00"), false);
});

test("the list sorts as Germans do, and what is not known stands last either way", () => {
  const rows = [["Kita 10", 20], ["Kita 9", null], ["Äpfel", 30], ["Zoo", 20]].map(([name, places]) => ({ name, places, free: null }));
  const names = (by, isRising) => atlas.facilityTable.sorted(rows, by, isRising).map(({ name }) => name);
  assert.deepEqual(names("name", true), ["Äpfel", "Kita 9", "Kita 10", "Zoo"]);
  assert.deepEqual(names("places", true), ["Kita 10", "Zoo", "Äpfel", "Kita 9"]);
  assert.deepEqual(names("places", false), ["Äpfel", "Kita 10", "Zoo", "Kita 9"]);
});

test("areas with the fewest places for a hundred stand first, gaps last", () => {
  const rows = [["C", null], ["B", 40], ["A", 0]].map(([name, ratio]) => ({ name, ratio }));
  assert.deepEqual(atlas.facilitySupply.ordered(rows).map(({ name }) => name), ["A", "B", "C"]);
});

test("what is typed is kept without signs that nobody sees", () => {
  assert.equal(atlas.facilityFilter.plain(" Am\u200bMarkt \n 3 "), "Am Markt 3");
});
