"use strict";
/* The figures behind the map, as ranking and table read them. */
(function (atlas) {
  const LONGEST_UNIT = 12;
  const STATUS = ["shown", "zero", "missing", "suppressed", "unreliable"];

  /* MAP_VALUES as one row an area: {id, name, value, text, ranks}. A gap has its word and no value;
     an unreliable figure is shown but takes no rank. */
  function rows(values, words) {
    const german = new Intl.NumberFormat("de-DE", {
      minimumFractionDigits: values.decimals, maximumFractionDigits: values.decimals,
    });
    // A long unit stands in legend and portrait; in every row it would push the names away.
    const unit = values.unit && values.unit.length <= LONGEST_UNIT ? `\u00a0${values.unit}` : "";
    return values.ids.map((id, at) => {
      const status = STATUS[Number(values.status[at])];
      const value = values.values[at];
      const row = { id, name: values.names[at], value, ranks: status !== "unreliable" };
      if (status === "zero") return { ...row, value: 0, text: words.zero };
      if (value === null) return { ...row, text: words[status] };
      const number = german.format(value).replace("-", "−") + unit;
      const text = words[status] ? `${number} (${words[status]})` : number;
      return { ...row, text };
    });
  }

  atlas.figures = { rows };
})((globalThis.atlas = globalThis.atlas || {}));
