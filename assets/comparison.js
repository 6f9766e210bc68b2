"use strict";
/* The mode that compares: asks for the open board, and lets the scripts of its folder draw it. */
(function (atlas) {
  const BOARD = "/vergleich/tafel";
  const FILES = "/vergleich/dateien";
  // How the map is drawn and what stands beside it changes no board.
  const IDLE = [
    "art", "klassen", "palette", "grenzen", "fest", "liste", "grund", "namen", "rechts", "seite", "gleich",
    "arten", "traeger", "frei", "ganztag", "inklusion", "offen", "suche", "einrichtung", "teil", "versorgt",
  ];
  const open = { asked: null, answer: null, coming: null };

  /* Clientside callback: the address and the painted map; nothing is asked before that stands. */
  function show(path, search, painted) {
    if (atlas.frame.modeOf(path) !== "comparison") {
      open.asked = null;
      unmark();
      return;
    }
    if (painted && !atlas.choices.pending()) ask(search || "");
  }

  /* The part of an address that a board is made from. */
  function question(search) {
    const choices = atlas.address.read(search);
    for (const name of IDLE) delete choices[name];
    return atlas.address.write(choices);
  }

  async function ask(search) {
    const asked = question(search);
    if (asked === open.asked) return;
    open.asked = asked;
    const panel = document.getElementById("comparison-panel");
    panel.setAttribute("aria-busy", "true");
    try {
      const [answer] = await Promise.all([get(BOARD + asked), drawers()]);
      if (asked === open.asked) draw(panel, answer);
    } catch (problem) {
      if (asked === open.asked) failed(panel);
      console.warn(problem);
    }
    panel.removeAttribute("aria-busy");
  }

  /* Said in the panel; the same may be asked again. */
  function failed(panel) {
    open.asked = null;
    const sentence = document.createElement("p");
    Object.assign(sentence, { className: "next-step", textContent: panel.dataset.failed });
    sentence.setAttribute("role", "alert");
    panel.replaceChildren(sentence);
  }

  async function get(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  }

  /* Scripts and style come with the first board. */
  function drawers() {
    open.coming = open.coming || get(FILES).then((files) => Promise.all(files.map(atlas.furnish.file)));
    open.coming.catch(() => { open.coming = null; });
    return open.coming;
  }

  function draw(panel, answer) {
    open.answer = answer;
    atlas.boards.draw(panel, answer);
    mark();
  }

  /* Several choices in one step of the address; once the map stands, if it is being drawn. */
  function turn(changes) {
    if (atlas.choices.pending()) { setTimeout(turn, 50, changes); return; }
    const search = globalThis.dash_component_api?.getLayout("url")?.props.search ?? location.search;
    const after = { ...atlas.address.read(search), ...changes };
    dash_clientside.set_props("url", { search: atlas.address.write(after) });
  }

  let marked = false;

  /* Clientside callback: both sides outlined on the map, each in its own way. */
  function mark() {
    // After the map has drawn its own selection.
    setTimeout(outline, 0);
  }

  function outline() {
    if (atlas.frame.modeOf(location.pathname) !== "comparison") return;
    const sides = open.answer?.sides || {};
    marked = Boolean(sides.a || sides.b);
    outlineSides(sides);
    atlas.secondMap.mark(sides);
  }

  /* {a: ids, b: ids} on the map of this page. */
  function outlineSides(sides) {
    const { kept } = atlas.areas;
    if (kept.values && kept.group) atlas.outlines.sides(places(sides, kept));
  }

  /* Where the areas of both sides stand on the map. */
  function places(sides, { values, layers }) {
    const on = (ids = []) => ids.map((id) => values.ids.indexOf(id)).filter((at) => layers[at]);
    return { a: on(sides.a), b: on(sides.b) };
  }

  function unmark() {
    if (!marked) return;
    marked = false;
    outlineSides({});
    atlas.secondMap.mark({});
  }

  /* The area that is pointed at in a board is outlined on the map. */
  function point(id) {
    const { kept } = atlas.areas;
    if (kept.values && kept.group) atlas.outlines.hover(id ? kept.values.ids.indexOf(id) : -1);
  }

  /* Whether all areas of a side are on the map as it stands. */
  function isOnMap(side) {
    const { kept } = atlas.areas;
    return Boolean(kept.values) && side.ids.every((id) => kept.values.ids.includes(id));
  }

  atlas.comparison = { question, places, turn, point, isOnMap, get, outlineSides };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, { comparison: { show, mark } });
})((globalThis.atlas = globalThis.atlas || {}));
