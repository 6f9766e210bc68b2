"use strict";
/* Days and hours as Germans write them, whatever language the browser speaks. */
(function (atlas) {
  const DAY = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/;
  const HOUR = /^(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:Uhr|h))?$/i;

  /* „21.6.22“ is 2022-06-21; "" for what is no day. */
  function day(text) {
    const found = text.trim().match(DAY);
    if (!found) return "";
    const [, date, month, year] = found.map(Number);
    const made = new Date(Date.UTC(year < 100 ? 2000 + year : year, month - 1, date));
    return made.getUTCDate() === date && made.getUTCMonth() === month - 1 ? made.toISOString().slice(0, 10) : "";
  }

  /* „7.45 Uhr“ is 07:45; "" for what is no hour. */
  function hour(text) {
    const found = text.trim().match(HOUR);
    if (!found) return "";
    const [, hours, minutes] = found;
    if (Number(hours) > 23 || Number(minutes || 0) > 59) return "";
    return `${hours.padStart(2, "0")}:${minutes || "00"}`;
  }

  /* 2022-06-21 as 21.06.2022. */
  function shown(iso) {
    return (iso || "").split("-").reverse().join(".");
  }

  /*
   * A field to write in: `read` makes a value of its text or "", `fits` says whether that can be
   * chosen, `wanted` is the sentence that stands there where it cannot.
   */
  function field({ name, label, text, read, fits, wanted, turn }) {
    const { make } = atlas.elements;
    const input = make("input", "reach-input");
    Object.assign(input, { type: "text", value: text, autocomplete: "off", maxLength: 12, inputMode: "numeric" });
    input.dataset.keep = name;
    const said = make("span", "hint reach-wanted");
    said.setAttribute("role", "status");
    input.addEventListener("change", () => {
      const value = read(input.value);
      const good = value !== "" && fits(value);
      input.setAttribute("aria-invalid", String(!good));
      said.textContent = good ? "" : wanted;
      if (good) turn(value);
    });
    return make("label", "reach-field", make("span", "field-label", label), input, said);
  }

  atlas.writtenTime = { day, hour, shown, field };
})((globalThis.atlas = globalThis.atlas || {}));
