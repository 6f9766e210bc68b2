"use strict";
/* Dots too many for an element each: drawn on one canvas, and found again by where they lie. */
(function (atlas) {
  const FINENESS = 2;
  const RADIUS = 2;
  // Where many lie upon each other it is darker.
  const OPACITY = 0.4;
  const NEAR = 12;

  /* A canvas, `width` by `height` units, with a dot at each place [x, y]. */
  function canvas(places, { width, height, colour }) {
    const drawn = document.createElement("canvas");
    Object.assign(drawn, { width: FINENESS * width, height: FINENESS * height, className: "pairs-cloud" });
    const pen = drawn.getContext("2d");
    pen.scale(FINENESS, FINENESS);
    pen.globalAlpha = OPACITY;
    pen.fillStyle = colour;
    for (const [x, y] of places) {
      pen.beginPath();
      pen.arc(x, y, RADIUS, 0, 2 * Math.PI);
      pen.fill();
    }
    return drawn;
  }

  /* The number of the place nearest to a point; -1 where none is near. */
  function nearest(places, [x, y]) {
    let best = -1;
    let least = NEAR ** 2;
    places.forEach(([across, down], number) => {
      const far = (across - x) ** 2 + (down - y) ** 2;
      if (far < least) [least, best] = [far, number];
    });
    return best;
  }

  atlas.manyDots = { canvas, nearest };
})((globalThis.atlas = globalThis.atlas || {}));
