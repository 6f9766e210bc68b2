"use strict";
/* What stands around the map of a story: question, statement, legend, source and a few buttons. */
(function (atlas) {
  const { make, button } = atlas.elements;
  const CHANNEL = "sozialraumatlas-vortrag";
  const SIZES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7];
  const stage = () => document.getElementById("stage");
  const part = (name) => stage().querySelector(`.${name}`);

  function draw(place, story, told, commands) {
    const { words } = told;
    const question = make("h1", "stage-question");
    question.tabIndex = -1;
    const voice = make("p", "map-voice stage-voice");
    voice.setAttribute("role", "status");
    const zooming = make("select", "stage-zoom");
    zooming.setAttribute("aria-label", words.zoom);
    zooming.addEventListener("keydown", opened);
    zooming.addEventListener("pointerdown", () => { delete zooming.dataset.typed; });
    zooming.addEventListener("change", () => {
      if (zooming.value === "") commands.whole();
      else commands.zoom(Number(zooming.value));
      // The keys turn chapters again; whoever types a name is still at it.
      if (!zooming.dataset.typed) question.focus();
    });
    const control = (name, text, sign = "") => Object.assign(button(`stage-button stage-${name}`, sign || text, commands[name]), { title: text, ariaLabel: text });
    place.replaceChildren(
      story.banner ? make("p", "stage-banner", story.banner) : make("span", "stage-no-banner"),
      make("header", "stage-head", question, voice),
      make("div", "stage-side", make("p", "stage-text"), make("dl", "stage-facts"), make("div", "stage-legend")),
      make("footer", "stage-foot",
        make("div", "stage-told", make("p", "stage-source"), make("p", "stage-stamp", story.stamp)),
        make("nav", "stage-controls",
          zooming, control("whole", words.whole), control("point", words.point), told.base ? control("code", words.code) : "",
          control("previous", words.previous, "‹"), make("span", "stage-count"), control("next", words.next, "›"), control("leave", words.leave))),
    );
    part("stage-controls").title = words.keys;
  }

  /* Arrows open the list in place of choosing the next area at once. */
  function opened(event) {
    if (event.key.length === 1 && event.key !== " ") event.target.dataset.typed = "1";
    else delete event.target.dataset.typed;
    if (!["ArrowDown", "ArrowUp"].includes(event.key) || !event.target.showPicker) return;
    event.preventDefault();
    event.target.showPicker();
  }

  function turn(story, at, words) {
    const { question, text } = story.chapters[at].shown;
    const count = story.chapters.length;
    const told = (sentence) => sentence.replace("{at}", at + 1).replace("{count}", count).replace("{question}", question);
    part("stage-question").textContent = question;
    part("stage-text").textContent = text;
    facts([]);
    part("stage-count").textContent = told(words.of);
    part("stage-voice").textContent = told(words.spoken);
    part("stage-previous").disabled = at === 0;
    part("stage-next").disabled = at === count - 1;
  }

  /* Areas with their figures and what limits these; beside them what they are compared with. */
  function facts(told) {
    part("stage-facts").replaceChildren(...told.map(({ name, figure, notes, beside }) => make("div", `stage-fact${beside ? " stage-fact-beside" : ""}`, make("dt", "", name), " ", make("dd", "stage-fact-figure", figure), notes ? make("dd", "stage-fact-notes", notes) : "")));
    fit();
  }

  /* What stands beside the map as large as there is room for. */
  function fit() {
    const side = stage().querySelector(".stage-side");
    if (!side) return;
    for (const times of SIZES) {
      side.style.setProperty("--fit", times);
      if (side.scrollHeight <= side.clientHeight) return;
    }
  }

  /* Pairs of name and position. */
  function choices(names, words) {
    const zooming = part("stage-zoom");
    const made = [["", words.zoom], ...names.map(([name, position]) => [String(position), name])];
    zooming.replaceChildren(...made.map(([value, text]) => Object.assign(make("option", "", text), { value })));
    zooming.hidden = !names.length;
  }

  function unchoose() {
    part("stage-zoom").value = "";
  }

  /* A large ring that goes with the pointer, until it is asked for again. */
  function point() {
    const there = document.querySelector(".stage-pointer");
    part("stage-point").setAttribute("aria-pressed", String(!there));
    if (there) { there.remove(); document.removeEventListener("pointermove", follow); return; }
    stage().append(make("div", "stage-pointer"));
    document.addEventListener("pointermove", follow);
  }

  function follow({ clientX, clientY }) {
    const ring = document.querySelector(".stage-pointer");
    if (ring) ring.style.transform = `translate(${clientX}px, ${clientY}px)`;
    else document.removeEventListener("pointermove", follow);
  }

  /* Whoever holds a camera up has the chapter in the hand; anything puts the code away. */
  function code({ base, words }, address) {
    const image = Object.assign(make("img", ""), { src: `/teilen/qr.svg?adresse=${encodeURIComponent(address)}`, alt: words.code_alt });
    const cover = make("div", "stage-qr stage-cover", image, make("p", "stage-qr-hint", words.code_hint), make("p", "stage-qr-link", base.replace(/^https?:\/\//, "")));
    cover.addEventListener("click", light);
    stage().append(cover);
  }

  /* Nothing to see for a while: everybody listens. */
  function dark(words) {
    const cover = make("div", "stage-dark stage-cover", make("p", "", words.dark));
    cover.addEventListener("click", light);
    stage().append(cover);
  }

  /* Whether something lay over the stage, which it no longer does. */
  function light() {
    const cover = document.querySelector(".stage-cover");
    cover?.remove();
    return Boolean(cover);
  }

  atlas.stageFrame = { CHANNEL, draw, turn, facts, fit, choices, unchoose, point, code, dark, light };
})((globalThis.atlas = globalThis.atlas || {}));
