"use strict";
/* Areas as runs of pixels: found once for a view of the map, filled anew for every figure. */
(function (atlas) {
  // A pixel is looked at in four places, one on each of four lines; where they differ, it is an edge.
  const PLACES = [0.375, 0.875, 0.125, 0.625];
  const LINES = PLACES.length;
  const [RUN, EDGE] = [3, 5];

  /* Which pixels show which area. An area is a list of rings of {x, y}, even-odd; later ones lie
     above. `frame` says where the first pixel lies, how many there are, and how many to a unit.
     `count` areas count from 1, 0 is none. `runs` holds [first pixel, pixel after the last, area],
     `edges` [pixel, area in each of the four places]. */
  function found(areas, frame) {
    const { width, height } = frame;
    const crossings = crossed(areas, frame);
    const rows = PLACES.map(() => new Int32Array(width));
    const taken = { runs: list(), edges: list() };
    for (let y = 0; y < height; y += 1) {
      const reach = { from: width, to: 0 };
      for (let line = 0; line < LINES; line += 1) lay(rows[line], crossings, LINES * y + line, PLACES[line], reach);
      gather(rows, reach, y * width, taken);
      for (const row of rows) row.fill(0, reach.from, reach.to);
    }
    return { count: areas.length, runs: taken.runs.numbers.slice(0, taken.runs.count), edges: taken.edges.numbers.slice(0, taken.edges.count) };
  }

  /* Numbers that become more. */
  function list() {
    return { numbers: new Int32Array(2 ** 14), count: 0 };
  }

  function makeRoom(growing, more) {
    if (growing.count + more <= growing.numbers.length) return;
    const { numbers } = growing;
    growing.numbers = new Int32Array(2 * (numbers.length + more));
    growing.numbers.set(numbers);
  }

  /* Where borders cross the lines: those of line n stand from starts[n] on, area by area. */
  function crossed(areas, frame) {
    const sides = sidesOf(areas, frame);
    const lines = LINES * frame.height;
    const starts = new Int32Array(lines + 1);
    for (let side = 0; side < sides.count; side += 1) {
      for (let line = sides.from[side]; line < sides.to[side]; line += 1) starts[line + 1] += 1;
    }
    for (let line = 0; line < lines; line += 1) starts[line + 1] += starts[line];
    const next = starts.slice();
    const at = new Float32Array(starts[lines]);
    const of = new Int32Array(starts[lines]);
    for (let side = 0; side < sides.count; side += 1) {
      let x = sides.x[side];
      for (let line = sides.from[side]; line < sides.to[side]; line += 1) {
        const here = next[line]++;
        at[here] = x;
        of[here] = sides.area[side];
        x += sides.step[side];
      }
    }
    return { starts, at, of };
  }

  /* The sides that cross any line: from which to before which, where on the first, how far to the next. */
  function sidesOf(areas, { left, top, height, density }) {
    const most = areas.reduce((sum, rings) => rings.reduce((all, ring) => all + ring.length, sum), 0);
    const [area, from, to] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
    const [x, step] = [new Float32Array(most), new Float32Array(most)];
    let count = 0;
    areas.forEach((rings, position) => {
      for (const ring of rings) {
        let before = ring[ring.length - 1];
        for (const point of ring) {
          const y = (point.y - top) * density * LINES - 0.5;
          const beforeY = (before.y - top) * density * LINES - 0.5;
          from[count] = Math.max(0, Math.ceil(Math.min(y, beforeY)));
          to[count] = Math.min(LINES * height, Math.ceil(Math.max(y, beforeY)));
          if (from[count] < to[count]) {
            area[count] = position + 1;
            step[count] = ((point.x - before.x) * density) / (y - beforeY);
            x[count] = (point.x - left) * density + (from[count] - y) * step[count];
            count += 1;
          }
          before = point;
        }
      }
    });
    return { count, area, from, to, x, step };
  }

  /* One line: every area from each odd crossing to the next. */
  function lay(row, { starts, at, of }, line, place, reach) {
    const end = starts[line + 1];
    for (let first = starts[line], after; first < end; first = after) {
      const area = of[first];
      after = first + 1;
      while (after < end && of[after] === area) after += 1;
      if (after - first > 2) at.subarray(first, after).sort();
      for (let side = first; side + 1 < after; side += 2) {
        const from = Math.max(0, Math.ceil(Math.min(at[side], at[side + 1]) - place));
        const to = Math.min(row.length, Math.ceil(Math.max(at[side], at[side + 1]) - place));
        for (let x = from; x < to; x += 1) row[x] = area;
        if (from < reach.from) reach.from = from;
        if (to > reach.to) reach.to = to;
      }
    }
  }

  function gather([first, second, third, fourth], reach, before, { runs, edges }) {
    makeRoom(runs, RUN * first.length);
    makeRoom(edges, EDGE * first.length);
    const end = (area, from, to) => {
      if (!area) return;
      runs.numbers[runs.count++] = before + from;
      runs.numbers[runs.count++] = before + to;
      runs.numbers[runs.count++] = area;
    };
    let [area, begun] = [0, 0];
    for (let x = reach.from; x < reach.to; x += 1) {
      let now = first[x];
      if (now !== second[x] || now !== third[x] || now !== fourth[x]) {
        edges.numbers[edges.count++] = before + x;
        for (const row of [first, second, third, fourth]) edges.numbers[edges.count++] = row[x];
        now = 0;
      }
      if (now === area) continue;
      end(area, begun, x);
      [area, begun] = [now, x];
    }
    end(area, begun, reach.to);
  }

  /* Colours the pixels (a whole number each, as an ImageData has them). `looks` holds for every area,
     from 1, the number of its tile; `tiles` are squares of `side` pixels, one after another, the
     first one clear. They lie side by side from the zero of the frame. */
  function fill(pixels, { runs, edges }, { left, top, width, height, density }, { looks, tiles, side }) {
    const phase = (at) => ((at % side) + side) % side;
    const columns = new Int32Array(width).map((_, x) => phase(x + left * density));
    const rows = new Int32Array(height).map((_, y) => phase(y + top * density) * side);
    const first = looks.map((tile) => tile * side * side);
    for (let at = 0; at < runs.length; at += RUN) {
      const y = Math.floor(runs[at] / width);
      const spot = first[runs[at + 2]] + rows[y];
      for (let pixel = runs[at], end = runs[at + 1]; pixel < end; pixel += 1) pixels[pixel] = tiles[spot + columns[pixel - y * width]];
    }
    for (let at = 0; at < edges.length; at += EDGE) {
      const y = Math.floor(edges[at] / width);
      const spot = rows[y] + columns[edges[at] - y * width];
      pixels[edges[at]] = mixed(tiles[first[edges[at + 1]] + spot], tiles[first[edges[at + 2]] + spot], tiles[first[edges[at + 3]] + spot], tiles[first[edges[at + 4]] + spot]);
    }
  }

  /* The colour between four, each weighing as much as it covers. */
  function mixed(a, b, c, d) {
    const cover = (a >>> 24) + (b >>> 24) + (c >>> 24) + (d >>> 24);
    if (!cover) return 0;
    return (Math.round(cover / LINES) << 24) | (part(16) << 16) | (part(8) << 8) | part(0);

    function part(bits) {
      const sum = (a >>> 24) * ((a >>> bits) & 255) + (b >>> 24) * ((b >>> bits) & 255) + (c >>> 24) * ((c >>> bits) & 255) + (d >>> 24) * ((d >>> bits) & 255);
      return Math.round(sum / cover);
    }
  }

  atlas.areaPixels = { found, fill };
})((globalThis.atlas = globalThis.atlas || {}));
