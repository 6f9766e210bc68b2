/* Names of dots in the scatter do not lie upon each other. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../../assets/comparison/association.js";

const { free } = globalThis.atlas.association;

test("names that are far enough apart stay where their dots are", () => {
  assert.deepEqual(free([40, 100, 60]), [40, 100, 60]);
});

test("a name on the line of another moves below it", () => {
  assert.deepEqual(free([40, 42]), [40, 56]);
});

test("a name at the lower edge moves up and stays on the picture", () => {
  assert.deepEqual(free([316, 314]), [316, 300]);
});
