/* The editor of a story: what is on the screen becomes chapters, as many as fit. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../../assets/address.js";
import "../../assets/stories/draft.js";

const { atlas } = globalThis;
const buttons = {};
const make = () => ({ append() {}, addEventListener() {}, setAttribute() {}, focus() {}, select() {} });
const place = { said: "", replaceChildren() {}, querySelector: () => make(), querySelectorAll: () => [] };
atlas.elements = {
  make: (tag, name, ...parts) => { if (name?.includes("stories-said")) place.said = parts[0]; return make(); },
  button: (name, text, pressed) => (buttons[text] = { pressed, dataset: {} }),
};
await import("../../assets/stories/editor.js");

const told = { words: { add: "add", too_many: "most {most}", failed: "failed", unsaved: "unsaved" }, limits: { chapters: 3 } };
const map = (question) => ({ question, search: `?indikator=${question}`, text: "", note: "" });

/* Presses „add“ while the server splits the screen into these chapters; what is said then. */
async function pressed(chapters) {
  globalThis.fetch = async (asked) => {
    assert.equal(asked, "/geschichten/kapitel?indikator=a&modus=einrichtungen");
    if (!chapters) throw new TypeError("offline");
    return { json: async () => ({ chapters }) };
  };
  await buttons.add.pressed();
  await new Promise(setImmediate);
  return place.said;
}

test("chapters that are one too many are not taken, whatever was on the screen when the button was drawn", async () => {
  globalThis.location = { search: "?indikator=a", pathname: "/einrichtungen" };
  atlas.storyEditor.open(place, told, { id: "a", title: "A", chapters: [map("1"), map("2")] });
  assert.equal(await pressed([map("a"), map("b")]), "most 3");
  assert.equal(buttons.add.disabled, false);
  assert.equal(await pressed(null), "failed");
  assert.equal(await pressed([map("a")]), "unsaved");
  assert.equal(buttons.add.disabled, true);
});
