"use strict";
/* What the departments write about a figure: read by everybody, written by editors, text only. */
(function (atlas) {
  const NOTES = "/lesarten";
  const LONGEST_LINE = 160;
  const SIGN_IN = "/schreiben/anmelden";
  const words = () => atlas.portrait.words("notes");
  const element = (...made) => atlas.portrait.element(...made);

  /* The notes that came with the portrait, in the place that the server made for them. */
  function draw(portrait) {
    const place = portrait.querySelector(".notes");
    if (!place) { underTheMap([]); return; }
    // The same figure drawn once more: what somebody is writing stays.
    if (place.dataset.drawn === place.dataset.told && place.childElementCount) return;
    place.dataset.drawn = place.dataset.told;
    show(place, JSON.parse(place.dataset.told));
  }

  function show(place, told, said = "") {
    const parts = told.notes.map((note) => article(place, told, note));
    if (parts.length) parts.unshift(element("h3", "", words().title));
    const tail = told.editor ? [writing(place, told)] : told.may_sign_in ? [signingIn(place, told)] : told.where ? [element("p", "hint", told.where)] : [];
    const status = element("p", "notes-said hint", said);
    status.setAttribute("role", "status");
    place.replaceChildren(...parts, ...tail, status);
    underTheMap(told.notes.filter(({ stage }) => stage === "approved"));
  }

  /* The first approved note stands under the map, too; all of it stands in the portrait. */
  function underTheMap([note]) {
    const line = atlas.panel.byClass("note-line");
    if (!line) return;
    line.textContent = note ? shortened(`${note.heading} ${note.text}`) : "";
  }

  /* Cut between words; a word that is longer than the line is cut itself. */
  function shortened(text) {
    if (text.length <= LONGEST_LINE) return text;
    const end = text.lastIndexOf(" ", LONGEST_LINE);
    return `${text.slice(0, end > 0 ? end : LONGEST_LINE).trimEnd()} …`;
  }

  function article(place, told, note) {
    const made = element("article", `note ${note.stage}`);
    const head = element("div", "note-head");
    head.append(element("strong", "", note.heading), element("span", "hint", `${note.date} · ${note.stage_word}`));
    made.append(head, element("p", "note-text", note.text));
    if (told.editor) made.append(tools(place, told, note));
    return made;
  }

  function tools(place, told, note) {
    const row = element("div", "note-tools");
    const edit = button(words().edit, "quiet-button", () => {
      const fold = place.querySelector(".note-writing");
      fold.open = true;
      fill(fold.querySelector("form"), told, note);
    });
    const withdraw = button(words().withdraw, "quiet-button", () => {
      if (withdraw.dataset.sure) send(place, told, { ...note, withdraw: true }, words().withdrawn);
      else Object.assign(withdraw, { textContent: words().withdraw_sure }).dataset.sure = "1";
    });
    row.append(edit, withdraw);
    return row;
  }

  function writing(place, told) {
    const fold = element("details", "note-writing");
    const form = element("form");
    const [department, text] = [element("input"), element("textarea")];
    Object.assign(department, { name: "department", type: "text", required: true, maxLength: told.most_department, autocomplete: "off" });
    Object.assign(text, { name: "text", rows: 5, required: true });
    const counter = element("span", "hint note-counter");
    text.addEventListener("input", () => count(text, counter, told.most));
    const buttons = element("div", "note-buttons");
    buttons.append(submit(words().save), button(words().cancel, "button", () => { fold.open = false; fill(form, told); }));
    const refused = element("p", "note-refused");
    refused.setAttribute("role", "alert");
    form.append(element("p", "hint", told.place), field(words().department, department), field(words().text, text), counter, stages(), refused, buttons);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { stage } = form.elements;
      send(place, told, { department: department.value, text: text.value, stage: stage.value }, words().saved);
    });
    fold.append(element("summary", "", words().write), form);
    fill(form, told);
    return fold;
  }

  function fill(form, told, note = { department: told.department, text: "", stage: "draft" }) {
    const { department, text, stage } = form.elements;
    Object.assign(department, { value: note.department });
    Object.assign(text, { value: note.text });
    stage.value = note.stage;
    form.querySelector(".note-refused").textContent = "";
    count(text, form.querySelector(".note-counter"), told.most);
  }

  /* Too much is said while it is typed; nothing is cut off. */
  function count(text, counter, most) {
    const length = [...text.value.trim()].length;
    counter.textContent = words().counter.replace("{count}", length.toLocaleString("de-DE")).replace("{most}", most.toLocaleString("de-DE"));
    counter.classList.toggle("too-many", length > most);
  }

  function stages() {
    const set = element("fieldset", "note-stages");
    set.append(element("legend", "", words().stage));
    for (const stage of ["draft", "approved"]) {
      const label = element("label");
      const radio = element("input");
      Object.assign(radio, { type: "radio", name: "stage", value: stage });
      label.append(radio, element("span", "", words()[stage]));
      set.append(label);
    }
    return set;
  }

  function signingIn(place, told) {
    const fold = element("details", "note-writing");
    const form = element("form");
    const input = element("input");
    Object.assign(input, { type: "password", name: "passphrase", required: true, autocomplete: "current-password" });
    const refused = element("p", "note-refused");
    refused.setAttribute("role", "alert");
    form.append(field(words().passphrase, input), element("p", "hint", words().passphrase_hint), refused, submit(words().enter));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const answer = await post(SIGN_IN, { passphrase: input.value });
      input.value = "";
      if (answer.error) { refused.textContent = answer.error; return; }
      const fresh = await fetch(NOTES + told.search).then((response) => response.json()).catch(() => ({ error: words().failed }));
      if (fresh.error) refused.textContent = fresh.error;
      else show(place, { ...fresh, search: told.search });
    });
    fold.append(element("summary", "", words().sign_in), form);
    return fold;
  }

  /* A refusal stands at the form, and the text stays. */
  async function send(place, told, sent, said) {
    const answer = await post(NOTES + told.search, sent);
    const refused = place.querySelector(".note-refused");
    if (answer.error) { if (refused) refused.textContent = answer.error; place.querySelector(".note-writing").open = true; return; }
    seen(answer.number);
    show(place, { ...answer, search: told.search }, said);
  }

  /* Who wrote knows of the new state: no notice of new data. */
  function seen(number) {
    const known = globalThis.dash_component_api?.getLayout("number")?.props.data;
    if (known === number - 1) dash_clientside.set_props("number", { data: number });
  }

  function post(address, sent) {
    const headers = { "Content-Type": "application/json" };
    return fetch(address, { method: "POST", headers, body: JSON.stringify(sent), credentials: "same-origin" })
      .then((response) => response.json())
      .catch(() => ({ error: words().failed }));
  }

  function field(title, control) {
    const label = element("label", "note-field");
    label.append(element("span", "field-label", title), control);
    return label;
  }

  function submit(text) {
    return Object.assign(element("button", "button primary", text), { type: "submit" });
  }

  function button(text, name, pressed) {
    const made = Object.assign(element("button", name, text), { type: "button" });
    made.addEventListener("click", pressed);
    return made;
  }

  atlas.notes = { draw, show, post, seen, underTheMap };
})((globalThis.atlas = globalThis.atlas || {}));
