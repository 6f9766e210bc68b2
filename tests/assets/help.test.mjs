/* The sheet beside a word stays in the window and beside its word. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../../assets/elements.js";
import "../../assets/help.js";
import "../../assets/help/terms.js";

const { spot } = globalThis.atlas.terms;
const sheet = { width: 320, height: 100 };
const window = { width: 400, height: 600 };

test("below the word where there is room", () => {
  assert.deepEqual(spot({ left: 20, top: 100, bottom: 120 }, sheet, window), { x: 20, y: 126 });
});

test("above it near the lower edge, and inside the right one", () => {
  assert.deepEqual(spot({ left: 350, top: 560, bottom: 580 }, sheet, window), { x: 72, y: 454 });
});

test("in a window that is too low the beginning can be read", () => {
  assert.equal(spot({ left: 0, top: 60, bottom: 80 }, sheet, { width: 320, height: 120 }).y, 8);
});
