"use strict";
/* The county among the counties of its ring: own figure, median and the middle half, row by row. */
(function (atlas) {
  function draw(body, answer) {
    const { make } = atlas.boards;
    if (!answer.rows) return;
    const { words } = answer;
    if (answer.rings.length > 1) body.append(choice(answer));
    body.append(make("p", "board-text", make("strong", "", answer.title), ` – ${answer.definition}`));
    if (answer.rows.length) body.append(make("p", "hint", words.independent));
    if (answer.members) body.append(make("p", "hint", words.members.replace("{names}", answer.members)));
    if (answer.empty) body.append(make("p", "next-step", answer.empty));
    if (answer.rows.length) body.append(legend(answer), ...answer.rows.map((row) => line(row, words)));
  }

  function choice({ rings, ring, words }) {
    const { make } = atlas.boards;
    const select = make("select", "board-select", ...rings.map(({ value, name }) => Object.assign(make("option", "", name), { value, selected: value === ring })));
    select.dataset.keep = "ring";
    select.addEventListener("change", () => atlas.comparison.turn({ ring: select.value }));
    return make("label", "picker", make("span", "field-label", words.choose), select);
  }

  function legend({ words, rows }) {
    const { make } = atlas.boards;
    const entry = (name, text) => {
      const sign = make("span", `mark ${name}`);
      sign.setAttribute("aria-hidden", "true");
      return make("span", "board-key", sign, text);
    };
    const parts = [entry("mark-a", words.own), entry("mark-median", atlas.help.term("median", words.median)), entry("mark-middle", words.middle)];
    if (rows.some(({ others }) => others.length)) parts.push(entry("mark-other", words.others));
    return make("div", "board-legend", ...parts);
  }

  function line(row, words) {
    const { make, fold } = atlas.boards;
    const facts = make("dl", "ring-facts", fact(words.own, atlas.provenance.figure(row.origin, "", row.own)), fact(words.median, atlas.provenance.figure(row.median_origin, "", row.median_text)), row.rank ? fact(words.rank_term, row.rank) : "");
    const parts = [make("h3", "ring-title", row.title), chart(row), facts, make("p", "board-sentence", row.sentence)];
    if (row.members.length) parts.push(fold(`ring-${row.title}`, words.list, list(row)));
    parts.push(make("p", "hint", row.sources));
    return make("section", "ring-row", ...parts);
  }

  function fact(term, text) {
    const { make } = atlas.boards;
    return make("div", "", make("dt", "", term), make("dd", "", text));
  }

  function chart({ at, median, band, others }) {
    const { make } = atlas.boards;
    const place = (name, where) => { const made = make("span", name); made.style.left = `${100 * where}%`; return made; };
    const parts = [];
    if (band[0] !== null) parts.push(atlas.profile.bar("strip-middle", band[0], band[1]));
    parts.push(...others.map((where) => place("strip-other", where)));
    if (median !== null) parts.push(place("strip-median", median));
    if (at !== null) parts.push(place("strip-dot mark-a", at));
    const drawn = make("div", "strip ring-strip", ...parts);
    drawn.setAttribute("aria-hidden", "true");
    return drawn;
  }

  function list({ members }) {
    const { make } = atlas.boards;
    const rows = members.map(({ name, text, own, origin }) => {
      const th = make("th", "", name);
      th.scope = "row";
      return make("tr", own ? "chosen" : "", th, make("td", "", atlas.provenance.figure(origin, "", text)));
    });
    return make("table", "board-table", make("tbody", "", ...rows));
  }

  atlas.ring = { draw };
})((globalThis.atlas = globalThis.atlas || {}));
