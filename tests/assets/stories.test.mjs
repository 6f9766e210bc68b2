/* Stories: drafts change by value, keys mean what presenters send, a chapter's map is asked as of its day. */
import assert from "node:assert/strict";
import { test } from "node:test";
import "../../assets/address.js";
import "../../assets/elements.js";
import "../../assets/stories/draft.js";
import "../../assets/stories/keys.js";
import "../../assets/stories/stage.js";

const { storyDraft, stageKeys, stage } = globalThis.atlas;
const DRAFT = { id: "a", title: "A", newer: true, chapters: [{ question: "1", search: "?x", text: "", gone: ["weg"] }, { question: "2", search: "", text: "", note: "n" }] };
const questions = ({ chapters }) => chapters.map(({ question }) => question).join("");

test("chapters move, double and go, and the draft before stays as it was", () => {
  assert.equal(questions(storyDraft.moved(DRAFT, 0, 1)), "21");
  assert.equal(storyDraft.moved(DRAFT, 0, -1), DRAFT);
  assert.equal(questions(storyDraft.doubled(DRAFT, 0)), "112");
  assert.equal(questions(storyDraft.without(DRAFT, 0)), "2");
  assert.equal(questions(storyDraft.added(DRAFT, { question: "3" })), "123");
  assert.deepEqual(storyDraft.changed(DRAFT, 0, { search: "?y" }).chapters[0], { question: "1", search: "?y", text: "", gone: [] });
  assert.equal(questions(DRAFT), "12");
});

test("a chapter asks for all that is beside its map, with the figures of its day", () => {
  assert.equal(stage.everything("?indikator=a&gebiet=1&namen=0", 12), "?indikator=a&eintrag=12&gebiet=1&namen=0");
  assert.equal(stage.everything("?arten=kita&schichten=halte&modus=erreichbarkeit", 0, "3"), "?gebiet=3&arten=kita&schichten=halte&modus=erreichbarkeit");
});

test("the server is sent what belongs to a story and nothing else", () => {
  assert.deepEqual(storyDraft.sent(DRAFT), { id: "a", title: "A", chapters: [{ question: "1", search: "?x", text: "", note: "" }, { question: "2", search: "", text: "", note: "n" }] });
});

test("two stories differ by what is kept of them", () => {
  assert.equal(storyDraft.differs(DRAFT, { ...DRAFT, newer: false, banner: "x" }), false);
  assert.equal(storyDraft.differs(DRAFT, storyDraft.added(DRAFT, { question: "3" })), true);
});

test("arrows and the keys of presenters turn chapters", () => {
  const command = (key, more = {}) => stageKeys.command({ key, target: { tagName: "BODY" }, ...more });
  assert.deepEqual(["ArrowRight", "PageDown", " ", "Enter"].map((key) => command(key)), ["next", "next", "next", "next"]);
  assert.deepEqual(["ArrowLeft", "PageUp", "Backspace"].map((key) => command(key)), ["previous", "previous", "previous"]);
  assert.deepEqual(["Home", "End", "Escape", "Z", "p", "q", "s", ".", "B"].map((key) => command(key)), ["first", "last", "leave", "whole", "point", "code", "speaker", "dark", "dark"]);
  assert.equal(command("ArrowRight", { altKey: true }), "");
  assert.equal(command("x"), "");
});

test("a button is pressed and a list is chosen from, whatever the keys mean elsewhere", () => {
  const command = (key, tagName) => stageKeys.command({ key, target: { tagName } });
  assert.deepEqual([command("Enter", "BUTTON"), command(" ", "BUTTON"), command("ArrowRight", "BUTTON")], ["", "", "next"]);
  assert.deepEqual([command("ArrowDown", "SELECT"), command("z", "SELECT"), command("PageDown", "SELECT"), command("Escape", "SELECT")], ["", "", "next", "leave"]);
});

test("a chapter asks for its map, and for the figures of its day where these are others", () => {
  assert.equal(stage.drawn("?indikator=a&gebiet=1&namen=0", 0), "?indikator=a");
  assert.equal(stage.drawn("?indikator=a", 12), "?indikator=a&eintrag=12");
  assert.equal(stage.drawn("?arten=kita&weg=fuss&modus=erreichbarkeit", 12), "?arten=kita&weg=fuss&eintrag=12&modus=erreichbarkeit");
});
