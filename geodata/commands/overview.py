"""A workspace in a few lines: its levels, each figure with its states, its sources."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.area_system import AreaSystem
from geodata.german_count import counted, german_count
from geodata.period import Period
from geodata.store import State
from geodata.store.journal import KIND_NAMES
from geodata.workspace import Workspace


def overview(workspace: Workspace) -> Iterator[str]:
    """The lines that `status` shows to a person."""
    yield f"{workspace.title} (Kreis {workspace.county}), Journalnummer {workspace.number}"
    yield from _section("Raumebenen", map(_level, workspace.systems.values()))
    yield from _section("Umgebung", map(_level, workspace.context.values()))
    yield from _section("Werte", _figures(workspace))
    yield from _section("Einrichtungen", _facilities(workspace))
    yield from _section("Netze", _networks(workspace))
    sources = workspace.sources.values()
    yield from _section(
        "Quellen", (" – ".join(filter(None, (s.title, s.attribution))) for s in sources)
    )
    if not workspace.systems:
        yield ""
        yield "Noch leer. Zuerst Gebiete einlesen: python -m geodata areas --help"


def _networks(workspace: Workspace) -> Iterator[str]:
    for kind, state in sorted(workspace.network_states.items()):
        made_up = " (Modelldaten)" if state.nature == "model" else ""
        told = filter(None, (f"{state.title}{made_up}", state.attribution))
        yield f"{KIND_NAMES[kind]}: {' – '.join(told)}"


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == 0:
            yield ""
            yield title
        yield f"  {line}"


def _level(system: AreaSystem) -> str:
    inside = f", liegt ganz in {', '.join(system.nests_in)}" if system.nests_in else ""
    valid = f", Gebietsstand {Period(system.valid).german}" if system.valid else ""
    return (
        f"{system.id}: {system.title}, {counted(len(system), 'Gebiet', 'Gebiete')}{valid}{inside}"
    )


def _figures(workspace: Workspace) -> Iterator[str]:
    """Every variable with its title, and below it a line for each level."""
    of_variable: dict[str, dict[str, list[State]]] = {}
    for state in workspace.states:
        of_variable.setdefault(state.variable, {}).setdefault(state.system, []).append(state)
    for variable, levels in sorted(of_variable.items()):
        record = workspace.indicators.get(variable)
        yield f"{variable}: {record.title}" if record else variable
        known = [system for system in workspace.systems if system in levels]
        for system in [*known, *sorted(set(levels) - set(known))]:
            yield f"  {system}: {_stretch(levels[system])}"


def _facilities(workspace: Workspace) -> Iterator[str]:
    """Every kind with how many there are, and the list that they came with."""
    for found in workspace.facility_sets.values():
        kind = workspace.facility_kinds[found.kind]
        without = f", {german_count(found.without_place)} ohne Lage" if found.without_place else ""
        title = f" ({found.title})" if found.title not in ("", kind.many) else ""
        yield f"{found.kind}: {german_count(found.count)} {kind.many}{without}{title}"


def _stretch(states: list[State]) -> str:
    """First and last state, how many there are, and how many values."""
    periods = sorted({state.period for state in states})
    values = counted(sum(state.cells for state in states), "Wert", "Werte")
    if len(periods) == 1:
        return f"{periods[0].german}, {values}"
    return f"{periods[0].german} bis {periods[-1].german}, {len(periods)} Stände, {values}"
