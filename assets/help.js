"use strict";
/* Help where it is wanted: a word that is pressed says what it means, and the tour when asked for.
   Both come with the folder help/. */
(function (atlas) {
  const PAGE = "/hilfe";
  const FILES = `${PAGE}/dateien`;
  const WORDS = `${PAGE}/woerter`;
  const TOUR = "#rundgang";
  let coming = null;

  /* What the folder says and draws, fetched once; a failed fetch may be tried again. */
  function drawers() {
    coming = coming || Promise.all([get(FILES).then((files) => Promise.all(files.map(atlas.furnish.file))), get(WORDS)]).then(([, words]) => words);
    coming.catch(() => { coming = null; });
    return coming;
  }

  async function get(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  }

  /* A word as a button that explains itself. */
  function term(id, text) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "term", textContent: text });
    button.dataset.term = id;
    return button;
  }

  function pressed({ target }) {
    const word = target.closest?.("[data-term]");
    if (word) drawers().then((words) => atlas.terms.show(word, words)).catch(console.warn);
    const link = target.closest?.("#help-link, .help-foot");
    // So that the page leads back to what is seen now.
    if (link) link.search = location.search;
  }

  function asked() {
    if (location.hash === TOUR) atlas.panel.ready.then(drawers).then((words) => atlas.tour.begin(words.tour)).catch(console.warn);
  }

  atlas.help = { term };
  if (globalThis.document?.addEventListener) {
    document.addEventListener("click", pressed);
    addEventListener("hashchange", asked);
    addEventListener("load", asked);
  }
})((globalThis.atlas = globalThis.atlas || {}));
