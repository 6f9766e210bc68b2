"use strict";
/* The sign of a kind: a shape with a letter or two, told apart without any colour. */
(function (atlas) {
  const SVG = "http://www.w3.org/2000/svg";
  const SIZE = 28;
  // Corners in a square of 28: all shapes weigh about the same to the eye.
  const SHAPES = {
    circle: null,
    square: "3.5,3.5 24.5,3.5 24.5,24.5 3.5,24.5",
    diamond: "14,0.8 27.2,14 14,27.2 0.8,14",
    hexagon: "7.5,2.6 20.5,2.6 27,14 20.5,25.4 7.5,25.4 1,14",
    triangle: "14,1.5 27,25 1,25",
    pentagon: "14,1.2 27,10.8 22,26 6,26 1,10.8",
  };
  // Where letters stand in the middle of a shape: a triangle's is lower.
  const LOWER = { triangle: 4, pentagon: 1.5 };

  /* `isModel` is drawn hollow and dashed, so that it never looks like a real one. */
  function sign({ icon, letters, colour }, { isModel = false, size = SIZE } = {}) {
    const picture = element("svg", { viewBox: `0 0 ${SIZE} ${SIZE}`, width: size, height: size, "aria-hidden": "true", class: isModel ? "sign model" : "sign" });
    const ink = isDark(colour) ? "#ffffff" : "#1f1d1a";
    picture.append(shape(icon, { class: "sign-casing" }), shape(icon, isModel
      ? { fill: "#ffffff", stroke: colour, "stroke-width": 2, "stroke-dasharray": "3.4 2.2" }
      : { fill: colour, stroke: "#ffffff", "stroke-width": 1.5 }));
    const text = element("text", { x: SIZE / 2, y: SIZE / 2 + 4.6 + (LOWER[icon] || 0), "text-anchor": "middle", "font-size": letters.length > 1 ? 11.5 : 13.5, fill: isModel ? colour : ink });
    text.textContent = letters;
    picture.append(text);
    return picture;
  }

  /* Only the shape, for the sign of several; hollow where all of them are a model's. */
  function small({ icon, colour }, { isModel = false, size = 12 } = {}) {
    const picture = element("svg", { viewBox: `0 0 ${SIZE} ${SIZE}`, width: size, height: size, "aria-hidden": "true" });
    picture.append(shape(icon, isModel ? { fill: "#ffffff", stroke: colour, "stroke-width": 5 } : { fill: colour }));
    return picture;
  }

  function shape(icon, attributes) {
    const corners = SHAPES[icon];
    return corners
      ? element("polygon", { points: corners, "stroke-linejoin": "round", ...attributes })
      : element("circle", { cx: SIZE / 2, cy: SIZE / 2, r: 12, ...attributes });
  }

  function element(tag, attributes) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  /* Whether white letters can be read on a colour (WCAG luminance, contrast of 4.5). */
  function isDark(colour) {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05) >= 4.5;
  }

  atlas.facilitySigns = { sign, small, isDark };
})((globalThis.atlas = globalThis.atlas || {}));
