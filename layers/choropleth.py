"""Areas coloured by class: what the page is told, classes and legend first, values after."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geodata.markers import Flag, Status
from indicators.classification import Classification
from indicators.published import Published
from layers.figure_title import state_of
from layers.legend import legend
from layers.source_text import joined, method_text, owners
from layers.words import words

CLASS_LETTERS = "0123456789"
UNRELIABLE_CLASS_LETTERS = "abcdefghij"
NO_CONNECTION_LETTER = "n"
UNINHABITED_LETTER = "l"
GAP_LETTERS = {
    Status.ZERO: "z",
    Status.MISSING: "m",
    Status.SUPPRESSED: "s",
    Status.UNRELIABLE: "u",
}


def _letters() -> NDArray[np.str_]:
    """Letters by status and class; the last column is for areas without a class (index -1)."""
    table = np.array(
        [[GAP_LETTERS.get(status, "m")] * (len(CLASS_LETTERS) + 1) for status in Status]
    )
    table[Status.SHOWN, :-1] = list(CLASS_LETTERS)
    table[Status.UNRELIABLE, :-1] = list(UNRELIABLE_CLASS_LETTERS)
    return table


_LETTERS = _letters()


@dataclass(frozen=True)
class Ground:
    """What an answer stands on: the question's address, the journal number, and static files.

    `geometry` is the address of the areas, `context` that of the neighbours, "" where there are
    none.
    """

    search: str
    number: int
    geometry: str
    context: str


def answer(
    published: Published,
    classification: Classification,
    ground: Ground,
    *,
    map_source: str = "",
    counted: str = "",
) -> dict[str, Any]:
    """What paints the map: one letter an area, colours, legend, source line.

    `map_source` is the attribution of the area geometries; `counted` says what the legend counts
    where it is no areas.
    """
    return asdict(ground) | {
        "classes": class_letters(published, classification),
        "colours": list(classification.colours),
        "legend": legend(published, classification, counted=counted),
        "source": source_line(published, map_source=map_source),
    }


def refusal(sentence: str, ground: Ground, *, map_source: str = "") -> dict[str, Any]:
    """What the map shows where a question has no answer: plain areas and the sentence why."""
    source = words("source.map", attribution=map_source) if map_source else ""
    shown = {"classes": "", "colours": [], "legend": {"sentence": sentence}, "source": source}
    return asdict(ground) | shown


def values(published: Published, *, search: str, number: int) -> dict[str, Any]:
    """The figures behind the colours, one entry an area, for tooltip, ranking and table.

    `status` and `nature` hold one digit an area; `flags` only the areas that have any.
    """
    decimals = published.indicator.shown_decimals
    return {
        "search": search,
        "number": number,
        "system": published.system.id,
        "indicator": published.indicator.id,
        "title": published.indicator.title,
        "unit": published.indicator.unit,
        "decimals": decimals,
        "signed": bool(published.query.since),
        "ids": list(published.system.area_ids),
        "names": list(published.system.names),
        "values": _plain(published, decimals),
        "status": "".join(map(str, published.status.tolist())),
        "nature": "".join(map(str, published.nature.tolist())),
        "flags": _flags(published),
        "method": method_text(published.method),
    }


def class_letters(published: Published, classification: Classification) -> str:
    """One letter an area: its class, the paler class of an unreliable value, or its gap."""
    letters = _LETTERS[published.status, classification.indices]
    for flag, letter in (
        (Flag.NO_CONNECTION, NO_CONNECTION_LETTER),
        (Flag.UNINHABITED, UNINHABITED_LETTER),
    ):
        letters = np.where((published.flags & np.uint16(flag)) > 0, letter, letters)
    return "".join(letters.tolist())


def source_line(published: Published, *, map_source: str) -> str:
    """„Quelle: … · Stand … · Daten: © …“, each named once, what is unknown left out."""
    titles = joined(source.title for source in published.sources)
    attributions = owners(source.attribution for source in published.sources)
    parts = [
        words("source.source", sources=titles) if titles else "",
        state_of(published),
        words("source.data", attributions=attributions) if attributions else "",
        words("source.map", attribution=map_source) if map_source else "",
    ]
    return " · ".join(part for part in parts if part)


def _plain(published: Published, decimals: int) -> list[float | int | None]:
    rounded = published.shown_values.tolist()
    if decimals == 0:
        return [None if math.isnan(value) else int(value) for value in rounded]
    return [None if math.isnan(value) else value for value in rounded]


def _flags(published: Published) -> dict[str, list[str]]:
    positions = np.flatnonzero(published.flags)
    return {str(at): Flag(int(published.flags[at])).codes for at in positions}
