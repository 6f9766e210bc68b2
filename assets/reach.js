"use strict";
/* The mode of reachability: asks for panel and figures, and lets the scripts of its folder draw them. */
(function (atlas) {
  const ADDRESS = "/erreichbarkeit/";
  const FILES = `${ADDRESS}dateien`;
  const open = { asked: "", painted: "", coming: null, heard: false };

  const active = () => atlas.address.asksReach();

  /* Clientside callback: path and address. The map is asked for elsewhere; this is what stands beside. */
  function show(path, search) {
    if (!atlas.address.asksReach(path)) {
      if (open.asked) leave();
      return;
    }
    drawers().then(() => turn(search || ""), failed);
  }

  /* Scripts and style come when the mode is first opened. */
  function drawers() {
    open.coming = open.coming || get(FILES).then((files) => Promise.all(files.map(atlas.furnish.file)));
    open.coming.catch(() => { open.coming = null; });
    return open.coming;
  }

  /* The part of an address that the figures are made from, and the one that lies over the map. */
  function turn(search) {
    if (!active()) return;
    hear();
    const asked = atlas.address.drawn(search);
    if (asked !== open.asked) {
      open.asked = asked;
      ask("tafel", search).then((answer) => {
        if (asked !== open.asked) return;
        atlas.reachPanel.draw(panel("reach"), answer);
        if (!answer.refusal) atlas.reachGoal.ask(search, answer.values.arten).catch(console.warn);
      }, failed);
    } else {
      atlas.reachPanel.mark(panel("reach"), atlas.address.read(search));
      atlas.reachGoal.card(search);
    }
    atlas.reachOverlay.show(search, ask);
  }

  /* Another mode: the map is its own again. */
  function leave() {
    open.asked = "";
    if (!atlas.reachOverlay) return;
    atlas.reachOverlay.clear();
    atlas.reachGoal.clear();
  }

  /* The map stands: the figures beside it have been reckoned with it. */
  function painted({ search }) {
    open.painted = search;
    drawers().then(() => get(`${ADDRESS}ergebnis${search}`)).then((told) => {
      if (active() && search === open.painted) atlas.reachResult.draw(panel("result"), told);
    }).catch(failed);
  }

  /* The figures behind the colours, for the table. */
  function valued(values) {
    drawers().then(() => { if (active()) atlas.reachResult.table(panel("result"), values); });
  }

  /* The map, once it shows anything: before that nothing can be laid over it. */
  function ready() {
    return atlas.panel.ready.then((map) => new Promise((resolve) => { map.whenReady(() => resolve(map)); }));
  }

  function panel(name) {
    return document.getElementById(`${name}-panel`);
  }

  /* What the server says of an address; the mode is told, as only the path knows it. */
  function ask(name, search, more = {}) {
    const kept = atlas.address.write(atlas.address.read(search));
    const told = new URLSearchParams({ ...more, modus: "erreichbarkeit" });
    return get(`${ADDRESS}${name}${kept}${kept ? "&" : "?"}${told}`);
  }

  async function get(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  }

  /* Said in the panel; the same may be asked again. */
  function failed(problem) {
    console.warn(problem);
    open.asked = "";
    const place = panel("reach");
    const sentence = document.createElement("p");
    Object.assign(sentence, { className: "next-step", textContent: place.dataset.failed });
    sentence.setAttribute("role", "alert");
    place.replaceChildren(sentence);
  }

  /* Where somebody clicks, somebody sets out. */
  function hear() {
    if (open.heard) return;
    open.heard = true;
    atlas.panel.ready.then((map) => map.on("click", ({ latlng }) => { if (active()) from([latlng.lng, latlng.lat]); }));
  }

  /* A way from a place, [longitude, latitude]; null takes it off the map. */
  function from(place) {
    atlas.choices.choose({ von: place ? place.slice(0, 2).map((degrees) => degrees.toFixed(5)).join(",") : "" });
  }

  atlas.reach = { active, painted, valued, from, ask, ready };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, { reach: { show } });
})((globalThis.atlas = globalThis.atlas || {}));
