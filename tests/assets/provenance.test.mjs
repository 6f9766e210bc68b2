/* Any figure that is clicked tells where it comes from, as text, and the keyboard goes back to it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../../assets/address.js";
import "../../assets/provenance.js";

const { address, parts, figure } = globalThis.atlas.provenance;
class Made {
  constructor(tag, name, text) { Object.assign(this, { tag, className: name, textContent: text || "", children: [], dataset: {} }); }
  append(...more) { this.children.push(...more); }
}
globalThis.atlas.portrait = { element: (tag, name, text) => new Made(tag, name, text) };
globalThis.atlas.panel = { words: () => ({ title: "Woher?" }) };

test("the address of a figure is that of the map and the area", () => {
  assert.equal(address("?indikator=a&zeit=2022", "03354018"), "?indikator=a&zeit=2022&gebiet=03354018");
  assert.equal(address("", "1"), "?gebiet=1");
  assert.equal(address("?indikator=a&seit=2020", "1"), "?indikator=a&seit=2020&gebiet=1");
});

test("a figure is a button with its address, and without one plain text", () => {
  const button = figure("?gebiet=1", "ranking-value", "12 %", "");
  assert.deepEqual([button.tag, button.type, button.dataset.origin, button.children], ["button", "button", "?gebiet=1", ["12 %"]]);
  assert.equal(button.className, "figure-button ranking-value");
  assert.equal(figure("", "x", "12 %").tag, "span");
});

test("what is told is text, line by line, and a refusal is its sentence", () => {
  const [lines, title, more] = parts({ lines: [["Zahl", "<b>8</b>"]], origins: [{ title: "Wert", lines: [["Datei", "a.csv"]] }] });
  assert.equal(lines.children[0].children[1].textContent, "<b>8</b>");
  assert.deepEqual([title.textContent, more.children[0].children[1].textContent], ["Wert", "a.csv"]);
  assert.equal(parts({ error: "Geht nicht." })[0].textContent, "Geht nicht.");
});
