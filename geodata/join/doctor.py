"""The join doctor: every row of a table gets an area or the reason why it has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from geodata.join import refusals
from geodata.join.examination import Examination
from geodata.join.key_column import judged
from geodata.join.notices import notices
from geodata.join.pairs import different_pairs
from geodata.join.register import AreaNames, Register
from geodata.join.suggestions import with_suggestions
from geodata.join.verdicts import decided

__all__ = ["AreaNames", "Diagnosis", "diagnose", "refuse_if_mostly_unmatched"]

MOST_UNMATCHED = 0.4
"""Share of unmatched rows from which a table is refused."""

_NAMED_ROWS_AT_MOST = 3
_COLUMNS = ["row", "key", "name", "outcome", "system", "area_id", "how", "suggestion"]


@dataclass(frozen=True)
class Diagnosis:
    """What became of every row, and what a person should look at.

    `rows` has the index of the input and the columns row, key, name, outcome ("matched",
    "repaired", "outside", "unmatched" or "ignored"), system, area_id, how, suggestion.
    """

    rows: pd.DataFrame
    warnings: tuple[str, ...]


def diagnose(
    rows: pd.DataFrame, areas: Sequence[AreaNames], *, county: str, system: str | None = None
) -> Diagnosis:
    """Match rows (columns row, key, name) to areas of one or several systems, finest first.

    `county` is the Kreis (5 digits): its unknown keys are unmatched, keys of other Kreise are
    outside. With `system`, rows of other levels are ignored. Every different pair of key and
    name is examined once, so 300,000 rows of a few thousand areas take less than a second.
    """
    keys = rows["key"].fillna("").astype(str).to_numpy(dtype=object)
    names = rows["name"].fillna("").astype(str).to_numpy(dtype=object)
    pairs, codes = different_pairs(keys, names, rows["row"].to_numpy())
    column = judged({pair.key for pair in pairs})
    register = Register(areas)
    examination = Examination(register, column, county, system)
    findings = [examination.of(pair.key, pair.name) for pair in pairs]
    verdicts = decided(findings, register, system)
    verdicts = with_suggestions(pairs, verdicts, register, column, system)
    cells = pd.DataFrame(
        [verdict.cells for verdict in verdicts], columns=_COLUMNS[3:], dtype=object
    )
    result = cells.take(codes).set_axis(rows.index, axis=0)
    result.insert(0, "row", rows["row"])
    result.insert(1, "key", keys)
    result.insert(2, "name", names)
    return Diagnosis(result, notices(pairs, findings, verdicts, register, column))


def refuse_if_mostly_unmatched(diagnosis: Diagnosis, *, allow_unmatched: bool, file: str) -> None:
    """Refuse a table of which 40 % or more fit no area, or nothing at all.

    Rows outside and ignored rows do not count. `allow_unmatched` lets a table pass of which at
    least one row fits.
    """
    counts = Counter(diagnosis.rows["outcome"])
    fitting = counts["matched"] + counts["repaired"]
    counted = fitting + counts["unmatched"]
    first = _first_unmatched(diagnosis.rows)
    if not fitting:
        raise refusals.NothingMatched(
            file=file,
            rows=_grouped(len(diagnosis.rows)),
            first=f", zuerst {first}" if first else "",
            **{name: _grouped(counts[name]) for name in ("unmatched", "outside", "ignored")},
        )
    share = counts["unmatched"] / counted
    if share >= MOST_UNMATCHED and not allow_unmatched:
        raise refusals.MostlyUnmatched(
            file=file,
            unmatched=_grouped(counts["unmatched"]),
            rows=_grouped(counted),
            share=f"{100 * share:.0f}",
            first=first,
        )


def _first_unmatched(rows: pd.DataFrame) -> str:
    unmatched = rows[rows["outcome"] == "unmatched"].drop_duplicates(["key", "name"])
    first = unmatched.head(_NAMED_ROWS_AT_MOST)
    return ", ".join(
        f"Zeile {row} „{key or name}“" + (f" (gemeint: {meant}?)" if meant else "")
        for row, key, name, meant in zip(
            first["row"], first["key"], first["name"], first["suggestion"], strict=True
        )
    )


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", ".")
