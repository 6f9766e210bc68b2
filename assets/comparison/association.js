"use strict";
/* Two indicators against each other: a dot an area, read by pointing or with the arrow keys. */
(function (atlas) {
  const SVG = "http://www.w3.org/2000/svg";
  const [WIDTH, HEIGHT] = [488, 344];
  const ROOM = { left: 52, right: 12, top: 12, bottom: 28 };
  const MOST_LISTED = 400;
  const MOST_DOTS = 1000;
  const MOST_NAMED = 6;
  const LINE = 16;

  function draw(body, answer) {
    const { make, fold, experts } = atlas.boards;
    const { words } = answer;
    if (answer.options) body.append(second(answer));
    if (!answer.points) return;
    body.append(make("p", "board-text", answer.sentences.join(" ")));
    if (answer.points.length) {
      const reading = make("p", "board-reading", words.hint);
      reading.setAttribute("role", "status");
      body.append(axisName("axis-up", answer.y), chart(answer, reading), axisName("axis-across", answer.x), reading);
    }
    if (answer.facts.length) body.append(make("p", "hint", words.meaning_areas), experts(answer.experts, answer.facts, words.meaning));
    if (answer.gaps.length) body.append(fold("gaps", `${words.gaps} (${answer.gap_count})`, make("p", "hint", answer.gaps.join("; ") + (answer.gap_count > answer.gaps.length ? " …" : ""))));
    if (answer.points.length && answer.points.length <= MOST_LISTED) body.append(fold("points", words.table, table(answer)));
  }

  function second({ options, mit, words }) {
    const name = options.find(({ value }) => value === mit)?.name;
    return atlas.picker.picker({
      label: words.mit, keep: "mit", name, words: words.picker,
      options: (text) => atlas.picker.among(options, text), choose: (value) => atlas.comparison.turn({ mit: value }),
    });
  }

  /* The title of an axis in words of the page: an SVG would not break the line. */
  function axisName(name, { title, unit, state }) {
    const { make } = atlas.boards;
    return make("p", `axis-name ${name}`, make("span", "axis-arrow", name === "axis-up" ? "↑ " : ""), make("strong", "", title), unit ? ` (${unit})` : "", make("span", "hint", ` ${state}`), name === "axis-across" ? " →" : "");
  }

  function node(tag, attributes, text) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function across(part) { return ROOM.left + part * (WIDTH - ROOM.left - ROOM.right); }
  function up(part) { return HEIGHT - ROOM.bottom - part * (HEIGHT - ROOM.top - ROOM.bottom); }

  function chart({ x, y, points, words, n }, reading) {
    const svg = node("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "pairs-chart", tabindex: "0", role: "application" });
    svg.dataset.keep = "pairs-chart";
    svg.setAttribute("aria-label", words.chart.replace("{x}", x.title).replace("{y}", y.title).replace("{n} ", `${points.length} `));
    for (const { at, text } of x.ticks) {
      svg.append(node("line", { x1: across(at), x2: across(at), y1: up(0), y2: up(1), class: "pairs-grid" }), node("text", { x: across(at), y: HEIGHT - 8, class: "pairs-tick", "text-anchor": "middle" }, text));
    }
    for (const { at, text } of y.ticks) {
      svg.append(node("line", { x1: across(0), x2: across(1), y1: up(at), y2: up(at), class: "pairs-grid" }), node("text", { x: ROOM.left - 6, y: up(at) + 4, class: "pairs-tick", "text-anchor": "end" }, text));
    }
    const rank = (one) => Number(one.selected) + 2 * Number(Boolean(one.side));
    const isMany = points.length > MOST_DOTS;
    const ordered = [...points].sort((one, other) => rank(one) - rank(other)).filter((one) => !isMany || rank(one));
    const dots = new Map(ordered.map((one) => [one, dot(one)]));
    if (isMany) svg.append(cloud(points));
    svg.append(...dots.values(), ...names(points));
    const wander = reader(svg, points, dots, reading, words);
    if (isMany) roam(svg, points, wander);
    for (const [one, drawn] of dots) {
      drawn.addEventListener("mouseenter", () => wander.read(one));
      drawn.addEventListener("mouseleave", () => wander.leave());
    }
    return svg;
  }

  /* All dots on one canvas; only what is chosen or read has an element over it. */
  function cloud(points) {
    const colour = getComputedStyle(document.documentElement).getPropertyValue("--accent");
    const held = node("foreignObject", { x: 0, y: 0, width: WIDTH, height: HEIGHT, class: "pairs-cloud" });
    held.append(atlas.manyDots.canvas(points.map(({ x, y }) => [across(x), up(y)]), { width: WIDTH, height: HEIGHT, colour }));
    return held;
  }

  /* The dot nearest to the mouse is read, and chosen by a click. */
  function roam(svg, points, wander) {
    const places = points.map(({ x, y }) => [across(x), up(y)]);
    const leave = () => { delete svg.dataset.area; wander.leave(); };
    svg.addEventListener("mousemove", ({ clientX, clientY }) => {
      const { left, top, width, height } = svg.getBoundingClientRect();
      const found = points[atlas.manyDots.nearest(places, [((clientX - left) * WIDTH) / width, ((clientY - top) * HEIGHT) / height])];
      if (!found) { leave(); return; }
      svg.dataset.area = found.id;
      wander.read(found);
    });
    svg.addEventListener("mouseleave", leave);
  }

  /* A is round and B is square, as on the first board. */
  function dot({ id, x, y, selected, side }) {
    const name = ["pairs-dot", side && `side-${side}`, selected && "selected"].filter(Boolean).join(" ");
    const drawn = side === "b"
      ? node("rect", { x: across(x) - 6.5, y: up(y) - 6.5, width: 13, height: 13, class: name })
      : node("circle", { cx: across(x), cy: up(y), r: selected || side ? 7 : 5, class: name });
    drawn.dataset.area = id;
    return drawn;
  }

  /* The chosen areas by name, on the side where there is room, none upon another. */
  function names(points) {
    const all = points.filter(({ selected, side }) => selected || side);
    const chosen = all.length > MOST_NAMED ? [] : all;
    const lines = free(chosen.map(({ y }) => up(y) + 4));
    return chosen.map(({ x, name, side }, at) => node("text", { x: across(x) + (x > 0.6 ? -11 : 11), y: lines[at], class: side ? `pairs-name side-${side}` : "pairs-name", "text-anchor": x > 0.6 ? "end" : "start" }, name));
  }

  /* Base lines of names, each moved down until it is a line away from those before; the lowest up. */
  function free(lines) {
    const taken = [];
    for (const line of lines) {
      const isNear = (at) => taken.some((other) => Math.abs(other - at) < LINE);
      let at = line;
      while (isNear(at)) at += 1;
      if (at > up(0)) for (at = line; isNear(at);) at -= 1;
      taken.push(at);
    }
    return taken;
  }

  /* Which point is read: by the mouse, or from left to right with the arrow keys. */
  function reader(svg, points, dots, reading, words) {
    const ordered = [...points].sort((one, other) => one.x - other.x || one.y - other.y);
    let now = null;
    let shown = null;
    const read = (one) => {
      if (one === now) return;
      if (shown) shown.classList.remove("read");
      if (shown && !dots.has(now)) shown.remove();
      now = one;
      shown = one && (dots.get(one) || dot(one));
      if (one && !dots.has(one)) svg.append(shown);
      if (one) shown.classList.add("read");
      reading.textContent = one ? `${one.name}: ${one.x_text} · ${one.y_text}` : words.hint;
      reading.classList.toggle("is-read", Boolean(one));
      atlas.comparison.point(one ? one.id : null);
    };
    svg.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (event.key === "Escape") read(null);
      if (event.key === "Enter" && now) shown.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      if (!step) return;
      event.preventDefault();
      const at = now ? ordered.indexOf(now) + step : step > 0 ? 0 : ordered.length - 1;
      read(ordered[(at + ordered.length) % ordered.length]);
    });
    svg.addEventListener("blur", () => read(null));
    return { read, leave: () => { if (document.activeElement !== svg) read(null); } };
  }

  function table({ x, y, points, words }) {
    const { make, pointing } = atlas.boards;
    const head = make("tr", "", ...[words.area, x.title, y.title].map((text) => { const th = make("th", "", text); th.scope = "col"; return th; }));
    const rows = [...points].sort((one, other) => one.name.localeCompare(other.name, "de")).map((one) => {
      const th = make("th", "", one.name);
      th.scope = "row";
      return pointing(make("tr", one.selected || one.side ? "chosen" : "", th, make("td", "", told(x, one.id, one.x_text)), make("td", "", told(y, one.id, one.y_text))), one.id);
    });
    return make("table", "board-table", make("thead", "", head), make("tbody", "", ...rows));
  }

  function told({ origin }, area, text) {
    return atlas.provenance.figure(atlas.provenance.address(origin, area), "", text);
  }

  atlas.association = { draw, free, chart };
})((globalThis.atlas = globalThis.atlas || {}));
