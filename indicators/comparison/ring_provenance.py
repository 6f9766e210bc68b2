"""Where the figure of a member of a Vergleichsring comes from, and its median."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from geodata.ring import Ring
from geodata.workspace import Workspace
from indicators.comparison.ring import RingPosition, ring_periods, ring_position
from indicators.levels import nearest_period
from indicators.portrait import NO_CELL
from indicators.provenance import HAS_VALUE, Provenance, Read, Role, Step, origins_of
from indicators.published import Cell
from indicators.refusals import UnknownArea

# What is asked for in the place of a member's key.
MEDIAN = "median"
_CERTAIN = (Status.SHOWN, Status.ZERO)


def ring_provenance(
    workspace: Workspace, indicator: str, ring_id: str, key: str, period: str = ""
) -> Provenance:
    """The imports behind a member's figure, as its county counted it: nothing was summed up.

    Of an anonymous ring only the own county tells. Raises what `ring_position` raises, and
    `UnknownArea`.
    """
    found = ring_position(workspace, indicator, ring_id, period)
    cell = _cell(workspace, found, key)
    record, ring = found.indicator, found.ring
    return Provenance(
        indicator=record,
        area_id=key,
        name=ring.system.name_of(key),
        period=found.period,
        cell=cell,
        steps=tuple(_steps(record)),
        method="",
        origins=tuple(
            origin
            for read in dict.fromkeys(_reads(workspace, record, ring, found.period, "value"))
            for origin in origins_of(
                workspace, read, ring.system, [key], with_rows=cell.status in HAS_VALUE
            )
        ),
    )


def median_provenance(
    workspace: Workspace, indicator: str, ring_id: str, period: str = ""
) -> Provenance:
    """The imports behind the figures of all members; their rows where the ring tells names.

    Raises what `ring_position` raises.
    """
    found = ring_position(workspace, indicator, ring_id, period)
    record, ring = found.indicator, found.ring
    counted = [member for member in found.members if member.cell.status in _CERTAIN]
    keys = [member.key for member in counted] or list(ring.system.area_ids)
    cells = [member.cell for member in counted]
    return Provenance(
        indicator=record,
        area_id=MEDIAN,
        name=ring.title,
        period=found.period,
        cell=_median_cell(found, cells),
        steps=(*_steps(record), Step.MEDIAN),
        method="",
        origins=tuple(
            origin
            for read in dict.fromkeys(_reads(workspace, record, ring, found.period, "value"))
            for origin in origins_of(workspace, read, ring.system, keys, with_rows=bool(counted))
        ),
    )


def _cell(workspace: Workspace, found: RingPosition, key: str) -> Cell:
    if key in found.ring.system.position:
        if key == workspace.county and found.own is not None:
            return found.own
        for member in found.members:
            if member.key == key:
                return member.cell
    raise UnknownArea(area=key, system=found.ring.title)


def _median_cell(found: RingPosition, cells: list[Cell]) -> Cell:
    if found.median is None:
        return NO_CELL
    nature = max((cell.nature for cell in cells), default=Nature.REAL)
    return Cell(found.median, Status.SHOWN, nature, Flag(0))


def _reads(
    workspace: Workspace, record: Indicator, ring: Ring, period: Period, role: Role
) -> Iterator[Read]:
    """The observed variables that a figure is made from, through all its formulas."""
    if not record.numerator:
        yield Read(record.id, period, role)
    above: Role = "numerator" if record.denominator and role == "value" else role
    for part in record.numerator:
        below = _record(workspace, part)
        yield from _reads(workspace, below, ring, period, above)
        if record.kind == "change":
            yield from _reads(workspace, below, ring, Period(record.reference_period), "before")
    under: Role = "denominator" if role in ("value", "numerator") else role
    for part in record.denominator:
        at = period
        if record.denominator_period == "nearest":
            at = nearest_period(ring_periods(workspace, part, ring.id), period)
        yield from _reads(workspace, _record(workspace, part), ring, at, under)


def _steps(record: Indicator) -> Iterator[Step]:
    if len(record.numerator) > 1:
        yield Step.ADDED
    if record.denominator:
        yield Step.DIVIDED
    if record.kind == "change" and record.numerator:
        yield Step.CHANGED


def _record(workspace: Workspace, variable: str) -> Indicator:
    return workspace.indicators.get(variable, Indicator(variable, variable))
