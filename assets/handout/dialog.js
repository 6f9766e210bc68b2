"use strict";
/* The dialog „Export“: each kind of file with a word what it is good for; portraits with progress. */
(function (atlas) {
  const { make, button } = atlas.elements;
  const ASK_EVERY_MS = 500;
  const shown = { opener: null, dialog: null };

  atlas.handoutDialog = { open, draw, progress };

  /* Over the page, which waits; Escape closes it, and the keyboard goes back to where it was. */
  function open(told, opener) {
    const dialog = shown.dialog || frame();
    shown.opener = opener;
    draw(dialog, told);
    dialog.showModal();
  }

  function frame() {
    const dialog = make("dialog", "share-dialog handout-dialog");
    dialog.addEventListener("close", () => shown.opener?.focus());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    shown.dialog = dialog;
    return dialog;
  }

  function draw(dialog, told) {
    const { words } = told;
    const title = make("h2", "share-title", words.title);
    title.id = "handout-title";
    dialog.setAttribute("aria-labelledby", "handout-title");
    const head = make("div", "share-head", title, button("button", words.close, () => dialog.close()));
    const groups = told.groups.map(({ title: name, files }) => make("section", "handout-group", make("h3", "", name), make("ul", "handout-files", ...files.map(file))));
    dialog.replaceChildren(make("div", "share-body", head, make("p", "hint", words.intro), ...groups, portraits(told)));
  }

  function file({ address, title, hint }) {
    return make("li", "", link(address, title), make("span", "hint", hint));
  }

  function link(address, text) {
    return Object.assign(make("a", "", text), { href: address });
  }

  /* The chosen area alone, and all of the level, which takes a while and says how far it is. */
  function portraits({ portrait, words }) {
    if (!portrait) return null;
    const said = make("p", "hint handout-said");
    said.setAttribute("role", "status");
    const start = button("quiet-button", portrait.all.title, () => makeAll(portrait.all, words, start, said));
    const all = make("li", "", start, make("span", "hint", portrait.all.hint), said);
    const alone = portrait.alone ? file(portrait.alone) : make("li", "hint", portrait.none);
    return make("section", "handout-group", make("h3", "", portrait.title), make("ul", "handout-files", alone, all));
  }

  async function makeAll(all, words, start, said) {
    start.disabled = true;
    try {
      await progress(all.state, (told) => { said.textContent = words.making.replace("{done}", told.done).replace("{total}", told.total); });
      said.textContent = words.ready;
      location.assign(all.address);
    } catch (problem) {
      console.warn(problem);
      said.textContent = problem.sentence || words.failed;
    }
    start.disabled = false;
  }

  /* Asks until the file is there, telling each time how far it is. */
  async function progress(address, tell, wait = (ms) => new Promise((done) => { setTimeout(done, ms); })) {
    for (;;) {
      const told = await (await fetch(address)).json();
      if (told.error) throw Object.assign(new Error(told.error), { sentence: told.error });
      tell(told);
      if (told.ready) return;
      await wait(ASK_EVERY_MS);
    }
  }
})((globalThis.atlas = globalThis.atlas || {}));
