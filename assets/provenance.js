"use strict";
/* „Woher kommt diese Zahl?“: any figure that is clicked tells in a sheet over its panel; the fold of
   the portrait tells in its place. All is drawn as text. */
(function (atlas) {
  const ADDRESS = "/zahl/herkunft";
  const SLOW_MS = 300;
  const sheet = { element: null, body: null, figure: null, panel: null };
  const words = () => atlas.panel.words("provenance");
  const element = (...made) => atlas.portrait.element(...made);

  /* A fold was opened by hand. */
  function toggled({ target }) {
    if (target instanceof HTMLDetailsElement && target.matches(".provenance") && target.open) tell(target.querySelector(".provenance-told"), target.dataset.search);
  }

  /* The portrait turned to another figure: what is open is asked anew. */
  function renew(place) {
    const fold = place.querySelector(".provenance");
    if (!fold) return;
    const told = fold.querySelector(".provenance-told");
    if (fold.open) tell(told, fold.dataset.search);
    else told.replaceChildren();
  }

  async function tell(place, search) {
    if (place.dataset.told === search && place.childElementCount) return;
    place.dataset.told = search;
    const slow = setTimeout(() => place.replaceChildren(element("p", "hint", words().loading)), SLOW_MS);
    const told = await fetch(ADDRESS + search).then((response) => response.json()).catch(() => ({ error: words().failed }));
    clearTimeout(slow);
    if (place.dataset.told !== search) return;
    place.replaceChildren(...parts(told));
    if (told.error) delete place.dataset.told;
  }

  function parts(told) {
    if (told.error) return [element("p", "hint", told.error)];
    const origins = told.origins.flatMap(({ title, lines }) => [element("h4", "", title), list(lines)]);
    return [list(told.lines), ...origins];
  }

  function list(lines) {
    const made = element("dl", "told-lines");
    for (const [term, text] of lines) {
      const line = element("div");
      line.append(element("dt", "", term), element("dd", "", text));
      made.append(line);
    }
    return made;
  }

  /* The address of an area's figure on a map that is drawn from `search`. */
  function address(search, area) {
    return atlas.address.write({ ...atlas.address.read(search), gebiet: area });
  }

  /* A figure as a button; without an address it is nothing but text. */
  function figure(search, name, ...texts) {
    const made = element(search ? "button" : "span", search ? `figure-button ${name}`.trim() : name);
    made.append(...texts.filter((text) => text !== ""));
    if (search) Object.assign(made, { type: "button", title: words().title }).dataset.origin = search;
    return made;
  }

  function pressed(event) {
    const clicked = event.target.closest?.("[data-origin]");
    if (clicked) open(clicked);
  }

  /* The sheet over the panel in which the figure stands; the figure stays in sight. */
  async function open(clicked) {
    const panel = clicked.closest(".panel");
    if (!panel) return;
    if (!sheet.element) build();
    uncover();
    Object.assign(sheet, { figure: clicked, panel });
    clicked.setAttribute("aria-expanded", "true");
    document.getElementById("shell").append(sheet.element);
    const coming = tell(sheet.body, clicked.dataset.origin);
    fit();
    sheet.element.focus();
    await coming;
    fit();
  }

  function build() {
    sheet.element = element("section", "origin-sheet");
    sheet.element.setAttribute("role", "dialog");
    sheet.element.setAttribute("aria-labelledby", "origin-title");
    sheet.element.tabIndex = -1;
    sheet.body = element("div", "provenance-told");
    const head = element("div", "origin-head");
    const title = Object.assign(element("h2", "", words().title), { id: "origin-title" });
    const shut = Object.assign(element("button", "button origin-close", words().close), { type: "button" });
    shut.addEventListener("click", close);
    head.append(title, shut);
    sheet.element.append(head, sheet.body);
    sheet.element.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } });
    addEventListener("resize", () => { if (sheet.panel) fit(); });
  }

  /* As wide as the panel, at its foot; the panel can be scrolled free of it. */
  function fit() {
    if (!sheet.panel) return;
    const { left, width, height, bottom } = sheet.panel.getBoundingClientRect();
    if (!width) { close(); return; }
    const { style } = sheet.element;
    Object.assign(style, { left: `${left}px`, width: `${width}px`, bottom: `${innerHeight - bottom}px`, maxHeight: `${Math.round(height * 0.6)}px` });
    sheet.panel.classList.add("covered");
    sheet.panel.style.setProperty("--covered", `${sheet.element.offsetHeight}px`);
    if (sheet.figure.isConnected) sheet.figure.scrollIntoView({ block: "nearest" });
  }

  function uncover() {
    sheet.figure?.setAttribute("aria-expanded", "false");
    sheet.panel?.classList.remove("covered");
  }

  /* The keyboard goes back to the figure. */
  function close() {
    const { figure: clicked } = sheet;
    uncover();
    sheet.element?.remove();
    delete sheet.body?.dataset.told;
    Object.assign(sheet, { figure: null, panel: null });
    if (clicked?.isConnected) clicked.focus();
  }

  atlas.provenance = { renew, parts, address, figure, open, close };
  if (globalThis.document?.addEventListener) {
    // A fold's sign does not rise: it is heard on the way down.
    document.addEventListener("toggle", toggled, true);
    document.addEventListener("click", pressed);
  }
})((globalThis.atlas = globalThis.atlas || {}));
