"use strict";
/* Where the map opens: the areas as large as they go without lying under what lies on the map. */
(function (atlas) {
  const ZOOM_STEP = 0.125;
  const STEPS_DOWN = 28;
  const PLACES = [0.5, 1, 0, 0.75, 0.25];
  const MOST_POINTS = 1500;
  const MARGIN_PX = 20;
  const BESIDE_PX = 8;
  const NARROW_PX = 480;
  const LEAST_SHARE = 0.35;

  atlas.fit = { placement, thinned, free, isCovered };

  /* At most so many of the points, evenly taken. */
  function thinned(points, most = MOST_POINTS) {
    const step = Math.max(1, Math.ceil(points.length / most));
    return points.filter((_, number) => number % step === 0);
  }

  /*
   * The room for the areas on a map of `size` ({x, y}, px), and the boxes in it that they must not
   * touch. `below` are the boxes of legend and sources, `aside` that of the buttons. On a phone
   * legend and sources stand below the areas, as long as these keep a third of the map.
   */
  function free(size, below, aside = []) {
    const room = { left: MARGIN_PX, top: MARGIN_PX, right: size.x - MARGIN_PX, bottom: size.y - MARGIN_PX };
    if (size.x >= NARROW_PX) return { room, obstacles: [...below, ...aside].map(grown) };
    const top = Math.min(room.bottom, ...below.map((box) => box.top - BESIDE_PX));
    return { room: top < size.y * LEAST_SHARE ? room : { ...room, bottom: top }, obstacles: aside.map(grown) };
  }

  function grown({ left, top, right, bottom }) {
    return { left: left - BESIDE_PX, top: top - BESIDE_PX, right: right + BESIDE_PX, bottom: bottom + BESIDE_PX };
  }

  /* Whether any of the points, in px of the map, lies under something or beyond the room. */
  function isCovered(points, { room, obstacles }) {
    return points.some(({ x, y }) => y > room.bottom + 1 || obstacles.some((box) => inside(x, y, box)));
  }

  /*
   * Scale and offset that bring `points` (any plane unit, y down) into `room` ({left, top, right,
   * bottom}, px) without touching any of the `obstacles` (the same). `largest` is px per unit at the
   * first zoom to try; it falls by eighths of a zoom. The last try is taken where none fits.
   */
  function placement(points, room, obstacles, largest) {
    const box = extent(points);
    let last = null;
    for (let step = 0; step <= STEPS_DOWN; step += 1) {
      const scale = largest * 2 ** (-step * ZOOM_STEP);
      const spare = { x: room.right - room.left - box.width * scale, y: room.bottom - room.top - box.height * scale };
      if (spare.x < 0 || spare.y < 0) continue;
      for (const [right, down] of corners()) {
        const offset = { x: room.left + spare.x * right - box.left * scale, y: room.top + spare.y * down - box.top * scale };
        last = { scale, offset, step };
        if (!points.some(({ x, y }) => obstacles.some((box) => inside(x * scale + offset.x, y * scale + offset.y, box)))) return last;
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
