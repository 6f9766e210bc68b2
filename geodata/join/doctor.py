"""The join doctor: every row of a table gets an area or the reason why it has none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.join import reasons, refusals
from geodata.join.examination import Examination, Finding, Hit
from geodata.join.key_column import KeyColumn, judged
from geodata.join.key_text import key_text
from geodata.join.keys import full_key, read
from geodata.join.names import spoken
from geodata.join.near_misses import NearMisses, suggestion
from geodata.join.register import Area, AreaNames, Register

__all__ = ["AreaNames", "Diagnosis", "diagnose", "refuse_if_mostly_unmatched"]

MOST_UNMATCHED = 0.4
"""Share of unmatched rows from which a table is refused."""

_SUGGESTIONS_AT_MOST = 200
_WARNED_ROWS_AT_MOST = 10
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


@dataclass(frozen=True)
class _Pair:
    """A key and a name that stand together, and the first row where they do."""

    key: str
    name: str
    row: int


@dataclass(frozen=True)
class _Verdict:
    outcome: str
    hit: Hit | None = None
    how: str = ""
    suggestion: str = ""

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        area = self.hit.area if self.hit and self.outcome != "ignored" else None
        place = (area.system, area.area_id) if area else ("", "")
        return (self.outcome, *place, self.how, self.suggestion)


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
    pairs, codes = _pairs(keys, names, rows["row"].to_numpy())
    column = judged({pair.key for pair in pairs})
    register = Register(areas)
    examination = Examination(register, column, county, system)
    findings = [examination.of(pair.key, pair.name) for pair in pairs]
    verdicts = _verdicts(findings, register, system)
    verdicts = _with_suggestions(pairs, verdicts, register, column, system)
    cells = pd.DataFrame([verdict.cells for verdict in verdicts], columns=_COLUMNS[3:], dtype=object)
    result = cells.take(codes).set_axis(rows.index, axis=0)
    result.insert(0, "row", rows["row"])
    result.insert(1, "key", keys)
    result.insert(2, "name", names)
    return Diagnosis(result, _warnings(pairs, findings, verdicts, register, column))


def _pairs(
    keys: NDArray[np.object_], names: NDArray[np.object_], rows: NDArray[np.int64]
) -> tuple[list[_Pair], NDArray[np.int64]]:
    key_codes, _ = pd.factorize(keys)
    name_codes, different_names = pd.factorize(names)
    both = key_codes.astype(np.int64) * max(len(different_names), 1) + name_codes
    codes, different = pd.factorize(both)
    first = np.full(len(different), -1, dtype=np.int64)
    # Written from the last row to the first, so that the first one stays.
    first[codes[::-1]] = np.arange(len(codes) - 1, -1, -1)
    return [_Pair(keys[place], names[place], int(rows[place])) for place in first], codes


def _verdicts(
    findings: list[Finding], register: Register, system: str | None
) -> list[_Verdict]:
    """Decide between levels: a key that fits several goes where the rest of the file belongs."""
    votes: Counter[str] = Counter()
    for finding in findings:
        fitting = {hit.area.system for hit in finding.hits}
        if len(fitting) == 1:
            votes.update(fitting)
    places = {name: place for place, name in enumerate(register.systems)}

    def preference(hit: Hit) -> tuple[int, int, int]:
        return (-votes[hit.area.system], hit.rank, places[hit.area.system])

    return [_verdict(finding, sorted(finding.hits, key=preference), system) for finding in findings]


def _verdict(finding: Finding, hits: list[Hit], system: str | None) -> _Verdict:
    if not hits:
        return _Verdict(finding.outcome, how=finding.how, suggestion=finding.suggestion)
    asked = [hit for hit in hits if system in (None, hit.area.system)]
    if not asked:
        title = hits[0].area.system[:1].upper() + hits[0].area.system[1:]
        return _Verdict("ignored", hits[0], reasons.OTHER_SYSTEM.format(system=title))
    best = asked[0]
    rivals = [hit.area for hit in asked if _as_good(hit, best)]
    if len(rivals) > 1:
        return _Verdict("unmatched", how=reasons.SEVERAL, suggestion=suggestion(tuple(rivals)))
    return _Verdict("repaired" if best.repaired else "matched", best, best.how)


def _as_good(hit: Hit, best: Hit) -> bool:
    return hit.area.system == best.area.system and hit.rank == best.rank


def _with_suggestions(
    pairs: list[_Pair],
    verdicts: list[_Verdict],
    register: Register,
    column: KeyColumn,
    system: str | None,
) -> list[_Verdict]:
    """Add near misses to the first unmatched pairs; nobody reads more than a few hundred."""
    lost = [place for place, verdict in enumerate(verdicts) if verdict.outcome == "unmatched"]
    if not lost:
        return verdicts
    near = NearMisses(register)
    helped = list(verdicts)
    for place in lost[:_SUGGESTIONS_AT_MOST]:
        if not verdicts[place].suggestion:
            meant = _nearly_meant(pairs[place], near, column, system)
            helped[place] = replace(verdicts[place], suggestion=suggestion(meant))
    return helped


def _nearly_meant(
    pair: _Pair, near: NearMisses, column: KeyColumn, system: str | None
) -> tuple[Area, ...]:
    text = key_text(pair.key, precision=column.precision)
    found: list[Area] = []
    if said := pair.name.strip() or ("" if text.is_number else text.text):
        found.extend(near.of_name(spoken(said)))
    if text.is_number and len(text.text) > 3:
        for candidate in read(text, column):
            if not candidate.far:
                found.extend(near.of_key(candidate.key))
    asked = [area for area in found if area.system == system]
    return tuple(dict.fromkeys(asked or found))[:_NAMED_ROWS_AT_MOST]


def _warnings(
    pairs: list[_Pair],
    findings: list[Finding],
    verdicts: list[_Verdict],
    register: Register,
    column: KeyColumn,
) -> tuple[str, ...]:
    said: list[str] = []
    if column.verband_zero_lost and (example := _first_without_zero(pairs, column)):
        said.append(refusals.ZERO_LOST.format(key=example, meant="0" + key_text(example).text))
    rounded = (pair for pair in pairs if key_text(pair.key, precision=column.precision).lossy)
    if first := next(rounded, None):
        said.append(refusals.DIGITS_LOST.format(row=first.row, key=first.key))
    disagreements = [
        sentence
        for pair, finding, verdict in zip(pairs, findings, verdicts, strict=True)
        if finding.by_key and (sentence := _disagreement(pair, verdict, register))
    ]
    said.extend(disagreements[:_WARNED_ROWS_AT_MOST])
    if (more := len(disagreements) - _WARNED_ROWS_AT_MOST) > 0:
        said.append(refusals.MORE_DISAGREEMENTS.format(count=_grouped(more)))
    return tuple(said)


def _first_without_zero(pairs: list[_Pair], column: KeyColumn) -> str:
    for pair in pairs:
        text = key_text(pair.key)
        if len(text.text) == 8 and full_key(text, column)[1]:
            return pair.key
    return ""


def _disagreement(pair: _Pair, verdict: _Verdict, register: Register) -> str:
    if verdict.hit is None or verdict.outcome == "ignored" or not pair.name.strip():
        return ""
    matched = verdict.hit.area
    named = register.named(spoken(pair.name))
    if not named or any(area.land == matched.land for area in named):
        return ""
    return refusals.DISAGREEMENT.format(
        row=pair.row,
        key=pair.key,
        matched=matched.label,
        name=pair.name,
        named=suggestion(named[:_NAMED_ROWS_AT_MOST]),
    )


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
    return ", ".join(
        f"Zeile {row.row} „{row.key or row.name_}“"
        + (f" (gemeint: {row.suggestion}?)" if row.suggestion else "")
        for row in unmatched.head(_NAMED_ROWS_AT_MOST).rename(columns={"name": "name_"}).itertuples()
    )


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", ".")
