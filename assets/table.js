"use strict";
/* The table of all areas: the map's figures as rows, the map's selection as its own. */
(function (atlas) {
  let chosen = 0;

  /* Clientside callback: rows and selection, only while the table is open. */
  function fill(place, values, list, selected, phrases) {
    if (!place || list !== "tabelle" || !values || !phrases) return;
    const rows = atlas.figures.rows(values, phrases.status);
    const marks = atlas.noise.marks(values, "table", () => fill(place, values, list, selected, phrases));
    if (marks) for (const row of rows) annotate(row, marks.get(row.id), values);
    for (const row of rows) row.origin = atlas.provenance.address(values.search, row.id);
    dash_clientside.set_props("table", { rowData: rows, selectedRows: chosenOf(rows, selected) });
  }

  /* What the ranking draws as a whisker, in words. */
  function annotate(row, mark, values) {
    if (mark) row.notes = [atlas.noise.spanText(mark, values), row.notes].filter(Boolean).join("; ");
  }

  /* Clientside callback: the selection of the page into the table. */
  function mark(selected, place, values, phrases) {
    if (!place || !values || !phrases) return;
    const rows = atlas.figures.rows(values, phrases.status);
    dash_clientside.set_props("table", { selectedRows: chosenOf(rows, selected) });
  }

  function chosenOf(rows, selected) {
    const known = new Set(selected);
    return rows.filter((row) => known.has(row.id));
  }

  /* Clientside callback: rows picked by hand into the selection of the page. An empty selection
     says nothing: the table empties it whenever its rows change. */
  function pick(rows, selected) {
    const data = picked((rows || []).map((row) => row.id), selected || []);
    if (!data) return;
    chosen += 1;
    dash_clientside.set_props("clicked", { data: { ...data, n: `table-${chosen}` } });
  }

  /* What the page is told: one area alone, or those that came to the selection or left it. */
  function picked(ids, before) {
    const came = ids.filter((id) => !before.includes(id));
    const left = before.filter((id) => !ids.includes(id));
    if (!ids.length || (!came.length && !left.length)) return null;
    if (ids.length === 1) return { area: ids[0] };
    if (came.length && left.length) return { areas: ids };
    return { areas: came.length ? came : left, add: true };
  }

  /* Gaps stand last, whichever way the column is sorted. */
  function gapsLast(a, b, nodeA, nodeB, isDescending) {
    const gapA = a === null || a === undefined;
    const gapB = b === null || b === undefined;
    if (gapA || gapB) return gapA && gapB ? 0 : (gapA ? 1 : -1) * (isDescending ? -1 : 1);
    return a - b;
  }

  /* A figure in its cell: clicked, it tells where it comes from, and the row stays as it is. */
  function figure({ data }) {
    if (!data) return "";
    const heard = (button) => {
      if (button) button.onclick = (event) => { event.stopPropagation(); atlas.provenance.open(button); };
    };
    return React.createElement("button", {
      ref: heard, type: "button", tabIndex: -1, className: "figure-button", title: atlas.panel.words("provenance").title, "data-origin": data.origin,
    }, data.text);
  }

  /* In the table the keyboard goes from cell to cell: Enter on a figure is its click. */
  function pressed(event) {
    if (event.key !== "Enter" || !event.target.matches?.("#table .ag-cell")) return;
    event.target.querySelector("[data-origin]")?.click();
  }

  /* The look of the page, given to the table once. */
  function look(quartz) {
    return quartz.withParams({
      accentColor: "#1f5f8b", foregroundColor: "#1f1d1a", borderColor: "#d9d5cc",
      headerBackgroundColor: "#f7f6f3", fontFamily: "inherit", fontSize: 14, headerFontSize: 14,
      spacing: 6, wrapperBorderRadius: 4, cellHorizontalPadding: 8,
    });
  }

  atlas.table = { gapsLast, picked };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, { table: { fill, mark, pick } });
  globalThis.dashAgGridFunctions = Object.assign(globalThis.dashAgGridFunctions || {}, {
    atlasFigure: (params) => (params.data ? params.data.text : ""),
    atlasGapsLast: gapsLast,
    atlasTable: look,
  });
  globalThis.dashAgGridComponentFunctions = Object.assign(globalThis.dashAgGridComponentFunctions || {}, { AtlasFigure: figure });
  if (globalThis.document?.addEventListener) document.addEventListener("keydown", pressed);
})((globalThis.atlas = globalThis.atlas || {}));
