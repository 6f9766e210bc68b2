"use strict";
/* What lies on the map folds itself where the map is small; whoever opens it has it open. */
(function (atlas) {
  // A phone held upright has room for the classes below the areas, a low map for neither.
  const ROOM = {
    legend: ({ width, height }) => (width > 480 ? height >= 320 : height >= 560),
    sources: ({ width, height }) => width > 640 && height >= 480,
  };
  const had = {};

  /* Whether the legend or the sources have room to stand open. */
  function roomy(what) {
    const { clientWidth: width, clientHeight: height } = atlas.panel.element();
    return ROOM[what]({ width, height });
  }

  /* The map has another size: only what gains or loses its room is touched. */
  function settle() {
    turn("legend", atlas.panel.byClass("legend-card"));
    const sources = atlas.panel.byClass("map-sources");
    turn("sources", sources);
    if (sources) sources.classList.toggle("roomy", had.sources);
  }

  function turn(what, details) {
    const now = roomy(what);
    if (details && now !== had[what]) details.open = now;
    had[what] = now;
  }

  atlas.folds = { roomy, settle };
})((globalThis.atlas = globalThis.atlas || {}));
