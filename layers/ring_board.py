"""The board „Vergleichsring“: where the county stands among others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geodata.ring import Member, Ring
from indicators.comparison.ring import RingPosition
from indicators.comparison.ring_provenance import MEDIAN
from indicators.published import Cell
from indicators.query import Query
from layers.axis import Axis, axis
from layers.figure_button import figure_address
from layers.figure_text import figure_text, flag_texts, number_with_unit
from layers.ring_text import ring_sentences
from layers.view import View
from layers.words import words


def ring_board(
    ring: Ring,
    rings: Sequence[Ring],
    found: Sequence[RingPosition],
    *,
    county: Member,
) -> dict[str, Any]:
    """What assets/comparison/ring.js draws; `county` is the own one."""
    return {
        "ring": ring.id,
        "rings": [{"value": one.id, "name": one.title} for one in rings],
        "title": ring.title,
        "definition": ring.definition,
        "members": "" if ring.anonymous else "; ".join(m.name for m in ring.members),
        "rows": [_row(position, county) for position in found],
        "empty": "" if found else words("boards.ring.no_figures", title=ring.title),
    }


def _row(found: RingPosition, county: Member) -> dict[str, Any]:
    record = found.indicator
    line = _line(found)
    return {
        "title": record.title,
        "own": _own(found),
        "origin": _address(found, county.key) if found.own else "",
        "at": line.place(found.own.value if found.own else None),
        "median": line.place(found.median),
        "median_text": _number(found, found.median),
        "median_origin": _median_address(found),
        "band": [line.place(found.lower_quartile), line.place(found.upper_quartile)],
        "sentence": " ".join(ring_sentences(found, county_name=county.name, county_key=county.key)),
        "rank": words("boards.ring.rank", rank=found.rank, n=found.n) if found.rank else "",
        "others": _others(found, line, county.key),
        "members": [
            {
                "name": member.name,
                "text": _cell(member.cell, found),
                "own": member.key == county.key,
                "origin": _address(found, member.key),
            }
            for member in found.members
        ],
        "sources": words("source.source", sources=", ".join(s.title for s in found.sources)),
    }


def _address(found: RingPosition, key: str) -> str:
    """The address that asks where a figure comes from: of who is no member, the map tells."""
    if key not in found.ring.system.position:
        return figure_address(Query(found.indicator.id, "", found.period.text))
    return View(
        indicator=found.indicator.id, period=found.period.text, ring=found.ring.id, areas=(key,)
    ).search


def _median_address(found: RingPosition) -> str:
    if found.median is None:
        return ""
    return View(
        indicator=found.indicator.id, period=found.period.text, ring=found.ring.id, areas=(MEDIAN,)
    ).search


def _others(found: RingPosition, line: Axis, county: str) -> list[float | None]:
    values = [member.cell.value for member in found.members if member.key != county]
    return [line.place(value) for value in values if value is not None]


def _line(found: RingPosition) -> Axis:
    """Without names, the ends that the members mark would tell of single ones: the band counts."""
    cells = [m.cell for m in found.members] + ([found.own] if found.own else [])
    known = [cell.value for cell in cells] + [found.lower_quartile, found.upper_quartile]
    return axis([value for value in known if value is not None])


def _number(found: RingPosition, value: float | None) -> str:
    return words("status.missing") if value is None else number_with_unit(value, found.indicator)


def _own(found: RingPosition) -> str:
    return _cell(found.own, found) if found.own else words("status.missing")


def _cell(cell: Cell, found: RingPosition) -> str:
    notes = flag_texts(cell.flags)
    text = figure_text(cell, found.indicator)
    return f"{text} ({', '.join(notes)})" if notes else text
