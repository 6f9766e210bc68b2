"use strict";
/* The panels come after the map: asked for once it is painted, shown once their scripts are there. */
(function (atlas) {
  const AT_THE_LATEST_MS = 5000;
  const coming = new Map();
  let begun = false;

  /* Whatever the map shows, areas, a refusal or nothing: the panels are asked for, once. */
  function begin() {
    if (begun || atlas.secondMap.beside()) return;
    begun = true;
    dash_clientside.set_props("furnishing", { data: 1 });
  }

  /* A script, loaded once; a failed one may be tried again. */
  function script(address) {
    if (!coming.has(address)) {
      const loaded = new Promise((resolve, reject) => {
        const element = document.createElement("script");
        element.src = address;
        element.onload = resolve;
        element.onerror = () => reject(new Error(address));
        document.head.append(element);
      });
      loaded.catch(() => coming.delete(address));
      coming.set(address, loaded);
    }
    return coming.get(address);
  }

  /* A style sheet, loaded once. */
  function style(address) {
    if (!coming.has(address)) {
      coming.set(address, new Promise((resolve) => {
        const element = document.createElement("link");
        Object.assign(element, { rel: "stylesheet", href: address, onload: resolve, onerror: resolve });
        document.head.append(element);
      }));
    }
    return coming.get(address);
  }

  /* A script or style that comes after the map. */
  function file(address) {
    return /\.css(\?|$)/.test(address) ? style(address) : script(address);
  }

  /* Clientside callback: both panels, when they can be drawn. */
  function panels(furniture) {
    const { no_update } = dash_clientside;
    if (!furniture) return [no_update, no_update];
    return Promise.all(furniture.scripts.map(script)).then(() => [furniture.question, furniture.area]);
  }

  /* Clientside callback: the table, when it can be drawn. */
  function table(furniture) {
    if (!furniture) return dash_clientside.no_update;
    return Promise.all(furniture.scripts.map(script)).then(() => furniture.table);
  }

  atlas.furnish = { begin, file };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, { furnish: { panels, table } });
  if (globalThis.document) addEventListener("load", () => setTimeout(begin, AT_THE_LATEST_MS));
})((globalThis.atlas = globalThis.atlas || {}));
