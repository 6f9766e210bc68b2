"use strict";
/* A choice becomes an address, an address becomes choices; the address is the one truth. */
(function (atlas) {
  const CONTROLS = {
    period: "zeit", system: "ebene", method: "art",
    "class-count": "klassen", palette: "palette", "own-breaks": "grenzen",
    list: "liste", "basemap-switch": "grund", names: "namen", clicked: "gebiet",
  };
  const USUAL_LIST = "rangliste";
  const LISTS = ["tabelle", "thema"];

  /* The choices after one control was moved. A control that says what is shown already changes
     nothing: so a control that the server has just filled does not write itself into the address. */
  function chosen(before, name, value, usual) {
    const after = { ...before };
    const now = name === "gebiet" ? before.gebiet : before[name] || usual[name];
    const put = text(name, value, before);
    if (name !== "gebiet" && put === (now || "")) return before;
    if (put) after[name] = put; else delete after[name];
    if (name === "indikator") {
      delete after.palette;
      forgetOwnBreaks(after);
    }
    if (name === "ebene") delete after.gebiet;
    if (name === "art") {
      if (put === "own") return before;
      delete after.grenzen;
    }
    if (name === "grenzen" && put) after.art = "own";
    return after;
  }

  function text(name, value, before) {
    if (name === "namen") return value === false ? "0" : "";
    if (name === "grund") return value ? "grau" : "";
    if (name === "liste") return value === USUAL_LIST ? "" : value || "";
    if (name === "gebiet") return !value || !value.area || value.area === before.gebiet ? "" : value.area;
    return value === null || value === undefined ? "" : String(value);
  }

  function forgetOwnBreaks(choices) {
    delete choices.grenzen;
    if (choices.art === "own") delete choices.art;
  }

  let pending = null;

  /* Clientside callback: the moved controls, then address, what is shown, and the words. */
  function compose(...bound) {
    const [search, shown, phrases] = bound.slice(-3);
    let choices = atlas.address.read(currentSearch(search));
    let error = null;
    const usual = (shown && shown.values) || {};
    for (const { prop_id, value } of moved()) {
      const name = CONTROLS[prop_id.split(".")[0]];
      if (value === undefined || !name || (value === null && name !== "gebiet")) continue;
      if (name === "art" || name === "grenzen") error = "";
      if (name === "grenzen") {
        const found = atlas.address.breaksFrom(value, phrases.breaks);
        if (found.error) error = found.error;
        if (found.breaks) choices = chosen(choices, name, found.breaks, usual);
      } else choices = chosen(choices, name, value, usual);
    }
    if (error !== null) put("own-breaks", { error });
    return turned(choices, search);
  }

  /* A choice that the page itself hears. */
  function choose(name, value) {
    const { data: shown } = propsOf("shown");
    const { search } = propsOf("url");
    const turnedTo = turned(chosen(atlas.address.read(currentSearch(search)), name, value, shown?.values || {}), search);
    if (turnedTo !== dash_clientside.no_update) dash_clientside.set_props("url", { search: turnedTo });
  }

  /* The address that the choices make, or no update: where the map changes, it is drawn first, and
     with the address everything else on the page turns. */
  function turned(choices, search) {
    const { no_update } = dash_clientside;
    const composed = atlas.address.write(choices);
    const before = atlas.address.write(atlas.address.read(currentSearch(search)));
    if (composed === before) return no_update;
    if (atlas.address.drawn(composed) === atlas.address.drawn(before)) return composed;
    pending = composed;
    atlas.areas.show(atlas.address.drawn(composed)).then(turn);
    return no_update;
  }

  /* What was composed last, into the address of the page. */
  function turn() {
    if (pending !== null) dash_clientside.set_props("url", { search: pending });
    pending = null;
  }

  function moved() {
    return dash_clientside.callback_context.triggered || [];
  }

  /* Before the address component has spoken, the browser knows. */
  function currentSearch(search) {
    if (pending !== null) return pending;
    return search === undefined || search === null ? location.search : search;
  }

  /* Clientside callback: the address into map, selection, and the controls that no server fills. */
  function split(search, selected) {
    const now = currentSearch(search);
    const choices = atlas.address.read(now);
    atlas.areas.show(atlas.address.drawn(now));
    if (furnished()) {
      put("list", { value: LISTS.includes(choices.liste) ? choices.liste : USUAL_LIST });
      put("names", { checked: choices.namen !== "0" });
      put("basemap-switch", { checked: choices.grund === "grau" });
    }
    const nextAreas = atlas.address.areas(now);
    return nextAreas.join(";") === (selected || []).join(";") ? dash_clientside.no_update : nextAreas;
  }

  /* The panels come after the map; they are born with what the address says. */
  function furnished() {
    return Boolean(propsOf("area-panel").children);
  }

  function propsOf(id) {
    return globalThis.dash_component_api?.getLayout(id)?.props || {};
  }

  /* Fills a control only where that changes it: each filling wakes what hangs on the control. */
  function put(id, props) {
    const now = propsOf(id);
    const same = Object.keys(props).every((name) => JSON.stringify(now[name]) === JSON.stringify(props[name]));
    if (!same) dash_clientside.set_props(id, props);
  }

  /* Clientside callback: what the server says is shown, into the controls. An answer to an address
     that has been left is not heard. */
  function show(shown, _panel, painted) {
    if (!shown || shown.search !== painted.search) return;
    const { values } = shown;
    document.title = shown.title;
    if (!furnished()) return;
    atlas.questions.show(values.indikator);
    put("system", { data: shown.systems, value: values.ebene });
    put("period", { data: shown.periods, value: values.zeit });
    put("method", { value: values.art });
    put("class-count", { value: values.klassen });
    put("palette", { value: values.palette });
    put("own-breaks", { value: atlas.address.breaksText(values.grenzen) });
  }

  /* Clientside callback: own breaks take the place of the number of classes. */
  function fields(method) {
    return [method === "own", method !== "own"];
  }

  atlas.choices = { chosen, choose, turn, pending: () => pending !== null };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, {
    choices: { compose, split, show, fields },
  });
})((globalThis.atlas = globalThis.atlas || {}));
