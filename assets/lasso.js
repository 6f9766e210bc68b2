"use strict";
/* Several areas at once: a line drawn around them chooses all whose middle lies inside. */
(function (atlas) {
  const SVG = "http://www.w3.org/2000/svg";
  const LEAST_POINTS = 8;
  const state = { on: false, points: [], line: null, button: null, hint: null };

  function attach(map) {
    const Control = L.Control.extend({ onAdd: () => button(map) });
    new Control({ position: "topright" }).addTo(map);
    const container = map.getContainer();
    state.hint = document.createElement("div");
    state.hint.className = "lasso-hint";
    state.hint.setAttribute("role", "status");
    atlas.panel.element().append(state.hint);
    container.addEventListener("pointerdown", (event) => { if (state.on) begin(map, event); });
    container.addEventListener("pointermove", (event) => { if (state.line) extend(map, event); });
    container.addEventListener("pointercancel", drop);
    container.addEventListener("pointerup", () => { if (state.line) end(map); });
    document.addEventListener("keydown", ({ key }) => { if (key === "Escape" && state.on) turn(map, false); });
  }

  function button(map) {
    const words = atlas.panel.words("map");
    const made = document.createElement("button");
    Object.assign(made, { type: "button", className: "lasso-button", title: words.lasso });
    made.setAttribute("aria-label", words.lasso);
    made.setAttribute("aria-pressed", "false");
    made.append(sign());
    const holder = document.createElement("div");
    holder.className = "leaflet-bar";
    holder.append(made);
    L.DomEvent.disableClickPropagation(holder);
    made.addEventListener("click", () => turn(map, !state.on));
    state.button = made;
    return holder;
  }

  function sign() {
    const picture = document.createElementNS(SVG, "svg");
    for (const [name, value] of Object.entries({ viewBox: "0 0 20 20", width: 20, height: 20, fill: "none", stroke: "currentColor", "stroke-width": 1.6, "aria-hidden": "true" })) picture.setAttribute(name, value);
    for (const [shape, attributes] of [["ellipse", { cx: 10, cy: 8.5, rx: 7, ry: 5, "stroke-dasharray": "3 2" }], ["circle", { cx: 6, cy: 14, r: 1.6 }], ["path", { d: "M6 15.6c0 1.4-.6 2-1.6 2.6" }]]) {
      const part = document.createElementNS(SVG, shape);
      for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
      picture.append(part);
    }
    return picture;
  }

  function turn(map, on) {
    state.on = on;
    drop();
    state.button.setAttribute("aria-pressed", String(on));
    map.getContainer().classList.toggle("lassoing", on);
    map.dragging[on ? "disable" : "enable"]();
    state.hint.textContent = on ? atlas.panel.words("map").lasso_hint : "";
  }

  function begin(map, event) {
    if (event.target.closest(".leaflet-control")) return;
    event.preventDefault();
    // The line may pass over legend and source.
    map.getContainer().setPointerCapture(event.pointerId);
    state.points = [];
    state.line = L.polyline([], { pane: "marks", color: "#1f1d1a", weight: 2, dashArray: "4 4", interactive: false }).addTo(map);
    extend(map, event);
  }

  function extend(map, event) {
    const at = map.mouseEventToLayerPoint(event);
    state.points.push(at);
    state.line.addLatLng(map.layerPointToLatLng(at));
  }

  function end(map) {
    const { kept } = atlas.areas;
    const line = state.points;
    turn(map, false);
    if (line.length < LEAST_POINTS || !kept.values) return;
    const around = { type: "Polygon", coordinates: [line.map(({ x, y }) => [x, y])] };
    const found = kept.values.ids.filter((_, position) => {
      const label = kept.labels[position];
      const at = label && map.latLngToLayerPoint([label[1], label[0]]);
      return at && atlas.neighbours.holds(around, [at.x, at.y]);
    });
    if (found.length) atlas.areas.clicked({ areas: found });
  }

  function drop() {
    if (state.line) state.line.remove();
    Object.assign(state, { line: null, points: [] });
  }

  atlas.lasso = { attach };
})((globalThis.atlas = globalThis.atlas || {}));
