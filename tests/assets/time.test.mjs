/* The slider over the periods: what it says of the classes is what the switch says. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../../assets/time.js";

const WORDS = { hint_fixed: "gleich", hint_own: "wer schiebt" };

test("the sentence under the slider follows the switch for the same classes", () => {
  assert.equal(globalThis.atlas.time.hint("1", WORDS), "gleich");
  assert.equal(globalThis.atlas.time.hint("", WORDS), "wer schiebt");
});
