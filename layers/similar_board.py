"""The board „Ähnliche“: the areas most like one, with the reasons."""

from __future__ import annotations

from typing import Any

from geodata.markers import Nature
from indicators.comparison.place import Place
from indicators.comparison.similar import LeftOut, Likeness, Reason, Similar
from indicators.query import Query
from layers.figure_button import figure_address
from layers.figure_text import number_with_unit
from layers.german_number import german_number
from layers.side_text import place_text
from layers.words import words

_ALIKE, _NEAR, _FAR = 0.25, 0.75, 1.5
_MOST_NAMED = 4


def similar_board(
    found: Similar,
    *,
    topic: str,
    system: str,
    without_counts: bool,
    with_counts: bool = False,
    is_picked: bool = True,
) -> dict[str, Any]:
    """What assets/comparison/similar.js draws; `system` is the one that the area is of.

    `topic` is "" where the indicators were chosen one by one. `without_counts` says that the counts
    of the topic were left aside, `with_counts` that some were chosen, `is_picked` that the area was
    picked on the map.
    """
    how = [words("boards.aehnlich.without_counts")] if without_counts else []
    if with_counts:
        how.append(words("boards.aehnlich.with_counts"))
    return {
        "own": {"value": place_text(Place(system, found.area_id)), "name": found.name},
        "intro": _intro(found, topic),
        "scale": words("boards.aehnlich.scale"),
        "other": "" if is_picked else words("boards.aehnlich.other"),
        "areas": [_area(area, system, found.area_id) for area in found.areas],
        "notes": [*_notes(found), *how, words("boards.aehnlich.how")],
    }


def _intro(found: Similar, topic: str) -> str:
    """By what they are alike: the topic, else each indicator by its name, or how many there are."""
    if topic:
        return words("boards.aehnlich.intro", name=found.name, topic=topic, count=len(found.used))
    if len(found.used) > _MOST_NAMED:
        return words("boards.aehnlich.intro_many", name=found.name, count=len(found.used))
    titles = "; ".join(record.title for record in found.used)
    return words("boards.aehnlich.intro_own", name=found.name, titles=titles)


def _area(area: Likeness, system: str, own: str) -> dict[str, Any]:
    return {
        "id": area.area_id,
        "value": place_text(Place(system, area.area_id)),
        "name": area.name,
        "reasons": [_reason(reason, system, own, area.area_id) for reason in area.reasons],
        "distance": words(
            "boards.aehnlich.distance", distance=german_number(area.distance, decimals=1)
        ),
    }


def _reason(reason: Reason, system: str, own: str, other: str) -> dict[str, str | bool]:
    query = Query(reason.indicator.id, system, reason.period.text)
    size = abs(reason.steps)
    side = "more" if reason.steps > 0 else "less"
    name = "alike" if size < _ALIKE else "near" if size < _NEAR else ""
    word = name or (f"some_{side}" if size < _FAR else f"much_{side}")
    return {
        "title": reason.indicator.title,
        "own": number_with_unit(reason.own, reason.indicator),
        "other": number_with_unit(reason.other, reason.indicator),
        "own_origin": figure_address(query, [own]),
        "other_origin": figure_address(query, [other]),
        "state": reason.period.german,
        "word": words(f"boards.aehnlich.{word}"),
        "is_alike": bool(name),
    }


def _notes(found: Similar) -> list[str]:
    notes = [_left_out(left) for left in found.left_out]
    if found.too_little_known:
        names = "; ".join(name for _, name in found.too_little_known)
        notes.append(words("boards.aehnlich.too_little", names=names))
    if found.worst_nature is not Nature.REAL:
        notes.append(words(f"boards.with_{found.worst_nature.code}"))
    return notes


def _left_out(left: LeftOut) -> str:
    if left.why == "constant":
        return words("boards.aehnlich.constant", title=left.indicator.title)
    why = words(f"status.{left.status.code}") or words("flag.at_least")
    return words("boards.aehnlich.gap", title=left.indicator.title, why=why)
