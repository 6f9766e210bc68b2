"use strict";
/* The map without a mouse: arrows go from area to area, Enter chooses, a voice speaks. */
(function (atlas) {
  const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const state = { at: -1, opened: false };
  atlas.keyboard = { neighbour, nearest, spoken, attach, announce };

  /* The point that lies best in a direction: within 60° of it, near, and little to the side. */
  function neighbour(points, from, [dx, dy]) {
    let best = -1;
    let least = Infinity;
    points.forEach((point, position) => {
      if (!point || position === from) return;
      const [x, y] = [point.x - points[from].x, point.y - points[from].y];
      const ahead = x * dx + y * dy;
      const aside = Math.abs(x * dy) + Math.abs(y * dx);
      if (ahead <= 0 || aside > ahead * 1.75) return;
      const far = ahead + 1.6 * aside;
      if (far < least) [least, best] = [far, position];
    });
    return best;
  }

  function nearest(points, to) {
    let best = -1;
    let least = Infinity;
    points.forEach((point, position) => {
      if (!point) return;
      const far = (point.x - to.x) ** 2 + (point.y - to.y) ** 2;
      if (far < least) [least, best] = [far, position];
    });
    return best;
  }

  /* „Clenze: 12,4 %, Klasse 3 von 5, Modelldaten“. */
  function spoken({ name, value, notes }, letter, classCount, sentence) {
    const classNumber = "0123456789".indexOf(letter) >= 0 ? "0123456789".indexOf(letter) : "abcdefghij".indexOf(letter);
    const inClass = letter && classNumber >= 0 ? sentence.replace("{number}", classNumber + 1).replace("{count}", classCount) : "";
    return `${name}: ${[value, inClass, ...notes].filter(Boolean).join(", ")}`;
  }

  function attach(map) {
    const container = map.getContainer();
    container.tabIndex = 0;
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", atlas.panel.words("map").label);
    container.addEventListener("keydown", (event) => { if (event.target === container) pressed(map, event); });
    container.addEventListener("blur", () => leave(false));
    container.addEventListener("mousedown", () => { state.at = -1; });
  }

  function pressed(map, event) {
    const add = event.ctrlKey || event.metaKey;
    if (event.altKey || (add && event.key !== "Enter")) return;
    if (DIRECTIONS[event.key]) step(map, DIRECTIONS[event.key]);
    else if (event.key === "Enter" || event.key === " ") chooseHere(add);
    else if (event.key === "Escape") leave(true);
    else if (event.key === "+" || event.key === "-") map.setZoom(map.getZoom() + (event.key === "+" ? 0.5 : -0.5), { animate: false });
    else return;
    event.preventDefault();
  }

  function step(map, direction) {
    const { kept } = atlas.areas;
    if (!kept.values || !kept.layers.length) return;
    const points = kept.labels.map((point) => point && map.latLngToLayerPoint([point[1], point[0]]));
    const next = state.at < 0 ? start(map, points) : neighbour(points, state.at, direction);
    if (next < 0) { say(atlas.panel.words("map").no_neighbour); return; }
    state.at = next;
    atlas.outlines.hover(next);
    map.panInside([kept.labels[next][1], kept.labels[next][0]], { padding: [60, 60], animate: false });
    const words = Object.fromEntries(["status", "nature", "flag"].map((section) => [section, atlas.panel.words(section)]));
    say(spoken(atlas.areas.textOf(next, kept.values, words), kept.letters.charAt(next), kept.answer.colours.length, atlas.panel.words("map").class_spoken));
    showTip(map, points, next);
  }

  /* The selected area, else the one in the middle of the map. */
  function start(map, points) {
    const { kept } = atlas.areas;
    const selected = kept.values.ids.indexOf((kept.selected || [])[0]);
    return selected >= 0 ? selected : nearest(points, map.latLngToLayerPoint(map.getCenter()));
  }

  function showTip(map, points, position) {
    const label = atlas.areas.kept.labels[position];
    const at = map.latLngToContainerPoint([label[1], label[0]]);
    const frame = map.getContainer().getBoundingClientRect();
    atlas.tooltip.show(position, { clientX: frame.left + at.x, clientY: frame.top + at.y });
  }

  function chooseHere(add) {
    if (state.at < 0) return;
    atlas.areas.choose(state.at, add);
    say(atlas.panel.words("map").chosen.replace("{name}", atlas.areas.kept.values.names[state.at]));
  }

  function leave(aloud) {
    if (state.at < 0) return;
    state.at = -1;
    atlas.outlines.hover(-1);
    atlas.tooltip.hide();
    if (aloud) say(atlas.panel.words("map").left);
  }

  /* Another map than the page opened with stands there: what it shows, or why it does not. */
  function announce({ title, period, sentence }) {
    if (state.opened) say(sentence || [title, period].filter(Boolean).join(", "));
    state.opened = true;
  }

  function say(sentence) {
    atlas.panel.byClass("map-voice").textContent = sentence;
  }
})((globalThis.atlas = globalThis.atlas || {}));
