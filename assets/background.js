"use strict";
/* What lies behind the areas: neighbours in grey, the county's border, the grey basemap if wanted. */
(function (atlas) {
  const OVER_BASEMAP = 0.78;

  const shown = { context: null, ground: null, border: null, outline: null, address: "", collection: null, tiles: null, wanted: false, source: "", layers: [] };
  atlas.background = { draw, source, layerSources, basemap, neighbours: () => shown.collection, outline: () => shown.outline, areasOpacity };

  function draw(map, context, areas) {
    border(map, areas);
    const address = context;
    if (shown.address === address && shown.context && map.hasLayer(shown.context)) return;
    shown.address = address;
    if (shown.context) shown.context.remove();
    shown.context = shown.collection = null;
    if (address) atlas.answers.geometry(address).then((collection) => lay(map, address, collection), (problem) => console.warn(problem));
  }

  function lay(map, address, collection) {
    if (shown.address !== address) return;
    map.backgroundRenderer = map.backgroundRenderer || L.canvas({ pane: "background", padding: 0.15 });
    shown.collection = collection;
    shown.context = L.geoJSON(collection, {
      renderer: map.backgroundRenderer,
      pane: "background",
      interactive: false,
      style: { color: "#cfcac0", weight: 1, opacity: 1, fillColor: "#e9e6df", fillOpacity: shown.tiles ? 0 : 1 },
    }).addTo(map);
    atlas.labels.draw();
  }

  /* The line around all areas lies over them: the palest class needs an edge too. */
  function border(map, areas) {
    ground(map, areas);
    if (shown.border) shown.border.remove();
    shown.border = shown.outline = null;
    if (!areas || !areas.border) return;
    shown.outline = { type: "Polygon", coordinates: rings(areas.border) };
    shown.border = L.geoJSON(areas.border, {
      renderer: map.areasRenderer,
      interactive: false,
      style: { color: "#6f6a60", weight: 1.4, opacity: 1, fill: false, lineJoin: "round" },
    }).addTo(map);
  }

  /* Where places are coloured and no areas, the land between them is plain. */
  function ground(map, areas) {
    if (shown.ground) shown.ground.remove();
    shown.ground = null;
    if (!areas || !areas.ground) return;
    shown.ground = L.geoJSON(areas.ground, {
      pane: "ground",
      interactive: false,
      style: { color: "#e4e0d7", weight: 1, opacity: 1, fillColor: "#fbfaf7", fillOpacity: shown.tiles ? 0 : 1 },
    }).addTo(map);
  }

  function rings({ type, coordinates }) {
    return type === "MultiLineString" ? coordinates : [coordinates];
  }

  /* Whom the layers over the map belong to, where the map itself does not name them. */
  function layerSources(texts) {
    shown.layers = [...new Set(texts)];
    source(shown.source);
  }

  /* Always in view; names the layers and the basemap too while they are there. */
  function source(text) {
    shown.source = text;
    const line = atlas.panel.byClass("source-line");
    const beside = shown.layers.filter((owner) => !text.includes(owner)).join("; ");
    line.textContent = [text, beside && `${atlas.panel.words("map").layer_source} ${beside}`, shown.tiles ? atlas.panel.words("map").basemap_source : ""].filter(Boolean).join(" · ");
  }

  /* One tile is asked for first: where it does not come, the basemap stays off, without a word. */
  function basemap(map, wanted) {
    shown.wanted = wanted;
    if (!wanted) off();
    else if (!shown.tiles || !map.hasLayer(shown.tiles)) probe(() => { if (shown.wanted) layTiles(map); });
  }

  function probe(answers) {
    const tile = new Image();
    tile.onload = answers;
    tile.src = L.Util.template(atlas.panel.element().dataset.tiles, { z: 6, x: 33, y: 20 });
  }

  function layTiles(map) {
    const tiles = L.tileLayer(atlas.panel.element().dataset.tiles, { maxZoom: 18 });
    tiles.on("tileerror", () => { if (shown.tiles === tiles) off(); });
    tiles.once("load", () => { if (shown.tiles === tiles) reveal(); });
    shown.tiles = tiles.addTo(map);
  }

  /* Neighbours step aside only when there is a picture to see. */
  function reveal() {
    see(0, OVER_BASEMAP);
    source(shown.source);
  }

  function off() {
    if (!shown.tiles) return;
    shown.tiles.remove();
    shown.tiles = null;
    see(1, 1);
    source(shown.source);
  }

  /* Over the basemap areas let its streets through. */
  function areasOpacity() {
    return shown.tiles ? OVER_BASEMAP : 1;
  }

  function see(context, areas) {
    for (const behind of [shown.context, shown.ground]) if (behind) behind.setStyle({ fillOpacity: context });
    if (atlas.areas.kept.group) atlas.areas.kept.group.setStyle({ fillOpacity: areas });
  }
})((globalThis.atlas = globalThis.atlas || {}));
