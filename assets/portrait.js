"use strict";
/* The portrait has come from the server: what scripts draw in it is put in place. */
(function (atlas) {
  let spoken = null;

  /* The German texts that the server put on the portrait's place, by section. */
  function words(section) {
    const place = document.getElementById("portrait");
    spoken = spoken || JSON.parse(place.dataset.words);
    return spoken[section];
  }

  /* Clientside callback: notes, the name of several areas, an open fold. */
  function dress(children) {
    const place = document.getElementById("portrait");
    if (!place || !children) return;
    atlas.notes.draw(place);
    atlas.severalAreas.draw(place);
    atlas.provenance.renew(place);
  }

  /* „Back“ and „forward“ may change nothing but the name in the address. */
  function wentBack() {
    const place = document.getElementById("portrait");
    if (place) atlas.severalAreas.rename(place);
  }

  /* An element with a class and a text, never markup. */
  function element(tag, name, text) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  atlas.portrait = { words, element };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, { portrait: { dress } });
  if (globalThis.addEventListener && globalThis.document) addEventListener("popstate", wentBack);
})((globalThis.atlas = globalThis.atlas || {}));
