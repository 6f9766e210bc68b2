"use strict";
/* The mode that looks for facilities: asks what the filter leaves, and lets its folder draw it. */
(function (atlas) {
  const ANSWER = "/einrichtungen/auswahl";
  const LIST = "/einrichtungen/liste";
  const FILES = "/einrichtungen/dateien";
  // What an answer is made from: the level and areas that the map shows, and the filter.
  const ASKED = ["indikator", "zeit", "ebene", "gebiet", "name", "arten", "traeger", "frei", "ganztag", "inklusion", "offen", "suche", "teil", "versorgt"];
  const open = { asked: null, answer: null, list: null, coming: null };

  /* Clientside callback: the painted map and the address; nothing is asked before that stands. */
  function show(painted, path, search) {
    if (atlas.frame.modeOf(path) !== "facilities") {
      if (open.asked !== null) leave();
      return;
    }
    if (painted && !atlas.choices.pending()) ask(search || "");
  }

  function question(search) {
    return atlas.address.write(atlas.address.read(search), ASKED);
  }

  async function ask(search) {
    const asked = question(search);
    if (asked === open.asked) {
      if (open.answer) atlas.facilityCard.show(atlas.address.read(search).einrichtung || "");
      return;
    }
    open.asked = asked;
    const panel = document.getElementById("facilities-panel");
    panel.setAttribute("aria-busy", "true");
    try {
      const [{ answer, list }] = await Promise.all([found(asked), drawers()]);
      if (asked === open.asked) draw(panel, answer, list);
    } catch (problem) {
      if (asked === open.asked) failed(panel);
      console.warn(problem);
    }
    panel.removeAttribute("aria-busy");
  }

  /* What the filter of an address leaves, and the list that it is taken from. */
  async function found(asked) {
    const answer = await atlas.comparison.get(ANSWER + asked);
    const list = await listOf(answer);
    return { answer: { ...answer, words: list.words }, list };
  }

  /* All facilities, once for each state of the data. */
  async function listOf({ number, refusal }) {
    if (refusal) return { kinds: [], facilities: [] };
    if (!open.list || open.list.number !== number) open.list = await atlas.comparison.get(LIST);
    return open.list;
  }

  /* Scripts and style come when the mode is first opened. */
  function drawers() {
    open.coming = open.coming || atlas.comparison.get(FILES).then((files) => Promise.all(files.map(atlas.furnish.file)));
    open.coming.catch(() => { open.coming = null; });
    return open.coming;
  }

  function draw(panel, answer, list) {
    open.answer = answer;
    atlas.facilityPanel.draw(panel, answer, list);
    atlas.facilityMarkers.draw(answer, list);
    atlas.facilityCard.fill(answer, list);
    atlas.facilityCard.show(atlas.address.read(currentSearch()).einrichtung || "");
  }

  function currentSearch() {
    return globalThis.dash_component_api?.getLayout("url")?.props.search ?? location.search;
  }

  /* Said in the panel; the same may be asked again. */
  function failed(panel) {
    open.asked = null;
    const sentence = atlas.elements.make("p", "next-step", panel.dataset.failed);
    sentence.setAttribute("role", "alert");
    panel.replaceChildren(sentence);
  }

  /* Another mode: the map is its own again. */
  function leave() {
    open.asked = null;
    open.answer = null;
    if (!atlas.facilityMarkers) return;
    atlas.facilityMarkers.clear();
    atlas.facilityCard.clear();
  }

  atlas.facilities = { question, found, turn: (changes) => atlas.comparison.turn(changes) };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, { facilities: { show } });
})((globalThis.atlas = globalThis.atlas || {}));
