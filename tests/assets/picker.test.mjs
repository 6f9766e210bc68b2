/* Names are found by any part of them. */
import assert from "node:assert/strict";
import test from "node:test";
import "../../assets/comparison/picker.js";

const { among } = globalThis.atlas.picker;
const ALL = ["Anteil Kinder", "Kinder", "Übergänge"].map((name) => ({ name }));
const names = (text) => among(ALL, text).map(({ name }) => name);

test("what begins with the text stands first", () => {
  assert.deepEqual(names("kind"), ["Kinder", "Anteil Kinder"]);
});

test("umlauts and blanks around are no obstacle, and nothing written shows all", () => {
  assert.deepEqual(names(" über "), ["Übergänge"]);
  assert.deepEqual(names(""), ["Anteil Kinder", "Kinder", "Übergänge"]);
  assert.deepEqual(names("xyz"), []);
});
