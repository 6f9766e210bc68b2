"use strict";
/* The canvas of the areas: one letter an area says how it is filled. Areas without lines are kept as
   pixels for as long as the view stays: another figure costs no drawing then, only colours. */
(function (atlas) {
  /* Leaflet's own names (_drawFirst, _parts …) are those of 1.9, which dash-leaflet brings. */
  const METHODS = {
    letters: "",
    fills: {},

    /* Paints at once, not only with the next frame. */
    show(letters, fills) {
      Object.assign(this, { letters, fills });
      if (!this._map) return;
      L.Util.cancelAnimFrame(this._redrawRequest);
      this._redrawBounds = null;
      this._redraw();
    },

    _draw() {
      this.view = this.view || viewOf(this);
      const { image, pixels, found, frame, others } = this.view;
      if (!image) { L.Canvas.prototype._draw.call(this); return; }
      atlas.areaPixels.fill(pixels, found, frame, looksOf(this));
      this._ctx.putImageData(image, 0, 0);
      this._drawing = true;
      for (const layer of others) layer._updatePath();
      this._drawing = false;
    },

    _fillStroke(pen, layer) {
      if (layer.position !== undefined) layer.options.fillColor = this.fills[this.letters.charAt(layer.position)];
      L.Canvas.prototype._fillStroke.call(this, pen, layer);
    },
  };

  // Whatever moves a border makes the pixels old.
  for (const name of ["_updatePaths", "_updatePath", "_initPath", "_removePath"]) {
    METHODS[name] = function (...given) {
      this.view = null;
      return L.Canvas.prototype[name].apply(this, given);
    };
  }

  /* What lies on the map as it stands now: the pixels of areas without lines, the image that they are
     coloured in, and what is drawn over it. Without such areas, or without a size, no image. */
  function viewOf({ _ctx: pen, _container: { width, height }, _bounds: bounds, _drawFirst: first }) {
    const [areas, others] = [[], []];
    for (let order = first; order; order = order.next) {
      const { layer } = order;
      if (layer.position === undefined || layer.options.stroke) others.push(layer);
      else areas[layer.position] = layer;
    }
    if (!areas.length || !width || !height) return {};
    const { x: left, y: top } = bounds.min;
    const frame = { left, top, width, height, density: width / bounds.getSize().x };
    const found = atlas.areaPixels.found(Array.from(areas, (layer) => (layer ? layer._parts : [])), frame);
    const image = pen.createImageData(width, height);
    return { frame, found, others, image, pixels: new Int32Array(image.data.buffer), style: areas.at(-1).options };
  }

  let pen = null;

  /* For every area the number of its look, and the looks as tiles of pixels. */
  function looksOf({ letters, fills, view: { frame, found, style } }) {
    const numbers = new Map();
    const looks = new Int32Array(found.count + 1);
    for (let position = 0; position < found.count; position += 1) {
      const letter = letters.charAt(position);
      if (!numbers.has(letter)) numbers.set(letter, numbers.size + 1);
      looks[position + 1] = numbers.get(letter);
    }
    const side = atlas.looks.TILE * frame.density;
    pen = pen || document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    Object.assign(pen.canvas, { width: side, height: side * (numbers.size + 1) });
    pen.scale(frame.density, frame.density);
    pen.globalAlpha = style.fillOpacity;
    for (const [letter, number] of numbers) {
      pen.fillStyle = fills[letter];
      pen.fillRect(0, number * atlas.looks.TILE, atlas.looks.TILE, atlas.looks.TILE);
    }
    return { looks, side, tiles: new Int32Array(pen.getImageData(0, 0, side, pen.canvas.height).data.buffer) };
  }

  atlas.areasCanvas = (options) => new (L.Canvas.extend(METHODS))(options);
  atlas.areasCanvas.METHODS = METHODS;
})((globalThis.atlas = globalThis.atlas || {}));
