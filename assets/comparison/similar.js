"use strict";
/* The areas most like one, each with what makes it alike and what does not. */
(function (atlas) {
  function draw(body, answer) {
    const { make } = atlas.boards;
    if (answer.by) body.append(choice(answer));
    if (!answer.areas) return;
    const list = make("ol", "alike", ...answer.areas.map((area) => item(area, answer)));
    body.append(make("p", "board-text", answer.intro), make("p", "hint", [answer.scale, answer.other].filter(Boolean).join(" ")), list, ...answer.notes.map((note) => make("p", "hint", note)));
  }

  /* By which indicators: a box each, heard at once; the choice stands in the address. */
  function choice({ by, words }) {
    const { make, fold } = atlas.boards;
    const boxes = [];
    const groups = by.topics.map(({ title, indicators }) => {
      const group = make("fieldset", "by-topic", make("legend", "", title));
      for (const indicator of indicators) {
        const box = make("input");
        Object.assign(box, { type: "checkbox", value: indicator.id, checked: indicator.chosen });
        box.dataset.keep = `by-${indicator.id}`;
        box.addEventListener("change", () => choose(boxes));
        boxes.push(box);
        group.append(make("label", "by-indicator", box, make("span", "", indicator.title)));
      }
      return group;
    });
    const chosen = boxes.filter(({ checked }) => checked);
    const isFull = chosen.length >= by.most;
    if (isFull) for (const box of boxes) box.disabled = !box.checked;
    const quick = make("div", "chips", chip("by-all", words.by_all, by.all));
    if (by.back) quick.append(chip("by-back", by.back, []));
    const list = make("div", "by-topics", ...groups);
    list.dataset.scroll = "by";
    const hint = [words.by_hint, isFull ? words.by_most.replace("{most}", by.most) : ""].filter(Boolean).join(" ");
    return fold("alike-by", by.title, make("p", "hint", hint), quick, list);
  }

  function chip(keep, text, ids) {
    const made = atlas.boards.make("button", "chip", text);
    made.type = "button";
    made.dataset.keep = keep;
    made.addEventListener("click", () => atlas.comparison.turn({ nach: ids.join(";") }));
    return made;
  }

  /* Without any, those of the topic count again. */
  function choose(boxes) {
    atlas.comparison.turn({ nach: boxes.filter(({ checked }) => checked).map(({ value }) => value).join(";") });
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
