"use strict";
/* „Woher kommt diese Zahl?“: asked for when the fold is opened, and drawn as text. */
(function (atlas) {
  const ADDRESS = "/zahl/herkunft";

  /* A fold was opened by hand. */
  function toggled({ target }) {
    if (target instanceof HTMLDetailsElement && target.matches(".provenance") && target.open) tell(target);
  }

  /* The portrait turned to another figure: what is open is asked anew. */
  function renew(place) {
    const fold = place.querySelector(".provenance");
    if (!fold) return;
    if (fold.open) tell(fold);
    else fold.querySelector(".provenance-told").replaceChildren();
  }

  async function tell(fold) {
    const place = fold.querySelector(".provenance-told");
    const { search } = fold.dataset;
    const words = atlas.portrait.words("provenance");
    if (place.dataset.told === search && place.childElementCount) return;
    place.dataset.told = search;
    const slow = setTimeout(() => place.replaceChildren(atlas.portrait.element("p", "hint", words.loading)), 300);
    const told = await fetch(ADDRESS + search).then((response) => response.json()).catch(() => ({ error: words.failed }));
    clearTimeout(slow);
    if (place.dataset.told !== search) return;
    place.replaceChildren(...parts(told));
    if (told.error) delete place.dataset.told;
  }

  function parts(told) {
    const { element } = atlas.portrait;
    if (told.error) return [element("p", "hint", told.error)];
    const origins = told.origins.flatMap(({ title, lines }) => [element("h4", "", title), list(lines)]);
    return [list(told.lines), ...origins];
  }

  function list(lines) {
    const { element } = atlas.portrait;
    const made = element("dl", "told-lines");
    for (const [term, text] of lines) {
      const line = element("div");
      line.append(element("dt", "", term), element("dd", "", text));
      made.append(line);
    }
    return made;
  }

  atlas.provenance = { renew, parts };
  // A fold's sign does not rise: it is heard on the way down.
  if (globalThis.document?.addEventListener) document.addEventListener("toggle", toggled, true);
})((globalThis.atlas = globalThis.atlas || {}));
