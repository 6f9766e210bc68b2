"use strict";
/* What a reader sees of the map: canvas pixels and places; read only, nothing of the page is changed. */
globalThis.eyes = {
  violations: [],

  told() {
    return this.violations;
  },

  state() {
    if (!globalThis.atlas || !atlas.areas) return "keine Karte";
    const { answer, values } = atlas.areas.kept;
    return JSON.stringify({ address: location.search, answer: answer && answer.search, values: values && values.search });
  },

  /* The map, its figures and the portrait are those of the address, and the page has come to rest
     since somebody did something. */
  settled() {
    if (!globalThis.atlas || !atlas.areas || !atlas.address || !rest || atlas.choices.pending()) return false;
    const { answer, values } = atlas.areas.kept;
    const wanted = atlas.address.drawn(location.search);
    const portrait = document.querySelector("#portrait");
    return Boolean(answer && values && answer.search === wanted && values.search === wanted
      && portrait && portrait.childElementCount && !document.querySelector("[data-dash-is-loading]"));
  },

  /* Nothing is still to come: typeface, neighbours, and the line over the years. */
  drawn() {
    const charts = [...document.querySelectorAll(".series")];
    const { answer } = atlas.areas.kept;
    const neighbours = !answer || !answer.context || atlas.background.neighbours();
    return document.fonts.status === "loaded" && neighbours && charts.every((chart) => chart.querySelector(".main-svg"));
  },

  /* Where an area lies in the window, in px. */
  place(name) {
    const { kept } = atlas.areas;
    const [longitude, latitude] = kept.labels[kept.values.names.indexOf(name)];
    return onScreen([latitude, longitude]);
  },

  /* The colours of all areas in area order, as the canvas shows them at their label points. */
  fills() {
    const canvas = document.querySelector(".leaflet-overlay-pane canvas");
    const look = looker(canvas);
    return atlas.areas.kept.values.names.map((name) => hexOf(look(...this.place(name))));
  },

  /* The colours in the legend, from the highest class down; gaps are patterns and left out. */
  swatches() {
    return [...document.querySelectorAll("span.legend-swatch")].map((plain) => hexOf(getComputedStyle(plain).backgroundColor.match(/\d+/g).map(Number)));
  },

  /* Names of the areas that have a line all around on the canvas of marks. */
  outlined() {
    const canvas = document.querySelector(".leaflet-marks-pane canvas");
    if (!canvas) return [];
    const look = looker(canvas);
    const { layers, values } = atlas.areas.kept;
    return values.names.filter((_, position) => corners(layers[position]).every((corner) => look(...onScreen(corner))[3] > 100));
  },

  /* Title and zoom of the second map, once it is painted. */
  beside() {
    const there = document.querySelector(".second-map")?.contentWindow?.atlas;
    if (!there?.areas?.kept.answer || !there.panel.map) return null;
    return { title: there.areas.kept.answer.legend.title, zoom: there.panel.map.getZoom() };
  },

  zoom() {
    return atlas.panel.map.getZoom();
  },

  /* What has the keyboard, by its label or text, and by its id. */
  focused() {
    const { activeElement: found } = document;
    return found ? found.getAttribute("aria-label") || found.textContent : "";
  },

  focused_id() {
    return document.activeElement ? document.activeElement.id : "";
  },

  /* A walk by Tab begins at the top of the page. */
  set_out() {
    document.activeElement.blur();
    getSelection().removeAllRanges();
    scrollTo(0, 0);
    passed.clear();
  },

  /* What can be used and was not passed on the walk, whether it was shown all the time or not. */
  left_out() {
    return [...document.querySelectorAll(USABLE)].filter((found) => usable(found) && !passed.has(found)).map(named);
  },

  /* What was passed without any mark that shows where the keyboard is. */
  unmarked() {
    return [...passed].filter(([, marked]) => !marked).map(([found]) => named(found));
  },

  /* What axe-core, which must be there, calls a violation of its rules; frames are asked apart. */
  async barriers(runOnly) {
    const wishes = { runOnly, resultTypes: ["violations"], iframes: false };
    return axe.run(document, wishes).then(({ violations }) => violations, (problem) => [{ id: String(problem), impact: "critical", nodes: [] }]);
  },

  /* What is moving or fading just now. */
  moving() {
    return document.getAnimations().map(({ effect }) => named(effect.target));
  },

  /* Names of the areas whose middle lies under the legend or the sources. */
  covered() {
    const boxes = [".map-panel .legend", ".map-panel .map-foot"].map((css) => this.box(css));
    const under = ([x, y]) => boxes.some(({ left, top, right, bottom }) => x > left && x < right && y > top && y < bottom);
    return atlas.areas.kept.values.names.filter((name) => under(this.place(name)));
  },

  /* What stands out over the right edge of the window. */
  overflowing() {
    const wide = document.documentElement.clientWidth;
    return document.documentElement.scrollWidth > wide ? document.documentElement.scrollWidth - wide : 0;
  },

  /* How many px an element reaches beyond the right edge of another; null where one is missing. */
  beyond(inner, outer) {
    const [found, around] = [this.box(inner), this.box(outer)];
    return found && around ? Math.max(0, Math.round(found.right - around.right)) : null;
  },

  /* Where an element lies in the window and how many square px it covers. */
  box(css) {
    const found = document.querySelector(css);
    if (!found) return null;
    const { left, top, right, bottom, width, height } = found.getBoundingClientRect();
    return { left, top, right, bottom, area: width * height };
  },
};

const USABLE = "a[href], button, input, select, textarea, summary, [tabindex]";
const passed = new Map();
addEventListener("focusin", ({ target }) => passed.set(target, marked(target)), true);

function named(found) {
  return `${found.tagName} ${found.className || found.id} ${found.getAttribute("aria-label") || found.textContent || found.name || ""}`.slice(0, 120);
}

/* Of radio buttons only one is passed; whatever is inert, hidden or off the order is not. */
function usable(found) {
  const shown = found.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const group = found.type === "radio" && !found.checked;
  return shown && !group && found.tabIndex >= 0 && !found.disabled && !found.closest("[inert]");
}

/* Whether an outline, a shadow or a border in the accent colour shows where the keyboard is. */
function marked(found) {
  const places = [found, found.nextElementSibling, found.parentElement];
  const looks = places.flatMap((place) => (place ? [null, "::before", "::after"].map((part) => getComputedStyle(place, part)) : []));
  return looks.some((look) => (look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1)
    || look.borderTopColor === "rgb(31, 95, 139)" || look.boxShadow.includes("rgb(31, 95, 139)"));
}

/* Whether the browser had nothing left to do after the last gesture, twice in a row. */
let rest = true;
let gesture = 0;
function stirred() {
  rest = false;
  const own = ++gesture;
  requestIdleCallback(() => requestIdleCallback(() => { if (own === gesture) rest = true; }));
}
for (const name of ["click", "change", "keydown", "popstate"]) addEventListener(name, stirred, true);

/* A copy is read: Chromium warns where a canvas that is drawn on is read often. */
function looker(canvas) {
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
  const box = canvas.getBoundingClientRect();
  const scale = canvas.width / box.width;
  return (x, y) => {
    const at = 4 * (Math.round((y - box.top) * scale) * canvas.width + Math.round((x - box.left) * scale));
    return [...data.slice(at, at + 4)];
  };
}

function onScreen(place) {
  const { map } = atlas.panel;
  const at = map.latLngToContainerPoint(place);
  const frame = map.getContainer().getBoundingClientRect();
  return [frame.left + at.x, frame.top + at.y];
}

/* Some corners of an area's border, all around. */
function corners(layer) {
  const all = layer.getLatLngs().flat(Infinity);
  return all.filter((_, number) => number % Math.ceil(all.length / 12) === 0);
}

function hexOf([red, green, blue]) {
  return "#" + [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
}

document.addEventListener("securitypolicyviolation", (event) => eyes.violations.push(`${event.violatedDirective}: ${event.blockedURI}`));
