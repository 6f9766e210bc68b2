"use strict";
/* The Leaflet map as dash-leaflet makes it: found once, fitted to its areas, kept in size. */
(function (atlas) {
  let arrive;
  const panel = {
    map: null,
    ready: new Promise((resolve) => { arrive = resolve; }),
    element: () => document.querySelector(".map-panel"),
    byClass: (name) => document.querySelector(`.map-panel .${name}`),
    words,
    fit,
    adopt,
  };
  atlas.panel = panel;

  let spoken = null;
  let fitted = null;
  let sized = null;

  /* The German texts that the server put on the panel, by section. */
  function words(section) {
    spoken = spoken || JSON.parse(panel.element().dataset.words);
    return spoken[section];
  }

  /* Leaflet calls this for every map; the atlas has one. */
  function adopt(map) {
    panel.map = map;
    spoken = null;
    fitted = sized = null;
    for (const [name, height] of [["background", 350], ["ground", 360], ["marks", 450], ["names", 460]]) {
      const pane = map.createPane(name);
      pane.style.zIndex = height;
      if (name !== "background" && name !== "ground") pane.style.pointerEvents = "none";
    }
    map.on("dragstart zoomstart", () => { if (!panel.fitting) fitted = null; });
    const observer = new ResizeObserver(() => resized(map));
    observer.observe(map.getContainer());
    map.on("unload", () => observer.disconnect());
    arrive(map);
    dressed(map, observer);
  }

  /* The frame is drawn around the map a moment later. */
  function dressed(map, observer) {
    if (!panel.element()) { requestAnimationFrame(() => dressed(map, observer)); return; }
    atlas.keyboard.attach(map);
    const { zoom_in: zoomInTitle, zoom_out: zoomOutTitle } = words("map");
    L.control.zoom({ position: "topright", zoomInTitle, zoomOutTitle }).addTo(map);
    if (!atlas.secondMap.beside()) atlas.lasso.attach(map);
    const scale = L.control.scale({ imperial: false, maxWidth: 120 }).addTo(map);
    panel.byClass("map-foot").append(scale.getContainer());
    for (const name of ["legend", "map-foot"]) observer.observe(panel.byClass(name));
  }

  /* The map, or what lies on it, has another size; what somebody has moved stays where it is. */
  function resized(map) {
    const kept = fitted;
    panel.fitting = true;
    map.invalidateSize({ animate: false, pan: !kept });
    panel.fitting = false;
    const size = map.getSize();
    const other = !sized || !size.equals(sized);
    sized = size;
    if (other && panel.element()) atlas.folds.settle();
    // The first call comes when nothing has changed yet: drawing anew would hold the first picture up.
    if (kept && (!size.equals(kept.size) || isCovered(map, kept))) fit(kept.points);
  }

  /* Shows all points ([longitude, latitude]) whole, and beside what lies on the map, not under it. */
  function fit(points) {
    const map = panel.map;
    const plane = atlas.fit.thinned(points).map(([lon, lat]) => map.project([lat, lon], 0));
    const size = map.getSize();
    const { room, obstacles } = free(map);
    const least = Math.max(0.25, map.getMinZoom());
    const placed = atlas.fit.placement(plane, room, obstacles, 2 ** Math.max(least, largestZoom(plane, room)));
    if (!placed) return;
    const zoom = Math.log2(placed.scale);
    const centre = L.point((size.x / 2 - placed.offset.x) / placed.scale, (size.y / 2 - placed.offset.y) / placed.scale);
    panel.fitting = true;
    map.setView(map.unproject(centre, 0), Math.round(zoom * 8) / 8, { animate: false });
    panel.fitting = false;
    fitted = { points, size };
  }

  function largestZoom(plane, room) {
    const box = L.bounds(plane).getSize();
    const scale = Math.min((room.right - room.left) / Math.max(box.x, 1e-9), (room.bottom - room.top) / Math.max(box.y, 1e-9));
    return Math.min(13, Math.floor(Math.log2(scale) * 8) / 8);
  }

  function isCovered(map, { points }) {
    const shown = atlas.fit.thinned(points).map(([lon, lat]) => map.latLngToContainerPoint([lat, lon]));
    return atlas.fit.isCovered(shown, free(map));
  }

  /* Where the areas may lie, in px of the map. */
  function free(map) {
    return atlas.fit.free(map.getSize(), boxes(map, "legend", "map-foot"), boxes(map, "leaflet-top.leaflet-right"));
  }

  /* What covers the map, in its px; what is empty or folded away covers nothing. */
  function boxes(map, ...names) {
    const frame = map.getContainer().getBoundingClientRect();
    return names.map(panel.byClass).filter((found) => found && found.childElementCount).map((found) => found.getBoundingClientRect())
      .filter(({ width }) => width)
      .map(({ left, top, right, bottom }) => ({ left: left - frame.left, top: top - frame.top, right: right - frame.left, bottom: bottom - frame.top }));
  }

  if (globalThis.L) globalThis.L.Map.addInitHook(function () { adopt(this); });
})((globalThis.atlas = globalThis.atlas || {}));
