/* The map's scripts, without a browser: what is computed, and that names stay text. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import test from "node:test";

const require = createRequire(import.meta.url);
const load = (name) => require(`../../assets/${name}.js`);

/* As much of a document as the tooltip and the legend need: elements that hold texts. */
class Element {
  constructor(tag) { Object.assign(this, { tag, children: [], attributes: {}, style: {}, dataset: {}, className: "", text: "" }); }
  append(...children) { this.children.push(...children); }
  replaceChildren(...children) { this.children = children; }
  setAttribute(name, value) { this.attributes[name] = value; }
  set textContent(text) { this.text = text; this.children = []; }
  get textContent() { return this.text + this.children.map((child) => child.textContent).join(""); }
  set innerHTML(_) { throw new Error("Names are never HTML."); }
  createTHead() { return this.added("thead"); }
  createTBody() { return this.added("tbody"); }
  insertRow() { return this.added("tr"); }
  insertCell() { return this.added("td"); }
  added(tag) { const made = new Element(tag); this.append(made); return made; }
  getContext() { return new Proxy({}, { get: (kept, name) => kept[name] ?? (() => ({ width: 10, setTransform() {} })), set: () => true }); }
  find(name) { return this.className.split(" ").includes(name) ? this : this.children.map((child) => child.find(name)).find(Boolean); }
  querySelector() { return null; }
}

globalThis.document = { createElement: (tag) => new Element(tag), createElementNS: (_, tag) => new Element(tag) };
globalThis.DOMMatrix = class { scale() { return this; } };
for (const name of ["looks", "choropleth", "tooltip", "labels", "help", "legend", "map_keyboard", "map_fit", "map_folds"]) load(name);
const { atlas } = globalThis;

const HOSTILE = "<img src=x onerror=alert(1)>";
const WORDS = {
  status: { shown: "", zero: "nichts vorhanden", missing: "keine Angabe", suppressed: "geheim gehalten", unreliable: "unsicher" },
  nature: { real: "", estimated: "geschätzt", model: "Modelldaten" },
  flag: { preliminary: "vorläufig", carried_over: "geschätzt, weil umgerechnet" },
};
const VALUES = {
  ids: ["1", "2", "3", "4"], names: ["Ahausen", HOSTILE, "Cetal", "Dornwald"], values: [1234.5, -2, null, 0],
  status: "0431", nature: "2000", flags: { 0: ["preliminary"] }, unit: "%", decimals: 1,
};
const textOf = (position) => atlas.areas.textOf(position, VALUES, WORDS);

test("a figure is written the German way, with unit, nature and flags", () => {
  assert.deepEqual(textOf(0), { name: "Ahausen", value: "1.234,5\u00a0%", notes: ["Modelldaten", "vorläufig"] });
});

test("a figure that was carried over says so once, and how, be it a model's or not", () => {
  const carried = (nature) => ({ ...VALUES, nature, flags: { 0: ["carried_over"] }, method: "nach der Fläche" });
  const notes = (nature) => atlas.areas.textOf(0, carried(nature), WORDS).notes;
  assert.deepEqual(notes("1000"), ["geschätzt, weil umgerechnet", "nach der Fläche"]);
  assert.deepEqual(notes("2000"), ["Modelldaten", "geschätzt, weil umgerechnet", "nach der Fläche"]);
});

test("an unreliable figure is shown and said to be unreliable", () => {
  assert.deepEqual([textOf(1).value, textOf(1).notes], ["−2,0\u00a0%", ["unsicher"]]);
});

test("a suppressed area shows its word and no number", () => {
  assert.deepEqual([textOf(2).value, textOf(2).notes], ["", ["geheim gehalten"]]);
});

test("nothing is its own word and not the number zero", () => {
  assert.deepEqual([textOf(3).value, textOf(3).notes], ["", ["nichts vorhanden"]]);
});

test("a hostile name stands in the tooltip as text", () => {
  const tip = new Element("div");
  atlas.tooltip.fill(tip, textOf(1));
  assert.equal(tip.find("map-tooltip-name").text, HOSTILE);
});

test("the voice says name, figure, class and badge", () => {
  const said = atlas.keyboard.spoken(textOf(0), "2", 5, "Klasse {number} von {count}");
  assert.equal(said, "Ahausen: 1.234,5\u00a0%, Klasse 3 von 5, Modelldaten, vorläufig");
});

test("a gap has no class to speak of", () => {
  assert.equal(atlas.keyboard.spoken(textOf(2), "s", 5, "Klasse {number}"), "Cetal: geheim gehalten");
});

const CROSS = [{ x: 0, y: 0 }, { x: 10, y: 1 }, { x: -10, y: 0 }, { x: 0, y: -10 }, { x: 25, y: 0 }, null];

test("an arrow goes to the next area in its direction", () => {
  const go = (direction) => atlas.keyboard.neighbour(CROSS, 0, direction);
  assert.deepEqual([go([1, 0]), go([-1, 0]), go([0, -1]), go([0, 1])], [1, 2, 3, -1]);
});

test("the keyboard starts at the area nearest to the middle", () => {
  assert.equal(atlas.keyboard.nearest(CROSS, { x: 20, y: 0 }), 4);
});

const label = (name, left, top) => ({ name, at: { x: left + 20, y: top + 5 }, box: { left, right: left + 40, top, bottom: top + 10 } });

test("names keep out of each other's way, the first has its place", () => {
  const placed = atlas.labels.place([label("gross", 0, 0), label("daneben", 50, 0), label("drauf", 5, 1), label("auch", 2, 0), label("zuviel", 3, 2)], 10);
  assert.deepEqual([placed[0].name, placed[0].box.top], ["gross", 0]);
  assert.ok(placed.length >= 3);
  placed.forEach(({ box: a }, one) => placed.slice(one + 1).forEach(({ box: b }) =>
    assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top)));
});

test("no more names than wished", () => {
  assert.equal(atlas.labels.place([label("a", 0, 0), label("b", 100, 0), label("c", 200, 0)], 2).length, 2);
});

test("a map writes Lüchow, not its full title, and breaks long names", () => {
  assert.deepEqual(atlas.labels.lines("Lüchow (Wendland), Stadt", 13), ["Lüchow"]);
  assert.deepEqual(atlas.labels.lines("Bergen an der Dumme", 13), ["Bergen an", "der Dumme"]);
  assert.deepEqual(atlas.labels.lines("Lüchow-Dannenberg", 13), ["Lüchow-", "Dannenberg"]);
});

test("an unreliable class is paler than its colour, and every letter has a look", () => {
  assert.equal(atlas.looks.paler("#000080"), "#8080c0");
  const fills = atlas.looks.fills(["#111111", "#222222"]);
  for (const letter of ["0", "1", "a", "b", "z", "m", "s", "u", ""]) assert.ok(fills[letter], letter);
  assert.equal(fills["1"], "#222222");
});

test("a bin with few areas still has a bar, an empty one has none", () => {
  assert.deepEqual(atlas.legend.bars([0, 1, 100]), [0, 0.06, 1]);
});

test("white lines vanish where areas are only a few pixels wide", () => {
  assert.equal(atlas.areas.outlineWeight(6), 0);
  assert.equal(atlas.areas.outlineWeight(400), 1.3);
});

const SQUARE = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }];
const ROOM = { left: 0, top: 0, right: 200, bottom: 100 };

test("without a legend the areas fill the map in its middle", () => {
  const { scale, offset } = atlas.fit.placement(SQUARE, ROOM, [], 100);
  assert.deepEqual([scale, offset], [100, { x: 50, y: 0 }]);
});

test("beside a legend the areas move aside before they shrink", () => {
  const { scale, offset } = atlas.fit.placement(SQUARE, ROOM, [{ left: 0, top: 20, right: 90, bottom: 101 }], 100);
  assert.deepEqual([scale, offset.x], [100, 100]);
});

test("between the legend and the sources the areas find the place that neither covers", () => {
  const [legend, sources] = [{ left: 0, top: 50, right: 60, bottom: 101 }, { left: 150, top: 50, right: 201, bottom: 101 }];
  const bar = Array.from({ length: 101 }, (_, number) => ({ x: 0.5, y: number / 100 }));
  const { offset, scale } = atlas.fit.placement(bar, ROOM, [legend, sources], 100);
  assert.deepEqual([scale, offset.x + 0.5 * scale], [100, 100]);
});

test("a legend that grew over the areas covers them, one beside them does not", () => {
  const areas = [{ x: 200, y: 100 }, { x: 600, y: 500 }];
  const beside = (top) => atlas.fit.free({ x: 700, y: 600 }, [{ left: 16, top, right: 288, bottom: 584 }]);
  assert.equal(atlas.fit.isCovered(areas, beside(200)), false);
  assert.equal(atlas.fit.isCovered(areas, beside(90)), true);
});

test("on a phone the areas stand above the legend, unless it leaves them no room", () => {
  const bottom = (top) => atlas.fit.free({ x: 360, y: 640 }, [{ left: 8, top, right: 352, bottom: 610 }]).room.bottom;
  assert.equal(bottom(340), 332);
  assert.equal(bottom(100), 620);
});

test("a name steps aside for a sign, and is left out where it finds no room", () => {
  const name = { at: { x: 50, y: 50 }, box: { left: 30, right: 70, top: 43, bottom: 57 } };
  const sign = (top, bottom) => [{ left: 20, right: 80, top, bottom }];
  assert.deepEqual(atlas.labels.place([name], 9, sign(34, 66)).map(({ at }) => at.y), [24]);
  assert.deepEqual(atlas.labels.place([name], 9, sign(0, 100)), []);
});

test("the legend stands open where it has room, and folds itself once as the map shrinks", () => {
  const card = { open: false };
  const sources = { open: false, classList: { toggle() {} } };
  const map = (clientWidth, clientHeight) => {
    atlas.panel = { element: () => ({ clientWidth, clientHeight }), byClass: (name) => (name === "legend-card" ? card : sources) };
    atlas.folds.settle();
    return [card.open, sources.open];
  };
  assert.deepEqual(map(1000, 800), [true, true]);
  assert.deepEqual(map(360, 640), [true, false]);
  assert.deepEqual(map(360, 230), [false, false]);
  card.open = true;
  assert.deepEqual(map(360, 240), [true, false]);
});

test("the legend shows title, limits, counts and gap words as text", () => {
  const place = new Element("div");
  atlas.panel = { element: () => ({ clientWidth: 700, clientHeight: 700 }), byClass: () => place, words: () => ({ unit: "in {unit}", histogram: "Verteilung", no_values: "nichts" }) };
  atlas.legend.draw({ colours: ["#111111"], legend: {
    title: HOSTILE, subtitle: "Anteil", unit: "%", period: "Stand 2022", badge: { code: "model", text: "Modelldaten" }, counted: "Gemeinden",
    classes: [{ label: "1 bis 2", colour: "#111111", count: 1200 }], gaps: [{ code: "missing", label: "keine Angabe", count: 3 }],
    histogram: { bins: [1, 2], classes: [0, 0], limits: [], low: "1", high: "2" },
  } });
  assert.equal(place.find("legend-title").text, HOSTILE);
  const all = place.textContent;
  for (const part of ["Anteil in %", "Stand 2022", "Modelldaten", "Gemeinden", "1 bis 2", "1.200", "keine Angabe"]) assert.ok(all.includes(part), part);
});
