"use strict";
/* Where the name of a neighbour can stand when only a part of it is in view. */
(function (atlas) {
  const ACROSS = 18;
  const DOWN = 12;
  const EDGE = 0.06;

  atlas.neighbours = { spots, holds };

  /* For each feature [longitude, latitude] well inside its part of the view and `free`, null without one. */
  function spots(features, { west, south, east, north }, free = () => true) {
    const samples = [];
    for (let column = 0; column < ACROSS; column += 1) {
      for (let row = 0; row < DOWN; row += 1) {
        const x = EDGE + ((1 - 2 * EDGE) * (column + 0.5)) / ACROSS;
        const y = EDGE + ((1 - 2 * EDGE) * (row + 0.5)) / DOWN;
        samples.push([west + (east - west) * x, south + (north - south) * y]);
      }
    }
    return features.map(({ geometry }) => middle(samples.filter((sample) => holds(geometry, sample) && free(sample))));
  }

  /* The sample nearest to the mean of them all, so that it lies inside even where the part bends. */
  function middle(inside) {
    if (!inside.length) return null;
    const mean = [0, 1].map((axis) => inside.reduce((sum, point) => sum + point[axis], 0) / inside.length);
    const away = ([x, y]) => (x - mean[0]) ** 2 + (y - mean[1]) ** 2;
    return inside.reduce((best, point) => (away(point) < away(best) ? point : best));
  }

  /* Even-odd rule over all rings: holes and islands come out right. */
  function holds(geometry, [x, y]) {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    let inside = false;
    for (const ring of polygons.flat()) {
      for (let at = 0, before = ring.length - 1; at < ring.length; before = at, at += 1) {
        const [x1, y1] = ring[at];
        const [x2, y2] = ring[before];
        if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
      }
    }
    return inside;
  }
})((globalThis.atlas = globalThis.atlas || {}));
