"""The board „A und B“: two areas over all indicators of a topic, as rows of dots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from geodata.catalogue import Indicator
from geodata.markers import Nature, Status
from geodata.workspace import Workspace
from indicators.comparison.place import Place, name_of
from indicators.comparison.profile import Comparison
from indicators.comparison.side import Side
from indicators.published import Cell, Published
from indicators.query import Query
from layers.axis import Axis, axis
from layers.comparison_text import (
    comparison_sentences,
    comparison_text,
    difference_text,
    many_comparisons_note,
)
from layers.figure_button import figure_address, other_address
from layers.figure_text import figure_text, flag_texts
from layers.side_text import place_text
from layers.words import words

_SHORT_UNITS = ("", "%")
Figures = tuple[Published, Published]


def profile_board(
    found: Sequence[tuple[Comparison, Figures]],
    records: Mapping[str, Indicator],
    *,
    topic: str,
    county_name: str,
    asked: str,
) -> dict[str, Any]:
    """What assets/comparison/profile.js draws; `asked` is the indicator that the map shows.

    Each comparison comes with the figures of all areas of both sides: they are what its line
    spans.
    """
    rows = [_row(one, figures, county_name, records) for one, figures in found]
    spoken = next((row["spoken"] for row in rows if row["indicator"] == asked), "")
    return {
        "topic": words("boards.profil.topic", topic=topic),
        "county": county_name,
        "rows": rows,
        "asked": asked,
        "spoken": spoken,
        "note": many_comparisons_note() if rows else words("boards.profil.nothing"),
    }


def side_choice(workspace: Workspace, place: Place) -> dict[str, Any]:
    """A side as its picker shows it."""
    system = workspace.systems[place.system]
    return {
        "value": place_text(place),
        "name": name_of(workspace, place),
        "kind": system.title,
        "members": [system.name_of(area_id) for area_id in place.members],
        "system": place.system,
        "ids": list(place.area_ids),
    }


def _row(
    found: Comparison, figures: Figures, county_name: str, records: Mapping[str, Indicator]
) -> dict[str, Any]:
    record = found.indicator
    # The county's total would push both to one end of the line.
    county = found.county.value if record.kind != "count" else None
    line = _line(found, figures, county)
    return {
        "indicator": record.id,
        "title": record.title,
        "meaning": record.definition,
        "unit": "" if record.unit in _SHORT_UNITS else record.unit,
        "state": _state(found),
        "nature": _common_nature(found),
        "a": _side(found.a, record, line, found),
        "b": _side(found.b, record, line, found),
        "county": line.place(county),
        "county_text": _text(found.county, record),
        "county_origin": _address(found, found.a, whole=True),
        "span": [line.place(end) for end in _span(figures)],
        "difference": _difference(found),
        "chance": words(f"boards.profil.{found.chance}") if found.chance else "",
        "sure": found.chance == "larger",
        "sentence": " ".join(comparison_sentences(found, records, county_name=county_name)),
        "spoken": comparison_text(found, records, county_name=county_name),
    }


def _line(found: Comparison, figures: Figures, county: float | None) -> Axis:
    ends = [end for side in (found.a, found.b) for end in side.interval or ()]
    values = [side.cell.value for side in (found.a, found.b)] + [county]
    return axis([*_span(figures), *ends, *(value for value in values if value is not None)])


def _span(figures: Figures) -> list[float]:
    """The lowest and the highest figure of all areas of both systems."""
    shown = np.concatenate([one.shown_values for one in figures])
    shown = shown[~np.isnan(shown)]
    return [float(shown.min()), float(shown.max())] if len(shown) else []


def _side(side: Side, record: Indicator, line: Axis, found: Comparison) -> dict[str, Any]:
    low, high = side.interval or (None, None)
    notes = flag_texts(side.cell.flags)
    if not _common_nature(found):
        notes += [_nature_word(side.cell)] if _nature_word(side.cell) else []
    if side.small:
        notes.append(words("boards.profil.few"))
    if not found.same_period:
        notes.append(side.period.german)
    return {
        "text": _text(side.cell, record),
        "origin": _address(found, side),
        "gap": side.cell.value is None,
        "at": line.place(side.cell.value),
        "low": line.place(low),
        "high": line.place(high),
        "small": side.small,
        "notes": ", ".join(notes),
    }


def _address(found: Comparison, side: Side, *, whole: bool = False) -> str:
    """The address that asks where a figure comes from; `whole`: that of the county beside it."""
    query = Query(found.indicator.id, side.place.system, side.period.text)
    if whole:
        return figure_address(query)
    return other_address(figure_address(query, side.place.area_ids), areas_name=side.place.name)


def _text(cell: Cell, record: Indicator) -> str:
    """Long units stand with the title: a column has no room for them."""
    return figure_text(cell, record if record.unit in _SHORT_UNITS else replace(record, unit=""))


def _nature_word(cell: Cell) -> str:
    there = cell.value is not None or cell.status is Status.ZERO
    return words(f"nature.{cell.nature.code}") if there else ""


def _common_nature(found: Comparison) -> dict[str, str] | None:
    """The sign of a row whose figures are all estimated or all modelled."""
    there = {s.cell.nature for s in (found.a, found.b) if s.cell.value is not None}
    if len(there) != 1 or there == {Nature.REAL}:
        return None
    nature = there.pop()
    return {"code": nature.code, "text": words(f"nature.{nature.code}")}


def _state(found: Comparison) -> str:
    return found.a.period.german if found.same_period else words("boards.profil.periods_differ")


def _difference(found: Comparison) -> str:
    """Who has more, and by how much."""
    if found.difference is None:
        unlike = found.untold == "nature"
        return words("boards.profil.unlike") if unlike else ""
    if found.difference == 0:
        return words("boards.profil.same")
    more = found.a if found.difference > 0 else found.b
    told = difference_text(found.difference, found.indicator)
    # Of what shrinks, nobody has "more".
    below = any((side.cell.value or 0.0) < 0 for side in (found.a, found.b))
    word = "higher" if below or found.indicator.kind == "change" else "more"
    return words(f"boards.profil.{word}", who=more.name, difference=told)
