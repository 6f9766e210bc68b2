"use strict";
/* Dialogs that come when they are first wanted, with what is on the screen then. */
(function (atlas) {
  const coming = new Map();

  /* Ask what to tell, fetch script and style from where `files` lists them, and have `atlas[dialog]` draw it. */
  async function open(button, { told: address, files, dialog }) {
    button.setAttribute("aria-busy", "true");
    try {
      const [told] = await Promise.all([get(address), drawers(files)]);
      atlas[dialog].open(told, button);
    } catch (problem) {
      console.warn(problem);
      atlas.share.say(button.dataset.failed);
    }
    button.removeAttribute("aria-busy");
  }

  /* What is asked for a path and a search of the page. */
  function asked(address, path, search) {
    const kept = atlas.address.write(atlas.address.read(search));
    return `${address}${kept}${kept ? "&" : "?"}pfad=${encodeURIComponent(path)}`;
  }

  async function get(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  }

  /* Once; what failed may be tried again. */
  function drawers(files) {
    if (!coming.has(files)) {
      const loaded = get(files).then((found) => Promise.all(found.map(atlas.furnish.file)));
      loaded.catch(() => coming.delete(files));
      coming.set(files, loaded);
    }
    return coming.get(files);
  }

  atlas.lateDialog = { open, asked };
})((globalThis.atlas = globalThis.atlas || {}));
