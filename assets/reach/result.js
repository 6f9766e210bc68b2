"use strict";
/* What a question of reachability comes to: headline, shares by limit, who is left out, all values. */
(function (atlas) {
  const SAVE = "/schreiben/erreichbarkeit";
  const parts = { told: null, values: null, way: null, offers: null };

  function draw(place, told) {
    parts.told = told;
    place.removeAttribute("aria-busy");
    render(place);
  }

  /* Every figure on the map, as a list that can be sorted by name or value. */
  function table(place, values) {
    parts.values = values;
    render(place);
  }

  /* The way from where somebody has clicked; null where nobody has. */
  function way(place, told) {
    parts.way = told;
    render(place);
  }

  /* How often something runs there and back, below the way. */
  function offers(place, told) {
    parts.offers = told;
    render(place);
  }

  function render(place) {
    const { make } = atlas.elements;
    const { told, values, way: shown } = parts;
    if (!told) return;
    const unfolded = new Set([...place.querySelectorAll("details[open]")].map(({ dataset }) => dataset.keep));
    if (told.refusal) { place.replaceChildren(make("p", "next-step", told.refusal)); return; }
    const { words } = told;
    const contents = [make("h2", "panel-title", words.title)];
    if (shown) contents.push(atlas.reachWay.section(shown, parts.offers));
    contents.push(...figures(told));
    if (values) contents.push(fold("table", words.table, list(values, words)));
    contents.push(...save(told));
    contents.push(fold("method", words.method, make("p", "hint", told.method), told.gini ? make("p", "hint", told.gini) : ""));
    place.replaceChildren(...contents);
    for (const details of place.querySelectorAll("details")) if (unfolded.has(details.dataset.keep)) details.open = true;
  }

  function figures(told) {
    const { make } = atlas.elements;
    const { words } = told;
    const badge = told.badge ? make("span", `nature-badge ${told.badge.code}`, told.badge.text) : "";
    return [
      make("p", "reach-title", told.title),
      make("p", "reach-headline", told.headline),
      make("p", "state-line", told.inside, badge),
      told.mean ? make("p", "reach-mean", [told.mean, told.unreached].filter(Boolean).join(". ")) : "",
      told.steps.length ? steps(told) : "",
      told.left_out.length ? leftOut(told) : "",
      make("p", "hint", told.grounds),
    ].filter(Boolean);
  }

  function steps({ steps: rows, words }) {
    const { make } = atlas.elements;
    const head = make("tr", "", ...[words.limit, words.share, words.people].map((text) => cell("th", text)));
    const body = rows.map((row) => {
      const bar = make("span", "reach-bar");
      bar.style.width = `${100 * row.share}%`;
      const track = make("span", "reach-track", bar);
      track.setAttribute("aria-hidden", "true");
      return make("tr", row.chosen ? "chosen" : "", cell("th", row.limit), make("td", "", track, make("span", "", row.text)), cell("td", row.people));
    });
    const made = make("table", "reach-steps", make("caption", "panel-title", words.steps), make("thead", "", head), make("tbody", "", ...body));
    return made;
  }

  function cell(tag, text) {
    const made = atlas.elements.make(tag, "", text);
    if (tag === "th") made.scope = "col";
    return made;
  }

  function leftOut({ left_out: places, beyond, words }) {
    const { make } = atlas.elements;
    const rows = places.map(({ name, text }) => make("li", "", make("span", "", name), make("span", "reach-value", text)));
    return make("section", "reach-left-out", make("h3", "", words.left_out), make("ul", "", ...rows), make("p", "hint", beyond));
  }

  function fold(keep, title, ...contents) {
    const details = atlas.elements.make("details", "board-fold", atlas.elements.make("summary", "", title), ...contents);
    details.dataset.keep = keep;
    return details;
  }

  let order = { by: "value", falls: true };

  /* Rows in order; what has no number stands last. */
  function sorted(rows, { by, falls }) {
    const sign = falls ? -1 : 1;
    return [...rows].sort((a, b) => {
      if (by === "name") return sign * a.name.localeCompare(b.name, "de");
      if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || a.name.localeCompare(b.name, "de");
      return sign * (a.value - b.value) || a.name.localeCompare(b.name, "de");
    });
  }

  function list(values, words) {
    const { make } = atlas.elements;
    const rows = atlas.figures.rows(values, atlas.panel.words("status"));
    const holder = make("div", "reach-list");
    const fill = () => holder.replaceChildren(drawn(sorted(rows, order), words, fill));
    fill();
    return holder;
  }

  function drawn(rows, words, again) {
    const { make } = atlas.elements;
    const head = ["name", "value"].map((by) => {
      const button = make("button", "reach-sort", words[by], order.by === by ? (order.falls ? " ↓" : " ↑") : "");
      button.type = "button";
      button.addEventListener("click", () => { order = { by, falls: order.by === by ? !order.falls : by === "value" }; again(); });
      const made = make("th", "", button);
      made.scope = "col";
      made.setAttribute("aria-sort", order.by === by ? (order.falls ? "descending" : "ascending") : "none");
      return made;
    });
    const body = rows.map(({ id, name, text, notes }) => {
      const row = make("tr", "", make("td", "", name, notes ? make("span", "hint reach-note", notes) : ""), make("td", "reach-value", text));
      const at = atlas.areas.kept.values?.ids.indexOf(id) ?? -1;
      row.addEventListener("mouseenter", () => atlas.outlines.hover(at));
      row.addEventListener("mouseleave", () => atlas.outlines.hover(-1));
      return row;
    });
    return make("table", "small-table", make("thead", "", make("tr", "", ...head)), make("tbody", "", ...body));
  }

  /* Who may write keeps the question as an indicator, under a name of its own. */
  function save(told) {
    if (!told.editor) return [];
    const { make } = atlas.elements;
    const { words } = told;
    const title = field("title", words.save_title, told.title);
    const id = field("id", words.save_id, told.id);
    const said = make("p", "hint", parts.said || "");
    said.setAttribute("role", "status");
    const button = make("button", "button", words.save_button);
    button.type = "submit";
    const form = make("form", "reach-save", title, id, button, said);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const sent = Object.fromEntries(new FormData(form));
      const answer = await atlas.notes.post(SAVE + atlas.address.drawn(location.search), sent);
      said.textContent = answer.error || answer.said;
    });
    return [fold("save", words.save, form)];
  }

  function field(name, label, value) {
    const { make } = atlas.elements;
    const input = make("input", "reach-input");
    Object.assign(input, { name, value, required: true });
    return make("label", "reach-field", make("span", "field-label", label), input);
  }

  atlas.reachResult = { draw, table, way, offers, sorted };
})((globalThis.atlas = globalThis.atlas || {}));
