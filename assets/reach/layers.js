"use strict";
/* Mobility layers over the map: lines, stops, quality classes, benches, zones and mobile stops. */
(function (atlas) {
  // Under the places, whose colours stay to be read; over areas, which would hide them.
  const UNDER = { surface: 372, zone: 374 };
  const OVER = { surface: 408, zone: 409, line: 412, circle: 414, sign: 416 };
  const INK = "#3b3a66";
  const shown = new Map();
  let heard = false;

  /* Puts on and takes off what the address names; the words of each stand in the panel. */
  function show(search, ask) {
    const { schichten, tag, weg } = atlas.address.read(search);
    const wanted = (schichten || "").split(";").filter(Boolean);
    for (const name of [...shown.keys()]) if (!wanted.includes(name)) take(name);
    for (const name of wanted) {
      const asked = `${name} ${weg === "bus" ? tag || "" : ""} ${atlas.areas.kept.grounded}`;
      if (shown.get(name)?.asked === asked) continue;
      take(name);
      shown.set(name, { asked, group: null });
      Promise.all([ask("schicht", search, { schicht: name }), atlas.reach.ready()])
        .then(([told]) => { if (shown.get(name)?.asked === asked) put(name, told); })
        .catch((problem) => { console.warn(problem); shown.delete(name); });
    }
    words();
  }

  function take(name) {
    shown.get(name)?.group?.remove();
    shown.delete(name);
  }

  function clear() {
    for (const name of [...shown.keys()]) take(name);
    words();
  }

  function put(name, told) {
    const entry = shown.get(name);
    entry.told = told;
    if (told.features && told.features.length) entry.group = L.layerGroup(told.features.map((feature) => drawn(feature, told))).addTo(atlas.panel.map);
    words();
    if (heard) return;
    heard = true;
    atlas.panel.map.on("zoomend", resize);
  }

  /* Where the whole county is in view, circles would lie on one another. */
  function scale() {
    return Math.min(1, Math.max(0.4, 0.4 + 0.2 * (atlas.panel.map.getZoom() - 9)));
  }

  function resize() {
    for (const { group } of shown.values()) group?.eachLayer((layer) => { if (layer.options.whole) layer.setRadius(layer.options.whole * scale()); });
  }

  function pane(shape) {
    const { map } = atlas.panel;
    const height = (atlas.areas.kept.grounded && UNDER[shape]) || OVER[shape];
    const name = `layer-${shape}-${height}`;
    if (!map.getPane(name)) map.createPane(name).style.zIndex = height;
    // Surfaces are told by their table: the pointer reads the areas beneath or above them.
    if (UNDER[shape]) map.getPane(name).style.pointerEvents = "none";
    return name;
  }

  function drawn(feature, { shape, sign }) {
    const at = { pane: pane(shape), bubblingMouseEvents: true };
    if (shape === "sign") return spoken(L.marker(point(feature), { ...at, icon: icon(sign), keyboard: false, title: "" }), feature);
    if (shape === "circle") return spoken(L.circleMarker(point(feature), { ...at, whole: feature.radius, radius: feature.radius * scale(), color: INK, weight: 1.5, fillColor: feature.empty ? "#ffffff" : "#7f7cc0", fillOpacity: 0.85 }), feature);
    if (shape === "line") return spoken(L.geoJSON(feature.shape, { ...at, style: { color: INK, weight: 2.5, opacity: 0.75 } }), feature);
    const look = shape === "zone" ? { color: "#1d6b4f", weight: 2, dashArray: "6 4", fillColor: "#2f9e78", fillOpacity: 0.14 } : { color: feature.colour, weight: 1, fillColor: feature.colour, fillOpacity: 0.55 };
    return L.geoJSON(feature.shape, { ...at, interactive: false, style: look });
  }

  function point({ shape: { coordinates: [lon, lat] } }) {
    return [lat, lon];
  }

  /* A letter in a square: read without colour. */
  function icon(sign) {
    return L.divIcon({ className: "reach-sign", html: Object.assign(document.createElement("span"), { textContent: sign }), iconSize: [22, 22] });
  }

  /* Names come from files: they are text, never HTML. */
  function spoken(layer, { title, lines }) {
    const tip = document.createElement("div");
    for (const [name, text] of [["name", title], ...lines.map((line) => ["notes", line])]) {
      const part = document.createElement("div");
      part.className = `map-tooltip-${name}`;
      part.textContent = text;
      tip.append(part);
    }
    return layer.bindTooltip(tip, { className: "reach-tip", direction: "top", sticky: layer instanceof L.GeoJSON });
  }

  /* Below the switches: what each layer says of itself, its model badge and its table. */
  function words() {
    atlas.background.layerSources([...shown.values()].map(({ told }) => told?.source).filter(Boolean));
    const place = document.querySelector("#reach-panel .reach-told");
    if (!place) return;
    const open = new Set([...place.querySelectorAll("details[open]")].map(({ dataset }) => dataset.keep));
    place.replaceChildren(...[...shown].filter(([, { told }]) => told).map(([name, { told }]) => about(name, told)));
    for (const details of place.querySelectorAll("details")) if (open.has(details.dataset.keep)) details.open = true;
  }

  function about(name, told) {
    const { make } = atlas.elements;
    if (told.refusal) return make("p", "hint", told.refusal);
    const model = told.model ? make("span", "nature-badge model", atlas.panel.words("nature").model) : "";
    const keys = (told.legend || []).map(({ label, colour }) => {
      const swatch = make("span", "reach-swatch");
      swatch.style.background = colour;
      return make("li", "", swatch, label);
    });
    return make("div", "reach-layer", make("p", "reach-layer-title", told.title, model), make("p", "hint", told.features.length ? told.note : told.empty), keys.length ? make("ul", "reach-keys", ...keys) : "", told.rows.length ? table(name, told) : "", told.source ? make("p", "hint", told.source) : "");
  }

  function table(name, { head, rows, title }) {
    const { make } = atlas.elements;
    const cell = (text) => { const made = make("th", "", text); made.scope = "col"; return made; };
    const body = rows.map((row) => make("tr", "", ...row.map((text) => make("td", "", text))));
    const details = make("details", "board-fold", make("summary", "", `${title} (${rows.length})`), make("table", "small-table", make("thead", "", make("tr", "", ...head.map(cell))), make("tbody", "", ...body)));
    details.dataset.keep = name;
    return details;
  }

  atlas.reachLayers = { show, clear, words };
})((globalThis.atlas = globalThis.atlas || {}));
