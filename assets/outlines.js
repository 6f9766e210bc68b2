"use strict";
/* What is drawn over the areas on a canvas of its own: rings, the hovered area, the selected ones. */
(function (atlas) {
  const INK = "#1f1d1a";
  const CASING = "#ffffff";
  const SMALLEST_RING = 1.5;

  const shown = { rings: null, hover: null, selected: null, hovered: -1, selection: [] };
  atlas.outlines = { hover, select, rings, clear };

  function pen(map) {
    if (!map.marksRenderer) {
      map.marksRenderer = L.canvas({ pane: "marks", padding: 0.15 });
      map.on("zoomend", () => rings(atlas.areas.kept.letters));
    }
    return map.marksRenderer;
  }

  /* A dark line with a white casing holds 3:1 against every colour under it. */
  function outline(position, width) {
    const map = atlas.panel.map;
    const common = { renderer: pen(map), pane: "marks", interactive: false, fill: false, lineJoin: "round", opacity: 1 };
    const parts = atlas.areas.kept.layers[position].getLatLngs();
    return [
      L.polygon(parts, { ...common, color: CASING, weight: width + 3 }),
      L.polygon(parts, { ...common, color: INK, weight: width }),
    ];
  }

  function remove(name) {
    if (shown[name]) shown[name].remove();
    shown[name] = null;
  }

  function hover(position) {
    if (position === shown.hovered) return;
    shown.hovered = position;
    remove("hover");
    if (position < 0 || !atlas.areas.kept.layers[position]) return;
    shown.hover = L.layerGroup(outline(position, 1.5)).addTo(atlas.panel.map);
  }

  /* All casings lie below all lines, so that neighbours both stay closed. */
  function select(positions) {
    shown.selection = positions;
    remove("selected");
    const lines = positions.map((position) => outline(position, 3));
    const ordered = [...lines.map(([casing]) => casing), ...lines.map(([, line]) => line)];
    shown.selected = L.layerGroup(ordered).addTo(atlas.panel.map);
  }

  /* A ring at the label point of every area that has nothing and is large enough for one. */
  function rings(letters) {
    const map = atlas.panel.map;
    remove("rings");
    const made = [];
    for (let at = letters.indexOf("z"); at >= 0; at = letters.indexOf("z", at + 1)) {
      const point = atlas.areas.kept.labels[at];
      const radius = point ? ringRadius(map, at) : 0;
      if (radius >= SMALLEST_RING) made.push(ring(map, point, radius));
    }
    if (made.length) shown.rings = L.layerGroup(made).addTo(map);
  }

  function ringRadius(map, position) {
    const box = atlas.areas.kept.layers[position].getBounds();
    return Math.min(5, map.project(box.getSouthEast()).distanceTo(map.project(box.getNorthWest())) / 9);
  }

  function ring(map, [longitude, latitude], radius) {
    return L.circleMarker([latitude, longitude], {
      renderer: pen(map), pane: "marks", interactive: false, fill: false, color: "#5c574e", opacity: 1, radius, weight: Math.min(1.5, radius / 2),
    });
  }

  function clear() {
    for (const name of ["rings", "hover", "selected"]) remove(name);
    Object.assign(shown, { hovered: -1, selection: [] });
  }
})((globalThis.atlas = globalThis.atlas || {}));
