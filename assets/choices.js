"use strict";
/* A choice becomes an address, an address becomes choices; the address is the one truth. */
(function (atlas) {
  const CONTROLS = {
    period: "zeit", since: "seit", change: "aenderung", system: "ebene", method: "art",
    "class-count": "klassen", palette: "palette", "own-breaks": "grenzen", "fixed-classes": "fest",
    "second-map": "rechts", side: "seite", "same-classes": "gleich",
    list: "liste", "basemap-switch": "grund", names: "namen", clicked: "gebiet",
  };
  const USUAL_LIST = "rangliste";
  const LISTS = ["tabelle", "thema"];
  const NO_CHANGE = "0";
  const MOST_AREAS = 60;

  /* The choices after one control was moved, which may be about the map on the right. */
  function chosen(before, name, value, usual) {
    if (before.seite !== "rechts" || !atlas.address.DRAWN.includes(name)) return moved(before, name, value, usual);
    const right = moved(atlas.address.read(before.rechts), name, value, usual);
    return { ...before, rechts: atlas.address.write(right, atlas.address.DRAWN) || "?" };
  }

  /* A control that says what is shown already changes nothing: so a control that the server has just
     filled does not write itself into the address. */
  function moved(before, name, value, usual) {
    const after = { ...before };
    const now = name === "gebiet" ? before.gebiet : before[name] || usual[name];
    const put = text(name, value, before);
    if (name !== "gebiet" && put === (now || "")) return before;
    if (put) after[name] = put; else delete after[name];
    if (name === "indikator") {
      delete after.palette;
      forgetOwnBreaks(after);
    }
    if (name === "gebiet") delete after.name;
    if (name === "ebene") { delete after.gebiet; delete after.name; }
    if (name === "seit") delete after.aenderung;
    if (name === "rechts") { delete after.gleich; if (put) after.seite = "rechts"; else delete after.seite; }
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
    if (name === "fest" || name === "gleich") return value ? "1" : "";
    if (name === "aenderung") return value === "prozent" ? value : "";
    // The second map begins as the first; a map that shows the usual view has an address, too.
    if (name === "rechts") return value ? before.rechts || atlas.address.write(before, atlas.address.DRAWN) || "?" : "";
    if (name === "seit") return value === NO_CHANGE ? "" : value || "";
    if (name === "liste") return value === USUAL_LIST ? "" : value || "";
    if (name === "gebiet") return areas(value || {}, before.gebiet || "");
    return value === null || value === undefined ? "" : String(value);
  }

  /* One area alone, or many at once; `add` takes areas to those chosen, or away from them. */
  function areas({ area, areas: many, add }, before) {
    const wanted = many || (area ? [area] : []);
    if (!add) return wanted.join(";") === before ? "" : wanted.slice(0, MOST_AREAS).join(";");
    const kept = before.split(";").filter(Boolean);
    const away = kept.filter((id) => !wanted.includes(id));
    const all = wanted.every((id) => kept.includes(id)) ? away : [...away, ...wanted];
    return all.slice(0, MOST_AREAS).join(";");
  }

  function forgetOwnBreaks(choices) {
    delete choices.grenzen;
    if (choices.art === "own") delete choices.art;
  }

  let pending = null;

  /* Clientside callback: the moved controls, then address, what is shown, and the words. */
  function compose(...bound) {
    const [search, beside, phrases] = bound.slice(-3);
    let choices = atlas.address.read(currentSearch(search));
    let error = null;
    const usual = beside?.shown?.values || {};
    for (const { prop_id, value } of triggered()) {
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

  /* Choices that the page itself hears, by their names in the address. */
  function choose(changes) {
    const { search } = propsOf("url");
    const turnedTo = turned(after(changes, search), search);
    if (turnedTo !== dash_clientside.no_update) dash_clientside.set_props("url", { search: turnedTo });
  }

  /* The address after choices that are not made yet: while a slider is dragged. */
  function tried(changes) {
    return atlas.address.write(after(changes, propsOf("url").search));
  }

  function after(changes, search) {
    const usual = propsOf("beside").data?.shown?.values || {};
    const before = atlas.address.read(currentSearch(search));
    return Object.entries(changes).reduce((choices, [name, value]) => chosen(choices, name, value, usual), before);
  }

  /* The address that the choices make, or no update: where the map changes, it is drawn first, and
     with the address everything else on the page turns. */
  function turned(choices, search) {
    const { no_update } = dash_clientside;
    const composed = atlas.address.write(choices);
    const before = atlas.address.write(atlas.address.read(currentSearch(search)));
    if (composed === before) return no_update;
    const sameMap = atlas.address.drawn(composed) === atlas.address.drawn(before);
    if (sameMap && pending === null) return composed;
    // What is chosen while a map is still to come turns together with it.
    pending = composed;
    if (sameMap) return no_update;
    atlas.areas.show(atlas.address.drawn(composed)).then(turn);
    return no_update;
  }

  /* What was composed last, into the address of the page. */
  function turn() {
    if (pending !== null) dash_clientside.set_props("url", { search: pending });
    pending = null;
  }

  function triggered() {
    return dash_clientside.callback_context.triggered || [];
  }

  /* Before the address component has spoken, the browser knows. */
  function currentSearch(search) {
    if (pending !== null) return pending;
    return search === undefined || search === null ? location.search : search;
  }

  /* Clientside callback: the address into map, selection, and the controls that no server fills. */
  function split(search, _path, selected) {
    const now = currentSearch(search);
    const choices = atlas.address.read(now);
    atlas.secondMap.show(now);
    atlas.areas.show(atlas.address.drawn(now));
    if (furnished()) {
      put("list", { value: LISTS.includes(choices.liste) ? choices.liste : USUAL_LIST });
      put("names", { checked: choices.namen !== "0" });
      put("basemap-switch", { checked: choices.grund === "grau" });
      put("second-map", { checked: Boolean(choices.rechts) });
      put("same-classes", { checked: choices.gleich === "1" });
      put("side", { value: choices.seite || "" });
      put("side-field", { hidden: !choices.rechts });
    }
    const nextAreas = atlas.address.areas(now);
    atlas.areas.select(nextAreas);
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

  /* Clientside callback: what the server says is shown, into the controls. While a map is still to
     come they say what was chosen for it; that map asks again. */
  function show(beside, _panel, phrases) {
    const shown = beside?.shown;
    if (!shown || pending !== null) return;
    const { values } = shown;
    document.title = shown.title;
    if (!furnished()) return;
    atlas.questions.show(values.indikator);
    atlas.time.show(shown.periods, values, phrases.time);
    put("system", { data: shown.systems, value: values.ebene });
    put("period", { data: shown.periods, value: values.zeit });
    put("since", { data: shown.sinces, value: values.seit || NO_CHANGE });
    put("change", { value: values.aenderung });
    put("change-field", { hidden: !values.seit });
    put("fixed-classes", { checked: values.fest === "1" });
    put("method", { value: values.art });
    put("class-count", { value: values.klassen });
    put("palette", { value: values.palette });
    // As in the legend: where high values are bad, warm colours stand at the high end.
    document.querySelector(".palettes")?.classList.toggle("turned", Boolean(shown.turned));
    put("own-breaks", { value: atlas.address.breaksText(values.grenzen) });
  }

  /* Clientside callback: own breaks take the place of the number of classes. */
  function fields(method) {
    return [method === "own", method !== "own"];
  }

  atlas.choices = { chosen, choose, tried, turn, pending: () => pending !== null };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, {
    choices: { compose, split, show, fields },
  });
})((globalThis.atlas = globalThis.atlas || {}));
