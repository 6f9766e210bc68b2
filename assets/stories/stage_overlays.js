"use strict";
/* What lies over the map of a chapter: signs, reached streets, lines, stops and zones, and their rows in the legend. */
(function (atlas) {
  const { make } = atlas.elements;
  // Names are written over all of them.
  const HEIGHTS = { surface: 408, zone: 409, line: 412, circle: 414, sign: 430 };
  const SIGN_PX = 17;
  const MANY = 60;
  const shown = { group: null, map: null, signs: [] };

  function clear() {
    shown.group?.remove();
    Object.assign(shown, { group: null, signs: [] });
  }

  /* `times` is how much larger than on a desk all is read from afar. */
  function draw(map, overlays, times) {
    clear();
    shown.group = L.layerGroup(overlays.flatMap((overlay) => layers(map, overlay, times))).addTo(map);
    const signs = overlays.filter(({ shape }) => shape === "sign");
    shown.signs = signs.flatMap((overlay) => overlay.geometries.map((where) => ({ where: point(where), half: sizeOf(overlay, times) / 2 })));
    shown.map = map;
    atlas.labels.draw();
  }

  /* What the signs cover, in px of the layer: place names stand beside them. */
  function boxes() {
    return shown.signs.map(({ where, half }) => {
      const { x, y } = shown.map.latLngToLayerPoint(where);
      return { left: x - half, right: x + half, top: y - half, bottom: y + half };
    });
  }

  function layers(map, overlay, times) {
    const pane = paneOf(map, overlay.shape);
    if (overlay.shape === "sign") return overlay.geometries.map((where) => L.marker(point(where), { pane, icon: icon(overlay, times), interactive: false, keyboard: false }));
    if (overlay.shape === "circle") return overlay.geometries.map((where, at) => L.circleMarker(point(where), { pane, interactive: false, radius: overlay.radii_px[at] * 0.6 * times, color: "#ffffff", weight: 1, fillColor: overlay.colour, fillOpacity: 0.9 }));
    const shapes = { type: "GeometryCollection", geometries: overlay.geometries };
    const drawn = (style) => L.geoJSON(shapes, { pane, interactive: false, style });
    if (overlay.shape === "line") return [drawn({ color: "#ffffff", weight: 6 * times, opacity: 0.9 }), drawn({ color: overlay.colour, weight: 3.5 * times, opacity: 1 })];
    if (overlay.shape === "zone") return [drawn({ color: overlay.colour, weight: 2.5 * times, dashArray: "8 5", fillOpacity: 0.1, fillColor: overlay.colour })];
    return [drawn({ color: overlay.colour, weight: 1, fillColor: overlay.colour, fillOpacity: 0.6 })];
  }

  function paneOf(map, shape) {
    const name = `stage-${shape}`;
    if (!map.getPane(name)) Object.assign(map.createPane(name).style, { zIndex: HEIGHTS[shape], pointerEvents: "none" });
    return name;
  }

  function point({ coordinates: [longitude, latitude] }) {
    return [latitude, longitude];
  }

  function icon(overlay, times) {
    const size = sizeOf(overlay, times);
    return L.divIcon({ className: "stage-sign", html: picture(overlay, size), iconSize: [size, size] });
  }

  function sizeOf({ geometries }, times) {
    return Math.round(SIGN_PX * times * (geometries.length > MANY ? 0.6 : 1));
  }

  function picture({ icon: shape, letters, colour, is_model: isModel }, size) {
    return atlas.facilitySigns.sign({ icon: shape, letters, colour }, { isModel, size });
  }

  /* Rows for the legend, the uppermost first. */
  function rows(overlays) {
    return [...overlays].reverse().map((overlay) => make("li", "", mark(overlay), make("span", "", overlay.label)));
  }

  function mark(overlay) {
    const place = make("span", `stage-mark stage-mark-${overlay.shape}`);
    place.setAttribute("aria-hidden", "true");
    if (overlay.shape === "sign") place.append(picture(overlay, 26));
    else place.style.setProperty("--mark", overlay.colour);
    return place;
  }

  /* Whose data they are. */
  function sources(overlays) {
    return [...new Set(overlays.map(({ source }) => source).filter(Boolean))];
  }

  atlas.stageOverlays = { draw, clear, rows, sources, boxes };
})((globalThis.atlas = globalThis.atlas || {}));
