"use strict";
/* Facilities on the map: signs, gathered where they are near, reached by mouse and by keyboard. */
(function (atlas) {
  const PANE = "facilities";
  const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  // Nearer than so at the largest zoom, no zoom parts them.
  const LEAST_PX = 24;
  const CLOSE_UP = 12.5;
  // As far as signs must be apart that none is gathered with another.
  const ROOM_PX = 48;
  const shown = { map: null, list: null, answer: null, signs: [], chosen: "", isComing: false, focused: 0 };

  function draw(answer, list) {
    Object.assign(shown, { answer, list });
    atlas.panel.ready.then((map) => {
      if (shown.answer !== answer) return;
      attach(map);
      place();
      if (shown.isComing) bring();
    });
  }

  /* A pane of its own over names and outlines; its signs stay when the map is dragged. */
  function attach(map) {
    if (shown.map === map) return;
    shown.map = map;
    const pane = map.getPane(PANE) || map.createPane(PANE);
    pane.style.zIndex = 470;
    pane.className += " leaflet-zoom-hide";
    pane.setAttribute("role", "group");
    pane.setAttribute("aria-label", shown.answer.words?.markers || "");
    pane.addEventListener("keydown", pressed);
    map.on("zoomend moveend resize", place);
    // A browser scrolls to what is focused, and Leaflet's map must never scroll.
    const container = map.getContainer();
    container.addEventListener("scroll", () => { container.scrollLeft = container.scrollTop = 0; });
  }

  function place() {
    const { map, list, answer } = shown;
    if (!answer || !map) return;
    const pane = map.getPane(PANE);
    const had = pane.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const placed = (answer.found || []).filter((at) => list.facilities[at].at);
    const points = placed.map((at) => latLng(at)).map((where) => map.latLngToLayerPoint(where));
    const view = map.getPixelBounds();
    const origin = map.getPixelOrigin();
    const inView = ({ x, y }) => view.contains(L.point(x, y).add(origin));
    shown.signs = atlas.facilityClusters.clusters(points).filter(inView)
      .map(({ x, y, members }) => ({ x, y, members: members.map((at) => placed[at]) }));
    shown.focused = Math.max(0, shown.signs.findIndex((sign) => key(sign) === had));
    pane.replaceChildren(...shown.signs.map(button));
    if (had && shown.signs.length) focus(shown.focused);
    atlas.labels.draw();
  }

  /* What the signs cover, in px of the layer: place names stand beside them. */
  function boxes() {
    return shown.signs.map(({ x, y, members }) => {
      const [wide, high] = atlas.facilityClusters.size(members);
      return { left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 };
    });
  }

  function latLng(at) {
    const [longitude, latitude] = shown.list.facilities[at].at;
    return [latitude, longitude];
  }

  const key = ({ members }) => members.join();

  function button(sign, position) {
    const made = atlas.elements.button("facility-sign", "", () => opened(sign));
    const alone = sign.members.length === 1;
    made.append(alone ? single(sign) : gathered(sign));
    made.dataset.key = key(sign);
    made.tabIndex = position === shown.focused ? 0 : -1;
    made.setAttribute("aria-label", alone ? spokenOne(sign.members[0]) : spokenMany(sign));
    made.classList.toggle("gathered", !alone);
    made.classList.toggle("chosen", sign.members.some((at) => shown.list.facilities[at].id === shown.chosen));
    L.DomUtil.setPosition(made, L.point(Math.round(sign.x), Math.round(sign.y)));
    L.DomEvent.disableClickPropagation(made);
    for (const name of ["mouseenter", "focus"]) made.addEventListener(name, () => tell(made, sign));
    for (const name of ["mouseleave", "blur"]) made.addEventListener(name, () => atlas.tooltip.hide());
    made.addEventListener("focus", () => { shown.focused = position; });
    return made;
  }

  function single({ members: [at] }) {
    const facility = shown.list.facilities[at];
    return atlas.facilitySigns.sign(shown.list.kinds[facility.kind], { isModel: facility.model });
  }

  /* How many, and which shapes are among them. */
  function gathered({ members }) {
    const { make } = atlas.elements;
    const shapes = new Map(kindsOf(members).map(([kind]) => [`${kind.icon}${kind.colour}`, kind]));
    const drawn = [...shapes.values()].slice(0, 3).map((kind) => atlas.facilitySigns.small(kind, { isModel: allModel(members, kind) }));
    return make("span", "facility-many", ...drawn, make("b", "", members.length.toLocaleString("de-DE")));
  }

  function allModel(members, { icon, colour }) {
    const alike = members.map((at) => shown.list.facilities[at]).filter(({ kind }) => shown.list.kinds[kind].icon === icon && shown.list.kinds[kind].colour === colour);
    return alike.every(({ model }) => model);
  }

  /* [[kind, how many]], in the order of the kinds. */
  function kindsOf(members) {
    const counts = new Map();
    for (const at of members) {
      const { kind } = shown.list.facilities[at];
      counts.set(kind, (counts.get(kind) || 0) + 1);
    }
    return [...counts].sort(([a], [b]) => a - b).map(([kind, count]) => [shown.list.kinds[kind], count]);
  }

  function spokenOne(at) {
    const facility = shown.list.facilities[at];
    const { title } = shown.list.kinds[facility.kind];
    return [title, facility.name, ...facility.badges.map(([, word]) => word)].join(", ");
  }

  function spokenMany({ members }) {
    const kinds = kindsOf(members).map(([{ title, many }, count]) => `${count} ${count === 1 ? title : many}`).join(", ");
    return shown.answer.words.cluster.replace("{count}", members.length).replace("{kinds}", kinds);
  }

  /* What the pointer is on, where areas are told as well. */
  function tell(sign, { members }) {
    const box = sign.getBoundingClientRect();
    const at = { clientX: box.right, clientY: box.top };
    if (members.length > 1) {
      const parts = kindsOf(members).map(([{ title, many }, count]) => `${count} ${count === 1 ? title : many}`);
      atlas.tooltip.tell({ name: parts.join(", "), value: "", notes: [] }, at);
      return;
    }
    const facility = shown.list.facilities[members[0]];
    const kind = shown.list.kinds[facility.kind].title;
    atlas.tooltip.tell({ name: facility.name, value: "", notes: [kind, ...facility.badges.map(([, word]) => word)] }, at);
  }

  /* One opens its card; several are shown larger, or listed where they cannot be parted. */
  function opened({ members }) {
    atlas.tooltip.hide();
    if (members.length === 1) { atlas.facilityCard.open(shown.list.facilities[members[0]].id, true); return; }
    const { map } = shown;
    const zoom = map.getMaxZoom();
    const points = members.map((at) => map.project(latLng(at), zoom));
    if (map.getZoom() >= zoom || !atlas.facilityClusters.canPart(points, points.map((_, at) => at), LEAST_PX)) {
      atlas.facilityCard.stack(members);
      return;
    }
    const bounds = L.latLngBounds(members.map(latLng));
    const fitting = map.getBoundsZoom(bounds, false, L.point(96, 96));
    map.setView(bounds.getCenter(), Math.min(zoom, Math.max(fitting, map.getZoom() + 1)));
  }

  function pressed(event) {
    const direction = DIRECTIONS[event.key];
    if (!direction || !shown.signs.length) return;
    event.preventDefault();
    event.stopPropagation();
    const next = atlas.keyboard.neighbour(shown.signs, shown.focused, direction);
    if (next >= 0) focus(next);
  }

  function focus(position) {
    const buttons = [...shown.map.getPane(PANE).children];
    buttons.forEach((sign, at) => { sign.tabIndex = at === position ? 0 : -1; });
    shown.focused = position;
    buttons[position]?.focus({ preventScroll: true });
  }

  /* The one whose card is open stands out; the map turns to it where it could not be seen. */
  function choose(id) {
    Object.assign(shown, { chosen: id, isComing: Boolean(id) });
    if (shown.answer && shown.signs.length) bring();
  }

  /* Closer where it is one of many, and from under the card into the free part of the map. */
  function bring() {
    shown.isComing = false;
    const { map, list, chosen } = shown;
    const facility = list.facilities.find(({ id }) => id === chosen);
    if (facility?.at) {
      const where = [...facility.at].reverse();
      const alone = shown.signs.some(({ members }) => members.length === 1 && list.facilities[members[0]].id === chosen);
      const zoom = alone ? map.getZoom() : aloneAt(map, facility);
      const free = freePart(map);
      if (!alone || !free.contains(map.latLngToContainerPoint(where))) {
        const aside = free.getCenter().subtract(map.getSize().divideBy(2));
        map.setView(map.unproject(map.project(where, zoom).subtract(aside), zoom), zoom, { animate: false });
      }
    }
    place();
  }

  /* The zoom at which a facility has a sign of its own, as far as any zoom gives it one. */
  function aloneAt(map, { at, id }) {
    const others = shown.answer.found.map((position) => shown.list.facilities[position]).filter((other) => other.at && other.id !== id);
    const isCrowded = (zoom) => {
      const here = map.project([at[1], at[0]], zoom);
      return others.some((other) => map.project([other.at[1], other.at[0]], zoom).distanceTo(here) < ROOM_PX);
    };
    let zoom = Math.max(map.getZoom(), CLOSE_UP);
    while (zoom < map.getMaxZoom() && isCrowded(zoom)) zoom = Math.min(map.getMaxZoom(), zoom + 0.5);
    return zoom;
  }

  /* What the card leaves of the map, in px. */
  function freePart(map) {
    const size = map.getSize();
    const frame = map.getContainer().getBoundingClientRect();
    const card = document.querySelector(".facility-card")?.getBoundingClientRect();
    const left = card ? card.right - frame.left : 0;
    return L.bounds([Math.min(left, size.x / 2), 0], [size.x, size.y]).pad(-0.05);
  }

  /* Back to the sign whose card was closed. */
  function focusOn(id) {
    const at = shown.signs.findIndex(({ members }) => members.some((one) => shown.list.facilities[one].id === id));
    if (at >= 0) focus(at);
    return at >= 0;
  }

  function clear() {
    Object.assign(shown, { answer: null, signs: [], chosen: "", isComing: false });
    shown.map?.getPane(PANE)?.replaceChildren();
    atlas.labels.draw();
  }

  atlas.facilityMarkers = { boxes, draw, clear, choose, focusOn };
})((globalThis.atlas = globalThis.atlas || {}));
