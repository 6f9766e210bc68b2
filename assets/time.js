"use strict";
/* The slider over the periods: the map follows while it moves, the address when it is let go. */
(function (atlas) {
  const drawn = { periods: [], slider: null, label: null, hint: null };

  /* Periods come latest first; time runs from left to right. With less than three the list does. */
  function show(periods, { zeit, seit, fest }, words) {
    const place = document.getElementById("time");
    if (!place) return;
    drawn.periods = [...periods].reverse();
    const at = drawn.periods.findIndex(({ value }) => value === zeit);
    if (drawn.periods.length < 3 || at < 0 || seit) { place.replaceChildren(); drawn.slider = null; return; }
    if (!drawn.slider || !drawn.slider.isConnected) place.replaceChildren(...made(words));
    Object.assign(drawn.slider, { max: String(drawn.periods.length - 1), value: String(at) });
    drawn.hint.textContent = hint(fest, words);
    say(at);
  }

  /* Moving the slider turns the same classes on; until then each period has its own. */
  function hint(fest, words) {
    return fest === "1" ? words.hint_fixed : words.hint_own;
  }

  function made(words) {
    const field = document.createElement("label");
    field.className = "time-field";
    const name = document.createElement("span");
    name.className = "field-label";
    name.textContent = words.label;
    drawn.slider = Object.assign(document.createElement("input"), { type: "range", min: "0", step: "1" });
    drawn.slider.addEventListener("input", dragged);
    drawn.slider.addEventListener("change", () => atlas.choices.choose(choice()));
    drawn.label = document.createElement("span");
    drawn.label.className = "time-shown";
    drawn.hint = document.createElement("span");
    drawn.hint.className = "field-hint";
    field.append(name, drawn.slider, drawn.label, drawn.hint);
    return [field];
  }

  /* Whichever of two maps the slider is for. */
  function dragged() {
    const search = atlas.choices.tried(choice());
    say(position());
    atlas.areas.show(atlas.address.drawn(search));
    atlas.secondMap.show(search);
  }

  const position = () => Number(drawn.slider.value);
  const choice = () => ({ zeit: drawn.periods[position()].value, fest: true });

  function say(at) {
    const { label } = drawn.periods[at];
    drawn.label.textContent = label;
    drawn.slider.setAttribute("aria-valuetext", label);
  }

  atlas.time = { show, hint };
})((globalThis.atlas = globalThis.atlas || {}));
