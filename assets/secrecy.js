"use strict";
/* The data officer's check: asked for when the button is pressed, drawn as a table of counts. */
(function (atlas) {
  const ADDRESS = "/geheimhaltung";

  async function check(button) {
    const said = JSON.parse(button.closest(".secrecy").dataset.words);
    const place = document.getElementById("secrecy-result");
    button.disabled = true;
    place.replaceChildren(element("p", "hint", said.checking));
    const told = await fetch(ADDRESS).then((response) => response.json()).catch(() => ({ error: said.failed }));
    button.disabled = false;
    place.replaceChildren(...parts(told));
  }

  function parts(told) {
    if (told.error) return [element("p", "empty", told.error)];
    const sentence = element("p", told.safe ? "secrecy-safe" : "secrecy-unsafe", told.sentence);
    return told.rows.length ? [sentence, table(told)] : [sentence];
  }

  function table({ columns, rows }) {
    const made = element("table", "data-table");
    const head = element("thead");
    const body = element("tbody");
    const heads = element("tr");
    heads.append(...columns.map((text) => Object.assign(element("th", "", text), { scope: "col" })));
    head.append(heads);
    for (const row of rows) {
      const line = element("tr");
      line.append(...row.map((text) => element("td", "", text)));
      body.append(line);
    }
    made.append(head, body);
    const wide = element("div", "wide-table");
    wide.append(made);
    return wide;
  }

  function element(tag, name, text) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  atlas.secrecy = { parts };
  if (globalThis.document?.addEventListener) {
    document.addEventListener("click", ({ target }) => {
      const button = target.closest?.("#secrecy-check");
      if (button) check(button);
    });
  }
})((globalThis.atlas = globalThis.atlas || {}));
