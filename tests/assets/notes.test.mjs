/* The first approved note stands under the map, as text and not too long. */
import assert from "node:assert/strict";
import test from "node:test";
import "../../assets/notes.js";

const line = { textContent: "" };
globalThis.atlas.panel = { byClass: () => line };
const { underTheMap } = globalThis.atlas.notes;

test("the first note stands under the map as it is", () => {
  underTheMap([{ heading: "Fachdienst Jugend schreibt:", text: "Ein <b>Neubaugebiet</b>." }, { heading: "x", text: "y" }]);
  assert.equal(line.textContent, "Fachdienst Jugend schreibt: Ein <b>Neubaugebiet</b>.");
});

test("a long one is cut, and says so", () => {
  underTheMap([{ heading: "A:", text: "lang ".repeat(100) }]);
  assert.ok(line.textContent.endsWith(" …"));
  assert.ok(line.textContent.length < 170);
});

test("no word is cut, unless it is longer than the line", () => {
  underTheMap([{ heading: "A:", text: "lang ".repeat(100) }]);
  assert.match(line.textContent, /lang …$/);
  underTheMap([{ heading: "A:", text: "x".repeat(400) }]);
  assert.ok(line.textContent.length < 170);
});

test("without a note nothing stands there", () => {
  underTheMap([]);
  assert.equal(line.textContent, "");
});
