"use strict";
/* Who came by a link hears what of it is no longer there: asked once, when the map is painted. */
(function (atlas) {
  const ADDRESS = "/ansicht/hinweis";

  /* Nothing is asked for the page as it opens by itself. */
  async function check({ pathname, search }) {
    if (!search || atlas.secondMap.beside()) return;
    const response = await fetch(`${ADDRESS}${search}&seitenpfad=${encodeURIComponent(pathname)}`);
    if (!response.ok) return;
    const { sentences } = await response.json();
    if (sentences.length) atlas.share.say(...sentences);
  }

  atlas.linkCheck = { check };
})((globalThis.atlas = globalThis.atlas || {}));
