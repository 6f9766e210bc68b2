"use strict";
/* „Teilen“: the dialog comes when it is first wanted, with what is on the screen then. */
(function (atlas) {
  const ADDRESS = "/teilen";

  function open(button) {
    return atlas.lateDialog.open(button, { told: asked(location.pathname, location.search), files: `${ADDRESS}/dateien`, dialog: "shareDialog" });
  }

  function asked(path, search) {
    return atlas.lateDialog.asked(ADDRESS, path, search);
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
