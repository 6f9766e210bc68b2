/* Very many dots lie on one canvas, and the one that is pointed at is found and read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../../assets/comparison/many_dots.js";
import "../../assets/comparison/association.js";

class Element {
  constructor(tag) { Object.assign(this, { tag, children: [], attributes: {}, dataset: {}, heard: {}, names: new Set(), dots: 0, textContent: "" }); }
  append(...children) { for (const child of children) { this.children.push(child); child.parent = this; } }
  remove() { this.parent.children.splice(this.parent.children.indexOf(this), 1); }
  setAttribute(name, value) { this.attributes[name] = value; }
  addEventListener(name, heard) { this.heard[name] = heard; }
  getBoundingClientRect() { return { left: 100, top: 50, width: 976, height: 688 }; }
  get classList() { return { add: (name) => this.names.add(name), remove: (name) => this.names.delete(name), toggle() {} }; }
  getContext() { return { scale() {}, beginPath() {}, arc() {}, fill: () => { this.dots += 1; } }; }
}
globalThis.document = { createElement: (tag) => new Element(tag), createElementNS: (_, tag) => new Element(tag), documentElement: {}, activeElement: null };
globalThis.getComputedStyle = () => ({ getPropertyValue: () => "#1f5f8b" });
const pointed = [];
const { atlas } = globalThis;
atlas.comparison = { point: (id) => pointed.push(id) };

const axis = { title: "", ticks: [] };
const words = { chart: "{x} {y} {n} ", hint: "zeigen" };
function chart(count, chosen = -1) {
  const points = Array.from({ length: count }, (_, at) => ({ id: String(at), name: `Ort ${at}`, x: at / count, y: at / count, x_text: "1", y_text: "2", selected: at === chosen, side: "" }));
  const reading = new Element("p");
  return { svg: atlas.association.chart({ x: axis, y: axis, points, words }, reading), reading };
}
const tags = ({ children }, tag) => children.filter((child) => child.tag === tag);

test("a few dots are elements, many are one canvas and the chosen one", () => {
  assert.equal(tags(chart(300).svg, "circle").length, 300);
  const { svg } = chart(11_000, 7);
  assert.deepEqual(tags(svg, "circle").map(({ dataset }) => dataset.area), ["7"]);
  const [held] = tags(svg, "foreignObject");
  assert.equal(held.children[0].dots, 11_000);
});

test("the dot nearest to the mouse is read and can be clicked, and is left again", () => {
  const { svg, reading } = chart(2000);
  svg.heard.mousemove({ clientX: 100 + 2 * 52, clientY: 50 + 2 * 316 });
  assert.deepEqual([reading.textContent, svg.dataset.area], ["Ort 0: 1 · 2", "0"]);
  assert.deepEqual(tags(svg, "circle").map(({ dataset, names }) => [dataset.area, names.has("read")]), [["0", true]]);
  svg.heard.mousemove({ clientX: 100 + 2 * 52, clientY: 60 });
  assert.deepEqual([tags(svg, "circle").length, reading.textContent, pointed.at(-1), svg.dataset.area], [0, "zeigen", null, undefined]);
});

test("far from every dot none is found", () => {
  const { nearest } = atlas.manyDots;
  assert.deepEqual([nearest([[0, 0], [10, 10]], [9, 8]), nearest([[0, 0]], [30, 0]), nearest([], [0, 0])], [1, -1, -1]);
});
