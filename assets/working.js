"use strict";
/* An answer that takes long: how far it is, in the place of the legend, and a button that stops it. */
(function (atlas) {
  const STOP = "/erreichbarkeit/anhalten";
  const AGAIN_MS = 300;

  /* Resolves with the answer when it is there; with the last word of it where nobody asks any more. */
  async function wait(search, told) {
    let now = told;
    while (now.working !== undefined && atlas.areas.isAsked(search)) {
      await atlas.panel.ready;
      if (atlas.areas.isAsked(search)) show(search, now);
      await new Promise((resolve) => { setTimeout(resolve, AGAIN_MS); });
      if (!atlas.areas.isAsked(search)) break;
      now = await fetch(`/karte/klassen${search}`).then((response) => response.json());
    }
    return now;
  }

  function show(search, { working, sentence, stop }) {
    const place = atlas.panel.byClass("legend");
    let bar = place.querySelector("progress");
    if (!bar) {
      const { element } = atlas.portrait;
      const button = element("button", "button", stop);
      bar = element("progress", "working-bar");
      bar.setAttribute("aria-label", sentence);
      button.type = "button";
      button.addEventListener("click", () => atlas.notes.post(STOP + search, {}));
      const box = element("div", "working");
      box.setAttribute("role", "status");
      box.append(element("p", "", sentence), bar, button);
      place.replaceChildren(box);
    }
    bar.value = working;
  }

  atlas.working = { wait };
})((globalThis.atlas = globalThis.atlas || {}));
