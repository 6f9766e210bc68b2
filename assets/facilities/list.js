"use strict";
/* What the filter leaves as a table to sort; a row opens the card. */
(function (atlas) {
  const MOST_ROWS = 150;
  const state = { by: "name", isRising: true, all: false };

  function list({ found, here, words }, { facilities, kinds }) {
    const rows = (here || found).map((at) => facilities[at]);
    const shown = sorted(rows, state.by, state.isRising);
    const cut = state.all ? shown : shown.slice(0, MOST_ROWS);
    const { make, button } = atlas.elements;
    const head = make("tr", "", ...["name", "places", "free_places"].map((by) => title(by, words)));
    const table = make("table", "board-table facility-table", make("thead", "", head), make("tbody", "", ...cut.map((facility) => row(facility, kinds[facility.kind]))));
    if (cut.length === shown.length) return [table];
    return [table, button("button", words.more.replace("{count}", shown.length), () => { state.all = true; redraw(); })];
  }

  /* By name as Germans sort, or by a number with what is not known last, whichever way. */
  function sorted(rows, by, isRising) {
    const way = isRising ? 1 : -1;
    const byName = (a, b) => a.name.localeCompare(b.name, "de", { numeric: true });
    if (by === "name") return [...rows].sort((a, b) => way * byName(a, b));
    const number = by === "places" ? ({ places }) => places : ({ free }) => free;
    return [...rows].sort((a, b) => {
      const [left, right] = [number(a), number(b)];
      if (left === null || right === null) return left === right ? byName(a, b) : left === null ? 1 : -1;
      return way * (left - right) || byName(a, b);
    });
  }

  function title(by, words) {
    const { make, button } = atlas.elements;
    const isBy = state.by === by;
    const sort = button("sort-button", words[by], () => {
      Object.assign(state, { by, isRising: isBy ? !state.isRising : by === "name" });
      redraw();
    });
    sort.dataset.keep = `sort-${by}`;
    const th = make("th", "", sort);
    th.scope = "col";
    th.setAttribute("aria-sort", isBy ? (state.isRising ? "ascending" : "descending") : "none");
    return th;
  }

  function redraw() {
    atlas.facilityPanel.redraw();
  }

  function row(facility, kind) {
    const { make, button } = atlas.elements;
    const open = button("facility-row", "", () => atlas.facilityCard.open(facility.id, true));
    open.dataset.keep = `row-${facility.id}`;
    const hint = [facility.where, facility.hint].filter(Boolean).join(" · ");
    open.append(
      atlas.facilitySigns.sign(kind, { isModel: facility.model, size: 22 }),
      // What the sign tells the eye.
      make("span", "panel-title", `${kind.title}: `),
      make("span", "facility-row-text", make("span", "", facility.name), hint && make("span", "hint", hint)),
      make("span", "panel-title", facility.badges.map(([, word]) => `, ${word}`).join("")),
    );
    const th = make("th", "", open);
    th.scope = "row";
    return make("tr", "", th, make("td", facility.places === null ? "gap" : "", facility.places_text), make("td", "", facility.free_text));
  }

  atlas.facilityTable = { list, sorted };
})((globalThis.atlas = globalThis.atlas || {}));
