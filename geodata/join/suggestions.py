"""Near misses added to the unmatched pairs that a person will read."""

from __future__ import annotations

from dataclasses import replace

from geodata.join.key_column import KeyColumn
from geodata.join.key_text import key_text
from geodata.join.keys import read
from geodata.join.missing_levels import level_missing
from geodata.join.names import spoken
from geodata.join.near_misses import NearMisses, suggestion
from geodata.join.pairs import Pair
from geodata.join.register import Area, Register
from geodata.join.verdicts import Verdict

_SUGGESTIONS_AT_MOST = 200
_AREAS_AT_MOST = 3


def with_suggestions(
    pairs: list[Pair],
    verdicts: list[Verdict],
    register: Register,
    column: KeyColumn,
    system: str | None,
) -> list[Verdict]:
    """Add near misses to the first unmatched pairs; nobody reads more than a few hundred."""
    lost = [place for place, verdict in enumerate(verdicts) if verdict.outcome == "unmatched"]
    if not lost:
        return verdicts
    near = NearMisses(register)
    helped = list(verdicts)
    for place in lost[:_SUGGESTIONS_AT_MOST]:
        if not verdicts[place].suggestion and not level_missing(verdicts[place].how):
            meant = _nearly_meant(pairs[place], near, column, system)
            helped[place] = replace(verdicts[place], suggestion=suggestion(meant))
    return helped


def _nearly_meant(
    pair: Pair, near: NearMisses, column: KeyColumn, system: str | None
) -> tuple[Area, ...]:
    text = key_text(pair.key, precision=column.precision)
    found: list[Area] = []
    if said := pair.name.strip() or ("" if text.is_number else text.text):
        found.extend(near.of_name(spoken(said)))
    # A digit is not mistyped where the name beside it says another area: they would disagree.
    if text.is_number and len(text.text) > 3 and not pair.name.strip():
        for candidate in read(text, column).candidates:
            if not candidate.far:
                found.extend(near.of_key(candidate.key))
    asked = [area for area in found if area.system == system]
    return tuple(dict.fromkeys(asked or found))[:_AREAS_AT_MOST]
