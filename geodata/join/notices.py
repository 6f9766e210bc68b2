"""What a person should look at although rows were matched: German warnings."""

from __future__ import annotations

from geodata.german_count import counted
from geodata.join import refusals
from geodata.join.examination import Finding
from geodata.join.key_column import KeyColumn
from geodata.join.key_text import key_text
from geodata.join.keys import full_key
from geodata.join.names import spoken
from geodata.join.near_misses import suggestion
from geodata.join.pairs import Pair
from geodata.join.register import Register
from geodata.join.verdicts import Verdict

_WARNED_ROWS_AT_MOST = 10
_NAMED_AREAS_AT_MOST = 3


def notices(
    pairs: list[Pair],
    findings: list[Finding],
    verdicts: list[Verdict],
    register: Register,
    column: KeyColumn,
) -> tuple[str, ...]:
    """Lost zeros, rounded keys, and rows whose key and name disagree."""
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
        said.append(
            refusals.MORE_DISAGREEMENTS.format(
                count=counted(more, "weiteren Fall", "weiteren Fällen")
            )
        )
    return tuple(said)


def _first_without_zero(pairs: list[Pair], column: KeyColumn) -> str:
    for pair in pairs:
        text = key_text(pair.key)
        if len(text.text) == 8 and full_key(text, column)[1]:
            return pair.key
    return ""


def _disagreement(pair: Pair, verdict: Verdict, register: Register) -> str:
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
        named=suggestion(named[:_NAMED_AREAS_AT_MOST]),
    )
