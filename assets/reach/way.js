"use strict";
/* The way there, in words: where it leads, how long, and what one does on it. */
(function (atlas) {
  function section(told, offers) {
    const { make } = atlas.elements;
    const { words } = told;
    const close = make("button", "quiet-button", words.close);
    close.type = "button";
    close.addEventListener("click", () => atlas.reach.from(null));
    const goal = told.facility ? make("p", "reach-goal", told.facility.name, make("span", "hint", [told.facility.kind, told.facility.address].filter(Boolean).join(", "))) : "";
    const legs = (told.sentences || []).map((sentence) => make("li", "", sentence));
    const hours = told.hours ? make("p", "reach-hours", told.hours) : "";
    const note = told.note ? make("p", "hint", told.note) : "";
    const made = make("section", "reach-way", make("div", "overline spread", make("span", "", words.from), close), make("p", "reach-headline", told.headline), hours, goal, legs.length > 1 ? make("ol", "reach-legs", ...legs) : make("p", "", told.sentences[0] || ""), note, offers ? table(offers) : "");
    made.setAttribute("aria-label", words.title);
    made.querySelector(".reach-headline").setAttribute("role", "status");
    return made;
  }

  function table({ words, title, rows, note }) {
    const { make } = atlas.elements;
    const heads = ["day", "there", "back"].map((name) => headCell(words[name], "col"));
    const body = rows.map(({ day, there, back }) => make("tr", "", headCell(day, "row"), make("td", "", there), make("td", "", back)));
    const drawn = make("table", "small-table", make("caption", "", title), make("thead", "", make("tr", "", ...heads)), make("tbody", "", ...body));
    return make("div", "reach-offers", drawn, make("p", "hint", note));
  }

  function headCell(text, scope) {
    const cell = atlas.elements.make("th", "", text);
    cell.scope = scope;
    return cell;
  }

  atlas.reachWay = { section };
})((globalThis.atlas = globalThis.atlas || {}));
