"use strict";
/* How an area is filled: class colour, and a look of its own for every kind of gap. */
(function (atlas) {
  const WHITE = "#ffffff";
  const GAP_GROUND = "#f3f1ec";
  const GAP_INK = "#8a857b";
  const CUT_OFF = "#6b665c";
  const EMPTY = "#e2ded5";
  const PALE = 0.5;
  const TILE = 8;

  atlas.looks = { TILE, fills, paler, swatch };

  /* From letter to canvas fill: 0–9 classes, a–j the same but unreliable, z m s u n l the gaps. */
  function fills(colours) {
    const byLetter = { z: WHITE, m: pattern("missing", {}), s: pattern("suppressed", {}), u: pattern("unreliable", { colour: GAP_INK }), n: CUT_OFF, l: EMPTY };
    colours.forEach((colour, number) => {
      byLetter[String(number)] = colour;
      byLetter["abcdefghij"[number]] = pattern("unreliable", { colour });
    });
    byLetter[""] = GAP_GROUND;
    return byLetter;
  }

  /* A colour half way to white. */
  function paler(colour) {
    const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    const mixed = parts.map((part) => Math.round(part + (255 - part) * PALE));
    return "#" + mixed.map((part) => part.toString(16).padStart(2, "0")).join("");
  }

  const drawings = {
    missing(pen) {
      ground(pen, GAP_GROUND);
      pen.strokeStyle = GAP_INK;
      pen.lineWidth = 1.1;
      pen.beginPath();
      for (const shift of [-TILE, 0, TILE]) {
        pen.moveTo(shift - 1, TILE + 1);
        pen.lineTo(shift + TILE + 1, -1);
      }
      pen.stroke();
    },
    suppressed(pen) {
      ground(pen, GAP_GROUND);
      pen.fillStyle = "#5c574e";
      for (const [x, y] of [[2, 2], [6, 6]]) {
        pen.beginPath();
        pen.arc(x, y, 1.15, 0, 2 * Math.PI);
        pen.fill();
      }
    },
    unreliable(pen, { colour }) {
      ground(pen, paler(colour));
      pen.fillStyle = colour;
      pen.fillRect(0, 1, TILE, 1);
      pen.fillRect(0, 5, TILE, 1);
    },
  };

  function ground(pen, colour) {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, TILE, TILE);
  }

  /* Drawn as finely as Leaflet's canvas is, which doubles on any dense screen. */
  function density() {
    return globalThis.devicePixelRatio > 1 ? 2 : 1;
  }

  function tile(look, options) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = TILE * density();
    const pen = canvas.getContext("2d");
    pen.scale(density(), density());
    drawings[look](pen, options);
    return canvas;
  }

  const kept = new Map();

  function pattern(look, options) {
    const key = `${look} ${options.colour || ""} ${density()}`;
    if (!kept.has(key)) {
      const canvas = tile(look, options);
      const made = canvas.getContext("2d").createPattern(canvas, "repeat");
      made.setTransform(new DOMMatrix().scale(1 / density()));
      kept.set(key, made);
    }
    return kept.get(key);
  }

  /* The same look for the legend, 26 × 16 px: a plain colour, or a small canvas for what has a pattern. */
  function swatch(look, colour) {
    if (look === "class") return plain(colour);
    const canvas = document.createElement("canvas");
    const [width, height] = [26, 16];
    canvas.width = width * density();
    canvas.height = height * density();
    canvas.className = "legend-swatch";
    const pen = canvas.getContext("2d");
    pen.scale(density(), density());
    if (look === "no_connection") pen.fillStyle = CUT_OFF;
    else if (look === "uninhabited") pen.fillStyle = EMPTY;
    else if (look === "zero") pen.fillStyle = WHITE;
    else pen.fillStyle = pattern(look, look === "unreliable" ? { colour: colour || GAP_INK } : {});
    pen.fillRect(0, 0, width, height);
    if (look === "zero") ring(pen, width / 2, height / 2);
    return canvas;
  }

  function plain(colour) {
    const made = document.createElement("span");
    made.className = "legend-swatch";
    made.style.backgroundColor = colour;
    return made;
  }

  function ring(pen, x, y) {
    pen.beginPath();
    pen.arc(x, y, 4, 0, 2 * Math.PI);
    pen.strokeStyle = "#5c574e";
    pen.lineWidth = 1.5;
    pen.stroke();
  }
})((globalThis.atlas = globalThis.atlas || {}));
