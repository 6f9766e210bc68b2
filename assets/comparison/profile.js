"use strict";
/* A and B over all indicators of a topic: two figures a row, and a line with both as dots. */
(function (atlas) {
  const AREAS = "/vergleich/gebiete?suche=";

  function draw(body, answer) {
    const { make } = atlas.boards;
    body.append(pickers(answer), pairs(answer));
    if (answer.picked) body.append(picked(answer));
    if (!answer.rows) return;
    body.append(make("p", "hint board-topic", answer.topic));
    if (answer.rows.length) body.append(legend(answer), table(answer), sentences(answer));
    body.append(make("p", "hint", answer.note));
  }

  /* Both sides in one step of the address; selected on the map where it has their areas. */
  function turn(a, b) {
    const changes = { a: a.value, b: b.value };
    const both = [a, b].filter((side) => side.ids && atlas.comparison.isOnMap(side)).flatMap(({ ids }) => ids);
    changes.gebiet = both.join(";");
    changes.name = "";
    atlas.comparison.turn(changes);
  }

  /* A proposed pair, on the map of its own level: there both can be seen. */
  function turnToLevel(a, b) {
    atlas.comparison.turn({ a: a.value, b: b.value, ebene: a.system, gebiet: [...a.ids, ...b.ids].join(";"), name: "" });
  }

  function side(value) {
    return { value, ids: value.slice(value.indexOf(":") + 1).split(";") };
  }

  function pickers({ a, b, words }) {
    const { make } = atlas.boards;
    const options = (text) => atlas.comparison.get(AREAS + encodeURIComponent(text));
    const one = (name, own, choose) => atlas.picker.picker({
      label: words[name], keep: `side-${name}`, name: own && own.name, options, choose, words: words.picker, sign: mark(name),
    });
    const swap = make("button", "swap-button", "⇄");
    Object.assign(swap, { type: "button", title: words.swap, disabled: !a || !b });
    swap.dataset.keep = "swap";
    swap.setAttribute("aria-label", words.swap);
    swap.addEventListener("click", () => turn(b, a));
    const put = (name, value) => (name === "a" ? set(side(value), b) : set(a, side(value)));
    const set = (first, second) => {
      if (first && second) turn(first, second);
      else atlas.comparison.turn({ a: first ? first.value : "", b: second ? second.value : "" });
    };
    const [first, second] = [one("a", a, (value) => put("a", value)), one("b", b, (value) => put("b", value))];
    first.append(kind(a));
    second.append(kind(b));
    return make("div", "sides", first, swap, second);
  }

  function kind(own) {
    const { make } = atlas.boards;
    if (!own) return "";
    return make("span", "hint", own.members.length > 1 ? `${own.kind}: ${own.members.join("; ")}` : own.kind);
  }

  function mark(name) {
    const sign = atlas.boards.make("span", `mark lettered mark-${name}`, name.toUpperCase());
    sign.setAttribute("aria-hidden", "true");
    return sign;
  }

  function pairs({ pairs: proposed, a, b, words }) {
    const { make } = atlas.boards;
    if (!proposed.length) return "";
    const chips = proposed.map(([one, other], at) => {
      const text = `${one.name} – ${other.name}`;
      const chip = make("button", "chip", one.kind);
      Object.assign(chip, { type: "button", title: text });
      chip.dataset.keep = `pair-${at}`;
      chip.setAttribute("aria-label", `${one.kind}: ${text}`);
      chip.setAttribute("aria-pressed", String(Boolean(a && b) && a.value === one.value && b.value === other.value));
      chip.addEventListener("click", () => turnToLevel(one, other));
      return chip;
    });
    return make("div", "chips", make("span", "hint", words.proposed), ...chips);
  }

  /* What was picked on the map, to be set on either side. */
  function picked({ picked: own, a, b, words }) {
    const { make } = atlas.boards;
    const put = (name, text) => {
      const button = make("button", "chip", text);
      button.type = "button";
      button.setAttribute("aria-label", `${own.name} ${text}`);
      button.addEventListener("click", () => {
        const [first, second] = name === "a" ? [own, b] : [a, own];
        if (first && second) turn(first, second); else atlas.comparison.turn({ [name]: own.value });
      });
      return button;
    };
    return make("div", "chips picked", make("span", "", words.picked.replace("{name}", own.name)), put("a", words.picked_a), put("b", words.picked_b));
  }

  function legend({ a, b, county, words, rows }) {
    const { make } = atlas.boards;
    const entry = (sign, text) => make("span", "board-key", sign, text);
    const drawn = (name) => { const sign = make("span", name); sign.setAttribute("aria-hidden", "true"); return sign; };
    const parts = [entry(mark("a"), a.name), entry(mark("b"), b.name)];
    if (rows.some((row) => row.county !== null)) parts.push(entry(drawn("mark mark-county"), county));
    parts.push(entry(drawn("mark mark-span"), words.span));
    if (rows.some((row) => row.a.low !== null || row.b.low !== null)) parts.push(entry(drawn("mark mark-whisker"), words.whisker));
    return make("div", "board-legend", ...parts);
  }

  /* A table to those who listen, rows of lines to those who look. */
  function table(answer) {
    const { make } = atlas.boards;
    const { a, b, county, rows, words, topic } = answer;
    const head = row("profile-head panel-title", [words.indicator, a.name, b.name, county, words.difference].map((text) => cell("columnheader", "", text)));
    const found = make("div", "profile", head, ...rows.map((one) => line(one, answer)));
    found.setAttribute("role", "table");
    found.setAttribute("aria-label", topic);
    return found;
  }

  function row(name, cells) {
    const made = atlas.boards.make("div", name, ...cells);
    made.setAttribute("role", "row");
    return made;
  }

  function cell(role, name, ...parts) {
    const made = atlas.boards.make("div", name, ...parts);
    made.setAttribute("role", role);
    return made;
  }

  function line(one, { words, asked, county }) {
    const isAsked = one.indicator === asked;
    const { make, fold } = atlas.boards;
    const ask = make("button", "profile-ask", one.title);
    ask.type = "button";
    ask.dataset.indicator = one.indicator;
    ask.dataset.keep = `ask-${one.indicator}`;
    ask.title = words.ask.replace("{title}", one.title);
    if (isAsked) ask.setAttribute("aria-current", "true");
    const state = make("span", "profile-state", one.state);
    const badge = one.nature ? make("span", `nature-badge ${one.nature.code}`, one.nature.text) : "";
    return row(isAsked ? "profile-row asked" : "profile-row", [
      cell("rowheader", "profile-title", make("span", "profile-name", ask), badge, state),
      cell("cell", "profile-value value-a", figure(one.a, one.unit)),
      cell("cell", "profile-value value-b", figure(one.b, one.unit)),
      chart(one),
      cell("cell", "profile-county", countyFigure(one, county)),
      cell("cell", one.sure ? "profile-difference sure" : "profile-difference", one.difference, one.chance ? make("span", "profile-chance", one.chance) : ""),
      isAsked ? cell("cell", "profile-sentence", one.sentence, one.meaning ? fold("meaning", words.meaning, make("p", "hint", one.meaning)) : "") : "",
    ]);
  }

  function figure({ text, origin, gap, notes, small }, unit) {
    const { make } = atlas.boards;
    const told = atlas.provenance.figure(origin, "", text, unit && !gap ? " " : "", unit && !gap ? make("span", "profile-unit", unit) : "");
    return make("span", `profile-figure${gap ? " gap" : ""}${small ? " small" : ""}`, told, notes ? make("span", "hint", ` ${notes}`) : "");
  }

  /* The sign is that of the line; who listens hears the name. */
  function countyFigure({ county_text: text, county_origin: origin, unit }, county) {
    const { make } = atlas.boards;
    const sign = make("span", "mark mark-county");
    sign.setAttribute("aria-hidden", "true");
    const told = atlas.provenance.figure(origin, "", sign, text, unit ? " " : "", unit ? make("span", "profile-unit", unit) : "");
    if (origin) told.title = `${county}: ${told.title}`;
    return told;
  }

  /* The line: what all areas span, both intervals, the county, both dots. */
  function chart({ a, b, county, span }) {
    const { make } = atlas.boards;
    const parts = [];
    if (span.length) parts.push(bar("strip-span", span[0], span[1]));
    if (county !== null) parts.push(at("strip-county", county));
    for (const [name, own] of [["a", a], ["b", b]]) {
      if (own.low !== null) parts.push(bar(`strip-whisker whisker-${name}${own.small ? " small" : ""}`, own.low, own.high));
    }
    for (const [name, own] of [["b", b], ["a", a]]) {
      if (own.at !== null) parts.push(at(`strip-dot strip-${name} mark-${name}${own.small ? " small" : ""}`, own.at));
    }
    const drawn = make("div", "strip", ...parts);
    drawn.setAttribute("aria-hidden", "true");
    return drawn;
  }

  function at(name, place) {
    const made = atlas.boards.make("span", name);
    made.style.left = `${100 * place}%`;
    return made;
  }

  function bar(name, low, high) {
    const made = at(name, low);
    made.style.width = `${100 * (high - low)}%`;
    return made;
  }

  function sentences({ rows, words }) {
    const { make, fold } = atlas.boards;
    return fold("sentences", words.sentences, ...rows.map(({ title, sentence }) => make("p", "board-sentence", make("strong", "", `${title}: `), sentence)));
  }

  atlas.profile = { draw, bar };
})((globalThis.atlas = globalThis.atlas || {}));
