"use strict";
/* The speaker's window: this chapter's notes, the next chapter, a clock; it follows the stage and leads it. */
(function () {
  const CHANNEL = "sozialraumatlas-vortrag";
  const place = document.getElementById("speaker");
  const words = JSON.parse(place.dataset.words);
  const channel = new BroadcastChannel(CHANNEL);
  const state = { id: new URLSearchParams(location.search).get("geschichte") || "", story: null, editor: false, at: 0, since: Date.now() };

  function make(tag, name, ...parts) {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...parts);
    return made;
  }

  function button(text, pressed) {
    const made = make("button", "speaker-button", text);
    made.type = "button";
    made.addEventListener("click", pressed);
    return made;
  }

  function draw() {
    if (!state.story) { place.replaceChildren(make("p", "speaker-gone", words.gone)); return; }
    const { chapters } = state.story;
    const [now, next] = [chapters[state.at], chapters[state.at + 1]];
    const note = state.editor ? now.note || words.no_notes : words.reader;
    const following = next ? [picture(next), make("div", "", make("h2", "", `${words.next}: ${next.shown.question}`), make("p", "", next.shown.text))] : [make("p", "speaker-last", words.last)];
    const counted = words.of.replace("{at}", state.at + 1).replace("{count}", chapters.length);
    place.replaceChildren(
      make("header", "speaker-head", make("p", "speaker-story", `${state.story.title} · ${counted}`), make("div", "speaker-clocks", clock(words.clock, "speaker-time"), clock(words.since, "speaker-since"), button(words.restart, restart))),
      make("section", "speaker-now", make("h1", "", now.shown.question), make("p", "speaker-text", now.shown.text)),
      make("section", "speaker-notes", make("h2", "", words.notes), make("p", now.note ? "speaker-note" : "speaker-no-note", note)),
      make("section", "speaker-next", ...following),
      make("footer", "speaker-foot", button(`‹ ${words.back}`, () => turn(state.at - 1)), button(`${words.forward} ›`, () => turn(state.at + 1))),
    );
    tick();
  }

  /* The next map, small; where it cannot be drawn, its words stand alone. */
  function picture({ search }) {
    const asked = new URLSearchParams(search);
    if (state.story.entry) asked.set("eintrag", state.story.entry);
    const image = Object.assign(make("img", "speaker-picture"), { src: `/praesentation/kapitel.png?${asked}`, alt: "" });
    image.addEventListener("error", () => image.remove());
    return image;
  }

  function clock(title, name) {
    return make("p", "speaker-clock", make("span", "", title), make("time", name));
  }

  function tick() {
    const time = place.querySelector(".speaker-time");
    if (!time) return;
    time.textContent = new Date().toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });
    const seconds = Math.floor((Date.now() - state.since) / 1000);
    place.querySelector(".speaker-since").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  function restart() {
    state.since = Date.now();
    tick();
  }

  /* The stage turns, and says so to this window, too. */
  function turn(at) {
    if (at < 0 || at >= state.story.chapters.length) return;
    channel.postMessage({ story: state.id, turn: at });
  }

  function pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !state.story) return;
    if (["ArrowRight", "ArrowDown", "PageDown"].includes(event.key)) turn(state.at + 1);
    else if (["ArrowLeft", "ArrowUp", "PageUp"].includes(event.key)) turn(state.at - 1);
    else return;
    event.preventDefault();
  }

  async function load() {
    const told = await fetch("/geschichten").then((response) => response.json());
    state.editor = told.editor;
    state.story = told.stories.find(({ id, chapters }) => id === state.id && chapters.length) || null;
    draw();
    channel.postMessage({ ask: true });
  }

  channel.addEventListener("message", ({ data }) => {
    if (!Number.isInteger(data.at)) return;
    if (data.story !== state.id) { state.id = data.story; load(); return; }
    if (!state.story || data.at >= state.story.chapters.length) return;
    state.at = data.at;
    draw();
  });
  document.addEventListener("keydown", pressed);
  setInterval(tick, 1000);
  load();
})();
