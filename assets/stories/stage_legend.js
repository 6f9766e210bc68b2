"use strict";
/* The legend as it is read from the last row: the map's own classes and gaps, large, without counts. */
(function (atlas) {
  const { make } = atlas.elements;

  function draw(place, { legend, classes }, words) {
    if (legend.sentence) { place.replaceChildren(make("p", "stage-sentence", legend.sentence)); return; }
    const unit = legend.unit ? words.unit.replace("{unit}", legend.unit) : "";
    const rows = [...legend.classes].reverse().map(({ label, colour }) => row(atlas.looks.swatch("class", colour), label));
    const pale = /[a-j]/.test(classes) && legend.classes.length ? legend.classes[Math.floor(legend.classes.length / 2)].colour : "";
    const gaps = legend.gaps.map(({ code, label }) => row(atlas.looks.swatch(code, pale), label));
    place.replaceChildren(
      make("p", "stage-measure", [legend.subtitle || legend.title, unit].filter(Boolean).join(" ")),
      make("p", "stage-period", legend.period),
      legend.badge ? badge(legend.badge) : "",
      make("ul", "stage-classes", ...rows, ...gaps),
      ...(legend.notes || []).map((note) => make("p", "stage-remark", note)),
    );
  }

  function row(swatch, label) {
    swatch.setAttribute("aria-hidden", "true");
    return make("li", "", swatch, make("span", "", label));
  }

  function badge({ code, text }) {
    const sign = make("span", "", code === "model" ? "◆ " : "≈ ");
    sign.setAttribute("aria-hidden", "true");
    return make("p", "stage-badge", sign, text);
  }

  atlas.stageLegend = { draw };
})((globalThis.atlas = globalThis.atlas || {}));
