"use strict";
/* Areas coloured by class: one Leaflet layer an area, kept by position, restyled where it changed. */
(function (atlas) {
  const kept = { address: "", group: null, layers: [], labels: [], border: null, answer: null, values: null, letters: "" };
  const fetched = new Map();
  const MOST_KEPT = 6;

  atlas.areas = { kept, outlineWeight, textOf };

  /* A geometry file, fetched once; a failed fetch may be tried again. */
  function geometry(address) {
    if (!fetched.has(address)) {
      const coming = fetch(address).then((response) => {
        if (!response.ok) throw new Error(`${address}: ${response.status}`);
        return response.json();
      });
      coming.catch(() => fetched.delete(address));
      fetched.set(address, coming);
      if (fetched.size > MOST_KEPT) fetched.delete(fetched.keys().next().value);
    }
    return fetched.get(address);
  }
  atlas.geometry = geometry;

  /* MAP_ANSWER → PAINTED: at once where the areas are there, else when they have come. */
  function draw(answer) {
    if (!answer) return dash_clientside.no_update;
    kept.answer = answer;
    if (kept.address === answer.geometry && kept.group && atlas.panel.map.hasLayer(kept.group)) {
      paint(answer);
      return painted(answer);
    }
    return Promise.all([atlas.panel.ready, answer.geometry ? geometry(answer.geometry) : null])
      .then(([map, collection]) => {
        if (kept.answer !== answer) return dash_clientside.no_update;
        atlas.legend.draw(answer);
        build(map, answer.geometry, collection || { features: [], labels: [] });
        paint(answer);
        atlas.background.draw(map, answer.context, collection);
        return painted(answer);
      })
      .catch((problem) => {
        atlas.legend.draw({ ...answer, legend: { sentence: atlas.panel.words("map").failed } });
        console.warn(problem);
        atlas.furnish.begin();
        return dash_clientside.no_update;
      });
  }

  function build(map, address, collection) {
    if (kept.group) kept.group.remove();
    atlas.outlines.clear();
    Object.assign(kept, { address, layers: [], labels: collection.labels || [], letters: "", values: null });
    kept.group = L.geoJSON(collection, {
      renderer: areasRenderer(map),
      style: { color: "#ffffff", weight: 1, opacity: 0.9, fillColor: "#f3f1ec", fillOpacity: atlas.background.areasOpacity(), lineJoin: "round" },
      onEachFeature: (feature, layer) => { layer.position = feature.id; kept.layers[feature.id] = layer; },
    });
    listen(kept.group);
    if (kept.layers.length) atlas.panel.fit(cornersOf(collection));
    else map.setView([53, 11], 9);
    setWeights(map);
    kept.group.addTo(map);
  }

  /* The outer border's corners; where there is none, the label points. */
  function cornersOf({ border, labels }) {
    const found = border ? border.coordinates.flat(border.type === "MultiLineString" ? 1 : 0) : [];
    return found.length ? found : labels;
  }

  /* One canvas for all areas of one map. */
  function areasRenderer(map) {
    if (!map.areasRenderer) {
      map.areasRenderer = L.canvas({ padding: 0.15 });
      map.on("zoomend", () => setWeights(map));
    }
    return map.areasRenderer;
  }

  /* White lines as thin as the areas are small, in px; where they would hide the colours, none. */
  function outlineWeight(meanAreaSidePx) {
    return meanAreaSidePx < 12 ? 0 : Math.min(1.3, meanAreaSidePx / 40);
  }

  function setWeights(map) {
    if (!kept.layers.length) return;
    const box = kept.group.getBounds();
    const size = map.project(box.getSouthEast()).subtract(map.project(box.getNorthWest()));
    const weight = outlineWeight(Math.sqrt((size.x * size.y) / kept.layers.length));
    for (const { options } of kept.layers) Object.assign(options, { weight, stroke: weight > 0 });
  }

  function paint(answer) {
    recolour(answer);
    atlas.legend.draw(answer);
    atlas.background.source(answer.source);
    atlas.outlines.rings(answer.classes);
  }

  function recolour(answer) {
    const fills = atlas.looks.fills(answer.colours);
    kept.layers.forEach((layer, position) => {
      const fillColor = fills[answer.classes.charAt(position)];
      if (layer.options.fillColor !== fillColor) layer.setStyle({ fillColor });
    });
    kept.letters = answer.classes;
  }

  /* After the frame in which the canvas was drawn; a hidden page draws none and goes on. */
  function painted(answer) {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(late);
        performance.mark("map-painted");
        atlas.furnish.begin();
        resolve({ search: answer.search, number: answer.number });
      };
      const late = setTimeout(done, 300);
      requestAnimationFrame(() => requestAnimationFrame(done));
    });
  }

  /* MAP_VALUES: names and figures for tooltip, labels and voice. */
  function name(values) {
    if (!values || !kept.answer || values.search !== kept.answer.search) return;
    kept.values = values;
    atlas.labels.draw();
    select(kept.selected);
  }

  /* SELECTED: outlines that stay. */
  function select(ids) {
    kept.selected = ids || [];
    if (!kept.values || !kept.group) return;
    const wanted = new Set(kept.selected);
    const positions = kept.values.ids.flatMap((id, position) => (wanted.has(id) ? [position] : []));
    atlas.outlines.select(positions.filter((position) => kept.layers[position]));
  }

  /* The address: basemap and place names on or off. */
  function look(search) {
    const given = new URLSearchParams(search || "");
    atlas.labels.show(given.get("namen") !== "0");
    atlas.panel.ready.then((map) => atlas.background.basemap(map, given.get("grund") === "grau"));
  }

  function listen(group) {
    group.on("mouseover", ({ layer, originalEvent }) => {
      atlas.outlines.hover(layer.position);
      atlas.tooltip.show(layer.position, originalEvent);
    });
    group.on("mousemove", ({ layer, originalEvent }) => atlas.tooltip.show(layer.position, originalEvent));
    group.on("mouseout", () => { atlas.outlines.hover(-1); atlas.tooltip.hide(); });
    group.on("click", ({ layer }) => choose(layer.position));
  }

  let chosen = 0;
  /* CLICKED: the counter makes choosing the same area twice two gestures. */
  function choose(position) {
    if (!kept.values || position < 0) return;
    chosen += 1;
    dash_clientside.set_props("clicked", { data: { area: kept.values.ids[position], n: chosen } });
  }
  atlas.areas.choose = choose;

  /* What is to say of an area: name, figure with unit, and the words that limit it. */
  function textOf(position, values, words) {
    const status = ["shown", "zero", "missing", "suppressed", "unreliable"][Number(values.status[position])];
    const nature = ["real", "estimated", "model"][Number(values.nature[position])];
    const value = values.values[position];
    const hasValue = value !== null && status !== "zero";
    const flags = values.flags[position] || [];
    const format = new Intl.NumberFormat("de-DE", { minimumFractionDigits: values.decimals, maximumFractionDigits: values.decimals });
    return {
      name: values.names[position],
      value: hasValue ? [format.format(value).replace("-", "−"), values.unit].filter(Boolean).join("\u00a0") : "",
      notes: [words.status[status], hasValue || status === "zero" ? words.nature[nature] : "", ...flags.map((flag) => words.flag[flag])].filter(Boolean),
    };
  }

  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, {
    choropleth: { draw, name, select, look },
  });
})((globalThis.atlas = globalThis.atlas || {}));
