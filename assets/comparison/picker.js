"use strict";
/* A field to pick one of many by writing a part of its name (ARIA combobox with a list). */
(function (atlas) {
  let made = 0;

  /* `options(text)` gives or promises [{value, name, kind}]; `choose(value)` hears what was picked. */
  function picker({ label, keep, name, options, choose, words, sign }) {
    const { make } = atlas.boards;
    const id = `picker-${(made += 1)}`;
    const input = make("input", "picker-input");
    Object.assign(input, { id, type: "text", value: name || "", autocomplete: "off", spellcheck: false, role: "combobox" });
    input.dataset.keep = keep;
    const list = make("ul", "picker-list");
    Object.assign(list, { id: `${id}-list`, role: "listbox", hidden: true });
    list.setAttribute("aria-label", label);
    for (const [attribute, value] of [["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) input.setAttribute(attribute, value);
    const title = make("label", "field-label", sign || "", label);
    title.htmlFor = id;
    const state = { shown: [], at: -1, asked: 0, coming: false, picksFirst: false };

    async function open(text) {
      const number = (state.asked += 1);
      state.coming = true;
      const found = await options(text);
      if (number !== state.asked || document.activeElement !== input) return;
      state.coming = false;
      state.shown = found;
      if (state.picksFirst && found.length) { pick(0); return; }
      state.picksFirst = false;
      state.at = text ? 0 : -1;
      list.replaceChildren(...(found.length ? found.map(item) : [make("li", "picker-none", words.none)]));
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      point();
    }

    function close() {
      state.asked += 1;
      Object.assign(state, { coming: false, picksFirst: false });
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function item({ name: text, kind }, at) {
      const option = make("li", "picker-option", text, make("span", "hint", kind));
      Object.assign(option, { id: `${id}-${at}`, role: "option" });
      // Before the field loses the focus.
      option.addEventListener("mousedown", (event) => { event.preventDefault(); pick(at); });
      return option;
    }

    function point() {
      [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === state.at)));
      const now = state.shown[state.at] && list.children[state.at];
      if (!now) { input.removeAttribute("aria-activedescendant"); return; }
      input.setAttribute("aria-activedescendant", now.id);
      now.scrollIntoView({ block: "nearest" });
    }

    function pick(at) {
      const { value, name: text } = state.shown[at];
      input.value = text;
      close();
      choose(value);
    }

    input.addEventListener("focus", () => input.select());
    input.addEventListener("click", () => { if (list.hidden) open(""); });
    input.addEventListener("input", () => open(input.value));
    input.addEventListener("blur", () => { close(); input.value = name || ""; });
    input.addEventListener("keydown", (event) => {
      const { key } = event;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) { open(""); return; }
        const count = state.shown.length;
        if (count) state.at = (state.at + (key === "ArrowDown" ? 1 : state.at < 0 ? 0 : -1) + count) % count;
        point();
      } else if (key === "Enter" && state.coming) {
        // Who writes faster than the answer comes means the first that will be found.
        event.preventDefault();
        state.picksFirst = true;
      } else if (key === "Enter" && !list.hidden && state.shown[state.at]) {
        event.preventDefault();
        pick(state.at);
      } else if (key === "Escape" && !list.hidden) {
        event.stopPropagation();
        close();
        input.value = name || "";
      }
    });
    return make("div", "picker", title, make("div", "picker-box", input, list));
  }

  /* Those of known options whose names hold a text, those that begin with it first. */
  function among(all, text) {
    const wanted = text.trim().toLocaleLowerCase("de");
    const holds = all.filter(({ name }) => name.toLocaleLowerCase("de").includes(wanted));
    const begins = ({ name }) => Number(!name.toLocaleLowerCase("de").startsWith(wanted));
    return wanted ? holds.sort((a, b) => begins(a) - begins(b)) : holds;
  }

  atlas.picker = { picker, among };
})((globalThis.atlas = globalThis.atlas || {}));
