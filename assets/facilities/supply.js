"use strict";
/* Places for each hundred, area by area: those with the fewest first, gaps last. */
(function (atlas) {
  function supply({ supply: told, words: screen }) {
    const { make } = atlas.elements;
    const parts = told.options.length > 1 ? [choice(told)] : [];
    if (told.refusal) return [...parts, make("p", "next-step", told.refusal)];
    const { words } = told;
    const badge = told.badge.length ? make("span", `nature-badge ${told.badge[0]}`, told.badge[1]) : null;
    const heads = [screen.area, screen.facilities, words.column_places, words.column_served, words.column_ratio];
    const head = make("tr", "", ...heads.map((text) => Object.assign(make("th", "", text), { scope: "col" })));
    const largest = Math.max(...told.rows.map(({ ratio }) => ratio || 0));
    const rows = ordered(told.rows).map((row) => line(row, largest));
    return [
      ...parts,
      make("h3", "board-subheading", told.title),
      make("div", "state-line", make("span", "", told.state), badge),
      told.whole && make("p", "supply-whole", told.whole),
      make("table", "board-table supply-table", make("thead", "", head), make("tbody", "", ...rows)),
      make("p", "", onTheMap(told)),
      ...told.notes.map((note) => make("p", "hint", note)),
    ];
  }

  /* The same figures as colours, where they can be kept as an indicator. */
  function onTheMap({ map, words }) {
    const link = atlas.elements.make("a", "quiet-button", words.map);
    link.href = `/erreichbarkeit${atlas.address.write({ ...atlas.address.read(location.search), ...map, gebiet: "" })}`;
    return link;
  }

  function ordered(rows) {
    return [...rows].sort((a, b) => {
      if (a.ratio === null || b.ratio === null) return a.ratio === b.ratio ? a.name.localeCompare(b.name, "de") : a.ratio === null ? 1 : -1;
      return a.ratio - b.ratio || a.name.localeCompare(b.name, "de");
    });
  }

  function choice({ options, chosen, words }) {
    const { make } = atlas.elements;
    const select = make("select", "board-select");
    select.dataset.keep = "supplied";
    select.append(...options.map(({ value, title }) => Object.assign(make("option", "", title), { value, selected: value === chosen })));
    select.addEventListener("change", () => atlas.facilities.turn({ versorgt: select.value }));
    return make("label", "", make("span", "field-label", words.options), select);
  }

  /* The name chooses the area on the map, as everywhere. */
  function line(row, largest) {
    const { make, button } = atlas.elements;
    const name = button("area-pick", row.name, () => {});
    name.dataset.area = row.id;
    name.dataset.keep = `area-${row.id}`;
    const th = make("th", "", name);
    th.scope = "row";
    const share = make("td", row.ratio === null ? "gap" : "supply-ratio", row.ratio_text);
    if (row.ratio !== null && largest > 0) share.style.setProperty("--share", `${(100 * row.ratio) / largest}%`);
    const made = make("tr", "", th, make("td", "", String(row.facilities)), make("td", "", row.places), make("td", "", row.served), share);
    made.classList.toggle("chosen", (atlas.areas.kept.selected || []).includes(row.id));
    for (const event of ["mouseenter", "focusin"]) made.addEventListener(event, () => atlas.comparison.point(row.id));
    for (const event of ["mouseleave", "focusout"]) made.addEventListener(event, () => atlas.comparison.point(null));
    return made;
  }

  atlas.facilitySupply = { supply, ordered };
})((globalThis.atlas = globalThis.atlas || {}));
