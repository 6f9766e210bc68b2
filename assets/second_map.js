"use strict";
/* A second map beside the first: the same page in a frame, without panels, moving together. */
(function (atlas) {
  const state = { frame: null, right: "", note: null, drawn: null, leading: null, side: "left", sides: {} };
  // What each map last said of itself: PAINTED and MAP_VALUES.
  const told = { left: {}, right: {} };

  /* Whether this page is itself the map beside another. */
  const beside = () => globalThis.parent !== globalThis && Boolean(globalThis.frameElement?.dataset.beside);

  /* What the address says of the right map: none, or its own view, with the left one's classes. */
  function show(search) {
    if (beside()) return;
    const choices = atlas.address.read(search);
    const panel = document.querySelector(".map-panel");
    if (!panel) return;
    turnTo(choices.rechts && choices.seite === "rechts" ? "right" : "left");
    offerSides(choices);
    if (!choices.rechts || atlas.address.asksReach()) { close(panel); return; }
    panel.parentElement.classList.toggle("acts-right", choices.seite === "rechts");
    state.right = address(choices, atlas.address.drawn(search));
    if (!state.frame) open(panel);
    else busy(drawRight());
    inside((there) => there.areas.select(atlas.address.areas(search)));
  }

  /* What the right map draws; "?" stands for the usual view. */
  function address(choices, left) {
    const right = atlas.address.drawn(choices.rechts);
    if (choices.gleich !== "1") return right;
    return `${right || "?"}${right ? "&" : ""}wie=${encodeURIComponent(left || "?")}`;
  }

  function open(panel) {
    const frame = document.createElement("iframe");
    frame.className = "second-map";
    frame.dataset.beside = "1";
    frame.title = atlas.panel.words("map").beside;
    frame.src = `/${state.right}`;
    state.frame = frame;
    panel.parentElement.append(frame);
    panel.parentElement.classList.add("two-maps");
    frame.addEventListener("load", () => inside((there) => there.panel.ready.then((map) => join(map, frame))));
    // What was chosen meanwhile is drawn.
    busy(new Promise((resolve) => { frame.addEventListener("load", () => resolve(drawRight())); }));
  }

  const drawRight = () => inside((there) => there.areas.show(state.right));

  /* Said over the right map as long as the last one asked for is to come; the style of the note
     waits until that has lasted. */
  function busy(drawn) {
    if (!drawn) return;
    if (!state.note) {
      state.note = atlas.portrait.element("p", "busy-note", atlas.panel.words("map").busy);
      state.note.setAttribute("role", "status");
      document.querySelector(".map-panel").parentElement.append(state.note);
    }
    state.drawn = drawn;
    const done = () => { if (state.drawn === drawn) quiet(); };
    drawn.then(done, done);
  }

  function quiet() {
    if (state.note) state.note.remove();
    state.note = null;
  }

  function close(panel) {
    if (!state.frame) return;
    state.frame.remove();
    state.frame = null;
    quiet();
    told.right = {};
    panel.parentElement.classList.remove("two-maps");
  }

  function inside(then) {
    const there = state.frame?.contentWindow?.atlas;
    return there?.areas?.show ? then(there) : null;
  }

  /* The one that somebody moves leads; the other follows without answering. */
  function join(right, frame) {
    const left = atlas.panel.map;
    const follow = (from, to) => () => {
      if (state.frame !== frame || (state.leading && state.leading !== from)) return;
      state.leading = from;
      to.setView(from.getCenter(), from.getZoom(), { animate: false });
      state.leading = null;
    };
    left.on("move", follow(left, right));
    right.on("move", follow(right, left));
    follow(left, right)();
  }

  /* A map says what it shows; portrait and lists are about the one that is being set. */
  function tell(name, data) {
    if (beside()) globalThis.parent.atlas.secondMap.hear("right", name, data);
    else hear("left", name, data);
  }

  /* What a map of this page said; heard further where portrait and lists are about it. */
  function hear(side, name, data) {
    told[side][name] = data;
    if (side === "right" && name === "map-values") mark(state.sides);
    if (side === state.side) dash_clientside.set_props(name, { data });
  }

  /* Both sides of a comparison, {a: ids, b: ids}, on the right map too, as often as it is drawn. */
  function mark(sides) {
    state.sides = sides;
    inside((there) => there.comparison.outlineSides(sides));
  }

  function turnTo(side) {
    if (side === state.side) return;
    state.side = side;
    for (const [name, data] of Object.entries(told[side])) dash_clientside.set_props(name, { data });
  }

  /* The choice of the map in the panel „Gebiet“: there while there are two. */
  function offerSides({ rechts, seite }) {
    const place = document.querySelector(".list-sides");
    if (!place) return;
    place.hidden = !rechts;
    for (const button of place.querySelectorAll("[data-side]")) button.setAttribute("aria-pressed", String(button.dataset.side === (seite || "")));
  }

  /* The figures that portrait and lists are about. */
  const values = () => told[state.side]["map-values"];

  /* Where gestures on a map are heard: the page with the panels. */
  const page = () => (beside() ? globalThis.parent : globalThis);

  atlas.secondMap = { show, beside, address, page, tell, hear, mark, values };
  if (globalThis.document?.documentElement && beside()) document.documentElement.classList.add("beside");
})((globalThis.atlas = globalThis.atlas || {}));
