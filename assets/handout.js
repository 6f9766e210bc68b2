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
  const late = { coming: null };

  async function open(button) {
    button.setAttribute("aria-busy", "true");
    try {
      const [told] = await Promise.all([get(asked(location.pathname, location.search)), drawers()]);
      atlas.handoutDialog.open(told, button);
    } catch (problem) {
      console.warn(problem);
      atlas.share.say(button.dataset.failed);
    }
    button.removeAttribute("aria-busy");
  }

  /* What is asked for a path and a search of the page. */
  function asked(path, search) {
    const kept = atlas.address.write(atlas.address.read(search));
    return `${ADDRESS}/angebot${kept}${kept ? "&" : "?"}pfad=${encodeURIComponent(path)}`;
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
    for (const legend of place.querySelectorAll(".legend-card")) legend.open = true;
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
