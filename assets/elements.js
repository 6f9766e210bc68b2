"use strict";
/* Elements out of texts, never out of markup: what the late scripts draw with. */
(function (atlas) {
  /* An element with a class and parts; a part that is missing or empty is left out. */
  function make(tag, name, ...parts) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...parts.filter((part) => part || part === 0));
    return made;
  }

  /* A button that is no part of a form. */
  function button(name, text, pressed) {
    const made = make("button", name, text);
    made.type = "button";
    made.addEventListener("click", pressed);
    return made;
  }

  atlas.elements = { make, button };
})((globalThis.atlas = globalThis.atlas || {}));
