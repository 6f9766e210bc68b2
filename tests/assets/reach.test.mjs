/* The mode of reachability: its lists in order, what it hears, and names that stay text. */
import assert from "node:assert/strict";
import test from "node:test";
import "../../assets/address.js";
import "../../assets/background.js";
import "../../assets/reach.js";
import "../../assets/reach/result.js";

const { atlas } = globalThis;
const ROWS = [
  { name: "Bedorf", value: 12 },
  { name: "Ahausen", value: null },
  { name: "Cetal", value: 3 },
  { name: "Dornwald", value: null },
];
const names = (order) => atlas.reachResult.sorted(ROWS, order).map(({ name }) => name);

test("the list goes by value or name, and what has no number stands last", () => {
  assert.deepEqual(names({ by: "value", falls: true }), ["Bedorf", "Cetal", "Ahausen", "Dornwald"]);
  assert.deepEqual(names({ by: "value", falls: false }), ["Cetal", "Bedorf", "Ahausen", "Dornwald"]);
  assert.deepEqual(names({ by: "name", falls: false }), ["Ahausen", "Bedorf", "Cetal", "Dornwald"]);
});

test("who clicks sets out from there, and comes back by clearing it", () => {
  const chosen = [];
  atlas.choices = { choose: (changes) => chosen.push(changes) };
  atlas.reach.from([11.123456, 53.1, 0.5]);
  atlas.reach.from(null);
  assert.deepEqual(chosen, [{ von: "11.12346,53.10000" }, { von: "" }]);
});

test("the server is told the mode, which only the path knows", async () => {
  let asked;
  globalThis.fetch = async (address) => { asked = address; return { ok: true, json: async () => ({}) }; };
  await atlas.reach.ask("schicht", "?weg=bus&strange=1", { schicht: "halte" });
  assert.equal(asked, "/erreichbarkeit/schicht?weg=bus&schicht=halte&modus=erreichbarkeit");
});

test("below the map stand the owners of the layers, as long as they are shown", () => {
  const line = {};
  atlas.panel = { byClass: () => line, words: () => ({ layer_source: "Schichten:" }) };
  atlas.background.source("Karte: © Amt");
  atlas.background.layerSources(["Dorfbus", "Dorfbus", "© Amt"]);
  assert.equal(line.textContent, "Karte: © Amt · Schichten: Dorfbus");
  atlas.background.layerSources([]);
  assert.equal(line.textContent, "Karte: © Amt");
});
