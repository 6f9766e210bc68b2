import assert from "node:assert/strict";
import test from "node:test";
import "../../assets/neighbours.js";

const { spots, holds } = globalThis.atlas.neighbours;
const square = (x) => ({ geometry: { type: "Polygon", coordinates: [[[x, 0], [x + 10, 0], [x + 10, 10], [x, 10], [x, 0]]] } });

test("a neighbour is named inside its visible part", () => {
  const [left, right, outside] = spots([square(-5), square(5), square(40)], { west: 0, south: 0, east: 10, north: 10 });
  assert.ok(left[0] < 5 && right[0] > 5);
  assert.equal(outside, null);
});

test("a name goes where it is free", () => {
  const [spot] = spots([square(0)], { west: 0, south: 0, east: 10, north: 10 }, ([x]) => x > 7);
  assert.ok(spot[0] > 7);
  assert.deepEqual(spots([square(0)], { west: 0, south: 0, east: 10, north: 10 }, () => false), [null]);
});

test("a hole is not inside", () => {
  const ring = [[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]];
  const hole = [[3, 3], [6, 3], [6, 6], [3, 6], [3, 3]];
  assert.equal(holds({ type: "Polygon", coordinates: [ring, hole] }, [4, 4]), false);
  assert.equal(holds({ type: "Polygon", coordinates: [ring, hole] }, [1, 1]), true);
});
