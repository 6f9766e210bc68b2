/* The address of the page holds every choice, and only choices. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../../assets/address.js";

const { read, write, drawn, areas, breaksFrom, breaksText } = globalThis.atlas.address;
const SENTENCES = { breaks_no_number: "{part}?", breaks_falling: "so: {sorted}", breaks_too_many: "zu viele" };

test("choices come back from their address", () => {
  const choices = { indikator: "kinder", zeit: "2022/2023", grenzen: "10;20.5", gebiet: "03354018" };
  assert.deepEqual(read(write(choices)), choices);
});

test("the order is always the same, and the usual view has no address", () => {
  assert.equal(write({ zeit: "2022", indikator: "kinder" }), "?indikator=kinder&zeit=2022");
  assert.equal(write({}), "");
});

test("strange names are dropped", () => {
  assert.deepEqual(read("?hund=1&indikator=a&<script>=2"), { indikator: "a" });
});

test("what is selected or listed does not redraw the map", () => {
  assert.equal(drawn("?indikator=a&gebiet=1&liste=tabelle&grund=grau"), "?indikator=a");
  assert.deepEqual(areas("?gebiet=1;2"), ["1", "2"]);
});

test("own limits are read as Germans type them", () => {
  assert.deepEqual(breaksFrom("10; 20,5;1.234,5", SENTENCES), { breaks: "10;20.5;1234.5" });
  assert.deepEqual(breaksFrom("−5; 0", SENTENCES), { breaks: "-5;0" });
  assert.deepEqual(breaksFrom("  ", SENTENCES), {});
});

test("wrong limits get a sentence that names the cure", () => {
  assert.deepEqual(breaksFrom("10; zwanzig", SENTENCES), { error: "zwanzig?" });
  assert.deepEqual(breaksFrom("30; 10,5", SENTENCES), { error: "so: 10,5; 30" });
  assert.deepEqual(breaksFrom("1;2;3;4;5;6;7", SENTENCES), { error: "zu viele" });
  assert.deepEqual(breaksFrom("20.5", SENTENCES), { error: "20.5?" });
});

test("limits of the address stand in the field as they are typed", () => {
  assert.equal(breaksText("10;20.5"), "10; 20,5");
  assert.equal(breaksText(undefined), "");
});

test("under its own path the map is drawn from the question of reachability, and says so", () => {
  const search = "?indikator=a&arten=kita&weg=rad&grenze=30&von=11.1,53.0&schichten=halte&wo=gemeinde";
  assert.equal(drawn(search, "/erreichbarkeit"), "?arten=kita&weg=rad&grenze=30&wo=gemeinde&modus=erreichbarkeit");
  assert.equal(drawn("", "/erreichbarkeit"), "?modus=erreichbarkeit");
  assert.equal(drawn(search, "/"), "?indikator=a");
});
