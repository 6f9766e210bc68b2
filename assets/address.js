"use strict";
/* The address of the page: which choices it holds, and how they are written into it. */
(function (atlas) {
  const DRAWN = ["indikator", "zeit", "seit", "aenderung", "ebene", "art", "klassen", "palette", "grenzen", "fest", "wie", "eintrag"];
  const FACILITIES = ["arten", "traeger", "frei", "ganztag", "inklusion", "offen", "suche"];
  const BESIDE = ["gebiet", "name", "liste", "grund", "namen", "rechts", "gleich", "seite", "a", "b", "tafel", "mit", "nach", "ring", ...FACILITIES, "einrichtung", "teil", "versorgt", "weg", "tag", "um", "grenze", "mass", "gruppe", "wo", "von", "flaeche", "schichten", "geschichte", "kapitel"];
  const REACH = [...FACILITIES, "weg", "tag", "um", "grenze", "mass", "gruppe", "wo", "eintrag"];
  const ASKS_REACH = "modus=erreichbarkeit";
  const REACH_PATH = "/erreichbarkeit";
  const SHOWS_FACILITIES = "modus=einrichtungen";
  const FACILITIES_PATH = "/einrichtungen";
  const NAMES = [...DRAWN, ...BESIDE];
  const MOST_BREAKS = 6;

  /* "?indikator=a&zeit=2022" becomes {indikator: "a", zeit: "2022"}; strange names are dropped. */
  function read(search) {
    const given = new URLSearchParams(search || "");
    return Object.fromEntries(NAMES.filter((name) => given.get(name)).map((name) => [name, given.get(name)]));
  }

  /* The canonical search of the choices; "" for the usual view. */
  function write(choices, names = NAMES) {
    const pairs = names.filter((name) => choices[name]).map((name) => `${name}=${escaped(choices[name])}`);
    return pairs.length ? `?${pairs.join("&")}` : "";
  }

  function escaped(text) {
    return encodeURIComponent(text).replace(/%3B/g, ";").replace(/%2F/g, "/").replace(/%3A/g, ":");
  }

  /* Whether the page asks how far it is: its path tells. */
  function asksReach(path = globalThis.location?.pathname) {
    return path === REACH_PATH;
  }

  /* Only what the map is drawn from; which of two questions it answers, the path of the page tells. */
  function drawn(search, path) {
    if (!asksReach(path)) return write(read(search), DRAWN);
    const asked = write(read(search), REACH);
    return `${asked}${asked ? "&" : "?"}${ASKS_REACH}`;
  }

  /* The search with what else only the path tells: as a chapter of a story keeps it. */
  function whole(search, path = globalThis.location?.pathname) {
    const kept = write(read(search));
    const mode = asksReach(path) ? ASKS_REACH : path === FACILITIES_PATH ? SHOWS_FACILITIES : "";
    return mode ? `${kept}${kept ? "&" : "?"}${mode}` : kept;
  }

  function areas(search) {
    return (read(search).gebiet || "").split(";").filter(Boolean);
  }

  /* "10; 20,5; 30" as {breaks: "10;20.5;30"}, or {error} with the sentence; {} for nothing. */
  function breaksFrom(text, sentences) {
    const parts = String(text || "").split(";").map((part) => part.trim()).filter(Boolean);
    const numbers = [];
    for (const part of parts) {
      const number = germanNumber(part);
      if (number === null) return { error: sentences.breaks_no_number.replace("{part}", part) };
      numbers.push(number);
    }
    const sorted = [...new Set(numbers)].sort((a, b) => a - b);
    if (sorted.length !== numbers.length || sorted.some((number, at) => number !== numbers[at]))
      return { error: sentences.breaks_falling.replace("{sorted}", sorted.map(german).join("; ")) };
    if (sorted.length > MOST_BREAKS) return { error: sentences.breaks_too_many };
    return sorted.length ? { breaks: sorted.join(";") } : {};
  }

  function germanNumber(text) {
    const plain = text.replace("−", "-").replace(/\s/g, "");
    if (!/^[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/.test(plain)) return null;
    return Number(plain.replace(/\./g, "").replace(",", "."));
  }

  /* 20.5 as "20,5", the way it is typed. */
  function german(number) {
    return String(number).replace(".", ",").replace("-", "−");
  }

  /* "10;20.5" from the address as "10; 20,5" for the field. */
  function breaksText(breaks) {
    return (breaks || "").split(";").filter(Boolean).map(german).join("; ");
  }

  atlas.address = { DRAWN, asksReach, read, write, drawn, whole, areas, breaksFrom, breaksText };
})((globalThis.atlas = globalThis.atlas || {}));
