"use strict";
/* How far chance may have moved figures and ranks; of many areas asked for once the list stands. */
(function (atlas) {
  const ADDRESS = "/karte/streuung";
  const shown = { key: "", marks: null, waiting: new Map() };

  /* The marks for MAP_VALUES where they came along or are known, else null; then they are asked for
     once, and the list that waits under its `name` is drawn anew when they come. */
  function marks(values, name, redraw) {
    if (values.marks) return values.marks.ids ? byArea(values.marks) : null;
    const key = `${values.number} ${values.search}`;
    const isNew = shown.key !== key;
    if (isNew) Object.assign(shown, { key, marks: null, waiting: new Map() });
    if (shown.marks) return shown.marks;
    shown.waiting.set(name, redraw);
    if (isNew) ask(values.search).then((told) => arrived(key, told));
    return null;
  }

  function arrived(key, told) {
    if (shown.key !== key || !told) return;
    shown.marks = told;
    for (const redraw of shown.waiting.values()) redraw();
  }

  function ask(search) {
    return fetch(ADDRESS + search).then((response) => (response.ok ? response.json() : null))
      .then((told) => (told && told.ids ? byArea(told) : null))
      .catch(() => null);
  }

  /* {area id: {low, high, first, last, small}} */
  function byArea(told) {
    return new Map(told.ids.map((id, at) => [id, {
      low: told.low[at], high: told.high[at], first: told.first[at], last: told.last[at], small: told.small[at] === "1",
    }]));
  }

  /* "3.–7.", or "3." where an area stands alone. */
  function rankText(rank, mark) {
    if (!rank) return "";
    if (!mark || !mark.first || mark.first === mark.last) return `${rank}.`;
    return `${mark.first}.–${mark.last}.`;
  }

  /* Lowest and highest figure to be drawn: the spans too, as far as twice the figures reach. */
  function reach(rows, known) {
    const values = rows.map((row) => row.value);
    const low = Math.min(...values);
    const high = Math.max(...values);
    if (!known) return [low, high];
    const spans = rows.map((row) => known.get(row.id)).filter((mark) => mark && mark.high !== null);
    const furthest = Math.max(high, ...spans.map((mark) => mark.high));
    return [low, Math.min(furthest, Math.max(2 * high, high))];
  }

  /* A ranking row with its rank span, its whisker on the bar, and the same in words for who only listens. */
  function dress(made, row, mark, place, values) {
    const { element } = atlas.portrait;
    const rank = made.querySelector(".ranking-rank");
    if (rank && row.rank) rank.textContent = rankText(row.rank, mark);
    made.classList.toggle("few", mark.small);
    const track = made.querySelector(".ranking-track");
    if (mark.low !== null && track) track.append(whisker(place(mark.low), place(mark.high)));
    const said = spanText(mark, values);
    if (!said) return;
    made.title = said;
    made.append(element("span", "only-heard", `, ${said}`));
  }

  /* From the lower to the upper limit; what lies beyond the list's width is left open. */
  function whisker(from, to) {
    const made = atlas.portrait.element("span", "ranking-whisker");
    const end = (drawn) => drawn.start + drawn.length;
    made.style.left = `${Math.min(end(from), 100)}%`;
    made.style.width = `${Math.max(Math.min(end(to), 100) - end(from), 0)}%`;
    made.classList.toggle("beyond", end(to) > 100);
    return made;
  }

  /* "Spanne 3,4 bis 18,4 %, wenige Fälle" */
  function spanText(mark, { decimals, unit }) {
    const words = atlas.portrait.words("noise");
    const digits = Math.max(decimals, 1);
    const format = new Intl.NumberFormat("de-DE", { minimumFractionDigits: digits, maximumFractionDigits: digits });
    const german = (number) => format.format(number).replace("-", "−");
    const span = mark.low === null ? "" : words.span.replace("{low}", german(mark.low)).replace("{high}", german(mark.high));
    return [span && unit === "%" ? `${span}\u00a0%` : span, mark.small ? words.small : ""].filter(Boolean).join(", ");
  }

  /* What the drawing means, only where it is drawn. */
  function legend(rows, known) {
    const words = atlas.portrait.words("noise");
    const shownMarks = rows.map((row) => known.get(row.id)).filter(Boolean);
    return [
      words.legend,
      shownMarks.some((mark) => mark.first && mark.first !== mark.last) ? words.ties : "",
      shownMarks.some((mark) => mark.small) ? words.small_legend : "",
    ].filter(Boolean);
  }

  atlas.noise = { marks, byArea, rankText, reach, dress, legend, spanText };
})((globalThis.atlas = globalThis.atlas || {}));
