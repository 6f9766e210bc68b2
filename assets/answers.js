"use strict";
/* What the map asks the server for: its classes, the figures behind them, and its areas, once. */
(function (atlas) {
  const CLASSES = "/karte/klassen";
  const VALUES = "/karte/werte";
  const MOST_KEPT = 6;
  const areas = new Map();

  function answer(address) {
    return fetch(address).then((response) => {
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return response.json();
    });
  }

  /* The classes for an address; the areas that they colour are fetched as soon as these are known.
     What takes long tells how far it is, until it is there or nobody asks for it any more. */
  function classes(search) {
    return answer(CLASSES + search).then((told) => (told.working === undefined ? told : atlas.working.wait(search, told))).then((told) => {
      if (told.geometry) geometry(told.geometry).catch(() => {});
      return told;
    });
  }

  /* The figures behind the classes of an address; null where there are none. */
  function values(search) {
    return answer(VALUES + search);
  }

  /* A geometry file, fetched once; a failed fetch may be tried again. */
  function geometry(address) {
    if (!areas.has(address)) {
      const coming = answer(address);
      coming.catch(() => areas.delete(address));
      areas.set(address, coming);
      if (areas.size > MOST_KEPT) areas.delete(areas.keys().next().value);
    }
    return areas.get(address);
  }

  atlas.answers = { answer, classes, values, geometry };
})((globalThis.atlas = globalThis.atlas || {}));
