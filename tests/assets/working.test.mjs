/* What takes long is asked for again until it is there, or until nobody asks for it any more. */
import assert from "node:assert/strict";
import test from "node:test";
import "../../assets/working.js";

const { atlas } = globalThis;
const bar = {};
atlas.panel = { ready: Promise.resolve(), byClass: () => ({ querySelector: () => bar }) };

function server(...answers) {
  globalThis.fetch = async () => ({ json: async () => answers.shift() });
}

test("it waits until the answer is there, and shows how far it is", async () => {
  atlas.areas = { isAsked: () => true };
  server({ working: 0.5 }, { classes: "01" });
  assert.deepEqual(await atlas.working.wait("?weg=bus", { working: 0.1 }), { classes: "01" });
  assert.equal(bar.value, 0.5);
});

test("it asks no more once something else is wanted", async () => {
  let wanted = true;
  atlas.areas = { isAsked: () => wanted };
  server({ working: 0.2 });
  const waiting = atlas.working.wait("?weg=bus", { working: 0.1 });
  wanted = false;
  assert.equal((await waiting).working, 0.1);
});
