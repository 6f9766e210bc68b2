/* Areas as runs of pixels: what is covered, what lies between two, and patterns that stay in place. */
import assert from "node:assert/strict";
import test from "node:test";
import "../../assets/area_pixels.js";

const { found, fill } = globalThis.atlas.areaPixels;
const RED = 0xff0000ff | 0;
const BLUE = 0xffff0000 | 0;
const ring = (...numbers) => numbers.flatMap((x, at) => (at % 2 ? [] : [{ x, y: numbers[at + 1] }]));
const square = (left, top, right, bottom) => ring(left, top, right, top, right, bottom, left, bottom);
const frame = (width, height, { left = 0, top = 0, density = 1 } = {}) => ({ left, top, width, height, density });
const plain = (colours) => ({ looks: Int32Array.from([0, ...colours.map((_, at) => at + 1)]), tiles: Int32Array.from([0, ...colours]), side: 1 });

function filled(areas, view, looks) {
  const pixels = new Int32Array(view.width * view.height);
  fill(pixels, found(areas, view), view, looks);
  return pixels;
}

test("an area colours the pixels that it covers, and no other", () => {
  assert.deepEqual([...filled([[square(1, 1, 3, 2)]], frame(4, 3), plain([RED]))], [0, 0, 0, 0, 0, RED, RED, 0, 0, 0, 0, 0]);
});

test("the area drawn last lies above, and a hole is a hole", () => {
  const above = filled([[square(0, 0, 3, 1)], [square(1, 0, 2, 1)]], frame(3, 1), plain([RED, BLUE]));
  assert.deepEqual([...above], [RED, BLUE, RED]);
  assert.deepEqual([...filled([[square(0, 0, 3, 1), square(1, 0, 2, 1)]], frame(3, 1), plain([RED]))], [RED, 0, RED]);
});

test("a pixel that is half covered is half clear", () => {
  const [pixel] = filled([[square(0, 0, 0.5, 1)]], frame(1, 1), plain([RED]));
  assert.deepEqual([pixel >>> 24, pixel & 255], [128, 255]);
});

test("between two neighbours shines no ground through", () => {
  const areas = [[ring(0, 0, 8, 0, 0, 8)], [ring(8, 0, 8, 8, 0, 8)]];
  const pixels = filled(areas, frame(8, 8), plain([RED, BLUE]));
  assert.ok([...pixels].every((pixel) => pixel >>> 24 === 255));
  const diagonal = pixels[7];
  assert.ok((diagonal & 255) > 0 && ((diagonal >>> 16) & 255) > 0);
});

test("what lies outside the view is left out, and does no harm", () => {
  assert.deepEqual([...filled([[square(-50, -50, 50, 50)]], frame(2, 1), plain([RED]))], [RED, RED]);
  assert.deepEqual([...filled([[square(-9, -9, -1, -1)], [], [square(5, 0, 9, 9)]], frame(2, 1), plain([RED, RED, RED]))], [0, 0]);
});

test("on a dense screen a unit has two pixels, and the view begins where it says", () => {
  const pixels = filled([[square(11, 20, 12, 21)]], frame(4, 2, { left: 10, top: 20, density: 2 }), plain([RED]));
  assert.deepEqual([...pixels], [0, 0, RED, RED, 0, 0, RED, RED]);
});

test("a pattern stays in place when the map is moved, and meets itself in the next area", () => {
  const stripes = { looks: Int32Array.from([0, 1, 1]), tiles: Int32Array.from([0, 0, 0, 0, RED, BLUE, BLUE, RED]), side: 2 };
  const areas = [[square(-4, -4, 0, 4)], [square(0, -4, 4, 4)]];
  const before = filled(areas, frame(8, 8, { left: -4, top: -4 }), stripes);
  const after = filled(areas, frame(4, 4, { left: -3, top: -1 }), stripes);
  for (let y = 0; y < 4; y += 1) for (let x = 0; x < 4; x += 1) assert.equal(after[y * 4 + x], before[(y + 3) * 8 + x + 1]);
  assert.deepEqual([...before.slice(0, 4), ...before.slice(8, 12)], [RED, BLUE, RED, BLUE, BLUE, RED, BLUE, RED]);
});

test("what was found once is coloured again and again", () => {
  const view = frame(2, 1);
  const areas = found([[square(0, 0, 1, 1)], [square(1, 0, 2, 1)]], view);
  const pixels = new Int32Array(2);
  fill(pixels, areas, view, plain([RED, BLUE]));
  fill(pixels, areas, view, plain([BLUE, RED]));
  assert.deepEqual([...pixels], [BLUE, RED]);
});

/* The same numbers in every run. */
function dice(seed) {
  let state = seed;
  return () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 2 ** 32; };
}

function holds(rings, x, y) {
  let inside = false;
  for (const points of rings) {
    points.forEach((a, at) => {
      const b = points[(at + 1) % points.length];
      if ((a.y > y) !== (b.y > y) && x < a.x + ((y - a.y) * (b.x - a.x)) / (b.y - a.y)) inside = !inside;
    });
  }
  return inside;
}

test("whatever the areas look like, each pixel is what four of its points see", () => {
  const next = dice(7);
  const view = frame(24, 20, { left: -3, top: 2 });
  for (let turn = 0; turn < 40; turn += 1) {
    const areas = Array.from({ length: 5 }, () => Array.from({ length: 2 }, () => Array.from({ length: 5 }, () => ({ x: -8 + 34 * next(), y: -3 + 30 * next() }))));
    const pixels = filled(areas, view, plain([1, 2, 3, 4, 5].map((number) => (0xff000000 | (number * 40)) | 0)));
    pixels.forEach((pixel, at) => {
      const seen = [0.375, 0.875, 0.125, 0.625].map((across, line) => {
        const [x, y] = [view.left + (at % 24) + across, view.top + Math.floor(at / 24) + (line + 0.5) / 4];
        return areas.findLastIndex((rings) => holds(rings, x, y)) + 1;
      });
      const covered = seen.filter(Boolean);
      const mean = covered.length ? Math.round(covered.reduce((sum, number) => sum + number * 40, 0) / covered.length) : 0;
      assert.deepEqual([pixel >>> 24, pixel & 255], [Math.round((255 * covered.length) / 4), mean], `turn ${turn}, pixel ${at}`);
    });
  }
});
