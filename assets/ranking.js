"use strict";
/* All areas from the highest figure to the lowest; of many, only both ends and the chosen one. */
(function (atlas) {
  const ALL_UP_TO = 60;
  const FIRST = 20;
  const LAST = 5;
  const AROUND = 2;
  let latest = [];

  /* Rows with a figure, highest first; the same figure shares the rank. */
  function ranked(rows) {
    const sorted = rows.filter((row) => row.value !== null)
      .sort((a, b) => b.value - a.value || a.name.localeCompare(b.name, "de"));
    let rank = 0;
    let above = 0;
    let last = NaN;
    return sorted.map((row) => {
      if (!row.ranks) return { ...row, rank: null };
      above += 1;
      if (row.value !== last) rank = above;
      last = row.value;
      return { ...row, rank };
    });
  }

  /* Which of many rows are shown: runs of row numbers, with gaps between them. */
  function runs(count, selected) {
    if (count <= ALL_UP_TO) return count ? [[0, count]] : [];
    const wanted = new Set();
    const add = (from, to) => { for (let at = Math.max(from, 0); at < Math.min(to, count); at += 1) wanted.add(at); };
    add(0, FIRST);
    add(count - LAST, count);
    for (const at of selected) add(at - AROUND, at + AROUND + 1);
    const found = [];
    for (const at of [...wanted].sort((a, b) => a - b)) {
      const last = found[found.length - 1];
      if (last && last[1] === at) last[1] = at + 1; else found.push([at, at + 1]);
    }
    return found;
  }

  /* Where a bar starts and how long it is, in percent of the width, around a common zero. */
  function bar(value, low, high) {
    const from = Math.min(low, 0);
    const width = Math.max(high, 0) - from || 1;
    const zero = Math.abs(from) / width;
    const end = (value - from) / width;
    return { start: 100 * Math.min(zero, end), length: 100 * Math.abs(end - zero) };
  }

  /* Clientside callback: draws the list; names are buttons, so keyboard and mouse select alike. */
  function draw(values, selected, _panel, phrases) {
    const place = document.getElementById("ranking");
    if (!place || !phrases) return;
    const all = values ? atlas.figures.rows(values, phrases.status) : [];
    const sorted = ranked(all);
    latest = [values, selected, _panel, phrases];
    const marks = sorted.length ? atlas.noise.marks(values, "ranking", () => draw(...latest)) : null;
    const chosen = new Set(selected);
    const at = sorted.flatMap((row, number) => (chosen.has(row.id) ? [number] : []));
    const [low, high] = atlas.noise.reach(sorted, marks);
    const common = atlas.figures.commonNature(all);
    const parts = [];
    // One sign above says it for all; where real and modelled stand side by side, each row has its own.
    if (common && common !== "real") parts.push(line("ranking-note", natureText(common)));
    if (marks) parts.push(line("ranking-note", atlas.noise.legend(sorted, marks).join(" ")));
    place.classList.toggle("with-noise", Boolean(marks));
    let group = 0;
    let end = 0;
    for (const [from, to] of runs(sorted.length, at)) {
      if (from > end) parts.push(skipped(from - end, phrases.lists));
      for (const row of sorted.slice(from, to)) {
        const made = item(row, values.search, bar(row.value, low, high), chosen.has(row.id), !common);
        const mark = marks && marks.get(row.id);
        if (mark) atlas.noise.dress(made, row, mark, (limit) => bar(limit, low, high), values);
        if (mark && mark.first !== group) made.classList.toggle("group-start", group > 0);
        if (mark && mark.first) group = mark.first;
        parts.push(made);
      }
      end = to;
    }
    const gaps = all.filter((row) => row.value === null);
    if (!all.length) parts.push(line("ranking-note", phrases.lists.empty));
    if (gaps.length) parts.push(line("ranking-note", phrases.lists.without_value));
    for (const row of gaps.slice(0, ALL_UP_TO)) parts.push(item(row, values.search, null, chosen.has(row.id)));
    if (gaps.length > ALL_UP_TO) parts.push(skipped(gaps.length - ALL_UP_TO, phrases.lists));
    if (all.length) parts.push(line("ranking-note", atlas.portrait.words("several").figure_hint));
    if (all.length > 1) parts.push(line("ranking-note", atlas.portrait.words("several").hint));
    place.replaceChildren(...parts);
  }

  function natureText(nature) {
    return `${atlas.figures.SIGN[nature]} ${atlas.figures.spoken().nature[nature]}`;
  }

  /* The name chooses the area, and all of the row with it; the figure tells where it comes from. */
  function item(row, search, drawn, isChosen, signed) {
    const made = document.createElement("div");
    made.className = isChosen ? "ranking-row chosen" : "ranking-row";
    const name = document.createElement("button");
    Object.assign(name, { type: "button", className: "ranking-name" });
    name.append(span("", row.name));
    name.dataset.area = row.id;
    name.setAttribute("aria-pressed", String(isChosen));
    made.append(span("ranking-rank", row.rank ? `${row.rank}.` : ""), name, valueOf(row, search, signed));
    if (drawn) {
      const track = span("ranking-track", "");
      const fill = span("ranking-bar", "");
      fill.style.marginLeft = `${drawn.start}%`;
      fill.style.width = `${drawn.length}%`;
      track.append(fill);
      made.append(track);
    }
    return made;
  }

  function valueOf(row, search, signed) {
    const value = atlas.provenance.figure(atlas.provenance.address(search, row.id), "ranking-value", row.text);
    if (signed && row.nature !== "real") {
      const sign = span("ranking-sign", atlas.figures.SIGN[row.nature]);
      sign.setAttribute("role", "img");
      sign.setAttribute("aria-label", atlas.figures.spoken().nature[row.nature]);
      sign.title = atlas.figures.spoken().nature[row.nature];
      value.append(sign);
    }
    return value;
  }

  function span(name, text) {
    const made = document.createElement("span");
    made.className = name;
    made.textContent = text;
    return made;
  }

  function line(name, text) {
    const made = document.createElement("p");
    made.className = name;
    made.textContent = text;
    return made;
  }

  function skipped(count, words) {
    const text = count === 1 ? words.skipped_one : words.skipped;
    return line("ranking-skipped", text.replace("{count}", count.toLocaleString("de-DE")));
  }

  atlas.ranking = { ranked, runs, bar };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, { ranking: { draw } });
})((globalThis.atlas = globalThis.atlas || {}));
