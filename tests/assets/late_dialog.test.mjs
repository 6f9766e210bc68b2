/* A dialog opens once its files are there; what failed is said, and may be tried again. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "../../assets/late_dialog.js";

const { atlas } = globalThis;
const WANTED = { told: "/ausgabe/angebot", dialog: "someDialog" };
let seen;
let broken;

function button() {
  const marks = new Map();
  return { marks, dataset: { failed: "Nicht jetzt." }, setAttribute: (name, value) => marks.set(name, value), removeAttribute: (name) => marks.delete(name) };
}

beforeEach(() => {
  seen = { fetched: [], files: [], opened: [], said: [] };
  broken = false;
  atlas.furnish = { file: async (address) => seen.files.push(address) };
  atlas.share = { say: (sentence) => seen.said.push(sentence) };
  atlas.someDialog = { open: (told, opener) => seen.opened.push([told, opener]) };
  globalThis.fetch = async (address) => {
    seen.fetched.push(address);
    return { ok: !broken, status: 500, json: async () => (address.endsWith("dateien") ? ["/a.js", "/a.css"] : { words: 1 }) };
  };
});

test("files come with the first dialog only", async () => {
  const opener = button();
  const wanted = { ...WANTED, files: "/einmal/dateien" };
  await atlas.lateDialog.open(opener, wanted);
  await atlas.lateDialog.open(opener, wanted);
  assert.deepEqual(seen.files, ["/a.js", "/a.css"]);
  assert.deepEqual(seen.fetched, ["/ausgabe/angebot", "/einmal/dateien", "/ausgabe/angebot"]);
  assert.deepEqual(seen.opened, [[{ words: 1 }, opener], [{ words: 1 }, opener]]);
  assert.equal(opener.marks.has("aria-busy"), false);
});

test("what failed is said and tried again", async () => {
  const opener = button();
  const wanted = { ...WANTED, files: "/nochmal/dateien" };
  broken = true;
  await atlas.lateDialog.open(opener, wanted);
  assert.deepEqual([seen.said, seen.opened, opener.marks.has("aria-busy")], [["Nicht jetzt."], [], false]);
  broken = false;
  await atlas.lateDialog.open(opener, wanted);
  assert.equal(seen.opened.length, 1);
});
