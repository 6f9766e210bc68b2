"use strict";
/* Colours of the bare dash-leaflet pages. */
(function () {
  const GAP = "#f3f1ec";
  const layers = [];

  window.bare = {
    style: (feature) => ({ weight: 1, color: "#ffffff", fillColor: feature.properties.fill, fillOpacity: 1 }),
    keep: (feature, layer) => { layers[feature.id] = layer; },
  };

  function recolour(answer) {
    if (!answer) return;
    layers.forEach((layer, at) => layer.setStyle({ fillColor: answer.colours[Number(answer.classes[at])] || GAP }));
  }

  window.dash_clientside = Object.assign(window.dash_clientside || {}, { bare: { recolour } });
})();
