/* The canvas of the areas: kept as pixels while the view stays, drawn by Leaflet where there are lines. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "../../assets/area_pixels.js";

const told = [];
const say = (name) => function () { told.push(name); };
class Canvas {
  _redraw() { told.push("redraw"); this._draw(); }
}
for (const name of ["_draw", "_updatePaths", "_updatePath", "_initPath", "_removePath"]) Canvas.prototype[name] = say(`leaflet${name}`);
Canvas.prototype._fillStroke = (_, { options }) => told.push(options.fillColor);
globalThis.L = { Canvas, Util: { cancelAnimFrame: (waiting) => told.push(`cancel ${waiting}`) } };
await import("../../assets/areas_canvas.js");
const { METHODS } = globalThis.atlas.areasCanvas;
globalThis.atlas.looks = { TILE: 1 };

const COLOURS = { red: 0xff0000ff | 0, blue: 0xffff0000 | 0 };

/* A pen whose tiles are one pixel: what was filled last at each height, faint where asked. */
class Pen {
  canvas = {};
  rows = [];
  scale() {}
  fillRect(_, at) { this.rows[at] = COLOURS[this.fillStyle] & ((Math.round(this.globalAlpha * 255) << 24) | 0xffffff); }
  getImageData() { return { data: Int32Array.from(this.rows, (row) => row || 0) }; }
  createImageData(width, height) { return { data: new Uint8ClampedArray(4 * width * height) }; }
  putImageData({ data }) { this.shown = [...new Int32Array(data.buffer)]; told.push("pixels"); }
}
globalThis.document = { createElement: () => ({ getContext: () => new Pen() }) };

const square = (left) => [[{ x: left, y: 0 }, { x: left + 1, y: 0 }, { x: left + 1, y: 1 }, { x: left, y: 1 }]];

function canvas(layers, { width = 2, height = 1 } = {}) {
  const made = Object.assign(Object.create(Canvas.prototype), METHODS);
  Object.assign(made, { _map: {}, _ctx: new Pen(), _container: { width, height }, _redrawRequest: 7, _bounds: { min: { x: 0, y: 0 }, getSize: () => ({ x: width, y: height }) } });
  made._drawFirst = layers.reduceRight((next, layer) => ({ layer, next }), null);
  return made;
}
const area = (position, options = {}) => ({ position, _parts: square(position), options: { fillOpacity: 1, ...options }, _updatePath: say(`own ${position}`) });
const border = { options: { stroke: true, fill: false }, _updatePath: say("border") };

beforeEach(() => { told.length = 0; });

test("areas without lines are shown at once, and what lies over them is drawn over them", () => {
  const made = canvas([area(0), area(1), border]);
  made.show("01", { 0: "red", 1: "blue" });
  assert.deepEqual(told, ["cancel 7", "redraw", "pixels", "border"]);
  assert.deepEqual(made._ctx.shown, [COLOURS.red, COLOURS.blue]);
});

test("another figure only colours what was found; a moved map is looked at anew", () => {
  const made = canvas([area(0), area(1)]);
  made.show("01", { 0: "red", 1: "blue" });
  const { view } = made;
  made.show("10", { 0: "red", 1: "blue" });
  assert.equal(made.view, view);
  assert.deepEqual(made._ctx.shown, [COLOURS.blue, COLOURS.red]);
  for (const moved of ["_updatePaths", "_updatePath", "_initPath", "_removePath"]) {
    made.view = view;
    made[moved]();
    assert.equal(made.view, null, moved);
  }
  assert.ok(told.includes("leaflet_updatePaths"));
});

test("over the basemap the areas are as faint as their options say", () => {
  const made = canvas([area(0, { fillOpacity: 0.6 })]);
  made.show("0", { 0: "red" });
  assert.equal(made._ctx.shown[0] >>> 24, 153);
});

test("an area without a place in the file is left out", () => {
  const made = canvas([area(1)]);
  made.show("01", { 0: "red", 1: "blue" });
  assert.deepEqual(made._ctx.shown, [0, COLOURS.blue]);
});

test("areas with lines are drawn as Leaflet does, filled as their letter says", () => {
  const made = canvas([area(0, { stroke: true }), border]);
  made.show("1", { 0: "red", 1: "blue" });
  assert.deepEqual(told, ["cancel 7", "redraw", "leaflet_draw"]);
  made._fillStroke({}, area(0, { stroke: true }));
  made._fillStroke({}, { options: { fillColor: "none" } });
  assert.deepEqual(told.slice(3), ["blue", "none"]);
});

test("without a map, or without a size, there is nothing to find", () => {
  const away = Object.assign(canvas([area(0)]), { _map: null });
  away.show("0", { 0: "red" });
  assert.deepEqual([told.length, away.letters], [0, "0"]);
  canvas([area(0)], { width: 0, height: 0 }).show("0", { 0: "red" });
  assert.deepEqual(told, ["cancel 7", "redraw", "leaflet_draw"]);
});
