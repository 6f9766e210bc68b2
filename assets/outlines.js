"use strict";
/* What is drawn over the areas on a canvas of its own: rings, the hovered area, the selected ones,
   and both sides of a comparison. */
(function (atlas) {
  const INK = "#1f1d1a";
  const CASING = "#ffffff";
  const SMALLEST_RING = 1.5;

  // A is closed and B is dashed: told apart without colours, too.
  const DASHES = { a: null, b: "9 7" };
  const SIGN_PX = 20;
  const ABOVE_NAME_PX = 34;

  const shown = { rings: null, hover: null, selected: null, hovered: -1, selection: [], sides: { a: [], b: [] } };
  atlas.outlines = { hover, select, sides, rings, clear };

  function pen(map) {
    if (!map.marksRenderer) {
      map.marksRenderer = L.canvas({ pane: "marks", padding: 0.15 });
      map.on("zoomend", () => rings(atlas.areas.kept.letters));
    }
    return map.marksRenderer;
  }

  /* A dark line with a white casing holds 3:1 against every colour under it. */
  function outline(position, width, dashArray = null) {
    const map = atlas.panel.map;
    const common = { renderer: pen(map), pane: "marks", interactive: false, fill: false, lineJoin: "round", opacity: 1 };
    const parts = atlas.areas.kept.layers[position].getLatLngs();
    return [
      L.polygon(parts, { ...common, color: CASING, weight: width + 3 }),
      L.polygon(parts, { ...common, color: INK, weight: width, dashArray, lineCap: dashArray ? "butt" : "round" }),
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

  function select(positions) {
    shown.selection = positions;
    chosen();
  }

  /* {a: positions, b: positions}: outlined each in its own way, with its letter. */
  function sides(found) {
    shown.sides = found;
    chosen();
  }

  /* All casings lie below all lines, so that neighbours both stay closed. */
  function chosen() {
    remove("selected");
    const { a, b } = shown.sides;
    const known = new Set([...a, ...b]);
    const lines = [
      ...shown.selection.filter((position) => !known.has(position)).map((position) => outline(position, 3)),
      ...a.map((position) => outline(position, 3, DASHES.a)),
      ...b.map((position) => outline(position, 3, DASHES.b)),
    ];
    const ordered = [...lines.map(([casing]) => casing), ...lines.map(([, line]) => line)];
    const letters = [...a.map((position) => sign(position, "a", b)), ...b.map((position) => sign(position, "b", a))];
    shown.selected = L.layerGroup([...ordered, ...letters.filter(Boolean)]).addTo(atlas.panel.map);
  }

  /* The letter of a side above the name of its area; beside that of the other where both are one. */
  function sign(position, side, others) {
    const point = atlas.areas.kept.labels[position];
    if (!point) return null;
    const html = document.createElement("span");
    Object.assign(html, { className: `mark lettered mark-${side}`, textContent: side.toUpperCase() });
    const aside = others.includes(position) ? SIGN_PX * (side === "a" ? 0.6 : -0.6) : 0;
    const icon = L.divIcon({ html, className: "side-sign", iconSize: [SIGN_PX, SIGN_PX], iconAnchor: [SIGN_PX / 2 + aside, ABOVE_NAME_PX] });
    return L.marker([point[1], point[0]], { icon, pane: "names", interactive: false, keyboard: false });
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
    Object.assign(shown, { hovered: -1, selection: [], sides: { a: [], b: [] } });
  }
})((globalThis.atlas = globalThis.atlas || {}));
