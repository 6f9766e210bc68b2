"""Several areas taken together as one, made of published figures only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.levels import nearest_period
from indicators.measures import periods_for
from indicators.published import Cell, Published, published
from indicators.query import Query
from indicators.refusals import (
    NothingToUnite,
    PartIsNoCount,
    RatioFromTheSource,
    UnknownArea,
)

# What a union with a gap among its members becomes: the strongest reason wins.
_GAPS = (Status.SUPPRESSED, Status.MISSING, Status.UNRELIABLE)
# Kinds that are nothing but a ratio of counts.
_RATIOS = ("share", "rate", "mean", "index", "minutes")


def union(workspace: Workspace, query: Query, area_ids: Sequence[str]) -> Cell:
    """The figure of several areas of a system together.

    Counts are added; where a member is not shown, the sum is "at least". Ratios are recomputed
    from the published counts above and below, never averaged; where one of these is not shown for
    a member, there is no figure. Nothing but published figures goes in, so nothing comes out that
    could not be added up by hand. Raises what `published` raises, `UnknownArea`, and `NoUnion`
    where the counts behind a figure are not published themselves.
    """
    figures = published(workspace, query)
    ids = list(dict.fromkeys(area_ids))
    if not ids:
        raise NothingToUnite(indicator=figures.indicator.title)
    record = figures.indicator
    if record.kind == "count" and not record.denominator and not record.weight:
        return added(figures, ids)
    above, below = _ratio(workspace, record, query.system, figures.period)
    return divided([added(f, ids) for f in above], [added(f, ids) for f in below], record)


def added(figures: Published, area_ids: Sequence[str]) -> Cell:
    """The sum of published counts; flagged "at least" where members are not shown."""
    for area_id in area_ids:
        if area_id not in figures.system.position:
            raise UnknownArea(area=area_id, system=figures.system.title)
    at = np.array([figures.system.position[area_id] for area_id in area_ids])
    # Where nobody lives, a gap takes nothing away from a count of people.
    nobody = (figures.flags[at] & np.uint16(Flag.UNINHABITED)) > 0
    values = np.where(nobody, 0.0, figures.values[at])
    status = np.where(nobody, np.uint8(Status.ZERO), figures.status[at])
    nature = Nature(int(figures.nature[at].max()))
    flags = _flags_of_all(figures.flags[at])
    shown = ~np.isnan(values)
    if not shown.all() and (not shown.any() or (values[shown] < 0).any()):
        gap = next(gap for gap in _GAPS if (status == gap).any())
        return Cell(None, gap, nature, flags & ~Flag.AT_LEAST)
    whole = Status.ZERO if (status[shown] == Status.ZERO).all() else Status.SHOWN
    if not shown.all():
        return Cell(float(values[shown].sum()), Status.SHOWN, nature, flags | Flag.AT_LEAST)
    return Cell(float(values.sum()), whole, nature, flags)


def divided(above: Sequence[Cell], below: Sequence[Cell], record: Indicator) -> Cell:
    """The ratio of sums of cells; no figure where one of them is not whole.

    >>> def whole(count: float) -> Cell:
    ...     return Cell(count, Status.SHOWN, Nature.REAL, Flag(0))
    >>> share = Indicator("anteil", "Anteil", kind="share", factor=100.0)
    >>> divided([whole(3), whole(2)], [whole(20)], share).value
    25.0
    """
    cells = [*above, *below]
    nature = Nature(max(cell.nature for cell in cells))
    flags = Flag(0)
    for cell in cells:
        flags |= cell.flags
    partial = [c for c in cells if c.value is None or Flag.AT_LEAST in c.flags]
    base = sum(cell.value or 0.0 for cell in below)
    if partial or not base:
        gaps = {c.status if c.value is None else Status.SUPPRESSED for c in partial}
        gap = next((gap for gap in _GAPS if gap in gaps), Status.MISSING)
        return Cell(None, gap, nature, flags & ~Flag.AT_LEAST)
    if base < record.minimum_base:
        return Cell(None, Status.SUPPRESSED, nature, flags)
    value = record.factor * sum(cell.value or 0.0 for cell in above) / base
    value = 100.0 * (value - 1.0) if record.kind == "change" else value
    return Cell(round(value, record.shown_decimals), Status.SHOWN, nature, flags)


def _flags_of_all(flags: NDArray[np.uint16]) -> Flag:
    """What must be known of any of them; together they are uninhabited only where each is."""
    everywhere = Flag(int(np.bitwise_and.reduce(flags)))
    return Flag(int(np.bitwise_or.reduce(flags))) & (~Flag.UNINHABITED | everywhere)


def _ratio(
    workspace: Workspace, record: Indicator, system: str, period: Period
) -> tuple[list[Published], list[Published]]:
    """The published counts above and below a ratio."""
    if not record.numerator or (record.kind in _RATIOS and not record.denominator):
        raise RatioFromTheSource(indicator=record.title)
    above = [_part(workspace, record, v, system, period) for v in record.numerator]
    if record.kind == "change":
        earlier = Period(record.reference_period)
        return above, [_part(workspace, record, v, system, earlier) for v in record.numerator]
    below = []
    for variable in record.denominator:
        nearest = record.denominator_period == "nearest"
        known = periods_for(workspace, variable, system)
        at = nearest_period(known, period) if nearest else period
        below.append(_part(workspace, record, variable, system, at))
    return above, below


def _part(
    workspace: Workspace, record: Indicator, variable: str, system: str, period: Period
) -> Published:
    part = workspace.indicators.get(variable)
    if part is None or part.kind != "count" or part.denominator or part.weight:
        raise PartIsNoCount(indicator=record.title)
    return published(workspace, Query(variable, system, period.text))
