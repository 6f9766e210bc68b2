"""What has to be hidden in a workspace, reckoned from all that hangs together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from geodata.period import Period
from geodata.store.disclosure import CellKey, HiddenCell
from geodata.workspace import Workspace
from indicators.disclosure.problem import Pattern
from indicators.disclosure.protect import protect
from indicators.disclosure.refusals import CannotProtect
from indicators.secrecy.clusters import Cluster, clusters
from indicators.secrecy.found_totals import found_totals
from indicators.secrecy.ledger import NOBODY, Ledger, title_of
from indicators.secrecy.ratios import enter_ratios
from indicators.secrecy.refusals import GivenAway, NotHidable
from indicators.secrecy.relations import (
    Total,
    declared_totals,
    enter_area_sums,
    enter_column_sums,
    enter_sums,
    related,
)
from indicators.secrecy.rules import rules

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Memory:
    """What is known from before: the hidden cells, and the values that have been out."""

    hidden: Mapping[CellKey, HiddenCell] = field(default_factory=dict)
    out: Mapping[CellKey, set[float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Reckoning:
    """Which figures are hidden, and what of the protected ones is out, with its value.

    `variables` are the counts that may be hidden; `figures` all that there is of them and of what
    is made of them. `totals` were found in the files, `contradicted` relations do not hold in the
    data. `exposed` figures were out and are hidden now.
    """

    hidden: Mapping[CellKey, HiddenCell]
    figures: Mapping[CellKey, float]
    variables: frozenset[str]
    totals: tuple[Total, ...]
    contradicted: int
    exposed: tuple[CellKey, ...]

    @property
    def out(self) -> dict[CellKey, float]:
        return {key: value for key, value in self.figures.items() if key not in self.hidden}


def reckoned(
    workspace: Workspace,
    memory: Memory,
    *,
    anew: bool = False,
    lenient: bool = False,
    progress: Progress | None = None,
) -> Reckoning:
    """Hide what the rules of the catalogue ask for, and what would give it away.

    What is out with the same value stays out, what is hidden stays hidden; a cluster that is as it
    was keeps its pattern. With `anew`, since rules have changed, what is small is hidden though it
    was out. Raises `GivenAway` where what is out gives a cell away; `anew` and `lenient` then
    forget there what is out. Where that is not enough, all figures of the state are hidden; with
    `anew`, raises `NotHidable` where these are not enough either. Raises `NotCounts`.
    """
    ledger, found = ledger_of(workspace)
    patterns: dict[str, list[HiddenCell]] = {}
    while True:
        parts = clusters(ledger, memory.hidden, memory.out, anew=anew)
        lost = _enter_patterns(patterns, parts, memory, lenient=lenient or anew, progress=progress)
        if not lost:
            break
        closed = [_close_around(ledger, part, cells) for part, cells in lost]
        if not any(closed):
            raise _given_away(workspace, *lost[0], NotHidable if anew else GivenAway)
    hidden = _by_own_rule(ledger)
    hidden |= {cell.key: cell for part in parts for cell in patterns[part.name]}
    figures = _figures(ledger)
    exposed = [key for key in hidden if figures.get(key) in memory.out.get(key, ())]
    return Reckoning(
        hidden, figures, ledger.variables, tuple(found), ledger.contradicted, tuple(exposed)
    )


def ledger_of(workspace: Workspace) -> tuple[Ledger, list[Total]]:
    """All that hangs together with the rules of a workspace, and the totals found in its files."""
    indicators = workspace.indicators
    ruled = rules(indicators)
    found = found_totals(workspace, ruled)
    declared = declared_totals(indicators)
    totals = [*declared, *(total for total in found if total not in declared)]
    ledger = Ledger(workspace, ruled, related(indicators, ruled, totals))
    enter_area_sums(ledger)
    enter_column_sums(ledger, [total for total in totals if total[0] in ledger.variables])
    enter_sums(ledger)
    enter_ratios(ledger)
    return ledger, [total for total in found if total[0] in ledger.variables]


def protected(part: Cluster) -> Pattern:
    """The pattern of a cluster; raises `CannotProtect`."""
    try:
        return protect(part.problem)
    except ValueError:
        # Gaps that no counts fit into: relations across them say nothing.
        return protect(part.without_gaps().problem)


def _enter_patterns(
    patterns: dict[str, list[HiddenCell]],
    parts: Sequence[Cluster],
    memory: Memory,
    *,
    lenient: bool,
    progress: Progress | None,
) -> list[tuple[Cluster, tuple[int, ...]]]:
    """Enter what each cluster hides under its name; returns those that nothing can protect."""
    stored: dict[str, list[HiddenCell]] = {}
    for cell in memory.hidden.values():
        stored.setdefault(cell.component, []).append(cell)
    lost = []
    for number, part in enumerate(parts):
        kept = [cells for name, cells in stored.items() if _is_whole(part, name, cells)]
        if part.name not in patterns:
            try:
                patterns[part.name] = kept[0] if kept else _pattern_of(part, lenient=lenient)
            except CannotProtect as refusal:
                lost.append((part, refusal.cells))
        if progress:
            progress((number + 1) / len(parts))
    return lost


def _close_around(ledger: Ledger, part: Cluster, cells: Iterable[int]) -> bool:
    """Close the blocks that cells of a cluster are in; False where all are closed already."""
    keys = [part.keys[cell] for cell in cells]
    blocks = {(key[0], key[1], Period(key[2])) for key in keys if key != NOBODY}
    closed = [ledger.close(block) for block in sorted(blocks)]
    return any(closed)


def _pattern_of(part: Cluster, *, lenient: bool) -> list[HiddenCell]:
    try:
        pattern = protected(part)
    except CannotProtect:
        if not lenient:
            raise
        nothing_out = replace(
            part.problem,
            open=part.problem.open & (part.problem.width == 0),
            statement_open=np.array([s.certain for s in part.statements], bool),
        )
        pattern = protected(replace(part, problem=nothing_out))
    return hidden_by(part, pattern)


def hidden_by(part: Cluster, pattern: Pattern) -> list[HiddenCell]:
    """The cells and statements that a pattern hides, under their keys."""
    problem = part.problem
    shown_keys = [
        number for number in np.flatnonzero(pattern.hidden).tolist() if part.keys[number] != NOBODY
    ]
    told = [
        (number, statement)
        for number, statement in enumerate(part.statements)
        if statement.hidden or pattern.statements_hidden[number]
    ]
    component = f"{part.name}:{len(shown_keys) + len(told)}"
    cells = [
        HiddenCell(
            key=part.keys[number],
            stage="first" if problem.primary[number] else "second",
            lower=_limit(pattern.lower[number]),
            upper=_limit(pattern.upper[number]),
            width=int(problem.width[number]),
            minimum=int(problem.minimum[number]),
            component=component,
        )
        for number in shown_keys
    ]
    return cells + [
        HiddenCell(
            statement.key, "first" if statement.hidden else "second", None, None, 0, 0, component
        )
        for _, statement in told
    ]


def _is_whole(part: Cluster, component: str, cells: Sequence[HiddenCell]) -> bool:
    """Whether stored cells are the whole pattern of a cluster."""
    return component == f"{part.name}:{len(cells)}"


def _by_own_rule(ledger: Ledger) -> dict[CellKey, HiddenCell]:
    """Ratios over too few that tell nothing of protected counts."""
    return {
        s.key: HiddenCell(s.key, "first", None, None, 0, 0, "")
        for s in ledger.statements
        if s.hidden and not s.rows
    }


def _figures(ledger: Ledger) -> dict[CellKey, float]:
    found = {s.key: s.value for s in ledger.statements if not s.certain}
    for (variable, system, period), block in ledger.blocks.items():
        if not block.silent:
            areas = ledger.workspace.systems[system].area_ids
            found |= {
                (variable, system, period.text, area): value
                for area, value in zip(areas, block.values.tolist(), strict=True)
                if value == value
            }
    return found


def _limit(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _given_away(
    workspace: Workspace, part: Cluster, cells: tuple[int, ...], refusal: type[GivenAway]
) -> GivenAway:
    named = [part.keys[cell] for cell in cells if part.keys[cell] != NOBODY]
    if not named:
        named = [statement.key for statement in part.statements if not statement.certain]
    variable, system, period, area = named[0]
    more = len(named) - 1
    return refusal(
        indicator=title_of(workspace, variable),
        area=workspace.systems[system].name_of(area),
        period=Period(period).german,
        more=f" (so auch {more} weitere)" if more else "",
    )
