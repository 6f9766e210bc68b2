"use strict";
/* Several areas read as one: their name, and a way without mouse to take one more. */
(function (atlas) {
  const PAUSE_MS = 400;
  let waiting = 0;
  let counter = 0;

  /* The field for the name and the choice of a further area, in the places that the server made. */
  function draw(place) {
    const field = place.querySelector(".areas-name");
    if (field) {
      drawField(field);
      rename(place);
    }
    for (const adding of place.querySelectorAll(".area-adding")) drawAdding(adding);
  }

  function drawField(field) {
    if (field.querySelector("input")) return;
    const { element, words } = atlas.portrait;
    const label = element("label", "", words("several").name);
    const input = element("input");
    Object.assign(input, { type: "text", maxLength: Number(field.dataset.longest), autocomplete: "off" });
    input.addEventListener("input", () => {
      show(field, input.value);
      clearTimeout(waiting);
      waiting = setTimeout(() => write(input.value), PAUSE_MS);
    });
    label.append(input);
    field.replaceChildren(label);
  }

  function write(text) {
    clearTimeout(waiting);
    waiting = 0;
    atlas.choices.choose({ name: plain(text) });
  }

  /* What the address says, unless somebody is typing. */
  function rename(place) {
    const field = place.querySelector(".areas-name");
    const input = field && field.querySelector("input");
    if (!input || waiting) return;
    const named = plain(atlas.address.read(location.search).name || "").slice(0, input.maxLength);
    input.placeholder = field.dataset.usual;
    if (plain(input.value) !== named) input.value = named;
    show(field, named);
  }

  function show(field, text) {
    const heading = field.parentElement.querySelector(".area-name");
    if (heading) heading.textContent = plain(text) || field.dataset.usual;
  }

  /* Without signs that cannot be seen: the address keeps printable text only. */
  function plain(text) {
    return text.replace(/[\p{C}\s]+/gu, " ").trim();
  }

  /* A choice of the browser's own with all areas that are not in yet, filled when it is used. */
  function drawAdding(place) {
    if (place.querySelector("select")) return;
    const { element, words } = atlas.portrait;
    const label = element("label", "", words("several").add);
    const select = element("select");
    const fill = () => {
      const options = others().map(([id, name]) => {
        const option = element("option", "", name);
        option.value = id;
        return option;
      });
      const first = element("option", "", words("several").add_first);
      first.value = "";
      select.replaceChildren(first, ...options);
    };
    fill();
    select.addEventListener("pointerdown", fill);
    select.addEventListener("focus", fill);
    select.addEventListener("change", () => { if (select.value) add(select.value); });
    label.append(select);
    place.replaceChildren(label);
  }

  /* [id, name] of the areas on the map that are not chosen, by name. */
  function others() {
    const values = atlas.secondMap.values();
    if (!values) return [];
    const chosen = new Set(atlas.areas.kept.selected);
    return values.ids.map((id, at) => [id, values.names[at]])
      .filter(([id]) => !chosen.has(id))
      .sort((a, b) => a[1].localeCompare(b[1], "de"));
  }

  /* CLICKED: one more area, or one less where it was in. */
  function add(area) {
    counter += 1;
    dash_clientside.set_props("clicked", { data: { area, n: `add-${counter}`, add: true } });
  }

  /* The key that takes one more area where the mouse takes it with Ctrl. */
  function pressed(event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const row = event.target.closest?.("[data-area]");
    if (!row || !row.dataset.area) return;
    event.preventDefault();
    add(row.dataset.area);
  }

  atlas.severalAreas = { draw, rename, add, plain };
  if (globalThis.document?.addEventListener) document.addEventListener("keydown", pressed);
})((globalThis.atlas = globalThis.atlas || {}));
