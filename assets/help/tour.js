"use strict";
/* A tour of one minute: a card says what the outlined part of the page is for. It covers nothing
   that it tells of, and is left at any step. */
(function (atlas) {
  // The part that each step tells of; the second where the first is folded away.
  const PARTS = [
    ["#question-panel", "#question-toggle"],
    [".map-panel .map"],
    [".map-panel .legend"],
    ["#area-panel", "#area-toggle"],
    [".modes"],
    ["#handout"],
    ["#help-link"],
  ];
  const { make, button } = atlas.elements;
  const state = { words: null, at: 0, card: null };

  function begin(words) {
    history.replaceState(history.state, "", location.pathname + location.search);
    if (state.card) state.card.remove();
    state.words = words;
    state.card = make("section", "tour");
    state.card.setAttribute("aria-label", words.title);
    state.card.addEventListener("keydown", ({ key }) => { if (key === "Escape") end(); });
    document.body.append(state.card);
    turn(0);
  }

  function turn(at) {
    const { words, card } = state;
    const { steps } = words;
    state.at = at;
    const heading = make("h2", "", steps[at].title);
    heading.tabIndex = -1;
    const progress = make("span", "hint", words.progress.replace("{number}", at + 1).replace("{count}", steps.length));
    const buttons = make("div", "tour-buttons", progress, button("quiet-button", words.end, end));
    if (at > 0) buttons.append(button("button", words.back, () => turn(at - 1)));
    if (at < steps.length - 1) buttons.append(button("button", words.next, () => turn(at + 1)));
    card.replaceChildren(heading, make("p", "", steps[at].text), buttons);
    outline(part(at));
    heading.focus({ preventScroll: true });
  }

  function part(at) {
    const found = PARTS[at].map((css) => document.querySelector(css));
    return found.find((place) => place?.checkVisibility()) || null;
  }

  function outline(place) {
    for (const before of document.querySelectorAll(".tour-here")) before.classList.remove("tour-here");
    if (place) place.classList.add("tour-here");
  }

  function end() {
    outline(null);
    state.card.remove();
    state.card = null;
    document.getElementById("help-link")?.focus();
  }

  atlas.tour = { begin };
})((globalThis.atlas = globalThis.atlas || {}));
