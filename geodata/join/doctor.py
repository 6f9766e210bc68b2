"""The join doctor: every row of a table gets an area or the reason why it has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from geodata.german_count import counted, german_count
from geodata.join import reasons, refusals
from geodata.join.examination import Examination
from geodata.join.key_column import judged
from geodata.join.missing_levels import missing_level_notices, refuse_missing_level
from geodata.join.name_headers import level_of_header
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
    "repaired", "outside", "unmatched" or "ignored"), system, area_id, how, suggestion. `county` is
    the Kreis that was examined.
    """

    rows: pd.DataFrame
    warnings: tuple[str, ...]
    county: str


def diagnose(
    rows: pd.DataFrame,
    areas: Sequence[AreaNames],
    *,
    county: str,
    system: str | None = None,
    name_header: str = "",
) -> Diagnosis:
    """Match rows (columns row, key, name) to areas of one or several systems, finest first.

    `county` is the Kreis (5 digits): its unknown keys are unmatched, keys of other Kreise are
    outside. With `system`, rows of other levels are ignored. `name_header` is what stands above
    the names: under „Kreis“ no Gemeinde is meant. Every different pair of key and
    name is examined once, so 300,000 rows of a few thousand areas take less than a second.
    """
    keys = rows["key"].fillna("").astype(str).to_numpy(dtype=object)
    names = rows["name"].fillna("").astype(str).to_numpy(dtype=object)
    pairs, codes = different_pairs(keys, names, rows["row"].to_numpy())
    column = judged({pair.key for pair in pairs})
    register = Register(areas)
    examination = Examination(register, column, county, system, level_of_header(name_header))
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
    said = notices(pairs, findings, verdicts, register, column)
    return Diagnosis(result, (*said, *missing_level_notices(result, county)), county)


def refuse_if_mostly_unmatched(diagnosis: Diagnosis, *, allow_unmatched: bool, file: str) -> None:
    """Refuse a table of which 40 % or more fit no area, or nothing at all.

    Rows outside and ignored rows do not count. `allow_unmatched` lets a table pass of which at
    least one row fits.
    """
    counts = Counter(diagnosis.rows["outcome"])
    fitting = counts["matched"] + counts["repaired"]
    examined = fitting + counts["unmatched"]
    first = _first_unmatched(diagnosis.rows)
    if not fitting:
        refuse_missing_level(diagnosis.rows, diagnosis.county, file)
        _refuse_rounded(diagnosis.rows, file)
        raise refusals.NothingMatched(
            file=file,
            rows=counted(len(diagnosis.rows), "Zeile", "Zeilen"),
            first=f", zuerst {first}" if first else "",
            **{name: german_count(counts[name]) for name in ("unmatched", "outside", "ignored")},
        )
    share = counts["unmatched"] / examined
    if share >= MOST_UNMATCHED and not allow_unmatched:
        raise refusals.MostlyUnmatched(
            file=file,
            unmatched=german_count(counts["unmatched"]),
            rows=counted(examined, "Zeile", "Zeilen"),
            share=f"{100 * share:.0f}",
            first=first,
        )


def _refuse_rounded(rows: pd.DataFrame, file: str) -> None:
    lost = rows[rows["outcome"] == "unmatched"]
    if len(lost) and (lost["how"] == reasons.DIGITS_LOST).all():
        first = lost.iloc[0]
        raise refusals.KeysRounded(file=file, row=first["row"], key=first["key"])


def _first_unmatched(rows: pd.DataFrame) -> str:
    unmatched = rows[rows["outcome"] == "unmatched"].drop_duplicates(["key", "name"])
    first = unmatched.head(_NAMED_ROWS_AT_MOST)
    return ", ".join(
        f"Zeile {row} „{key or name}“" + (f" (gemeint: {meant}?)" if meant else "")
        for row, key, name, meant in zip(
            first["row"], first["key"], first["name"], first["suggestion"], strict=True
        )
    )
