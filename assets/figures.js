"use strict";
/* The figures behind the map, as ranking and table read them. */
(function (atlas) {
  const LONGEST_UNIT = 12;
  const STATUS = ["shown", "zero", "missing", "suppressed", "unreliable"];
  const NATURE = ["real", "estimated", "model"];
  const SIGN = { real: "", estimated: "≈", model: "◆" };

  /* MAP_VALUES as one row an area: {id, name, value, text, ranks, nature, notes}. A gap has its word
     and no value; an unreliable figure is shown but takes no rank; `notes` says in words what is
     modelled, estimated or flagged. */
  function rows(values, words, said = spoken()) {
    const german = new Intl.NumberFormat("de-DE", {
      minimumFractionDigits: values.decimals, maximumFractionDigits: values.decimals,
    });
    // A long unit stands in legend and portrait; in every row it would push the names away.
    const unit = values.unit && values.unit.length <= LONGEST_UNIT ? `\u00a0${values.unit}` : "";
    return values.ids.map((id, at) => {
      const status = STATUS[Number(values.status[at])];
      const value = values.values[at];
      const nature = value !== null || status === "zero" ? NATURE[Number(values.nature[at])] : "real";
      const flags = values.flags[at] || [];
      const told = nature === "estimated" && flags.includes("carried_over") ? "" : said.nature[nature];
      const notes = [told, ...flags.map((flag) => said.flag[flag])];
      const row = { id, name: values.names[at], value, ranks: status !== "unreliable" && !flags.includes("at_least"), nature, notes: notes.filter(Boolean).join(", ") };
      if (flags.includes("uninhabited")) return { ...row, value: null, text: said.flag.uninhabited, notes: "" };
      if (status === "zero") return { ...row, value: 0, text: words.zero };
      if (flags.includes("no_connection")) return { ...row, text: said.flag.no_connection, notes: told };
      if (value === null) return { ...row, text: words[status] };
      const figure = german.format(value);
      const grows = values.signed && value > 0 && /[1-9]/.test(figure);
      const number = (grows ? "+" : "") + figure.replace("-", "−") + unit;
      const text = words[status] ? `${number} (${words[status]})` : number;
      return { ...row, text };
    });
  }

  /* The words beside a figure stand with the map, which is there before any figure. */
  function spoken() {
    return { nature: atlas.panel.words("nature"), flag: atlas.panel.words("flag") };
  }

  /* The nature that all rows with a figure share, "" where they differ. */
  function commonNature(rows) {
    const found = new Set(rows.filter((row) => row.value !== null).map((row) => row.nature));
    return found.size === 1 ? [...found][0] : "";
  }

  atlas.figures = { rows, commonNature, spoken, SIGN };
})((globalThis.atlas = globalThis.atlas || {}));
