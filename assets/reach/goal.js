"use strict";
/* Where people want to go: the filter of facilities, and those that pass as signs on the map. */
(function (atlas) {
  const shown = { found: null, list: null, asked: "" };

  /* What the filter leaves; without a kind in the address the one that the server has taken. */
  async function ask(search, arten) {
    const asked = atlas.facilities.question(atlas.address.write({ ...atlas.address.read(search), arten: arten.join(";"), teil: "", gebiet: "" }));
    shown.asked = asked;
    const [{ answer, list }] = await Promise.all([atlas.facilities.found(asked), atlas.reach.ready()]);
    if (shown.asked !== asked || !atlas.reach.active()) return;
    Object.assign(shown, { found: answer, list });
    atlas.facilityMarkers.draw(answer, list);
    atlas.facilityCard.fill(answer, list);
    card(search);
    put(document.getElementById("reach-panel"));
  }

  function card(search) {
    if (shown.found) atlas.facilityCard.show(atlas.address.read(search).einrichtung || "");
  }

  /* The kinds stand open, all else of the filter is folded until it is used. */
  function put(panel) {
    const place = panel.querySelector(".reach-goal-place");
    if (!place || !shown.found) return;
    const { make, button } = atlas.elements;
    const { found, list } = shown;
    if (found.refusal) { place.replaceChildren(make("p", "next-step", found.refusal)); return; }
    const open = place.querySelector("details.reach-filter")?.open;
    const form = atlas.facilityFilter.filter(found, list);
    const [search, kinds, ...rest] = [...form.children];
    const details = make("details", "board-fold reach-filter", make("summary", "", panel.dataset.filter), search, ...rest);
    details.open = open ?? narrowed(found);
    form.replaceChildren(kinds, details);
    const reset = narrowed(found) ? button("quiet-button", list.words.reset, atlas.facilityFilter.reset) : "";
    place.replaceChildren(form, make("p", "hint spread", make("span", "", found.sentences[0]), reset));
  }

  /* Whether more is asked for than a kind. */
  function narrowed({ choices }) {
    return Boolean(choices.name) || [...choices.yes, ...choices.providers, ...choices.opens, ...choices.closes].some(({ chosen }) => chosen);
  }

  function clear() {
    Object.assign(shown, { found: null, asked: "" });
    atlas.facilityMarkers?.clear();
    atlas.facilityCard?.clear();
  }

  atlas.reachGoal = { ask, put, card, clear, narrowed };
})((globalThis.atlas = globalThis.atlas || {}));
