/* „Export“: what is asked for, how far the portraits are, how the map fits a sheet. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

const require = createRequire(import.meta.url);
globalThis.atlas = {};
for (const name of ["address", "elements", "late_dialog", "handout", "handout/dialog"]) require(`../../assets/${name}.js`);
const { atlas } = globalThis;

test("the dialog is asked for what is on the screen", () => {
  assert.equal(atlas.handout.asked("/", "?indikator=kinder&gebiet=03354001"), "/ausgabe/angebot?indikator=kinder&gebiet=03354001&pfad=%2F");
  assert.equal(atlas.handout.asked("/erreichbarkeit", ""), "/ausgabe/angebot?pfad=%2Ferreichbarkeit");
});

test("a map fits the sheet whichever way it is longer", () => {
  assert.equal(atlas.handout.scaleFor({ width: 2060 - 304, height: 100 }), 0.5);
  assert.equal(atlas.handout.scaleFor({ width: 100, height: 320 }), 2);
  assert.ok(Number.isFinite(atlas.handout.scaleFor({ width: 0, height: 0 })));
});

test("below its areas the map is cut, but never made higher or too low", () => {
  const { cutHeight } = atlas.handout;
  assert.deepEqual([cutHeight(840, 560), cutHeight(840, 830), cutHeight(840, 90), cutHeight(840, 0)], [600, 840, 400, 840]);
});

test("who waits is told how far it is until the file is there", async () => {
  const answers = [{ done: 0, total: 2, ready: false }, { done: 2, total: 2, ready: true }];
  globalThis.fetch = async () => ({ json: async () => answers.shift() });
  const told = [];
  await atlas.handoutDialog.progress("/ausgabe/portraets/stand", ({ done }) => told.push(done), async () => {});
  assert.deepEqual(told, [0, 2]);
});

test("a refusal is said in its own words", async () => {
  globalThis.fetch = async () => ({ json: async () => ({ error: "Zu viele." }) });
  await assert.rejects(atlas.handoutDialog.progress("/x", () => {}), { sentence: "Zu viele." });
});
