"use strict";
/* What stands beside the map: the portrait, the topic's other figures, and what the controls show. */
(function (atlas) {
  const ADDRESS = "/karte/daneben";
  let asked = 0;

  /* Clientside callback: asked for when a map is painted, and when areas are selected. What was
     asked before and comes later is not heard. */
  function ask(painted, selected, search) {
    const { no_update } = dash_clientside;
    if (!painted) return no_update;
    asked += 1;
    const turn = asked;
    return atlas.answers.answer(ADDRESS + address(painted.search, selected, search))
      .then((told) => (turn === asked ? told : no_update))
      .catch((problem) => { if (turn === asked) failed(problem); return no_update; });
  }

  function failed(problem) {
    console.warn(problem);
    atlas.share.say(atlas.panel.words("notice").failed);
  }

  /* Clientside callback: portrait and topic into the panel, once there is one. */
  function place(told) {
    const { no_update } = dash_clientside;
    return told ? [told.portrait, told.others] : [no_update, no_update];
  }

  /* The choices of the page, with what the map draws that they are about: it may be the right one. */
  function address(drawn, selected, search) {
    const { read, write, DRAWN } = atlas.address;
    const choices = read(search);
    for (const name of DRAWN) delete choices[name];
    return write({ ...choices, ...read(drawn), gebiet: (selected || []).join(";") });
  }

  atlas.beside = { address };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, { beside: { ask, place } });
})((globalThis.atlas = globalThis.atlas || {}));
