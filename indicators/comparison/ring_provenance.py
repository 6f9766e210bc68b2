"""Where the figure of a member of a Vergleichsring comes from."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.catalogue import Indicator
from geodata.period import Period
from geodata.ring import Ring
from geodata.workspace import Workspace
from indicators.comparison.ring import RingPosition, ring_periods, ring_position
from indicators.levels import nearest_period
from indicators.provenance import HAS_VALUE, Provenance, Read, Role, Step, origins_of
from indicators.published import Cell
from indicators.refusals import UnknownArea


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


def _cell(workspace: Workspace, found: RingPosition, key: str) -> Cell:
    if key in found.ring.system.position:
        if key == workspace.county and found.own is not None:
            return found.own
        for member in found.members:
            if member.key == key:
                return member.cell
    raise UnknownArea(area=key, system=found.ring.title)


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
