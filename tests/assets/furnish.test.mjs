/* The panels are asked for once, and shown when their scripts are there. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "../../assets/furnish.js";

globalThis.atlas.secondMap = { beside: () => false };

const { begin } = globalThis.atlas.furnish;
const { panels, table } = globalThis.dash_clientside.furnish;
const NO_UPDATE = { none: true };
let loading;

beforeEach(() => {
  loading = [];
  globalThis.dash_clientside.no_update = NO_UPDATE;
  globalThis.document = { createElement: () => ({}), head: { append: (element) => loading.push(element) } };
});

test("however often the map is painted, the panels are asked for once", () => {
  const asked = [];
  globalThis.dash_clientside.set_props = (id) => asked.push(id);
  begin();
  begin();
  assert.deepEqual(asked, ["furnishing"]);
});

test("panels wait for their script, which is loaded once", async () => {
  const furniture = { scripts: ["/a.js"], question: "Frage", area: "Gebiet" };
  const first = panels(furniture);
  const second = table({ scripts: ["/a.js"], table: "Tabelle" });
  assert.deepEqual(loading.map(({ src }) => src), ["/a.js"]);
  loading[0].onload();
  assert.deepEqual([await first, await second], [["Frage", "Gebiet"], "Tabelle"]);
});

test("a script that did not come may be tried again", async () => {
  const first = table({ scripts: ["/b.js"], table: "Tabelle" });
  loading[0].onerror();
  await assert.rejects(first);
  const second = table({ scripts: ["/b.js"], table: "Tabelle" });
  loading[1].onload();
  assert.equal(await second, "Tabelle");
});

test("before the server has answered nothing is put up", () => {
  assert.deepEqual(panels(null), [NO_UPDATE, NO_UPDATE]);
  assert.equal(table(null), NO_UPDATE);
});
