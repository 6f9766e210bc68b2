"use strict";
/* What a word means, on a small sheet beside it; Escape or a click elsewhere puts it away. */
(function (atlas) {
  const GAP_PX = 6;
  const EDGE_PX = 8;
  const { make } = atlas.elements;

  function show(word, { terms, words, page }) {
    const { id, word: name, meaning } = terms[word.dataset.term];
    const all = make("a", "", words.all_terms);
    all.href = `${page}${location.search}#begriff-${id}`;
    const sheet = make("div", "term-sheet", make("strong", "", name), make("p", "", meaning), all);
    sheet.popover = "auto";
    sheet.setAttribute("role", "note");
    sheet.setAttribute("aria-label", name);
    sheet.addEventListener("toggle", ({ newState }) => { if (newState === "closed") sheet.remove(); });
    // Next to the word, so that the keyboard goes on into it, and then on behind the word.
    word.after(sheet);
    sheet.showPopover();
    const { x, y } = spot(word.getBoundingClientRect(), { width: sheet.offsetWidth, height: sheet.offsetHeight }, { width: innerWidth, height: innerHeight });
    Object.assign(sheet.style, { left: `${x}px`, top: `${y}px` });
    sheet.tabIndex = -1;
    sheet.focus({ preventScroll: true });
  }

  /* Below the word, or above it where there is no room; never over the edge of the window. */
  function spot({ left, top, bottom }, { width, height }, window) {
    const below = bottom + GAP_PX + height <= window.height - EDGE_PX;
    return {
      x: Math.max(EDGE_PX, Math.min(left, window.width - width - EDGE_PX)),
      y: below ? bottom + GAP_PX : Math.max(EDGE_PX, top - GAP_PX - height),
    };
  }

  atlas.terms = { show, spot };
})((globalThis.atlas = globalThis.atlas || {}));
