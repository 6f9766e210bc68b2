"use strict";
/* Whether like values lie side by side: a sentence, the clusters by name, and the numbers behind. */
(function (atlas) {
  function draw(body, answer) {
    const { make, experts } = atlas.boards;
    if (!answer.sentences) return;
    body.append(make("p", "", make("strong", "", answer.title), make("span", "hint", ` ${answer.state}`)), make("p", "board-text", answer.sentences.join(" ")));
    if (answer.clusters.length) body.append(make("h3", "board-subheading", answer.words.clusters), ...answer.clusters.map((group) => cluster(group, answer.words)));
    body.append(...answer.notes.map((note) => make("p", "hint", note)), experts(answer.experts, answer.facts, answer.how_sure));
  }

  function cluster({ kind, title, hint, areas, more }, words) {
    const { make, pointing } = atlas.boards;
    const names = areas.map(({ id, name }) => {
      const button = pointing(make("button", "chip", name), id);
      button.type = "button";
      button.dataset.area = id;
      button.dataset.keep = `area-${id}`;
      return make("li", "", button);
    });
    const parts = [make("h4", "cluster-title", make("span", `cluster-sign ${kind}`), title), make("p", "hint", hint), make("ul", "cluster-areas", ...names)];
    if (more) parts.push(make("p", "hint", more));
    else if (areas.length > 1) {
      const all = make("button", "quiet-button", words.show);
      all.type = "button";
      all.dataset.keep = `all-${kind}`;
      all.addEventListener("click", () => atlas.comparison.turn({ gebiet: areas.map(({ id }) => id).join(";"), name: title }));
      parts.push(all);
    }
    return make("section", "cluster", ...parts);
  }

  atlas.pattern = { draw };
})((globalThis.atlas = globalThis.atlas || {}));
