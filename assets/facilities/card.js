"use strict";
/* The card of one facility, in a corner of the map: what is known of it, and where that is from. */
(function (atlas) {
  const shown = { place: null, list: null, answer: null, id: "", from: null };

  function fill(answer, list) {
    Object.assign(shown, { answer, list });
  }

  /* Somebody asks for a card: the address turns, and with it the card. */
  function open(id, byHand) {
    if (byHand) shown.from = document.activeElement;
    atlas.facilities.turn({ einrichtung: id });
  }

  /* What the address says; "" is no card. */
  function show(id) {
    if (id === shown.id && (!id || shown.place?.isConnected)) return;
    const before = shown.id;
    shown.id = id;
    const facility = shown.list?.facilities.find((one) => one.id === id);
    if (!facility) { hide(before); return; }
    const kind = shown.list.kinds[facility.kind];
    put(card(facility, kind));
    atlas.facilityMarkers.choose(id);
  }

  function put(content) {
    if (!shown.place || !shown.place.isConnected) {
      shown.place = atlas.elements.make("section", "facility-card");
      shown.place.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); close(); } });
      atlas.panel.element().append(shown.place);
    }
    shown.place.replaceChildren(...content);
    shown.place.scrollTop = 0;
    const heading = shown.place.querySelector("h2");
    shown.place.setAttribute("aria-label", heading.textContent);
    if (shown.from) heading.focus({ preventScroll: true });
  }

  function card(facility, kind) {
    const { make } = atlas.elements;
    const heading = make("h2", "facility-name", facility.name);
    heading.tabIndex = -1;
    const badges = facility.badges.map(([nature, word]) => make("span", `nature-badge ${nature}`, word));
    const over = make("div", "overline spread", make("span", "facility-kind", atlas.facilitySigns.sign(kind, { isModel: facility.model, size: 22 }), kind.title), closer());
    const list = make("dl", "facts", ...facility.facts.map(([term, text]) => make("div", "", make("dt", "", term), make("dd", "", text))));
    const parts = [over, heading];
    if (facility.list || badges.length) parts.push(make("div", "state-line", make("span", "", facility.list), ...badges));
    parts.push(list);
    if (facility.attribution) parts.push(make("p", "hint facility-source", facility.attribution));
    return parts;
  }

  function closer() {
    const made = atlas.elements.button("facility-close", "×", close);
    made.setAttribute("aria-label", shown.answer.words.close);
    made.title = shown.answer.words.close;
    return made;
  }

  /* Several in one place, which no zoom parts: each can be opened. */
  function stack(members) {
    const { make, button } = atlas.elements;
    shown.from = document.activeElement;
    const heading = make("h2", "facility-name", shown.answer.words.stack.replace("{count}", members.length));
    heading.tabIndex = -1;
    const rows = members.map((at) => {
      const facility = shown.list.facilities[at];
      const kind = shown.list.kinds[facility.kind];
      const row = button("facility-pick", "", () => open(facility.id, true));
      row.append(atlas.facilitySigns.sign(kind, { isModel: facility.model, size: 22 }), make("span", "", facility.name));
      return make("li", "", row);
    });
    put([make("div", "overline spread", "", closer()), heading, make("ul", "facility-stack", ...rows)]);
  }

  function close() {
    const id = shown.id;
    if (id) { atlas.facilities.turn({ einrichtung: "" }); return; }
    hide("");
  }

  function hide(before) {
    const held = shown.place?.contains(document.activeElement);
    shown.place?.remove();
    shown.place = null;
    atlas.facilityMarkers.choose("");
    if (held && !atlas.facilityMarkers.focusOn(before) && shown.from?.isConnected) shown.from.focus({ preventScroll: true });
    shown.from = null;
  }

  /* Another mode has no cards; the address keeps which one was open. */
  function clear() {
    shown.id = "";
    shown.place?.remove();
    shown.place = null;
    shown.from = null;
  }

  atlas.facilityCard = { fill, open, show, stack, clear };
})((globalThis.atlas = globalThis.atlas || {}));
