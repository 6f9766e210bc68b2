"use strict";
/* Areas coloured by class: one Leaflet layer an area, kept by position; their canvas has the colours. */
(function (atlas) {
  const kept = { address: "", group: null, layers: [], labels: [], answer: null, values: null, letters: "" };
  atlas.areas = { kept, outlineWeight, textOf, show, select, isAsked: (search) => search === asked.search };

  const asked = { search: null, painted: null };

  /* Paints what an address asks for, outside the steps of Dash: each of these asks every component
     of the page. Resolves when it stands, or when it cannot, or when something else was asked. */
  function show(search) {
    if (search === asked.search) return asked.painted;
    asked.search = search;
    asked.painted = atlas.answers.classes(search).then((answer) => draw(answer, search)).catch((problem) => failed(problem, search));
    return asked.painted;
  }

  /* At once where the areas are there, else when they have come. */
  async function draw(answer, search) {
    if (search !== asked.search) return;
    if (answer.stopped) { await stopped(answer.stopped); return; }
    if (kept.address !== answer.geometry || !kept.group || !atlas.panel.map.hasLayer(kept.group)) {
      const [map, collection] = await Promise.all([atlas.panel.ready, answer.geometry ? atlas.answers.geometry(answer.geometry) : null]);
      if (search !== asked.search) return;
      atlas.legend.draw(answer);
      atlas.background.source(answer.source);
      build(map, answer.geometry, collection || { features: [], labels: [] });
      atlas.background.draw(map, answer.context, collection);
    }
    kept.answer = answer;
    paint(answer);
    atlas.keyboard.announce(answer.legend);
    await painted(answer);
  }

  /* Said in the legend; the same may be asked again. */
  async function failed(problem, search) {
    console.warn(problem);
    if (search !== asked.search) return;
    asked.search = null;
    await atlas.panel.ready;
    atlas.legend.draw({ legend: { sentence: atlas.panel.words("map").failed }, colours: [], classes: "" });
    atlas.furnish.begin();
  }

  /* Nothing was reckoned: the same may be asked again. */
  async function stopped(sentence) {
    asked.search = null;
    await atlas.panel.ready;
    atlas.legend.draw({ legend: { sentence }, colours: [], classes: "" });
  }

  function build(map, address, collection) {
    if (kept.group) kept.group.remove();
    atlas.outlines.clear();
    Object.assign(kept, { address, grounded: Boolean(collection.ground), layers: [], labels: collection.labels || [], letters: "", values: null, corners: cornersOf(collection) });
    kept.group = L.geoJSON(collection, {
      renderer: areasRenderer(map),
      // Leaflet would make few corners of the small discs of places.
      smoothFactor: collection.ground ? 0.2 : 1,
      style: { color: "#ffffff", weight: 1, opacity: 0.9, fillOpacity: atlas.background.areasOpacity(), lineJoin: "round" },
      onEachFeature: (feature, layer) => { layer.position = feature.id; kept.layers[feature.id] = layer; },
    });
    listen(kept.group);
    if (kept.layers.length) atlas.panel.fit(kept.corners);
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
      map.areasRenderer = atlas.areasCanvas({ padding: 0.15 });
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
    areasRenderer(atlas.panel.map).show(answer.classes, atlas.looks.fills(answer.colours));
    kept.letters = answer.classes;
  }

  /* After the frame in which the canvas was drawn; a hidden page draws none and goes on. */
  function painted(answer) {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(late);
        performance.mark("map-painted");
        resolve();
        atlas.furnish.begin();
        if (atlas.stories.presenting()) atlas.stories.painted(answer);
        else if (atlas.reach.active()) atlas.reach.painted(answer);
        else atlas.secondMap.tell("painted", { search: answer.search, number: answer.number });
        name(answer);
      };
      const late = setTimeout(done, 300);
      requestAnimationFrame(() => requestAnimationFrame(done));
    });
  }

  /* Names and figures for tooltip, labels and voice, and for the lists: MAP_VALUES. */
  async function name(answer) {
    const values = await atlas.answers.values(answer.search).catch(console.warn);
    if (!values || answer !== kept.answer) return;
    kept.values = values;
    atlas.labels.draw();
    select(kept.selected);
    if (atlas.stories.presenting()) atlas.stories.valued(values);
    else if (atlas.reach.active()) atlas.reach.valued(values);
    else atlas.secondMap.tell("map-values", values);
  }

  /* Outlines that stay, of areas by their ids. */
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
    group.on("click", ({ layer, originalEvent: { ctrlKey, metaKey } }) => {
      // In the mode „Erreichbarkeit“ the map itself hears where somebody sets out.
      if (!atlas.reach.active()) choose(layer.position, ctrlKey || metaKey);
    });
  }

  let chosen = 0;
  /* CLICKED: the counter makes choosing the same area twice two gestures. */
  function choose(position, add = false) {
    if (!kept.values || position < 0) return;
    if (atlas.stories.presenting()) { atlas.stories.zoom(position); return; }
    if (atlas.reach.active()) atlas.reach.from(kept.labels[position]);
    else clicked({ area: kept.values.ids[position], add });
  }

  function clicked(gesture) {
    chosen += 1;
    atlas.secondMap.page().dash_clientside.set_props("clicked", { data: { ...gesture, n: `map-${chosen}` } });
  }
  atlas.areas.clicked = clicked;
  atlas.areas.choose = choose;

  /* What is to say of an area: name, figure with unit, and the words that limit it. */
  function textOf(position, values, words) {
    const status = ["shown", "zero", "missing", "suppressed", "unreliable"][Number(values.status[position])];
    const nature = ["real", "estimated", "model"][Number(values.nature[position])];
    const value = values.values[position];
    const hasValue = value !== null && status !== "zero";
    const flags = values.flags[position] || [];
    const format = new Intl.NumberFormat("de-DE", { minimumFractionDigits: values.decimals, maximumFractionDigits: values.decimals, signDisplay: values.signed ? "exceptZero" : "auto" });
    const carried = flags.includes("carried_over");
    const told = nature === "estimated" && carried ? "" : words.nature[nature];
    const gap = flags.includes("no_connection") || flags.includes("uninhabited") ? "" : words.status[status];
    return {
      name: values.names[position],
      value: hasValue ? [format.format(value).replace("-", "−"), values.unit].filter(Boolean).join("\u00a0") : "",
      notes: [gap, hasValue || status === "zero" ? told : "", ...flags.map((flag) => words.flag[flag]), carried || nature === "estimated" ? values.method : ""].filter(Boolean),
    };
  }

  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, {
    choropleth: { look },
  });
  // The map that the page opens with is asked for before anything else of the page stands.
  if (globalThis.location) {
    const opened = { pathname: location.pathname, search: location.search };
    show(atlas.address.drawn(location.search)).then(() => atlas.linkCheck.check(opened)).catch(console.warn);
  }
})((globalThis.atlas = globalThis.atlas || {}));
