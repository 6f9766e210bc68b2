"use strict";
/* What a key means while a story is shown: arrows, and what presenters for the hand send. */
(function (atlas) {
  const COMMANDS = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next", n: "next",
    ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", Backspace: "previous",
    Home: "first", End: "last", Escape: "leave",
    z: "whole", p: "point", q: "code", s: "speaker", b: "dark", ".": "dark",
  };
  const OWN_KEYS = { SELECT: (key) => key !== "Escape" && !key.startsWith("Page"), BUTTON: (key) => key === " " || key === "Enter" };

  /* The command of a key, "" for none; buttons and lists keep the keys that they need. */
  function command({ key, altKey, ctrlKey, metaKey, target }) {
    if (altKey || ctrlKey || metaKey) return "";
    if (OWN_KEYS[target?.tagName]?.(key)) return "";
    return COMMANDS[key.length === 1 ? key.toLowerCase() : key] || "";
  }

  atlas.stageKeys = { command };
})((globalThis.atlas = globalThis.atlas || {}));
