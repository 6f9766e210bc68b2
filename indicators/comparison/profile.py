"""Two areas side by side, over all indicators of a topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.workspace import Workspace
from indicators.choices import periods, topics
from indicators.comparison.chance import SIGNIFICANCE, rates_differ, shares_differ
from indicators.comparison.place import Place, overlapping
from indicators.comparison.side import Side, counted_in, side_of
from indicators.kept import kept
from indicators.portrait import county_value
from indicators.published import Cell, published
from indicators.query import Query

_CERTAIN = (Status.SHOWN, Status.ZERO)


@dataclass(frozen=True)
class Comparison:
    """One indicator in two areas.

    `difference` is a minus b of the rounded figures, in the unit of the indicator; None where one
    is a gap or one is model data and the other not. `chance` says whether it is "larger" than the
    chance of small numbers lets expect (5 %) or "within" it; "" where that cannot be told: `untold`
    has the reason. `better` is the side that the direction of the indicator favours, only where the
    difference is larger than chance.
    """

    indicator: Indicator
    a: Side
    b: Side
    county: Cell
    difference: float | None
    chance: Literal["", "larger", "within"]
    untold: Literal["", "gap", "kind", "overlap", "period", "base", "nature"]
    p_value: float | None
    better: Literal["", "a", "b"]

    @property
    def same_period(self) -> bool:
        return self.a.period == self.b.period

    @property
    def same_base(self) -> bool:
        return self.a.base == self.b.base


@kept(256)
def profile(
    workspace: Workspace, a: Place, b: Place, topic: str, *, period: str = ""
) -> tuple[Comparison, ...]:
    """All indicators of a topic that both areas' systems have, in the order of the catalogue."""
    return tuple(
        compared(workspace, indicator.id, a, b, period=period)
        for indicator in shared_indicators(workspace, a.system, b.system, topic)
    )


def shared_indicators(
    workspace: Workspace, system_a: str, system_b: str, topic: str
) -> tuple[Indicator, ...]:
    """The indicators of a topic that have figures in both systems."""
    found = next((t for t in topics(workspace) if t.title == topic), None)
    return tuple(
        indicator
        for indicator in (found.indicators if found else ())
        if periods(workspace, indicator.id, system_a) and periods(workspace, indicator.id, system_b)
    )


def compared(
    workspace: Workspace, indicator: str, a: Place, b: Place, *, period: str = ""
) -> Comparison:
    """One indicator in two areas, at the named period or the latest that both have.

    Where they share none, each stands at its latest, and the answer says so. Raises what
    `published` raises, and `UnknownArea`.
    """
    at_a, at_b = _common(workspace, indicator, a.system, b.system, period)
    query_a, query_b = (Query(indicator, place.system, at) for place, at in ((a, at_a), (b, at_b)))
    one, other = side_of(workspace, query_a, a), side_of(workspace, query_b, b)
    record = published(workspace, query_a).indicator
    there = _is_whole(one.cell) and _is_whole(other.cell)
    unlike = there and (one.cell.nature is Nature.MODEL) != (other.cell.nature is Nature.MODEL)
    difference = _difference(record, one.cell, other.cell) if there and not unlike else None
    untold = _untold(workspace, record, one, other, unlike=unlike)
    p_value = None if untold else _p_value(workspace, record, query_a, a, query_b, b)
    chance: Literal["", "larger", "within"] = ""
    if p_value is not None:
        chance = "larger" if p_value < SIGNIFICANCE else "within"
    elif not untold:
        untold = "kind"
    return Comparison(
        indicator=record,
        a=one,
        b=other,
        county=county_value(workspace, query_a),
        difference=difference,
        chance=chance,
        untold=untold,
        p_value=p_value,
        better=_better(record, difference, chance),
    )


def proposed_pairs(workspace: Workspace) -> tuple[tuple[Place, Place], ...]:
    """Pairs to begin with: the two most populous areas of the finest system, in every meaning.

    Behind the first pair follow the larger areas that hold the two, on every level on which they
    lie apart. Nothing is proposed where nobody knows how many people live where.
    """
    if not workspace.systems:
        return ()
    finest = max(workspace.systems.values(), key=len)
    largest = _most_populous(workspace, finest.id)
    if len(largest) < 2:
        return ()
    pairs = [(Place(finest.id, largest[0]), Place(finest.id, largest[1]))]
    for system in reversed(list(workspace.systems)):
        parents = workspace.nesting.get((finest.id, system), {})
        held = [parents.get(area_id, "") for area_id in largest]
        if all(held) and held[0] != held[1]:
            pairs.append((Place(system, held[0]), Place(system, held[1])))
    return tuple(pairs)


def _most_populous(workspace: Workspace, system: str) -> list[str]:
    record = next((i for i in workspace.indicators.values() if i.role == "population"), None)
    if record is None or not periods(workspace, record.id, system):
        return []
    figures = published(workspace, Query(record.id, system))
    known = [
        (value, area_id)
        for value, area_id in zip(figures.values.tolist(), figures.system.area_ids, strict=True)
        if value > 0
    ]
    return [area_id for _, area_id in sorted(known, key=lambda k: (-k[0], k[1]))[:2]]


def _common(
    workspace: Workspace, indicator: str, system_a: str, system_b: str, asked: str
) -> tuple[str, str]:
    of_a, of_b = (
        [c.period for c in periods(workspace, indicator, system)] for system in (system_a, system_b)
    )
    both = sorted(set(of_a) & set(of_b), reverse=True)
    named = next((p for p in both if p.text == asked), both[0] if both else None)
    return (named.text, named.text) if named else ("", "")


def _is_whole(cell: Cell) -> bool:
    """Whether there is a figure, and not only a least that it is."""
    return cell.value is not None and not cell.flags & Flag.AT_LEAST


def _difference(record: Indicator, a: Cell, b: Cell) -> float:
    """Of the figures as they are read, so that a committee can check it in its head."""
    decimals = record.shown_decimals
    first, second = (round(cell.value or 0.0, decimals) for cell in (a, b))
    return round(first - second, decimals)


def _untold(
    workspace: Workspace, record: Indicator, a: Side, b: Side, *, unlike: bool
) -> Literal["", "gap", "kind", "overlap", "period", "base", "nature"]:
    """Why nothing can be said about chance; "" where a test may be made."""
    if not all(s.cell.status in _CERTAIN and _is_whole(s.cell) for s in (a, b)):
        return "gap"
    if unlike:
        return "nature"
    if a.period != b.period:
        return "period"
    if a.base != b.base:
        return "base"
    # A raw count tells how large an area is: of two areas it differs as a matter of course.
    if record.kind not in ("share", "rate"):
        return "kind"
    return "overlap" if overlapping(workspace, a.place, b.place) else ""


def _p_value(
    workspace: Workspace, record: Indicator, query_a: Query, a: Place, query_b: Query, b: Place
) -> float | None:
    counted: list[float] = []
    for query, place in ((query_a, a), (query_b, b)):
        found = counted_in(workspace, query, place)
        if found is None:
            return None
        counted += found
    test = shares_differ if record.kind == "share" else rates_differ
    p_value = test(*counted)
    return None if p_value != p_value else p_value


def _better(
    record: Indicator, difference: float | None, chance: Literal["", "larger", "within"]
) -> Literal["", "a", "b"]:
    if difference is None or chance != "larger" or not record.direction or difference == 0:
        return ""
    more_is_better = record.direction == "high_is_good"
    return "a" if (difference > 0) == more_is_better else "b"
