"use strict";
/* Where the map opens: the areas as large as they go without lying under the legend. */
(function (atlas) {
  const ZOOM_STEP = 0.125;
  const STEPS_DOWN = 28;
  const PLACES = [0.5, 1, 0, 0.75, 0.25];
  const MOST_POINTS = 1500;

  atlas.fit = { placement, thinned };

  /* At most so many of the points, evenly taken. */
  function thinned(points, most = MOST_POINTS) {
    const step = Math.max(1, Math.ceil(points.length / most));
    return points.filter((_, number) => number % step === 0);
  }

  /*
   * Scale and offset that bring `points` (any plane unit, y down) into `room` ({left, top, right,
   * bottom}, px) without touching `obstacle` (the same, or null). `largest` is px per unit at the
   * first zoom to try; it falls by eighths of a zoom. The last try is taken where none fits.
   */
  function placement(points, room, obstacle, largest) {
    const box = extent(points);
    let last = null;
    for (let step = 0; step <= STEPS_DOWN; step += 1) {
      const scale = largest * 2 ** (-step * ZOOM_STEP);
      const spare = { x: room.right - room.left - box.width * scale, y: room.bottom - room.top - box.height * scale };
      if (spare.x < 0 || spare.y < 0) continue;
      for (const [right, down] of corners()) {
        const offset = { x: room.left + spare.x * right - box.left * scale, y: room.top + spare.y * down - box.top * scale };
        last = { scale, offset, step };
        if (!obstacle || !points.some(({ x, y }) => inside(x * scale + offset.x, y * scale + offset.y, obstacle))) return last;
      }
    }
    return last;
  }

  /* The middle first, then ever further aside. */
  function corners() {
    const all = PLACES.flatMap((right) => PLACES.map((down) => [right, down]));
    return all.sort((a, b) => fromMiddle(a) - fromMiddle(b));
  }

  function fromMiddle([right, down]) {
    return Math.abs(right - 0.5) + Math.abs(down - 0.5);
  }

  function inside(x, y, { left, top, right, bottom }) {
    return x > left && x < right && y > top && y < bottom;
  }

  function extent(points) {
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
    const [left, top] = [xs.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.min(a, b))];
    return { left, top, width: xs.reduce((a, b) => Math.max(a, b)) - left, height: ys.reduce((a, b) => Math.max(a, b)) - top };
  }
})((globalThis.atlas = globalThis.atlas || {}));
