/* A control that is moved changes the address; a control that is filled does not. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "../../assets/address.js";
import "../../assets/choices.js";

const { choose, chosen, turn } = globalThis.atlas.choices;
const { compose, split, show } = globalThis.dash_clientside.choices;
const USUAL = { indikator: "einwohner", zeit: "2025", ebene: "gemeinde", art: "quantile", klassen: "5", palette: "YlGnBu" };
const NO_UPDATE = { none: true };
let put;
let drawn;
let shownQuestion;
let beside;

beforeEach(() => {
  put = {};
  drawn = [];
  shownQuestion = "";
  globalThis.atlas.secondMap = { show: (search) => { beside = search; } };
  globalThis.atlas.time = { show: () => {} };
  globalThis.atlas.questions = { show: (indicator) => { shownQuestion = indicator; } };
  globalThis.atlas.areas = { select: () => {}, show: (search) => { drawn.push(search); return Promise.resolve(); } };
  panelsAreThere(true);
  Object.assign(globalThis.dash_clientside, {
    no_update: NO_UPDATE,
    set_props: (id, props) => { put[id] = { ...put[id], ...props }; },
    callback_context: { triggered: [] },
  });
  turn();
  put = {};
});

/* The layout as Dash keeps it: a part that is not there makes Dash throw. */
function panelsAreThere(there) {
  const early = { "area-panel": { children: there ? {} : undefined } };
  globalThis.dash_component_api = {
    getLayout: (id) => {
      if (!there && !(id in early)) throw new TypeError(id);
      return { props: early[id] || {} };
    },
  };
}

function move(prop_id, value) {
  globalThis.dash_clientside.callback_context.triggered = [{ prop_id, value }];
}

test("a control that the server has filled does not write itself into the address", () => {
  assert.deepEqual(chosen({}, "zeit", "2025", USUAL), {});
  assert.deepEqual(chosen({}, "klassen", "5", USUAL), {});
});

test("another question keeps the areas and lets palette and own limits go", () => {
  const before = { indikator: "a", palette: "OrRd", art: "own", grenzen: "1;2", gebiet: "3", zeit: "2020" };
  assert.deepEqual(chosen(before, "indikator", "b", USUAL), { indikator: "b", gebiet: "3", zeit: "2020" });
});

test("another area system lets the selected area go", () => {
  assert.deepEqual(chosen({ gebiet: "3" }, "ebene", "kreis", USUAL), { ebene: "kreis" });
});

test("own classes wait for their limits, and limits make classes one's own", () => {
  assert.deepEqual(chosen({}, "art", "own", USUAL), {});
  assert.deepEqual(chosen({}, "grenzen", "1;2", USUAL), { art: "own", grenzen: "1;2" });
  assert.deepEqual(chosen({ art: "own", grenzen: "1;2" }, "art", "equal", USUAL), { art: "equal" });
});

test("an area picked twice is let go", () => {
  assert.deepEqual(chosen({}, "gebiet", { area: "7" }, USUAL), { gebiet: "7" });
  assert.deepEqual(chosen({ gebiet: "7" }, "gebiet", { area: "7" }, USUAL), {});
  assert.deepEqual(chosen({ gebiet: "7" }, "gebiet", { area: null }, USUAL), {});
});

test("the usual list, names and background leave no trace", () => {
  assert.deepEqual(chosen({ liste: "tabelle" }, "liste", "rangliste", USUAL), {});
  assert.deepEqual(chosen({}, "namen", false, USUAL), { namen: "0" });
  assert.deepEqual(chosen({ grund: "grau" }, "grund", false, USUAL), {});
});

test("a moved control draws the map, and then the address turns", async () => {
  move("palette.value", "OrRd");
  assert.equal(compose("?gebiet=3", { shown: { values: USUAL } }, { breaks: {} }), NO_UPDATE);
  assert.deepEqual([drawn, put.url], [["?palette=OrRd"], undefined]);
  await Promise.resolve();
  assert.equal(put.url.search, "?palette=OrRd&gebiet=3");
  assert.equal(put["own-breaks"], undefined);
});

test("an unchanged address is not pushed again", () => {
  move("period.value", "2025");
  assert.equal(compose("?gebiet=3", { shown: { values: USUAL } }, { breaks: {} }), NO_UPDATE);
});

test("wrong limits say so at the field and leave the map alone", () => {
  move("own-breaks.value", "10; x");
  assert.equal(compose("", { shown: { values: USUAL } }, { breaks: { breaks_no_number: "{part} ist keine Zahl" } }), NO_UPDATE);
  assert.equal(put["own-breaks"].error, "x ist keine Zahl");
});

test("selecting an area asks for the same map", () => {
  assert.deepEqual(split("?indikator=a&gebiet=3", "/", []), ["3"]);
  assert.deepEqual(drawn, ["?indikator=a"]);
});

test("a choice that the page hears itself goes the same way", async () => {
  globalThis.dash_component_api = { getLayout: (id) => ({ props: id === "url" ? { search: "?gebiet=3&palette=OrRd" } : {} }) };
  choose({ indikator: "kinder" });
  await Promise.resolve();
  assert.deepEqual([drawn, put.url.search], [["?indikator=kinder"], "?indikator=kinder&gebiet=3"]);
  choose({ indikator: "kinder" });
  assert.equal(drawn.length, 2);
});

test("areas are taken to those chosen one by one, and away again; a lasso takes many", () => {
  assert.deepEqual(chosen({ gebiet: "1" }, "gebiet", { area: "2", add: true }, USUAL), { gebiet: "1;2" });
  assert.deepEqual(chosen({ gebiet: "1;2", name: "Süden" }, "gebiet", { area: "1", add: true }, USUAL), { gebiet: "2" });
  assert.deepEqual(chosen({ gebiet: "1" }, "gebiet", { areas: ["3", "4"] }, USUAL), { gebiet: "3;4" });
});

test("controls for the map on the right leave the left one as it is", () => {
  const two = chosen({ indikator: "a", zeit: "2020" }, "rechts", true, USUAL);
  assert.deepEqual(two, { indikator: "a", zeit: "2020", rechts: "?indikator=a&zeit=2020", seite: "rechts" });
  assert.equal(chosen(two, "zeit", "2022", USUAL).rechts, "?indikator=a&zeit=2022");
  assert.equal(chosen(two, "zeit", "2022", USUAL).zeit, "2020");
  assert.deepEqual(chosen(two, "rechts", false, USUAL), { indikator: "a", zeit: "2020" });
});

test("a change begins with a period and ends with none", () => {
  assert.deepEqual(chosen({}, "seit", "2015", USUAL), { seit: "2015" });
  assert.deepEqual(chosen({ seit: "2015", aenderung: "prozent" }, "seit", "0", { ...USUAL, seit: "2015" }), {});
});

test("two choices in a row are one address", async () => {
  move("system.value", "kreis");
  compose("", { shown: { values: USUAL } }, { breaks: {} });
  move("period.value", "2020");
  compose("", { shown: { values: USUAL } }, { breaks: {} });
  await Promise.resolve();
  assert.deepEqual([drawn.at(-1), put.url.search], ["?zeit=2020&ebene=kreis", "?zeit=2020&ebene=kreis"]);
});

test("an area clicked while a map is still to come is not lost when the address turns", async () => {
  move("palette.value", "OrRd");
  compose("", { shown: { values: USUAL } }, { breaks: {} });
  move("clicked.data", { area: "3", n: 1 });
  assert.equal(compose("", { shown: { values: USUAL } }, { breaks: {} }), NO_UPDATE);
  await Promise.resolve();
  assert.equal(put.url.search, "?palette=OrRd&gebiet=3");
});

test("going back restores the controls that no server fills", () => {
  split("?namen=0&liste=tabelle&grund=grau", "/", []);
  assert.deepEqual([put.names.checked, put.list.value, put["basemap-switch"].checked], [false, "tabelle", true]);
});

test("an area clicked before the panels are there is chosen, and no missing control is filled", () => {
  panelsAreThere(false);
  move("clicked.data", { area: "3", n: 1 });
  assert.equal(compose("?indikator=a", null, { breaks: {} }), "?indikator=a&gebiet=3");
  assert.deepEqual(split("?indikator=a&gebiet=3&namen=0", "/", []), ["3"]);
  globalThis.document = { querySelector: () => null, title: "" };
  show({ shown: { values: USUAL, title: "A" } }, undefined, {});
  assert.deepEqual([put, globalThis.document.title], [{}, "A"]);
});

test("what the map shows goes into the controls, and into the title", () => {
  globalThis.document = { querySelector: () => null, title: "" };
  show(null, {}, {});
  assert.deepEqual(put, {});
  show({ shown: { values: { ...USUAL, indikator: "b" }, title: "B" } }, {}, {});
  assert.deepEqual([shownQuestion, globalThis.document.title], ["b", "B"]);
});

test("what comes of the map before undoes no choice for the one that is still to come", async () => {
  globalThis.document = { title: "", querySelector: () => null };
  move("method.value", "equal");
  compose("", { shown: { values: USUAL } }, { breaks: {} });
  show({ shown: { values: USUAL, title: "A" } }, {}, {});
  assert.equal(put.method, undefined);
  await Promise.resolve();
  assert.equal(put.url.search, "?art=equal");
  show({ shown: { values: { ...USUAL, art: "equal" }, title: "A" } }, {}, {});
  assert.equal(put.method.value, "equal");
});
