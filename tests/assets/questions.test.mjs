/* Questions are texts, one of them is checked, and choosing one is heard without Dash. */
import assert from "node:assert/strict";
import test from "node:test";

class Element {
  constructor(tag) { Object.assign(this, { tag, children: [], className: "", textContent: "", open: false, checked: false }); }
  append(...children) { for (const child of children) { child.parent = this; this.children.push(child); } }
  replaceChildren(...children) { this.children = []; this.append(...children); }
  closest(tag) { return this.tag === tag ? this : this.parent && this.parent.closest(tag); }
  all(tag) { return this.children.flatMap((child) => [...(child.tag === tag ? [child] : []), ...child.all(tag)]); }
  set innerHTML(_) { throw new Error("Names are never HTML."); }
}

const place = new Element("div");
const heard = {};
globalThis.document = {
  createElement: (tag) => new Element(tag),
  getElementById: () => place,
  querySelectorAll: () => place.all("input"),
  addEventListener: (name, listener) => { heard[name] = listener; },
};
await import("../../assets/questions.js");
const { atlas, dash_clientside } = globalThis;
const TOPICS = [
  { title: "Bildung", questions: [{ id: "a", asked: "Wo?", title: "Anteil" }] },
  { title: "Soziales", questions: [{ id: "b", asked: "", title: "<img src=x>" }] },
];

test("a question stands before its title, and a title alone where nobody asks", () => {
  dash_clientside.questions.draw({}, TOPICS, {});
  const [first, second] = place.all("label").map((label) => label.all("span"));
  assert.deepEqual(first.map(({ textContent }) => textContent), ["Wo?", "Anteil"]);
  assert.deepEqual(second.map(({ textContent }) => textContent), ["<img src=x>"]);
});

test("what the map shows is checked and its topic opens, also where the list comes later", () => {
  place.replaceChildren();
  atlas.questions.show("b");
  dash_clientside.questions.draw({}, TOPICS, {});
  assert.deepEqual(place.all("input").map(({ checked }) => checked), [false, true]);
  assert.deepEqual(place.children.map(({ open }) => open), [false, true]);
});

test("a topic that a person has folded stays folded while the same is shown", () => {
  place.children[1].open = false;
  atlas.questions.show("b");
  assert.equal(place.children[1].open, false);
});

test("a chosen question is heard", () => {
  const chosen = [];
  atlas.choices = { choose: (choice) => chosen.push(choice) };
  heard.change({ target: { name: "indikator", value: "a" } });
  heard.change({ target: { name: "", value: "x" } });
  assert.deepEqual(chosen, [{ indikator: "a" }]);
});

test("an empty workspace says what to do", () => {
  dash_clientside.questions.draw({}, [], { questions: { empty: "Noch keine Daten." } });
  assert.equal(place.children[0].textContent, "Noch keine Daten.");
});
