"use strict";
/* The frame of the page: modes, panels that fold, and buttons that stand in text. */
(function (atlas) {
  const PATHS = { map: "/", comparison: "/vergleich", facilities: "/einrichtungen", reach: "/erreichbarkeit", stories: "/praesentation", data: "/daten-stand" };
  // Modes whose own panel stands beside the map in place of „Gebiet“.
  const BESIDE_MAP = ["comparison", "facilities", "stories"];
  // The mode has panels of its own in the places of question and area.
  const IN_REACH = { question: "reach", area: "result" };
  const FOLDED = "(max-width: 1199px)";
  const SHEETS = "(max-width: 820px)";
  let clicks = 0;
  let openings = 0;
  // As the server draws the page: whoever opens the map alone has nothing drawn anew.
  const shown = { mode: "map", kept: "" };

  /* Which mode a path names; whatever else stands there shows the map. */
  function modeOf(path) {
    return Object.keys(PATHS).find((name) => PATHS[name] === path) || "map";
  }

  /* Clientside callback: which mode the path names, and links that keep the choices. */
  function mode(path, search) {
    const now = modeOf(path);
    const kept = search || "";
    const map = document.getElementById("map-place");
    if (map) map.inert = now === "data";
    const { no_update } = dash_clientside;
    const links = Object.values(PATHS).map((address) => (kept === shown.kept ? no_update : address + kept));
    const names = Object.keys(PATHS);
    const before = shown.mode;
    Object.assign(shown, { mode: now, kept });
    turnPanel(now);
    tell(now);
    // Whatever the shell is given draws the whole page anew, the map waiting: only with the mode.
    if (now === before) return [no_update, ...links, ...names.map(() => no_update), no_update];
    return [
      `shell mode-${now}`,
      ...links,
      ...names.map((name) => (name === now ? "mode current" : "mode")),
      now === "data" ? ++openings : no_update,
    ];
  }

  /* Beside the map stands what the mode is about; all modes share the place on the right. */
  function turnPanel(now) {
    const shell = document.getElementById("shell");
    if (!shell || now === "data") return;
    if (BESIDE_MAP.includes(now)) shell.dataset.open = now;
    else if (BESIDE_MAP.includes(shell.dataset.open)) delete shell.dataset.open;
  }

  /* What the eye sees, said to those who listen. */
  function tell(now) {
    const shell = document.getElementById("shell");
    if (!shell) return;
    for (const name of Object.keys(PATHS)) {
      const link = shell.querySelector(`#mode-${name}`);
      link.setAttribute("aria-current", name === now ? "page" : "false");
      if (name === now) link.parentElement.scrollLeft = Math.max(0, link.offsetLeft - link.parentElement.offsetLeft - 48);
    }
    for (const toggle of shell.querySelectorAll(".toggle")) {
      toggle.setAttribute("aria-expanded", String(toggle.dataset.panel === openPanel(shell)));
      toggle.setAttribute("aria-controls", `${(now === "reach" && IN_REACH[toggle.dataset.panel]) || toggle.dataset.panel}-panel`);
    }
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
    tell(modeOf(location.pathname));
  }

  /* Clientside callback: who picks an area on a narrow screen wants to read it. */
  function reveal(clicked) {
    if (!clicked || !clicked.area || !matchMedia(FOLDED).matches) return;
    const now = modeOf(location.pathname);
    open(BESIDE_MAP.includes(now) ? now : "area");
  }

  function pressed(event) {
    const button = event.target.closest("[data-area], [data-indicator], [data-side], [data-panel], [data-close], #news-button");
    if (!button) return;
    const { area, add, indicator, side, panel } = button.dataset;
    if (area !== undefined) dash_clientside.set_props("clicked", { data: { area: area || null, n: `text-${++clicks}`, add: Boolean(add) || event.ctrlKey || event.metaKey } });
    else if (indicator) atlas.choices.choose({ indikator: indicator });
    else if (side !== undefined) atlas.choices.choose({ seite: side });
    else if (panel) open(opened(openPanel(document.getElementById("shell")), panel));
    else if (button.id === "news-button") location.reload();
    else dash_clientside.set_props("notice", { children: [] });
  }

  function escaped(event) {
    if (event.key === "Escape" && matchMedia(FOLDED).matches && event.target.closest(".panel")) open("none");
  }

  /* Clientside callback: new data are announced unless the page knows of them by now. */
  function upToDate(newest, known) {
    return newest <= known;
  }

  atlas.frame = { opened, modeOf };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, { frame: { mode, reveal, upToDate } });
  if (globalThis.document) {
    document.addEventListener("click", pressed);
    document.addEventListener("keydown", escaped);
  }
})((globalThis.atlas = globalThis.atlas || {}));
