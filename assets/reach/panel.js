"use strict";
/* The panel that asks how far it is: fields of the browser itself, each a choice in the address. */
(function (atlas) {
  const make = (...parts) => atlas.elements.make(...parts);

  /* Draws what can be asked; what was focused and unfolded stays so. */
  function draw(place, answer) {
    const focused = place.contains(document.activeElement) ? document.activeElement.dataset.keep : "";
    const scrolled = place.scrollTop;
    if (answer.refusal) { place.replaceChildren(make("p", "next-step", answer.refusal)); return; }
    const { words, values } = answer;
    const transit = values.weg === "bus";
    place.replaceChildren(
      make("h2", "panel-title", words.title),
      make("p", "reach-question", words.question),
      make("div", "reach-goal-place"),
      radios("weg", words.mode, answer.modes, values.weg),
      ...(transit && answer.days ? [when(answer)] : []),
      limits(answer),
      radios("wo", words.surface, answer.surfaces, values.wo),
      select("mass", words.measure, answer.measures, values.mass, (mass) => inAreas(mass, answer)),
      select("gruppe", words.group, answer.groups, values.gruppe),
      checks("flaeche", "", [{ value: "1", title: words.isochrone }], values.flaeche ? ["1"] : []),
      checks("schichten", words.layers, answer.layers, values.schichten),
      make("div", "reach-told"),
    );
    atlas.reachGoal.put(place, answer);
    atlas.reachLayers.words();
    place.scrollTop = scrolled;
    if (focused) place.querySelector(`[data-keep="${CSS.escape(focused)}"]`)?.focus();
  }

  /* What lies over the map follows the address without asking anew. */
  function mark(place, { flaeche, schichten }) {
    const on = new Set((schichten || "").split(";"));
    for (const input of place.querySelectorAll("input[type=checkbox]")) {
      if (input.name === "flaeche") input.checked = flaeche === "1";
      if (input.name === "schichten") input.checked = on.has(input.value);
    }
  }

  function group(title, ...parts) {
    const field = make("fieldset", "reach-field", title ? make("legend", "field-label", title) : "", ...parts);
    return field;
  }

  function option(type, name, { value, title, missing }, checked) {
    const input = make("input");
    Object.assign(input, { type, name, value, checked, disabled: Boolean(missing) });
    input.dataset.keep = `${name}-${value}`;
    const label = make("label", `reach-option${missing ? " missing" : ""}`, input, make("span", "", title));
    if (missing) label.title = missing;
    return label;
  }

  function radios(name, title, options, value) {
    const missing = options.find((one) => one.missing && one.missing !== options[0].missing) || options.find((one) => one.missing);
    const field = group(title, make("div", "reach-chips", ...options.map((one) => option("radio", name, one, one.value === value))), missing ? make("p", "hint", missing.missing) : "");
    field.addEventListener("change", ({ target }) => atlas.choices.choose({ [name]: target.value }));
    return field;
  }

  /* Only by bus do day and hour matter. */
  function when({ words, days, values }) {
    const { writtenTime } = atlas;
    const day = radios("tag", words.day, days.kinds, values.tag);
    const on = writtenTime.field({ name: "tag", label: days.other, text: writtenTime.shown(values.tag), read: writtenTime.day, fits: (iso) => days.first <= iso && iso <= days.last, wanted: days.wanted, turn: (tag) => atlas.choices.choose({ tag }) });
    const by = writtenTime.field({ name: "um", label: words.arrive_by, text: values.um, read: writtenTime.hour, fits: () => true, wanted: words.arrive_by_wanted, turn: (um) => atlas.choices.choose({ um }) });
    return make("div", "reach-when", day, on, by, make("p", "hint", days.walks));
  }

  function limits({ limits: steps, words, values }) {
    const options = steps.map((step) => ({ value: String(step), title: String(step) }));
    return radios("grenze", words.limit, options, values.grenze);
  }

  /* Places of an area's own can be shown in areas only. */
  function inAreas(mass, { surfaces, values }) {
    const [points, finest] = surfaces;
    return mass === "gebiet" && finest && values.wo === points.value ? { wo: finest.value } : {};
  }

  function select(name, title, options, value, more = () => ({})) {
    const made = make("select", "reach-input", ...options.map((one) => {
      const option = make("option", "", one.title);
      option.value = one.value;
      return option;
    }));
    made.value = value;
    made.dataset.keep = name;
    made.addEventListener("change", () => atlas.choices.choose({ [name]: made.value, ...more(made.value) }));
    return make("label", "reach-field", make("span", "field-label", title), made);
  }

  function checks(name, title, options, values) {
    const field = group(title, make("div", "reach-checks", ...options.map((one) => option("checkbox", name, one, values.includes(one.value)))));
    field.addEventListener("change", () => {
      const chosen = [...field.querySelectorAll("input:checked")].map(({ value }) => value);
      atlas.choices.choose({ [name]: chosen.join(";") });
    });
    return field;
  }

  atlas.reachPanel = { draw, mark };
})((globalThis.atlas = globalThis.atlas || {}));
