/* Areas without lines are filled a few at a time, each colour by itself; those with lines are Leaflet's. */
import assert from "node:assert/strict";
import test from "node:test";
import "../../assets/areas_canvas.js";

const { METHODS } = globalThis.atlas.areasCanvas;

function drawn(options, count, bounds) {
  const told = [];
  const pen = new Proxy({}, {
    get: (_, name) => (...given) => told.push([name, ...given]),
    set: (_, name, value) => { told.push([name, value]); return true; },
  });
  let own = 0;
  let first = null;
  for (let number = count; number > 0; number -= 1) {
    const layer = {
      options: options(number), _parts: [[{ x: number, y: 0 }, { x: number, y: 1 }, { x: 0, y: 1 }]],
      _pxBounds: { intersects: () => number !== bounds?.without }, _updatePath: () => { own += 1; },
    };
    first = { layer, next: first };
  }
  METHODS._draw.call({ _ctx: pen, _redrawBounds: bounds, _drawFirst: first });
  return { fills: told.filter(([name]) => name === "fill").length, rings: told.filter(([name]) => name === "moveTo").length, own, told };
}

test("every area is filled once, few colours in few strokes", () => {
  const { fills, rings } = drawn((number) => ({ fill: true, fillColor: number % 2 ? "#a" : "#b", fillOpacity: 1 }), 20);
  assert.deepEqual([fills, rings], [4, 20]);
});

test("areas with lines are drawn as Leaflet does", () => {
  assert.deepEqual(drawn(() => ({ fill: true, stroke: true }), 3).own, 3);
});

test("only what lies in the part to be redrawn is drawn, and nothing beyond it", () => {
  const bounds = { min: { x: 0, y: 0 }, max: { x: 9, y: 9 }, without: 2 };
  const { rings, told } = drawn(() => ({ fill: true, fillColor: "#a", fillOpacity: 1 }), 3, bounds);
  assert.equal(rings, 2);
  assert.ok(told.some(([name]) => name === "clip"));
});
