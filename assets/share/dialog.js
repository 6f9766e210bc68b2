"use strict";
/* The dialog „Teilen“: link, QR code, views with a name, and the view as a chapter of a story. */
(function (atlas) {
  const { make, button } = atlas.elements;
  const VIEWS = "/schreiben/ansichten";
  const STORIES = "/schreiben/geschichten";
  const open_ = { opener: null, dialog: null };

  /* Over the page, which waits; Escape closes it, and the keyboard goes back to where it was. */
  function open(told, opener) {
    const dialog = open_.dialog || frame();
    open_.opener = opener;
    draw(dialog, told);
    dialog.showModal();
  }

  function frame() {
    const dialog = make("dialog", "share-dialog");
    dialog.addEventListener("close", () => open_.opener?.focus());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    document.body.append(dialog);
    open_.dialog = dialog;
    return dialog;
  }

  function draw(dialog, told) {
    const { words } = told;
    const status = make("p", "hint share-said");
    status.setAttribute("role", "status");
    const say = (text) => { status.textContent = text; };
    const title = make("h2", "share-title", words.title);
    title.id = "share-title";
    dialog.setAttribute("aria-labelledby", "share-title");
    const views = make("section", "share-views");
    drawViews(views, told, say);
    const body = make("div", "share-body", make("div", "share-head", title, button("button", words.close, () => dialog.close())), ...linked(told, say), chapter(told, say), views, status);
    dialog.replaceChildren(body);
  }

  /* Link and code; or how others can come to see it. */
  function linked({ words, link, qr, no_qr: noQr, how, pdf }, say) {
    const asPdf = pdf ? make("p", "share-pdf", anchor(pdf, words.pdf)) : null;
    if (!link) return [make("p", "share-how", ...options(how)), asPdf];
    const field = Object.assign(make("input", "share-link"), { type: "text", readOnly: true, value: link });
    field.setAttribute("aria-label", words.link);
    const copy = button("button primary", words.copy, () => copied(field).then(() => say(words.copied), () => { field.select(); say(words.not_copied); }));
    const row = make("div", "share-row", field, copy);
    if (!qr) return [row, make("p", "hint", noQr), asPdf];
    const image = Object.assign(make("img", "share-qr"), { src: qr, alt: words.qr, width: 176, height: 176 });
    return [row, make("figure", "share-figure", image, make("figcaption", "hint", words.qr_hint)), asPdf];
  }

  /* What is typed at the start of the program stays on one line: `--host 0.0.0.0`. */
  function options(text) {
    return text.split(/(--[a-z-]+(?: [\d.]+\d)?)/).map((part) => (part.startsWith("--") ? make("code", "", part) : part));
  }

  /* The clipboard is given to safe pages only: without it the link is marked for the keyboard. */
  async function copied(field) {
    if (navigator.clipboard) return navigator.clipboard.writeText(field.value);
    field.select();
    if (!document.execCommand("copy")) throw new Error("copy");
    return undefined;
  }

  function anchor(address, text) {
    return Object.assign(make("a", "", text), { href: address });
  }

  function drawViews(place, told, say) {
    const { words, views, editor } = told;
    const list = make("ul", "share-list", ...views.map((view) => item(place, told, view, say)));
    const none = views.length ? list : make("p", "hint", words.no_views);
    place.replaceChildren(make("h3", "", words.views), none, editor ? saving(place, told, say) : make("p", "hint", words.readers));
  }

  function item(place, told, view, say) {
    const { words } = told;
    const row = make("li", "share-view", anchor(view.address, view.name), make("span", "hint", view.saved));
    if (!told.editor) return row;
    const remove = button("quiet-button", words.remove, () => {
      if (remove.dataset.sure) send(place, told, { name: view.name, remove: true }, words.removed, say);
      else Object.assign(remove, { textContent: words.remove_sure }).dataset.sure = "1";
    });
    remove.setAttribute("aria-label", `${words.remove}: ${view.name}`);
    row.append(remove);
    return row;
  }

  function saving(place, told, say) {
    const { words, most_name: most } = told;
    const form = make("form", "share-row");
    const name = Object.assign(make("input"), { type: "text", required: true, maxLength: most, autocomplete: "off" });
    const label = make("label", "share-field", make("span", "field-label", words.name), name);
    form.append(label, Object.assign(make("button", "button", words.save), { type: "submit" }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const [path, search] = told.address.split(/(?=\?)/);
      send(place, told, { name: name.value, path, search: search || "" }, words.saved, say);
    });
    return form;
  }

  async function send(place, told, sent, said, say) {
    const answer = await atlas.notes.post(VIEWS, sent);
    if (answer.error) { say(answer.error); return; }
    atlas.notes.seen(answer.number);
    drawViews(place, { ...told, ...answer }, say);
    say(said);
  }

  /* What is on the screen, into a story that there is or into a new one. */
  function chapter(told, say) {
    const { words, stories, editor } = told;
    if (!editor) return null;
    const choice = make("select", "", ...[...stories, { id: "", title: words.new_story }].map(({ id, title }) => Object.assign(make("option", "", title), { value: id })));
    const form = make("form", "share-row share-chapter");
    form.append(make("label", "share-field", make("span", "field-label", words.chapter), choice), Object.assign(make("button", "button", words.add), { type: "submit" }));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const answer = await atlas.notes.post(STORIES, { add: choice.value, search: atlas.address.whole(location.search) });
      if (answer.error) { say(answer.error); return; }
      atlas.notes.seen(answer.number);
      say(words.added);
    });
    return form;
  }

  atlas.shareDialog = { open, draw };
})((globalThis.atlas = globalThis.atlas || {}));
