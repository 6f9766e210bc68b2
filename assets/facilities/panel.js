"use strict";
/* The panel „Einrichtungen“: filter above, list or supply below, what is found said aloud. */
(function (atlas) {
  const shown = { panel: null, answer: null, list: null };

  function draw(panel, answer, list) {
    Object.assign(shown, { panel, answer, list });
    redraw();
  }

  /* Draws anew; what was focused, unfolded and scrolled stays so. */
  function redraw() {
    const { panel, answer, list } = shown;
    const { make } = atlas.elements;
    if (answer.refusal) { panel.replaceChildren(make("p", "next-step", answer.refusal)); return; }
    const kept = remembered(panel);
    const live = panel.querySelector(".board-voice") || voice();
    const parts = [
      summary(answer),
      atlas.facilityFilter.filter(answer, list),
      tabs(answer),
      body(answer, list),
      answer.source && make("p", "hint", answer.source),
    ];
    panel.replaceChildren(make("div", "board", ...parts), live);
    restore(panel, kept);
    const said = [...answer.sentences, ...answer.places].join(", ");
    if (live.textContent !== said) live.textContent = said;
  }

  function remembered(panel) {
    const { activeElement: active } = document;
    const inside = panel.contains(active);
    return {
      focused: inside ? active.dataset.keep : "",
      typed: inside && active.matches("input[type=search]") ? { value: active.value, at: active.selectionStart } : null,
      unfolded: [...panel.querySelectorAll("details[open]")].map(({ dataset }) => dataset.keep),
      top: panel.scrollTop,
    };
  }

  function restore(panel, { focused, typed, unfolded, top }) {
    for (const details of panel.querySelectorAll("details")) details.open = details.open || unfolded.includes(details.dataset.keep);
    panel.scrollTop = top;
    const field = focused && panel.querySelector(`[data-keep="${CSS.escape(focused)}"]`);
    if (!field) return;
    field.focus({ preventScroll: true });
    // Somebody types on while the answer comes.
    if (typed) { field.value = typed.value; field.setSelectionRange(typed.at, typed.at); }
  }

  function voice() {
    const live = atlas.elements.make("p", "board-voice panel-title");
    live.setAttribute("role", "status");
    return live;
  }

  function summary({ sentences, places, badge, notes, here, choices, words }) {
    const { make, button } = atlas.elements;
    const [first, ...rest] = sentences;
    const head = make("div", "spread facility-head", make("h2", "board-heading facility-found", first));
    if (choices.is_set) head.append(button("quiet-button", words.reset, atlas.facilityFilter.reset));
    // Whether the places were counted stands below all of them.
    const told = [...rest, ...places, ...notes].map((text) => make("p", "hint", text));
    const mark = badge.length && places.length ? [make("p", "", make("span", `nature-badge ${badge[0]}`, badge[1]))] : [];
    told.splice(rest.length + places.length, 0, ...mark);
    const parts = [head, ...told];
    if (here) {
      const back = button("quiet-button", words.everywhere, () => {});
      back.dataset.area = "";
      parts.push(back);
    }
    return make("div", "facility-summary", ...parts);
  }

  function tabs({ part, words }) {
    const { make, button } = atlas.elements;
    const titles = { liste: words.list, versorgung: words.supply };
    const made = Object.entries(titles).map(([id, title]) => {
      const tab = button("board-tab", title, () => atlas.facilities.turn({ teil: id === "liste" ? "" : id }));
      Object.assign(tab, { id: `facility-tab-${id}`, tabIndex: id === part ? 0 : -1 });
      tab.dataset.keep = `tab-${id}`;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-selected", String(id === part));
      tab.setAttribute("aria-controls", "facility-body");
      return tab;
    });
    const list = make("div", "board-tabs facility-tabs", ...made);
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", words.tabs);
    list.addEventListener("keydown", (event) => {
      if (!["ArrowRight", "ArrowLeft"].includes(event.key)) return;
      event.preventDefault();
      const other = made.find((tab) => tab !== event.target);
      other.focus();
      other.click();
    });
    return list;
  }

  function body(answer, list) {
    const parts = answer.supply ? atlas.facilitySupply.supply(answer) : atlas.facilityTable.list(answer, list);
    const made = atlas.elements.make("div", "", ...parts);
    made.id = "facility-body";
    made.setAttribute("role", "tabpanel");
    made.setAttribute("aria-labelledby", `facility-tab-${answer.part}`);
    return made;
  }

  atlas.facilityPanel = { draw, redraw };
})((globalThis.atlas = globalThis.atlas || {}));
