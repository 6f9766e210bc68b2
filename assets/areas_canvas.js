"use strict";
/* The canvas of the areas: those without lines are filled a few at a time, a colour together. */
(function (atlas) {
  // Each filling costs as much as a small area; paths of hundreds of areas cost more than they save.
  const TOGETHER = 8;

  /* Leaflet's own names (_drawFirst, _parts …) are those of 1.9, which dash-leaflet brings. */
  const METHODS = {
    _draw() {
      const { _ctx: pen, _redrawBounds: bounds } = this;
      const waiting = new Map();
      pen.save();
      if (bounds) clip(pen, bounds);
      this._drawing = true;
      for (let { _drawFirst: order } = this; order; order = order.next) {
        const { layer } = order;
        if (bounds && !(layer._pxBounds && layer._pxBounds.intersects(bounds))) continue;
        if (layer.options.stroke || !layer.options.fill) layer._updatePath();
        else gather(pen, waiting, layer);
      }
      for (const layers of waiting.values()) fill(pen, layers);
      this._drawing = false;
      pen.restore();
    },
  };

  function clip(pen, { min, max }) {
    pen.beginPath();
    pen.rect(min.x, min.y, max.x - min.x, max.y - min.y);
    pen.clip();
  }

  function gather(pen, waiting, layer) {
    const { fillColor } = layer.options;
    if (!waiting.has(fillColor)) waiting.set(fillColor, []);
    const layers = waiting.get(fillColor);
    layers.push(layer);
    if (layers.length === TOGETHER) fill(pen, layers.splice(0));
  }

  function fill(pen, layers) {
    if (!layers.length) return;
    const [{ options }] = layers;
    pen.beginPath();
    for (const { _parts: parts } of layers) for (const points of parts) trace(pen, points);
    pen.globalAlpha = options.fillOpacity;
    pen.fillStyle = options.fillColor;
    pen.fill("evenodd");
  }

  function trace(pen, points) {
    for (let at = 0; at < points.length; at += 1) {
      if (at) pen.lineTo(points[at].x, points[at].y); else pen.moveTo(points[at].x, points[at].y);
    }
    pen.closePath();
  }

  atlas.areasCanvas = (options) => new (L.Canvas.extend(METHODS))(options);
  atlas.areasCanvas.METHODS = METHODS;
})((globalThis.atlas = globalThis.atlas || {}));
