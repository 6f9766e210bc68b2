"use strict";
/* The mode „Präsentation“: lets the scripts of its folder list, write and show stories. */
(function (atlas) {
  const STORIES = "/geschichten";
  const FILES = "/praesentation/dateien";
  const open = { coming: null, begun: false };

  /* Whether a story has the screen: the map is its picture then, and nothing else. */
  const presenting = () => Boolean(atlas.stage?.isActive());

  /* Clientside callback: address and path. A link to a chapter opens it at once. */
  function show(search, path) {
    if (atlas.frame.modeOf(path) !== "stories") {
      if (presenting()) atlas.stage.leave();
      return;
    }
    const { geschichte, kapitel } = atlas.address.read(search);
    Promise.all([drawers(), atlas.panel.ready]).then(() => list()).then((told) => {
      if (!geschichte || open.begun) return;
      open.begun = true;
      const story = told.stories.find(({ id }) => id === geschichte);
      if (story?.chapters.length) atlas.stage.begin(story, told, Number(kapitel || 1) - 1);
    }).catch(failed);
  }

  /* All stories, drawn in the panel. */
  async function list() {
    const told = await get(STORIES);
    atlas.storyPanel.draw(panel(), told);
    return told;
  }

  /* Scripts and styles come with the first visit. */
  function drawers() {
    open.coming = open.coming || get(FILES).then((files) => Promise.all(files.map(atlas.furnish.file)));
    open.coming.catch(() => { open.coming = null; });
    return open.coming;
  }

  function panel() {
    return document.getElementById("stories-panel");
  }

  async function get(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  }

  /* Said in the panel; another visit asks again. */
  function failed(problem) {
    console.warn(problem);
    const sentence = atlas.elements.make("p", "next-step", panel().dataset.failed);
    sentence.setAttribute("role", "alert");
    panel().replaceChildren(sentence);
  }

  atlas.stories = {
    presenting,
    list,
    painted: (answer) => atlas.stage.painted(answer),
    valued: (values) => atlas.stage.valued(values),
    zoom: (position) => atlas.stage.zoom(position),
  };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, { stories: { show } });
})((globalThis.atlas = globalThis.atlas || {}));
