"use strict";
/* „Teilen“: the dialog comes when it is first wanted, with what is on the screen then. */
(function (atlas) {
  const ADDRESS = "/teilen";
  const late = { coming: null };

  async function open(button) {
    button.setAttribute("aria-busy", "true");
    try {
      const [told] = await Promise.all([get(asked(location.pathname, location.search)), drawers()]);
      atlas.shareDialog.open(told, button);
    } catch (problem) {
      console.warn(problem);
      atlas.share.say(button.dataset.failed);
    }
    button.removeAttribute("aria-busy");
  }

  /* What is asked for a path and a search of the page. */
  function asked(path, search) {
    const kept = atlas.address.write(atlas.address.read(search));
    return `${ADDRESS}${kept}${kept ? "&" : "?"}pfad=${encodeURIComponent(path)}`;
  }

  async function get(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response.json();
  }

  /* Script and style come with the first dialog. */
  function drawers() {
    late.coming = late.coming || get(`${ADDRESS}/dateien`).then((files) => Promise.all(files.map(atlas.furnish.file)));
    late.coming.catch(() => { late.coming = null; });
    return late.coming;
  }

  /* A calm line above the map, to be closed. */
  function say(...sentences) {
    const part = (type, props) => ({ namespace: "dash_html_components", type, props });
    const words = atlas.panel.words("notice");
    const close = part("Button", { children: words.close, className: "button", type: "button", "data-close": "notice", "aria-label": words.close_label });
    dash_clientside.set_props("notice", { children: part("Div", { className: "notice", children: [part("Span", { children: sentences.join(" ") }), close] }) });
  }

  atlas.share = { asked, say };
  if (globalThis.document) {
    document.addEventListener("click", (event) => {
      const button = event.target.closest("#share");
      if (button) open(button);
    });
  }
})((globalThis.atlas = globalThis.atlas || {}));
