"use strict";
/* The map's own classes, counts and gaps; drawn from MAP_ANSWER, all texts as text. */
(function (atlas) {
  const SVG = "http://www.w3.org/2000/svg";
  const [WIDTH, HEIGHT] = [240, 46];

  atlas.legend = { draw, bars };

  function draw({ legend, colours, classes }) {
    const place = atlas.panel.byClass("legend");
    const before = place.querySelector("details");
    const open = before ? before.open : atlas.folds.roomy("legend");
    place.replaceChildren(legend.sentence ? element("p", "legend-sentence", legend.sentence) : card(legend, colours, open, unreliableColour(legend, classes)));
  }

  function element(tag, name, text) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function card(legend, colours, open, unreliable) {
    const words = atlas.panel.words("legend");
    const details = element("details", "legend-card");
    details.open = open;
    const summary = element("summary", "legend-head");
    summary.append(element("span", "legend-title", legend.title));
    details.append(summary, facts(legend, words));
    if (legend.histogram) details.append(histogram(legend, colours, words));
    if (!legend.classes.length) details.append(element("p", "legend-sentence", words.no_values));
    details.append(table(legend, unreliable));
    return details;
  }

  function facts(legend, words) {
    const lines = element("div", "legend-facts");
    const named = [legend.subtitle, legend.unit && words.unit.replace("{unit}", legend.unit)].filter(Boolean).join(" ");
    if (named) lines.append(element("span", "legend-subtitle", named));
    lines.append(element("span", "legend-period", legend.period));
    if (legend.badge) lines.append(badge(legend.badge));
    for (const note of legend.notes || []) lines.append(element("span", "legend-note", note));
    return lines;
  }

  /* A sign and a word: a model figure never looks like a counted one. */
  function badge({ code, text }) {
    const made = element("span", `badge badge-${code}`);
    const sign = element("span", "badge-sign", code === "model" ? "◆" : "≈");
    sign.setAttribute("aria-hidden", "true");
    made.append(sign, atlas.help.term(code, text));
    return made;
  }

  function table(legend, unreliable) {
    const rows = element("table", "legend-classes");
    const head = rows.createTHead().insertRow();
    const counted = element("th", "legend-count", legend.counted);
    counted.colSpan = 3;
    head.append(counted);
    const body = rows.createTBody();
    [...legend.classes].reverse().forEach(({ label, colour, count }) => row(body, atlas.looks.swatch("class", colour), label, count));
    legend.gaps.forEach(({ code, label, count }, number) => {
      const added = row(body, atlas.looks.swatch(code, unreliable), label, count, code);
      if (number === 0) added.className = "legend-first-gap";
    });
    return rows;
  }

  /* As on the map: a pale class where unreliable areas have a figure, grey where none has. */
  function unreliableColour({ classes }, letters) {
    return classes && classes.length && /[a-j]/.test(letters || "") ? classes[Math.floor(classes.length / 2)].colour : "";
  }

  /* A gap is a term that explains itself. */
  function row(body, swatch, label, count, term = "") {
    const made = body.insertRow();
    swatch.setAttribute("aria-hidden", "true");
    made.insertCell().append(swatch);
    const told = element("td", "legend-label", term ? undefined : label);
    if (term) told.append(atlas.help.term(term, label));
    made.append(told, element("td", "legend-count", count.toLocaleString("de-DE")));
    return made;
  }

  /* Heights of the bars as shares of the highest; a bin with any area stays visible. */
  function bars(bins) {
    const highest = Math.max(...bins, 1);
    return bins.map((count) => (count ? Math.max(count / highest, 0.06) : 0));
  }

  function histogram({ histogram: drawn }, colours, words) {
    const figure = element("figure", "legend-histogram");
    const picture = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": words.histogram });
    const step = WIDTH / drawn.bins.length;
    bars(drawn.bins).forEach((share, number) => {
      const height = share * (HEIGHT - 2);
      picture.append(shape("rect", { x: number * step + 0.5, width: step - 1, y: HEIGHT - height, height, fill: colours[drawn.classes[number]], class: "legend-bar" }));
    });
    for (const limit of drawn.limits) {
      picture.append(shape("line", { x1: limit * WIDTH, x2: limit * WIDTH, y1: 0, y2: HEIGHT, class: "legend-limit" }));
    }
    const ends = element("figcaption", "legend-ends");
    ends.append(element("span", "", drawn.low), element("span", "", drawn.high));
    figure.append(picture, ends);
    return figure;
  }

  function shape(tag, attributes) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }
})((globalThis.atlas = globalThis.atlas || {}));
