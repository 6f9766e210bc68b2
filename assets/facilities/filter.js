"use strict";
/* The filter: each choice says how many it would leave, with all others as they are. */
(function (atlas) {
  const PAUSE_MS = 300;
  const YES = { free: "frei", all_day: "ganztag", inclusion: "inklusion" };
  let waiting = 0;

  /* All fields; what is chosen turns the address, and the answer to it draws them anew. */
  function filter({ choices, words }, list) {
    const { make } = atlas.elements;
    const parts = [search(choices, words), kinds(choices, words, list), switches(choices, words), hours(choices, words), providers(choices, words)];
    const form = make("form", "facility-filter", ...parts);
    form.addEventListener("submit", (event) => event.preventDefault());
    return form;
  }

  function reset() {
    clearTimeout(waiting);
    const names = ["arten", "traeger", ...Object.values(YES), "offen", "suche"];
    atlas.facilities.turn(Object.fromEntries(names.map((name) => [name, ""])));
  }

  function search({ name }, words) {
    const { make } = atlas.elements;
    const input = make("input", "picker-input");
    Object.assign(input, { type: "search", value: name, autocomplete: "off", maxLength: 80 });
    input.dataset.keep = "search";
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => atlas.facilities.turn({ suche: plain(input.value) }), PAUSE_MS);
    });
    return make("label", "", make("span", "field-label", words.search), input);
  }

  /* Without signs that cannot be seen: the address keeps printable text only. */
  function plain(text) {
    return text.replace(/[\p{C}\s]+/gu, " ").trim();
  }

  function kinds({ kinds: all }, words, list) {
    const signs = new Map(list.kinds.map((kind) => [kind.id, kind]));
    const chips = all.filter(({ id }) => signs.has(id)).map((choice) => {
      const kind = signs.get(choice.id);
      return chip(`kind-${choice.id}`, choice, [atlas.facilitySigns.sign(kind, { isModel: kind.model, size: 20 }), kind.many], () => toggled(all, choice, "arten", ";"));
    });
    return group(words.kinds, [atlas.elements.make("div", "chips", ...chips)]);
  }

  /* What is switched on leaves out all that do not tell: that is said. */
  function switches({ yes }, words) {
    const { make } = atlas.elements;
    const chips = yes.map((choice) => chip(`yes-${choice.id}`, choice, [words[choice.id]], () => atlas.facilities.turn({ [YES[choice.id]]: choice.chosen ? "" : "1" })));
    const hints = yes.filter(({ chosen, hint }) => chosen && hint).map(({ hint }) => make("p", "hint", hint));
    return group(words.only, [make("div", "chips", ...chips), ...hints]);
  }

  function providers({ providers: all, provider_hint: hint }, words) {
    const { make } = atlas.elements;
    if (!all.length) return null;
    const rows = all.map((choice) => box(`provider-${choice.id}`, choice, [choice.id], () => toggled(all, choice, "traeger", "|")));
    const chosen = all.filter((choice) => choice.chosen).length;
    const title = chosen ? `${words.providers} (${chosen})` : words.providers;
    const details = make("details", "board-fold filter-fold", make("summary", "", title), ...rows, hint && make("p", "hint", hint));
    details.dataset.keep = "providers";
    details.open = chosen > 0;
    return details;
  }

  function hours({ opens, closes, hours_hint: hint }, words) {
    const { make } = atlas.elements;
    const from = clock("opens", opens, words.opens, words.any);
    const until = clock("closes", closes, words.closes, words.any);
    const turn = () => {
      const [a, b] = [from, until].map((field) => field.querySelector("select").value);
      atlas.facilities.turn({ offen: a || b ? `${a}-${b}` : "" });
    };
    for (const field of [from, until]) field.addEventListener("change", turn);
    const isSet = [...opens, ...closes].some(({ chosen }) => chosen);
    return group(words.hours, [make("div", "filter-hours", from, until), isSet && make("p", "hint", hint)]);
  }

  function clock(keep, clocks, label, any) {
    const { make } = atlas.elements;
    const select = make("select", "board-select");
    select.dataset.keep = keep;
    const first = make("option", "", any);
    first.value = "";
    select.append(first, ...clocks.map(({ id, title, chosen }) => Object.assign(make("option", "", title), { value: id, selected: chosen })));
    return make("label", "", make("span", "hint", label), select);
  }

  function group(title, rows) {
    const { make } = atlas.elements;
    return make("fieldset", "filter-group", make("legend", "field-label", title), ...rows);
  }

  /* A button that stays pressed: what it is for, and how many it would leave. */
  function chip(keep, { count, chosen }, label, turn) {
    const { make, button } = atlas.elements;
    const made = button("chip filter-chip", "", turn);
    made.append(...label, make("span", "filter-count", count.toLocaleString("de-DE")));
    made.dataset.keep = keep;
    made.setAttribute("aria-pressed", String(chosen));
    made.classList.toggle("nothing", count === 0 && !chosen);
    return made;
  }

  /* A box to tick: what it is for, and how many it would leave. */
  function box(keep, { count, chosen }, label, turn) {
    const { make } = atlas.elements;
    const input = make("input");
    Object.assign(input, { type: "checkbox", checked: chosen });
    input.dataset.keep = keep;
    input.addEventListener("change", turn);
    const row = make("label", "filter-box", input, make("span", "filter-text", ...label), make("span", "filter-count", count.toLocaleString("de-DE")));
    row.classList.toggle("nothing", count === 0 && !chosen);
    return row;
  }

  /* One value more or less among several. */
  function toggled(all, choice, name, between) {
    const ids = all.filter((one) => (one === choice ? !one.chosen : one.chosen)).map(({ id }) => id);
    atlas.facilities.turn({ [name]: ids.join(between) });
  }

  atlas.facilityFilter = { filter, reset, plain };
})((globalThis.atlas = globalThis.atlas || {}));
