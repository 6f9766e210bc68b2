"use strict";
/* „Export“: the dialog comes when it is first wanted, for what is on the screen then; and the map is
   made to fit the sheet when somebody prints the page. */
(function (atlas) {
  const ADDRESS = "/ausgabe";
  // A4 across with margins, in CSS px, below the line that says whose atlas it is.
  const SHEET_PX = { width: 1030, height: 640 };
  // Legend and sources stand beside the map, as wide as assets/print.css says.
  const BESIDE_PX = 304;
  const [BELOW_PX, LEAST_PX] = [40, 400];

  function open(button) {
    return atlas.lateDialog.open(button, { told: asked(location.pathname, location.search), files: `${ADDRESS}/dateien`, dialog: "handoutDialog" });
  }

  function asked(path, search) {
    return atlas.lateDialog.asked(`${ADDRESS}/angebot`, path, search);
  }

  /* How much smaller or larger the map must be to fill a sheet. */
  function scaleFor({ width, height }) {
    return Math.min(SHEET_PX.width / (width + BESIDE_PX), SHEET_PX.height / Math.max(height, 1));
  }

  /* How high the map is down to where its areas end: below them the legend had its place. */
  function cutHeight(height, areasEnd) {
    return areasEnd > 0 ? Math.min(height, Math.max(areasEnd + BELOW_PX, LEAST_PX)) : height;
  }

  function areasEnd() {
    const { group } = atlas.areas.kept;
    if (!group || !group.getBounds().isValid()) return 0;
    return atlas.panel.map.latLngToContainerPoint(group.getBounds().getSouthWest()).y;
  }

  /* The map is not drawn anew; the sheet shows it scaled, and cut below its areas. */
  function printing() {
    const place = document.getElementById("map-place");
    if (!place) return;
    const { width, height: whole } = place.getBoundingClientRect();
    const height = cutHeight(whole, areasEnd());
    place.style.setProperty("--print-width", `${width}px`);
    place.style.setProperty("--print-height", `${height}px`);
    place.style.setProperty("--print-scale", scaleFor({ width, height }));
    for (const folded of place.querySelectorAll(".legend-card, .map-sources")) folded.open = true;
  }

  atlas.handout = { asked, scaleFor, cutHeight };
  if (globalThis.document) {
    globalThis.addEventListener("beforeprint", printing);
    document.addEventListener("click", (event) => {
      const button = event.target.closest("#handout");
      if (button) open(button);
    });
  }
})((globalThis.atlas = globalThis.atlas || {}));
