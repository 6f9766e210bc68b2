"use strict";
/* The areas most like one, each with what makes it alike and what does not. */
(function (atlas) {
  function draw(body, answer) {
    const { make } = atlas.boards;
    if (!answer.areas) return;
    const list = make("ol", "alike", ...answer.areas.map((area) => item(area, answer)));
    body.append(make("p", "board-text", answer.intro), make("p", "hint", [answer.scale, answer.other].filter(Boolean).join(" ")), list, ...answer.notes.map((note) => make("p", "hint", note)));
  }

  function item(area, { own, words }) {
    const { make, fold, pointing } = atlas.boards;
    const compare = make("button", "chip", words.compare);
    compare.type = "button";
    compare.dataset.keep = `compare-${area.id}`;
    compare.setAttribute("aria-label", words.compare_label.replace("{own}", own.name).replace("{other}", area.name));
    compare.addEventListener("click", () => atlas.comparison.turn({
      a: own.value, b: area.value, tafel: "", gebiet: [own.value, area.value].map((value) => value.split(":")[1]).join(";"),
    }));
    const head = make("div", "alike-head", make("strong", "alike-name", area.name), make("span", "hint", area.distance), compare);
    const closest = area.reasons.slice(0, 2).map(({ title, word }) => `${title}: ${word}`);
    const parts = [head];
    if (closest.length) parts.push(make("p", "hint", closest.join(" · ")));
    parts.push(fold(`why-${area.id}`, words.reasons, reasons(area, own, words)));
    return pointing(make("li", "alike-item", ...parts), area.id);
  }

  function reasons({ name, reasons: all }, own, words) {
    const { make } = atlas.boards;
    const title = (text) => { const th = make("th", "", text); th.scope = "col"; return th; };
    const rows = all.map((reason) => {
      const th = make("th", "", reason.title, make("span", "hint", ` ${reason.state}`));
      th.scope = "row";
      const { figure } = atlas.provenance;
      return make("tr", "", th, make("td", "", figure(reason.own_origin, "", reason.own)), make("td", "", figure(reason.other_origin, "", reason.other)), make("td", reason.is_alike ? "is-alike" : "", reason.word));
    });
    const head = make("tr", "", title(words.indicator), title(own.name), title(name), title(words.likeness));
    return make("table", "board-table", make("thead", "", head), make("tbody", "", ...rows));
  }

  atlas.similar = { draw };
})((globalThis.atlas = globalThis.atlas || {}));
