"""Places for those they are meant for, as a table of areas."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from geodata.facilities.kind import FacilityKind
from geodata.markers import Flag, Nature
from indicators.facilities.supply import Part, Supply, served_by
from layers.figure_text import figure_text
from layers.german_number import german_number
from layers.words import section, words

Option = tuple[FacilityKind, Part]


def supply_value(kind: str, part: str) -> str:
    """The choice as the address carries it: `kita:under_3`."""
    return f"{kind}:{part}"


def supply_answer(
    found: Supply, options: Sequence[Option], *, whole: Supply | None = None
) -> dict[str, Any]:
    """The table, its options and what limits it; rows in the order of the areas. `whole` is the
    supply of the county."""
    figures, served = found.published, found.served
    system = figures.system
    rows = [
        {
            "id": area_id,
            "name": system.names[at],
            "facilities": int(found.facilities[at]),
            "places": _places(float(found.places[at]), at_least=_at_least(found, at)),
            "served": figure_text(served.cell(area_id), served.indicator),
            "ratio": _number(float(figures.values[at])),
            "ratio_text": _ratio(found, at),
        }
        for at, area_id in enumerate(system.area_ids)
    ]
    nature = figures.worst_nature
    return {
        "chosen": supply_value(found.kind.id, found.part),
        "options": supply_options(options),
        "words": section("facilities.supply"),
        "title": words("facilities.supply.title", served=served.indicator.title),
        "whole": _whole(whole),
        "state": words("facilities.supply.state", period=figures.period.german),
        "badge": [] if nature is Nature.REAL else [nature.code, words(f"nature.{nature.code}")],
        "rows": rows,
        "notes": _notes(found),
        "map": _on_the_map(found),
    }


def _on_the_map(found: Supply) -> dict[str, str]:
    """What the address of reachability says to colour the map by these figures."""
    served = served_by(found.kind, found.part)
    return {
        "arten": found.kind.id,
        "gruppe": served[0] if found.part != "all" and len(served) == 1 else "",
        "mass": "gebiet",
        "wo": found.published.system.id,
    }


def supply_options(options: Sequence[Option]) -> list[dict[str, str]]:
    return [
        {
            "value": supply_value(kind.id, part),
            "title": words(f"facilities.supply.option_{part}", kind=kind.many),
        }
        for kind, part in options
    ]


def no_supply(sentence: str) -> dict[str, Any]:
    """Where nothing can be said about supply: the sentence why."""
    return {"refusal": sentence, "options": [], "words": section("facilities.supply")}


def _at_least(found: Supply, at: int) -> bool:
    return bool(found.published.flags[at] & Flag.AT_LEAST)


def _places(places: float, *, at_least: bool) -> str:
    if math.isnan(places):
        return words("status.missing")
    text = german_number(places)
    return words("facilities.supply.at_least", number=text) if at_least else text


def _ratio(found: Supply, at: int) -> str:
    """The figure without its unit, which stands in the head of the column."""
    figures = found.published
    cell = figures.cell(figures.system.area_ids[at])
    return figure_text(cell, figures.indicator).removesuffix(f"\u00a0{figures.indicator.unit}")


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


def _whole(county: Supply | None) -> str:
    if county is None:
        return ""
    figures = county.published
    text = figure_text(figures.cell(figures.system.area_ids[0]), figures.indicator)
    return words("facilities.supply.whole", figure=text)


def _notes(found: Supply) -> list[str]:
    notes = []
    if (found.published.flags & Flag.AT_LEAST).any():
        notes.append(words("facilities.supply.at_least_note"))
    for name, count in (("without_place", found.without_place), ("outside", found.outside)):
        if count:
            key = f"{name}_one" if count == 1 else name
            notes.append(words(f"facilities.supply.{key}", count=german_number(count)))
    return [*notes, words("facilities.supply.how")]
