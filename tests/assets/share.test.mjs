/* „Teilen“ asks for what is on the screen; a link is checked once, and only where it names something. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import "../../assets/address.js";
import "../../assets/late_dialog.js";
import "../../assets/share.js";
import "../../assets/link_check.js";

const { atlas } = globalThis;
let asked;
let said;

beforeEach(() => {
  asked = [];
  said = [];
  atlas.secondMap = { beside: () => false };
  atlas.panel = { words: () => ({ close: "Schließen", close_label: "Hinweis schließen" }) };
  globalThis.dash_clientside = { set_props: (id, props) => said.push([id, props]) };
  globalThis.fetch = (address) => { asked.push(address); return Promise.resolve({ ok: true, json: () => Promise.resolve({ sentences: ["Weg.", "Auch weg."] }) }); };
});

test("the dialog asks with path and choices, strange names are dropped", () => {
  assert.equal(atlas.share.asked("/vergleich", "?indikator=a&fremd=1"), "/teilen?indikator=a&pfad=%2Fvergleich");
  assert.equal(atlas.share.asked("/", ""), "/teilen?pfad=%2F");
});

test("what is gone is said in one line that can be closed", async () => {
  await atlas.linkCheck.check({ pathname: "/", search: "?indikator=a&fremd=1" });
  assert.deepEqual(asked, ["/ansicht/hinweis?indikator=a&fremd=1&seitenpfad=%2F"]);
  const [[id, { children }]] = said;
  assert.equal(id, "notice");
  assert.equal(children.props.children[0].props.children, "Weg. Auch weg.");
  assert.equal(children.props.children[1].props["data-close"], "notice");
});

test("the page as it opens by itself is not checked, nor a map beside another", async () => {
  await atlas.linkCheck.check({ pathname: "/", search: "" });
  atlas.secondMap.beside = () => true;
  await atlas.linkCheck.check({ pathname: "/", search: "?indikator=a" });
  assert.deepEqual([asked, said], [[], []]);
});

test("a chapter keeps that it asks how far something is", () => {
  assert.equal(atlas.address.whole("?arten=kita&weg=fuss", "/erreichbarkeit"), "?arten=kita&weg=fuss&modus=erreichbarkeit");
  assert.equal(atlas.address.whole("", "/erreichbarkeit"), "?modus=erreichbarkeit");
  assert.equal(atlas.address.whole("?indikator=a", "/vergleich"), "?indikator=a");
});
