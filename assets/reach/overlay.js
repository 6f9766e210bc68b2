"use strict";
/* What lies over the coloured map: what is reached, the way there, and what else moves people. */
(function (atlas) {
  const NEAR = 11.5;
  const shown = { isochrone: null, way: null, asked: { isochrone: "", way: "", offers: "" } };

  /* Follows the address; each part is fetched only when its part of the address has changed. */
  function show(search, ask) {
    const choices = atlas.address.read(search);
    const question = atlas.address.drawn(search);
    turn("way", choices.von ? `${question}&von=${choices.von}` : "", () => ask("weg", search), (told) => {
      drawWay(told);
      // What the day offers takes longer than the way itself.
      turn("offers", told && told.by_timetable ? shown.asked.way : "", () => ask("fahrten", search), drawOffers);
    });
    turn("isochrone", choices.flaeche === "1" ? question : "", () => ask("flaeche", search), drawIsochrone);
    atlas.reachLayers?.show(search, ask);
  }

  function turn(name, asked, fetched, drawn) {
    if (shown.asked[name] === asked) return;
    shown.asked[name] = asked;
    if (!asked) { drawn(null); return; }
    Promise.all([fetched(), atlas.reach.ready()]).then(([told]) => { if (shown.asked[name] === asked) drawn(told.refusal ? null : told); })
      .catch((problem) => { console.warn(problem); if (shown.asked[name] === asked) { shown.asked[name] = ""; drawn(null); } });
  }

  function clear() {
    Object.assign(shown.asked, { isochrone: "", way: "", offers: "" });
    drawWay(null);
    drawOffers(null);
    drawIsochrone(null);
    atlas.reachLayers?.clear();
  }

  function replace(name, layers) {
    if (shown[name]) shown[name].remove();
    shown[name] = layers.length ? L.layerGroup(layers).addTo(atlas.panel.map) : null;
  }

  /* A pane of its own between the areas and their marks. */
  function pane(name, height) {
    const { map } = atlas.panel;
    if (!map.getPane(name)) {
      const made = map.createPane(name);
      made.style.zIndex = height;
      made.style.pointerEvents = "none";
    }
    return name;
  }

  function drawIsochrone(told) {
    const bands = (told && told.bands) || [];
    // Over areas, which would hide it.
    const at = atlas.areas.kept.grounded ? pane("reached", 370) : pane("reached-above", 410);
    if (bands.length) lift();
    const line = (lines, color, weight) => L.geoJSON(lines, { pane: at, interactive: false, style: { color, weight, opacity: 1, lineCap: "round" } });
    replace("isochrone", bands.flatMap(({ lines, colour }, number) => [...(number ? [] : [line(lines, "#8a857b", 6)]), line(lines, colour, 4)]));
    legend(atlas.areas.kept.grounded ? [] : bands);
  }

  /* From afar the strips lie under the places, whose colours say the same; near by places hide them. */
  function lift() {
    const { map } = atlas.panel;
    const under = map.getPane("reached");
    if (!under) return;
    const turn = () => { under.style.zIndex = map.getZoom() < NEAR ? 370 : 410; };
    if (!shown.lifts) map.on("zoomend", turn);
    shown.lifts = true;
    turn();
  }

  /* What the colours of the strips say, under the map's own legend. */
  function legend(bands) {
    const { make } = atlas.elements;
    const bottom = document.querySelector(".map-bottom");
    bottom.querySelector(".reach-legend")?.remove();
    if (!bands.length) return;
    const rows = bands.map(({ label, colour }) => {
      const swatch = make("span", "reach-swatch");
      swatch.style.background = colour;
      return make("li", "", swatch, label);
    });
    bottom.querySelector(".legend").after(make("ul", "reach-legend", ...rows));
  }

  /* A dark line with a white casing, from where somebody stands to the place that is meant. */
  function drawWay(told) {
    const legs = (told && told.legs) || [];
    const at = pane("way", 455);
    const lines = legs.flatMap(({ course, kind }) => [
      L.geoJSON(course, { pane: at, interactive: false, style: { color: "#ffffff", weight: 8, opacity: 0.9, lineCap: "round" } }),
      L.geoJSON(course, { pane: at, interactive: false, style: { color: "#1f1d1a", weight: 4, opacity: 1, lineCap: "round", dashArray: kind === "walk" ? "1 7" : null } }),
    ]);
    replace("way", [...lines, ...ends(told, at)]);
    atlas.reachResult.way(document.getElementById("result-panel"), told);
  }

  function drawOffers(told) {
    atlas.reachResult.offers(document.getElementById("result-panel"), told && told.rows ? told : null);
  }

  function ends(told, at) {
    if (!told) return [];
    const from = (atlas.address.read(location.search).von || "").split(",").map(Number);
    const dot = ([lon, lat], fill) => L.circleMarker([lat, lon], { pane: at, interactive: false, radius: 7, color: "#1f1d1a", weight: 3, fillColor: fill, fillOpacity: 1 });
    return [...(from.length === 2 ? [dot(from, "#ffffff")] : []), ...(told.place ? [dot(told.place, "#1f1d1a")] : [])];
  }

  atlas.reachOverlay = { show, clear };
})((globalThis.atlas = globalThis.atlas || {}));
