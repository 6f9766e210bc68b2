"use strict";
/* A story as it is being written: chapters moved, doubled, taken away; values in, values out. */
(function (atlas) {
  const FIELDS = ["question", "search", "text", "note"];

  /* What the server is sent of a draft. */
  function sent({ id, title, chapters }) {
    return { id, title, chapters: chapters.map((chapter) => Object.fromEntries(FIELDS.map((name) => [name, chapter[name] || ""]))) };
  }

  /* Whether one is not kept as the other is. */
  function differs(one, other) {
    return JSON.stringify(sent(one)) !== JSON.stringify(sent(other));
  }

  function moved(draft, from, to) {
    if (to < 0 || to >= draft.chapters.length) return draft;
    const chapters = [...draft.chapters];
    const [chapter] = chapters.splice(from, 1);
    chapters.splice(to, 0, chapter);
    return { ...draft, chapters };
  }

  function doubled(draft, at) {
    return { ...draft, chapters: draft.chapters.flatMap((chapter, number) => (number === at ? [chapter, { ...chapter }] : [chapter])) };
  }

  function without(draft, at) {
    return { ...draft, chapters: draft.chapters.filter((_, number) => number !== at) };
  }

  function added(draft, ...chapters) {
    return { ...draft, chapters: [...draft.chapters, ...chapters] };
  }

  function changed(draft, at, changes) {
    return { ...draft, chapters: draft.chapters.map((chapter, number) => (number === at ? { ...chapter, ...changes, gone: [] } : chapter)) };
  }

  atlas.storyDraft = { sent, differs, moved, doubled, without, added, changed };
})((globalThis.atlas = globalThis.atlas || {}));
