"use strict";
/* The list of stories: present, write, copy, hand out, take in, delete. */
(function (atlas) {
  const { make, button } = atlas.elements;
  const STORIES = "/schreiben/geschichten";
  const SIGN_IN = "/schreiben/anmelden";

  /* What is being written stays on the screen; else the list. */
  function draw(place, told, said = "") {
    if (atlas.storyEditor.isOpen()) { atlas.storyEditor.heard(told); return; }
    const { words, stories, editor } = told;
    const status = make("p", "hint stories-said", said);
    status.setAttribute("role", "status");
    const none = make("p", "next-step", editor ? words.none : words.none_reader);
    const cards = stories.map((story) => card(place, told, story));
    const title = Object.assign(make("h2", "stories-title", words.title), { tabIndex: -1 });
    const had = place.contains(document.activeElement) ? document.activeElement : null;
    place.replaceChildren(
      title,
      make("p", "hint", words.intro),
      make("div", "stories-list", ...(cards.length ? cards : [none])),
      editor ? tools(place, told) : told.may_sign_in ? signingIn(words) : "",
      status,
    );
    // What was pressed stands there anew, or is gone.
    if (had) focus(had.dataset.story);
  }

  /* The keyboard at the story that was shown, else at the head of the list. */
  function focus(id) {
    const panel = document.getElementById("stories-panel");
    const present = [...panel.querySelectorAll("[data-story]")].find(({ dataset }) => dataset.story === id);
    (present || panel.querySelector(".stories-title"))?.focus();
  }

  function card(place, told, story) {
    const { words, editor } = told;
    const present = button("button primary", words.present, () => atlas.stage.begin(story, told, 0, true));
    present.dataset.story = story.id;
    present.disabled = !story.chapters.length;
    const edit = editor ? button("button", words.edit, () => atlas.storyEditor.open(place, told, story)) : "";
    const made = make(
      "article", "story-card",
      make("h3", "", story.title),
      make("p", "hint", `${story.about} · ${story.stamp}`),
      story.banner ? make("p", "hint story-newer", story.banner) : "",
      make("div", "story-buttons", present, edit, ...more(place, told, story)),
    );
    return made;
  }

  function more(place, told, story) {
    const { words, editor } = told;
    const speaker = button("quiet-button", words.speaker, () => atlas.stage.speaker(story.id));
    const page = Object.assign(make("a", "", words.link), { href: `/praesentation?geschichte=${encodeURIComponent(story.id)}&kapitel=1` });
    const files = [speaker, page, anchor(`/geschichten/datei?geschichte=${encodeURIComponent(story.id)}`, words.file)];
    for (const [ending, text] of story.chapters.length ? [["pdf", words.pdf], ["pptx", words.slides]] : []) {
      files.push(anchor(`/ausgabe/geschichte.${ending}?geschichte=${encodeURIComponent(story.id)}`, text));
    }
    if (editor) files.push(button("quiet-button", words.copy, () => change(place, { copy: story.id }, "")), deleting(place, words, story));
    const fold = make("details", "story-more", make("summary", "", words.more), make("div", "story-more-list", ...files));
    return [fold];
  }

  function anchor(address, text) {
    return Object.assign(make("a", "", text), { href: address, download: "" });
  }

  /* The second press does it. */
  function deleting(place, words, story) {
    const remove = button("quiet-button", words.remove, () => {
      if (remove.dataset.sure) change(place, { remove: story.id }, words.removed);
      else Object.assign(remove, { textContent: words.remove_sure }).dataset.sure = "1";
    });
    return remove;
  }

  function tools(place, told) {
    const { words } = told;
    const file = Object.assign(make("input", "stories-file"), { type: "file", accept: ".json,application/json" });
    file.setAttribute("aria-label", words.take_in);
    file.addEventListener("change", () => takeIn(place, words, file));
    const choose = button("button", words.take_in, () => file.click());
    const fresh = { id: "", title: words.new, chapters: [] };
    return make("div", "stories-tools", button("button", words.new, () => atlas.storyEditor.open(place, told, fresh)), choose, file);
  }

  async function takeIn(place, words, input) {
    const [chosen] = input.files;
    if (!chosen) return;
    // What is far too large to be a story is not even read: the server says so by its size.
    const text = await chosen.slice(0, 600000).text();
    input.value = "";
    change(place, { file: text, name: chosen.name }, words.taken_in);
  }

  /* One change of the server's; the list as it is then, or why not. */
  async function change(place, sent, said) {
    const answer = await atlas.notes.post(STORIES, sent);
    if (answer.error) { place.querySelector(".stories-said").textContent = answer.error; return null; }
    atlas.notes.seen(answer.number);
    draw(place, answer, said);
    return answer;
  }

  function signingIn(words) {
    const input = Object.assign(make("input"), { type: "password", required: true, autocomplete: "current-password" });
    const refused = make("p", "note-refused");
    refused.setAttribute("role", "alert");
    const form = make("form", "stories-sign-in", make("label", "note-field", make("span", "field-label", words.passphrase), input), refused, Object.assign(make("button", "button", words.enter), { type: "submit" }));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const answer = await atlas.notes.post(SIGN_IN, { passphrase: input.value });
      input.value = "";
      if (answer.error) refused.textContent = answer.error;
      else atlas.stories.list();
    });
    return make("details", "note-writing", make("summary", "", words.sign_in), form);
  }

  atlas.storyPanel = { draw, change, focus };
})((globalThis.atlas = globalThis.atlas || {}));
