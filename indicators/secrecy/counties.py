"""Counties that stand in several places: in every ring they are members of, the own on the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from geodata.period import Period
from geodata.workspace import Workspace
from indicators.county import county_system
from indicators.kept import kept
from indicators.secrecy.ledger import Block, Ledger
from indicators.secrecy.relations import (
    Total,
    counted_inside,
    enter_area,
    enter_total,
    figures_in,
    same_base,
)

# A system and a position in it.
Place = tuple[str, int]
Asked = tuple[str, Period]
Told = Mapping[Asked, Mapping[str, Block]]


@kept(1)
def places_of(workspace: Workspace) -> Mapping[str, tuple[Place, ...]]:
    """Where each county of the rings stands, the own one on the map first."""
    found: dict[str, list[Place]] = {}
    county = county_system(workspace)
    if county is not None:
        found[workspace.county] = [(county.id, 0)]
    for ring in workspace.rings.values():
        for key, at in ring.system.position.items():
            found.setdefault(key, []).append((ring.system_id, at))
    return {key: tuple(places) for key, places in found.items()}


def enter_counties(ledger: Ledger, totals: Iterable[Total]) -> None:
    """That a county is the same one everywhere, whatever is said of it where."""
    if not ledger.workspace.rings:
        return
    told = _told(ledger)
    for key, places in places_of(ledger.workspace).items():
        for blocks in told.values():
            _enter_equals(ledger, [(blocks[s], at) for s, at in places if s in blocks])
        _enter_totals(ledger, totals, places, told)
        if key == ledger.workspace.county:
            _enter_own_parts(ledger, places, told)


def _told(ledger: Ledger) -> Told:
    """The blocks of all variables and periods in the systems that counties stand in."""
    systems = {s for places in places_of(ledger.workspace).values() for s, _ in places}
    found: dict[Asked, dict[str, Block]] = {}
    for variable, system, period in figures_in(ledger):
        block = ledger.block(variable, system, period) if system in systems else None
        if block is not None:
            found.setdefault((variable, period), {})[system] = block
    return found


def _enter_equals(ledger: Ledger, cells: list[tuple[Block, int]]) -> None:
    """One count in several places; where these contradict each other, nothing is entered."""
    said = [(block, at) for block, at in cells if block.says(at)]
    for number, (other, there) in enumerate(said):
        for first, here in said[:number]:
            values = [first.values[here], other.values[there]]
            known = not np.isnan(values).any()
            if known and values[0] != values[1]:
                continue
            ledger.relate([first.start + here, other.start + there], [1, -1], values)
            if known:
                _leave_to_the_map(ledger, first, here, other.start + there)
            break


def _leave_to_the_map(ledger: Ledger, first: Block, at: int, cell: int) -> None:
    """A count that the map shows as well stays, though others of the ring are hidden with one."""
    rule = ledger.rules.get(first.variable)
    on_map = first.system in ledger.workspace.systems or first.start + at in ledger.elsewhere
    if on_map and not (rule and rule.is_small(first.values[at])):
        ledger.elsewhere.add(cell)


def _enter_totals(
    ledger: Ledger, totals: Iterable[Total], places: tuple[Place, ...], told: Told
) -> None:
    """A total that stands in one place against columns that stand in others."""
    periods = sorted({period for _, period in told})
    for total, columns in totals:
        for period in periods:
            names = (total, *columns)
            found = {name: _first(told.get((name, period), {}), places) for name in names}
            said = {name: cell for name, cell in found.items() if cell is not None}
            systems = {name: block.system for name, (block, _) in said.items()}
            if total not in said or len(said) < 2 or len(set(systems.values())) < 2:
                continue
            if same_base(ledger.workspace, systems.items(), period):
                whole, parts = said.pop(total), list(said.values())
                enter_total(ledger, whole, parts, rest=len(parts) < len(columns))


def _first(blocks: Mapping[str, Block], places: tuple[Place, ...]) -> tuple[Block, int] | None:
    """The first place where something is said of a county."""
    for system, at in places:
        if system in blocks and blocks[system].says(at):
            return blocks[system], at
    return None


def _enter_own_parts(ledger: Ledger, places: tuple[Place, ...], told: Told) -> None:
    """What a ring says of the own county against its parts, where the map does not add them up."""
    workspace = ledger.workspace
    county = county_system(workspace)
    inside = None if county is None else county.id
    for (variable, period), blocks in told.items():
        cell = _first(blocks, places)
        if cell is None or cell[0].system in workspace.systems:
            continue
        for finer in counted_inside(workspace, variable, inside, period):
            parts = ledger.block(variable, finer, period)
            if parts is not None:
                enter_area(ledger, cell, parts, range(len(parts.values)), added=False)
