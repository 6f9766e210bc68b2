"use strict";
/* Name and figure of the area under the pointer. Names come from files: they are text, never HTML. */
(function (atlas) {
  let box = null;
  let shownAt = -1;
  atlas.tooltip = { show, hide, fill, tell };

  function element() {
    if (!box || !box.isConnected) {
      box = document.createElement("div");
      box.className = "map-tooltip";
      box.setAttribute("aria-hidden", "true");
      atlas.panel.element().append(box);
    }
    return box;
  }

  function show(position, event) {
    const { values } = atlas.areas.kept;
    if (!values) return;
    const tip = element();
    if (position !== shownAt || tip.hidden) {
      const words = Object.fromEntries(["status", "nature", "flag"].map((section) => [section, atlas.panel.words(section)]));
      fill(tip, atlas.areas.textOf(position, values, words));
      shownAt = position;
      tip.hidden = false;
    }
    place(tip, event);
  }

  /* Something else than an area, told beside a place on the screen. */
  function tell(told, at) {
    const tip = element();
    fill(tip, told);
    shownAt = -1;
    tip.hidden = false;
    place(tip, at);
  }

  function fill(tip, { name, value, notes }) {
    tip.replaceChildren(...[["name", name], ["value", value], ["notes", notes.join(" · ")]]
      .filter(([, text]) => text)
      .map(([part, text]) => {
        const line = document.createElement("div");
        line.className = `map-tooltip-${part}`;
        line.textContent = text;
        return line;
      }));
  }

  function place(tip, event) {
    const frame = atlas.panel.element().getBoundingClientRect();
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
    const left = x + 16 + tip.offsetWidth > frame.width ? x - 16 - tip.offsetWidth : x + 16;
    const top = y + 16 + tip.offsetHeight > frame.height ? y - 12 - tip.offsetHeight : y + 16;
    tip.style.transform = `translate(${Math.max(4, Math.round(left))}px, ${Math.max(4, Math.round(top))}px)`;
  }

  function hide() {
    shownAt = -1;
    if (box) box.hidden = true;
  }
})((globalThis.atlas = globalThis.atlas || {}));
