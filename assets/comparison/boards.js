"use strict";
/* The panel with its tabs; the open board is drawn by the file that is named like it. */
(function (atlas) {
  const DRAWERS = { profil: "profile", zusammenhang: "association", aehnlich: "similar", ring: "ring", muster: "pattern" };
  const { make } = atlas.elements;
  atlas.boards = { draw, make, fold, pointing, experts };

  /* Draws an answer; what was focused, unfolded and scrolled stays so. */
  function draw(panel, answer) {
    const before = panel.dataset.board;
    const focused = panel.contains(document.activeElement) ? document.activeElement.dataset.keep : "";
    const unfolded = new Set([...panel.querySelectorAll("details[open]")].map(({ dataset }) => dataset.keep));
    const scrolled = new Map([...panel.querySelectorAll("[data-scroll]")].map(({ dataset, scrollTop }) => [dataset.scroll, scrollTop]));
    const body = make("div", `board board-${answer.board}`, heading(answer.words.heading));
    Object.assign(body, { id: "board", role: "tabpanel" });
    body.setAttribute("aria-labelledby", `board-tab-${answer.board}`);
    const live = panel.querySelector(".board-voice") || voice();
    atlas[DRAWERS[answer.board]].draw(body, answer);
    if (answer.refusal) body.append(make("p", "next-step", answer.refusal));
    panel.replaceChildren(tabs(answer), body, live);
    panel.dataset.board = answer.board;
    if (before !== answer.board) panel.scrollTop = 0;
    else for (const details of panel.querySelectorAll("details")) details.open = unfolded.has(details.dataset.keep);
    for (const list of panel.querySelectorAll("[data-scroll]")) list.scrollTop = scrolled.get(list.dataset.scroll) || 0;
    if (focused) panel.querySelector(`[data-keep="${CSS.escape(focused)}"]`)?.focus();
    const said = answer.refusal || answer.spoken || (answer.sentences || []).join(" ");
    if (live.textContent !== said) live.textContent = said;
  }

  function heading(text) {
    return make("h2", "board-heading", text);
  }

  function voice() {
    const live = make("p", "board-voice panel-title");
    live.setAttribute("role", "status");
    return live;
  }

  /* One tab stop; arrow keys go from tab to tab and open it. */
  function tabs({ tabs: titles, board, label }) {
    const list = make("div", "board-tabs", ...titles.map((tab) => button(tab, board)));
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", label);
    list.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const all = [...list.children];
      const next = all[(all.indexOf(event.target) + step + all.length) % all.length];
      next.focus();
      next.click();
    });
    return list;
  }

  function button({ id, title }, board) {
    const tab = make("button", "board-tab", title);
    Object.assign(tab, { type: "button", id: `board-tab-${id}`, role: "tab", tabIndex: id === board ? 0 : -1 });
    tab.dataset.keep = `tab-${id}`;
    tab.setAttribute("aria-selected", String(id === board));
    tab.setAttribute("aria-controls", "board");
    tab.addEventListener("click", () => {
      // At once, also where the board takes a moment.
      for (const other of tab.parentNode.children) other.setAttribute("aria-selected", String(other === tab));
      atlas.comparison.turn({ tafel: id === "profil" ? "" : id });
    });
    return tab;
  }

  function fold(keep, title, ...parts) {
    const details = make("details", "board-fold", make("summary", "", title), ...parts);
    details.dataset.keep = keep;
    return details;
  }

  /* The numbers behind a sentence, folded away: who does not know them needs them least. */
  function experts(title, facts, ...texts) {
    const list = make("dl", "facts", ...facts.map(([term, text]) => make("div", "", make("dt", "", term), make("dd", "", text))));
    return fold("experts", title, list, ...texts.map((text) => make("p", "hint", text)));
  }

  /* An element that outlines its area on the map while it is pointed at or focused. */
  function pointing(element, id) {
    for (const name of ["mouseenter", "focus"]) element.addEventListener(name, () => atlas.comparison.point(id));
    for (const name of ["mouseleave", "blur"]) element.addEventListener(name, () => atlas.comparison.point(null));
    return element;
  }
})((globalThis.atlas = globalThis.atlas || {}));
