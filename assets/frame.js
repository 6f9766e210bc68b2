"use strict";
/* The frame of the page: modes, panels that fold, and buttons that stand in text. */
(function (atlas) {
  const DATA_PATH = "/daten-stand";
  const FOLDED = "(max-width: 1199px)";
  const SHEETS = "(max-width: 820px)";
  let clicks = 0;
  let openings = 0;
  let shownMode = null;

  /* Clientside callback: which mode the path names, and links that keep the choices. */
  function mode(path, search) {
    const data = path === DATA_PATH;
    const kept = search || "";
    const map = document.getElementById("map-place");
    if (map) map.inert = data;
    tell(data);
    const { no_update } = dash_clientside;
    const links = [`/${kept}`, DATA_PATH + kept];
    // Whatever the shell is given draws the whole page anew, the map waiting: only with the mode.
    if (data === shownMode) return [no_update, ...links, no_update, no_update, no_update];
    shownMode = data;
    return [
      `shell ${data ? "mode-data" : "mode-map"}`,
      ...links,
      data ? "mode" : "mode current", data ? "mode current" : "mode",
      data ? ++openings : no_update,
    ];
  }

  /* What the eye sees, said to those who listen. */
  function tell(data) {
    const shell = document.getElementById("shell");
    if (!shell) return;
    shell.querySelector("#mode-map").setAttribute("aria-current", data ? "false" : "page");
    shell.querySelector("#mode-data").setAttribute("aria-current", data ? "page" : "false");
    for (const toggle of shell.querySelectorAll(".toggle"))
      toggle.setAttribute("aria-expanded", String(toggle.dataset.panel === openPanel(shell)));
  }

  /* Which panel is open after a toggle was pressed, on a screen too narrow for all. */
  function opened(before, pressed) {
    return before === pressed ? "none" : pressed;
  }

  /* What is open before anybody chose: on a sheet-wide screen nothing covers the map. */
  function openPanel(shell) {
    return shell.dataset.open || (matchMedia(SHEETS).matches ? "none" : "question");
  }

  function open(panel) {
    const shell = document.getElementById("shell");
    if (!shell) return;
    shell.dataset.open = panel;
    tell(location.pathname === DATA_PATH);
  }

  /* Clientside callback: who picks an area on a narrow screen wants to read it. */
  function reveal(clicked) {
    if (clicked && clicked.area && matchMedia(FOLDED).matches) open("area");
  }

  function pressed(event) {
    const button = event.target.closest("[data-area], [data-indicator], [data-panel], [data-close], #news-button");
    if (!button) return;
    const { area, indicator, panel } = button.dataset;
    if (area !== undefined) dash_clientside.set_props("clicked", { data: { area: area || null, n: `text-${++clicks}` } });
    else if (indicator) atlas.choices.choose("indikator", indicator);
    else if (panel) open(opened(openPanel(document.getElementById("shell")), panel));
    else if (button.id === "news-button") location.reload();
    else dash_clientside.set_props("notice", { children: [] });
  }

  function escaped(event) {
    if (event.key === "Escape" && matchMedia(FOLDED).matches && event.target.closest(".panel")) open("none");
  }

  atlas.frame = { opened };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, { frame: { mode, reveal } });
  if (globalThis.document) {
    document.addEventListener("click", pressed);
    document.addEventListener("keydown", escaped);
  }
})((globalThis.atlas = globalThis.atlas || {}));
