"use strict";
/* One story being written: its title and its chapters, from the map as it stands beside. */
(function (atlas) {
  const { make, button } = atlas.elements;
  const PAGES = ["erreichbarkeit", "einrichtungen"];
  // `before` is the story as it was kept when it was last heard of.
  const at = { place: null, told: null, before: null, draft: null, opened: -1, unsaved: false, renew: false };

  const isOpen = () => at.draft !== null;

  function open(place, told, story) {
    Object.assign(at, { place, told, before: story, draft: story, opened: -1, unsaved: !story.id, renew: false });
    draw();
    const title = place.querySelector("input");
    title.focus();
    // A new one has a name to be written over.
    if (!story.id) title.select();
  }

  /* The stories as they are kept now: chapters that came to this one elsewhere are not lost. */
  function heard(told) {
    const now = told.stories.find(({ id }) => id === at.draft.id);
    if (!now || !atlas.storyDraft.differs(now, at.before)) return;
    const draft = at.unsaved ? atlas.storyDraft.added(at.draft, ...now.chapters.slice(at.before.chapters.length)) : now;
    Object.assign(at, { told, before: now, draft });
    draw();
  }

  /* The draft after a change, drawn again; `opened` is the chapter whose fields stand open. */
  function turn(draft, opened = at.opened, said = "") {
    Object.assign(at, { draft, opened, unsaved: true });
    draw(said);
    // What was pressed stands there anew.
    const chapters = at.place.querySelectorAll(".chapter > summary");
    (chapters[opened] || at.place.querySelector(".editor-add button")).focus();
  }

  function draw(said = "") {
    const { place, told, draft } = at;
    const { words, limits } = told;
    const title = field(words.name, Object.assign(make("input"), { type: "text", value: draft.title, maxLength: limits.title }), (value) => type({ title: value }));
    const chapters = make("ol", "chapters", ...draft.chapters.map(chapter));
    const status = make("p", "hint stories-said", said || (at.unsaved ? words.unsaved : ""));
    status.setAttribute("role", "status");
    const add = Object.assign(button("button", words.add, addScreen), { disabled: draft.chapters.length >= limits.chapters });
    place.replaceChildren(
      make("div", "editor-head", leaving(words)),
      title,
      draft.newer ? renewing(words) : "",
      make("h3", "", words.chapters),
      draft.chapters.length ? chapters : make("p", "next-step", words.no_chapters),
      make("div", "editor-add", add, make("span", "hint", words.add_hint)),
      make("div", "editor-foot", button("button primary", words.save, save), status),
    );
  }

  function leaving(words) {
    const back = button("quiet-button editor-back", `‹ ${words.back}`, () => {
      if (at.unsaved && !back.dataset.sure) { Object.assign(back, { textContent: words.back_sure }).dataset.sure = "1"; return; }
      at.draft = null;
      atlas.stories.list();
    });
    return back;
  }

  function renewing(words) {
    const box = Object.assign(make("input"), { type: "checkbox", checked: at.renew });
    box.addEventListener("change", () => { at.renew = box.checked; unsaved(); });
    return make("div", "editor-renew", make("p", "hint", at.draft.banner), make("label", "", box, make("span", "", words.renew)), make("p", "hint", words.renew_hint));
  }

  function chapter(told, number) {
    const { words, limits } = at.told;
    const last = at.draft.chapters.length - 1;
    const fold = make("details", "chapter", make("summary", "", make("span", "chapter-number", String(number + 1)), make("span", "", told.question || words.untitled)));
    fold.open = number === at.opened;
    const edit = (name) => (value) => type({ chapters: at.draft.chapters.map((one, place) => (place === number ? { ...one, [name]: value } : one)) });
    const move = (text, to) => tool(text, to >= 0 && to <= last, () => turn(atlas.storyDraft.moved(at.draft, number, to), to));
    fold.append(
      ...(told.gone || []).map((sentence) => make("p", "hint chapter-gone", sentence)),
      field(words.question, Object.assign(make("input"), { type: "text", value: told.question, maxLength: limits.question }), edit("question")),
      field(words.text, Object.assign(make("textarea"), { rows: 3, value: told.text, maxLength: limits.text }), edit("text")),
      field(words.note, Object.assign(make("textarea"), { rows: 3, value: told.note || "", maxLength: limits.note }), edit("note")),
      make("div", "chapter-tools",
        tool(words.show, true, () => show(told.search)),
        tool(words.take, true, () => fromScreen(([{ search }]) => turn(atlas.storyDraft.changed(at.draft, number, { search }), number, words.taken))),
        move(words.up, number - 1), move(words.down, number + 1),
        tool(words.double, at.draft.chapters.length < limits.chapters, () => turn(atlas.storyDraft.doubled(at.draft, number), number + 1)),
        tool(words.drop, true, () => turn(atlas.storyDraft.without(at.draft, number), -1))),
    );
    fold.addEventListener("toggle", () => {
      if (fold.open) at.opened = number;
      else if (at.opened === number) at.opened = -1;
    });
    return make("li", "", fold);
  }

  function tool(text, enabled, pressed) {
    return Object.assign(button("quiet-button", text, pressed), { disabled: !enabled });
  }

  /* What is typed changes the draft and draws nothing: the keyboard stays where it is. */
  function type(changes) {
    at.draft = { ...at.draft, ...changes };
    unsaved();
  }

  function unsaved() {
    at.unsaved = true;
    at.place.querySelector(".stories-said").textContent = at.told.words.unsaved;
  }

  function field(title, control, typed) {
    control.addEventListener("input", () => typed(control.value));
    return make("label", "note-field", make("span", "field-label", title), control);
  }

  /* The map beside as a last chapter, two maps as two, unless they are too many. */
  function addScreen() {
    fromScreen((chapters) => {
      const { words, limits } = at.told;
      const draft = atlas.storyDraft.added(at.draft, ...chapters);
      if (draft.chapters.length > limits.chapters) draw(words.too_many.replace("{most}", limits.chapters));
      else turn(draft, at.draft.chapters.length);
    });
  }

  /* The screen as the server splits it into chapters; nothing where the story was left meanwhile. */
  async function fromScreen(then) {
    const { id } = at.draft;
    const screen = atlas.address.whole(location.search);
    const answer = await fetch(`/geschichten/kapitel${screen}`).then((response) => response.json()).catch(() => null);
    if (!isOpen() || at.draft.id !== id) return;
    if (answer) then(answer.chapters);
    else draw(at.told.words.failed);
  }

  /* A chapter's map into the page; how far something is has a page of its own. */
  function show(search) {
    const kept = atlas.address.read(search);
    const mode = new URLSearchParams(search).get("modus");
    if (PAGES.includes(mode)) globalThis.open(`/${mode}${atlas.address.write(kept)}`, "_blank", "noopener");
    else dash_clientside.set_props("url", { search: atlas.address.write(kept) });
  }

  async function save() {
    const { place, draft, renew, told } = at;
    const answer = await atlas.notes.post("/schreiben/geschichten", { story: atlas.storyDraft.sent(draft), before: atlas.storyDraft.sent(at.before), renew });
    if (answer.error) {
      await atlas.stories.list().catch(console.warn);
      place.querySelector(".stories-said").textContent = answer.error;
      return;
    }
    atlas.notes.seen(answer.number);
    const kept = answer.stories.find(({ id }) => id === answer.changed);
    Object.assign(at, { told: answer, before: kept, draft: kept, unsaved: false, renew: false });
    draw(told.words.saved);
  }

  atlas.storyEditor = { open, isOpen, heard };
})((globalThis.atlas = globalThis.atlas || {}));
