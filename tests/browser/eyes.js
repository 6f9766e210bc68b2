"use strict";
/* What a reader sees of the map: canvas pixels and places; read only, nothing of the page is changed. */
globalThis.eyes = {
  violations: [],

  state() {
    if (!globalThis.atlas || !atlas.areas) return "keine Karte";
    const { answer, values } = atlas.areas.kept;
    return JSON.stringify({ address: location.search, answer: answer && answer.search, values: values && values.search });
  },

  /* The map, its figures and the portrait are those of the address. */
  settled() {
    if (!globalThis.atlas || !atlas.areas || !atlas.address) return false;
    const { answer, values } = atlas.areas.kept;
    const wanted = atlas.address.drawn(location.search);
    const portrait = document.querySelector("#portrait");
    return Boolean(answer && values && answer.search === wanted && values.search === wanted
      && portrait && portrait.childElementCount && !document.querySelector("[data-dash-is-loading]"));
  },

  /* Where an area lies in the window, in px. */
  place(name) {
    const { kept } = atlas.areas;
    const position = kept.values.names.indexOf(name);
    const [longitude, latitude] = kept.labels[position];
    const at = atlas.panel.map.latLngToContainerPoint([latitude, longitude]);
    const frame = atlas.panel.map.getContainer().getBoundingClientRect();
    return [frame.left + at.x, frame.top + at.y];
  },

  /* The colours of all areas in area order, as the canvas shows them at their label points. */
  fills() {
    return atlas.areas.kept.values.names.map((name) => this.fill(name));
  },

  fill(name) {
    const [x, y] = this.place(name);
    const drawn = [...document.querySelectorAll(".leaflet-overlay-pane canvas")]
      .map((canvas) => pixel(canvas, x, y)).filter((colour) => colour && colour[3] > 200);
    return drawn.length ? hexOf(drawn[drawn.length - 1]) : null;

    function pixel(canvas, left, top) {
      const box = canvas.getBoundingClientRect();
      const scale = canvas.width / box.width;
      return pixelOf(canvas, (left - box.left) * scale, (top - box.top) * scale);
    }
  },

  /* The colours in the legend, from the highest class down; gaps are patterns and left out. */
  swatches() {
    return [...document.querySelectorAll(".legend-swatch")].map((canvas) => hexOf(pixelOf(canvas, canvas.width / 2, canvas.height / 2)));
  },

  /* What stands out over the right edge of the window. */
  overflowing() {
    const wide = document.documentElement.clientWidth;
    return document.documentElement.scrollWidth > wide ? document.documentElement.scrollWidth - wide : 0;
  },

  /* The share of the window that an element covers, and where it lies. */
  box(css) {
    const found = document.querySelector(css);
    if (!found) return null;
    const { left, top, right, bottom, width, height } = found.getBoundingClientRect();
    return { left, top, right, bottom, area: width * height };
  },
};

/* Copied and read there: Chromium warns where a canvas that is drawn on is read often. */
function pixelOf(canvas, x, y) {
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  pen.drawImage(canvas, -Math.round(x), -Math.round(y));
  return [...pen.getImageData(0, 0, 1, 1).data];
}

function hexOf([red, green, blue]) {
  return "#" + [red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("");
}

document.addEventListener("securitypolicyviolation", (event) => eyes.violations.push(`${event.violatedDirective}: ${event.blockedURI}`));
