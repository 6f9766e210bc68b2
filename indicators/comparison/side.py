"""One side of a comparison: its figure, what it stands on, and its noise."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from geodata.period import Period
from geodata.workspace import Workspace
from indicators.comparison.noise import noise_together
from indicators.comparison.parts import parts_of
from indicators.comparison.place import Place, name_of, positions
from indicators.portrait import NO_CELL
from indicators.published import Cell, published
from indicators.query import Query
from indicators.refusals import NoUnion
from indicators.union import union


@dataclass(frozen=True)
class Side:
    """One of the two: its figure, the period and base it stands on, and its noise.

    `interval` is in the unit of the indicator, None where there is none; `small` says that few
    stand behind it.
    """

    place: Place
    name: str
    system_title: str
    cell: Cell
    period: Period
    base: str
    interval: tuple[float, float] | None
    small: bool


def side_of(workspace: Workspace, query: Query, place: Place) -> Side:
    """The figure of a place; several areas together have none where it cannot be recomputed.

    Raises what `published` raises, and `UnknownArea`.
    """
    figures = published(workspace, query)
    positions(workspace, place)
    noise = noise_together(workspace, query, place.area_ids)
    low, high = float(noise.low[0]), float(noise.high[0])
    cell = _cell(workspace, query, place)
    told = cell.value is not None and not (np.isnan(low) or np.isnan(high))
    return Side(
        place=place,
        name=name_of(workspace, place),
        system_title=figures.system.title,
        cell=cell,
        period=figures.period,
        base=figures.base,
        interval=(low, high) if told else None,
        small=bool(noise.small[0]),
    )


def counted_in(workspace: Workspace, query: Query, place: Place) -> tuple[float, float] | None:
    """Cases and base of a place, as the tests of `chance` take them; None where there are none."""
    parts = parts_of(workspace, query)
    if parts is None:
        return None
    together = parts.together(positions(workspace, place).tolist())
    return float(together.numerator[0]), float(together.denominator[0])


def _cell(workspace: Workspace, query: Query, place: Place) -> Cell:
    if len(place.area_ids) == 1:
        return published(workspace, query).cell(place.area_ids[0])
    try:
        return union(workspace, query, place.area_ids)
    except NoUnion:
        return NO_CELL
