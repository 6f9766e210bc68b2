"use strict";
/* The classes on the screen become those of the indicator, where somebody may write. */
(function (atlas) {
  const KEEP = "/schreiben/klassen";

  async function keep() {
    const place = document.getElementById("classes-said");
    const answer = await atlas.notes.post(KEEP + atlas.address.drawn(location.search), {});
    place.textContent = answer.error || answer.said;
    if (answer.number) atlas.notes.seen(answer.number);
  }

  atlas.ourClasses = { keep };
  if (globalThis.document?.addEventListener)
    document.addEventListener("click", ({ target }) => { if (target.id === "keep-classes") keep(); });
})((globalThis.atlas = globalThis.atlas || {}));
