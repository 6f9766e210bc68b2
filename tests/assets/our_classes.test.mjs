/* What became of keeping the classes stands beside the button. */
import assert from "node:assert/strict";
import test from "node:test";
import "../../assets/address.js";

const said = { textContent: "" };
globalThis.document = { getElementById: () => said, addEventListener() {} };
globalThis.location = { search: "?indikator=a&gebiet=3" };
await import("../../assets/our_classes.js");
const { atlas } = globalThis;

test("the classes of the view are sent, and the answer is said", async () => {
  const sent = [];
  const seen = [];
  atlas.notes = { post: async (address) => { sent.push(address); return { said: "Gemerkt.", number: 7 }; }, seen: (number) => seen.push(number) };
  await atlas.ourClasses.keep();
  assert.deepEqual([sent, seen, said.textContent], [["/schreiben/klassen?indikator=a"], [7], "Gemerkt."]);
});

test("a refusal is said and nothing counts as seen", async () => {
  atlas.notes = { post: async () => ({ error: "Nur lesen." }), seen: () => { throw new Error("seen"); } };
  await atlas.ourClasses.keep();
  assert.equal(said.textContent, "Nur lesen.");
});
