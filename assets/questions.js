"use strict";
/* The questions by topic: folds and radios of the browser itself, heard without a step of Dash. */
(function (atlas) {
  const shown = { topics: [], indicator: "" };

  /* Clientside callback: draws the list once its panel has come; all texts as text. */
  function draw(panel, topics, words) {
    const place = panel && document.getElementById("questions");
    if (!place) return;
    shown.topics = topics || [];
    if (!shown.topics.length) place.replaceChildren(element("p", "empty", words.questions.empty));
    else place.replaceChildren(...shown.topics.map(topic));
    show(shown.indicator);
  }

  function topic({ title, questions }) {
    const fold = element("details", "topic");
    fold.name = "topic";
    fold.append(element("summary", "topic-title", title), ...questions.map(question));
    return fold;
  }

  /* The question first, the technical title second; the title alone where nobody asks. Pointed at,
     it says what the title means. */
  function question({ id, asked, title, meaning }) {
    const label = element("label", "question");
    if (meaning) label.title = meaning;
    const radio = element("input");
    Object.assign(radio, { type: "radio", name: "indikator", value: id });
    const text = element("span", "question-text", asked || title);
    if (asked) text.append(element("span", "question-title", title));
    label.append(radio, text);
    return label;
  }

  function element(tag, name, text) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /* What the map shows is checked, and its topic open. */
  function show(indicator) {
    shown.indicator = indicator;
    const radio = radios().find(({ value }) => value === indicator);
    if (!radio || radio.checked) return;
    radio.checked = true;
    radio.closest("details").open = true;
  }

  function radios() {
    return [...document.querySelectorAll("#questions input")];
  }

  atlas.questions = { show };
  globalThis.dash_clientside = Object.assign(globalThis.dash_clientside || {}, { questions: { draw } });
  if (globalThis.document?.addEventListener) {
    document.addEventListener("change", ({ target }) => {
      if (target.name === "indikator") atlas.choices.choose({ indikator: target.value });
    });
  }
})((globalThis.atlas = globalThis.atlas || {}));
