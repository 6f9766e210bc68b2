"use strict";
/* Place names on the map: the weightiest first, none over another, only what is in view. */
(function (atlas) {
  const SVG = "http://www.w3.org/2000/svg";
  const MOST_SHOWN = 140;
  const MOST_TRIED = 900;
  const GAP_PX = 3;
  const BELOW_RING = 8;
  const BELOW_DISC = 1;
  // Of places the largest are named; those that find room between them come with the next zoom.
  const MOST_PLACES = 28;
  const ROOM = 1.5;
  const SHIFTS_PX = [0, -9, 9];
  // Past a sign that stands where the name would.
  const PAST_SIGN_PX = [...SHIFTS_PX, -26, 26, -32, 32];
  const NAME_CORNERS_PX = [-42, 0, 42].flatMap((x) => [-22, 22].map((y) => [x, y]));

  const state = { visible: true, times: 1, layer: null, map: null, order: null, orderOf: null };
  atlas.labels = { draw, show, enlarge, place, lines, told };

  function show(visible) {
    if (visible === state.visible) return;
    state.visible = visible;
    draw();
  }

  /* Read from afar, names are written so many times as large. */
  function enlarge(times) {
    state.times = times;
    draw();
  }

  /* „Lüchow (Wendland), Stadt“ is „Lüchow“ on a map. */
  function shortened(name) {
    return name.replace(/,.*$/, "").replace(/\s*\([^)]*\)\s*$/, "").trim() || name;
  }

  /* Where two areas would be called alike, each says below the name what it is. */
  function told(name, names) {
    const short = shortened(name);
    const alike = shared(names).has(short);
    const rest = name.slice(short.length).replace(/^[\s,]+/, "");
    return alike && rest ? [short, rest] : lines(name, 13);
  }

  const sharedIn = new WeakMap();

  /* The short names that several areas have, found once for a list of names. */
  function shared(names) {
    if (!sharedIn.has(names)) {
      const seen = new Set();
      sharedIn.set(names, new Set(names.map(shortened).filter((short) => seen.has(short) || !seen.add(short))));
    }
    return sharedIn.get(names);
  }

  /* Long compounds break at a blank or hyphen. */
  function lines(name, longest) {
    const short = shortened(name);
    if (short.length <= longest) return [short];
    const breaks = [...short.matchAll(/[ -]/g)].map(({ index }) => index);
    if (!breaks.length) return [short];
    const middle = breaks.reduce((best, at) => (Math.abs(at - short.length / 2) < Math.abs(best - short.length / 2) ? at : best));
    return [short.slice(0, middle + (short[middle] === "-" ? 1 : 0)).trim(), short.slice(middle + 1).trim()];
  }

  /* What facilities cover, whoever draws them. */
  const signs = () => [atlas.facilityMarkers, atlas.stageOverlays].flatMap((drawn) => drawn?.boxes() || []);

  /* Greedy: takes candidates in order, where needed a little above or below, never one over another
     and none under a sign ({left, right, top, bottom} in px). */
  function place(candidates, most, signs = []) {
    const taken = [];
    const shifts = signs.length ? PAST_SIGN_PX : SHIFTS_PX;
    const isFree = (box) => !signs.some((sign) => touches(sign, box)) && !taken.some((other) => touches(other.box, box));
    for (const candidate of candidates) {
      if (taken.length >= most) break;
      const free = shifts.map((shift) => shifted(candidate, shift)).find(({ box }) => isFree(box));
      if (free) taken.push(free);
    }
    return taken;
  }

  function shifted({ at, box, ...rest }, y) {
    return { ...rest, at: { x: at.x, y: at.y + y }, box: { ...box, top: box.top + y, bottom: box.bottom + y } };
  }

  function touches(a, b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  }

  const pen = globalThis.document ? document.createElement("canvas").getContext("2d") : null;
  const widths = new Map();

  function width(text, font) {
    const key = `${font} ${text}`;
    if (!widths.has(key)) {
      pen.font = font;
      widths.set(key, pen.measureText(text).width);
    }
    return widths.get(key);
  }

  function candidate(map, text, [longitude, latitude], size, kind, font, below = 0) {
    const at = map.latLngToLayerPoint([latitude, longitude]);
    at.y += below ? below + (text.length * size) / 2 : 0;
    const wide = Math.max(...text.map((line) => width(line, font)));
    const high = text.length * size * 1.15;
    return { text, at, size, kind, wide, box: { left: at.x - wide / 2 - GAP_PX, right: at.x + wide / 2 + GAP_PX, top: at.y - high / 2 - 1, bottom: at.y + high / 2 + 1 } };
  }

  /* Largest area first, sorted once a geometry. */
  function order(kept) {
    if (state.orderOf !== kept.layers) {
      const weight = kept.layers.map((_, position) => (kept.labels[position] || [])[2] || 0);
      state.order = kept.layers.map((_, position) => position).sort((a, b) => weight[b] - weight[a]);
      state.orderOf = kept.layers;
    }
    return state.order;
  }

  function areaNames(map, view, kept, family) {
    const found = [];
    const chosen = new Set(atlas.areas.kept.selected || []);
    const positions = [...kept.values.ids.keys()].filter((position) => chosen.has(kept.values.ids[position])).concat(order(kept));
    let tried = 0;
    for (const position of positions) {
      const point = kept.labels[position];
      if (!point || point[3] === "" || !view.contains([point[1], point[0]])) continue;
      if ((tried += 1) > MOST_TRIED) break;
      const room = roomPx(map, kept.layers[position]);
      const size = (room > 90 ? 12.5 : 11.5) * state.times;
      const below = kept.grounded ? room / 2 + BELOW_DISC : kept.letters[position] === "z" ? BELOW_RING : 0;
      const text = point[3] ? lines(point[3], 13) : told(kept.values.names[position], kept.values.names);
      const made = candidate(map, text, point, size, "area", `500 ${size}px ${family}`, below);
      if (kept.grounded || made.wide <= room * ROOM || chosen.has(kept.values.ids[position])) found.push(made);
      if (kept.grounded && found.length >= MOST_PLACES) break;
    }
    return found;
  }

  function roomPx(map, layer) {
    const box = layer.getBounds();
    return map.latLngToLayerPoint(box.getSouthEast()).x - map.latLngToLayerPoint(box.getNorthWest()).x;
  }

  function neighbourNames(map, view, family) {
    const collection = atlas.background.neighbours();
    if (!collection || !collection.names) return [];
    const bounds = { west: view.getWest(), south: view.getSouth(), east: view.getEast(), north: view.getNorth() };
    const spots = atlas.neighbours.spots(collection.features, bounds, besideAreas(map));
    return collection.names
      .map((name, position) => [name, spots[position]])
      .filter(([, point]) => point)
      .map(([name, point]) => candidate(map, lines(name, 16), point, 11 * state.times, "neighbour", `italic 400 ${11 * state.times}px ${family}`));
  }

  /* Whether a neighbour's name, at a point, stays off our own areas. */
  function besideAreas(map) {
    const outline = atlas.background.outline();
    return ([longitude, latitude]) => {
      const at = map.latLngToLayerPoint([latitude, longitude]);
      return !outline || !NAME_CORNERS_PX.some(([x, y]) => {
        const corner = map.layerPointToLatLng([at.x + x, at.y + y]);
        return atlas.neighbours.holds(outline, [corner.lng, corner.lat]);
      });
    };
  }

  function draw() {
    const map = atlas.panel.map;
    if (!map || !map._loaded) return;
    const svg = picture(map);
    svg.replaceChildren();
    const { kept } = atlas.areas;
    if (!state.visible || !kept.values || !kept.group) return;
    const size = map.getSize();
    const view = map.getBounds();
    const corner = map.containerPointToLayerPoint([0, 0]);
    L.DomUtil.setPosition(svg, corner);
    svg.setAttribute("viewBox", `${corner.x} ${corner.y} ${size.x} ${size.y}`);
    svg.setAttribute("width", size.x);
    svg.setAttribute("height", size.y);
    const family = getComputedStyle(map.getContainer()).fontFamily;
    const candidates = [...areaNames(map, view, kept, family), ...neighbourNames(map, view, family)];
    const whole = candidates.filter(({ box }) => box.left >= corner.x && box.right <= corner.x + size.x && box.top >= corner.y && box.bottom <= corner.y + size.y);
    svg.append(...place(whole, MOST_SHOWN, signs()).map(text));
  }

  function text({ text: parts, at, size, kind }) {
    const made = document.createElementNS(SVG, "text");
    made.setAttribute("class", `place-name place-name-${kind}`);
    made.setAttribute("font-size", size);
    parts.forEach((part, number) => {
      const line = document.createElementNS(SVG, "tspan");
      line.setAttribute("x", at.x);
      line.setAttribute("y", at.y + size * 0.35 + (number - (parts.length - 1) / 2) * size * 1.12);
      line.textContent = part;
      made.append(line);
    });
    return made;
  }

  /* One picture in its own pane; it hides while Leaflet zooms and comes back in place. */
  function picture(map) {
    if (state.map !== map) {
      state.map = map;
      state.layer = document.createElementNS(SVG, "svg");
      state.layer.setAttribute("class", "place-names leaflet-zoom-hide");
      state.layer.setAttribute("aria-hidden", "true");
      map.getPane("names").append(state.layer);
      map.on("moveend zoomend resize", draw);
    }
    return state.layer;
  }
})((globalThis.atlas = globalThis.atlas || {}));
