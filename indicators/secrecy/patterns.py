"""The pattern of each cluster: as it was stored, or found anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from geodata.store.disclosure import CellKey, HiddenCell
from indicators.disclosure.problem import Pattern
from indicators.disclosure.protect import protect
from indicators.disclosure.refusals import CannotProtect
from indicators.secrecy.clusters import Cluster
from indicators.secrecy.ledger import NOBODY

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Memory:
    """What is known from before: the hidden cells, and the values that have been out."""

    hidden: Mapping[CellKey, HiddenCell] = field(default_factory=dict)
    out: Mapping[CellKey, set[float]] = field(default_factory=dict)


def enter_patterns(
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


def entered_whole(part: Cluster) -> list[HiddenCell]:
    """All that can be hidden of a cluster, safe or not."""
    problem = part.problem
    hidden = problem.known & (problem.width > 0) | problem.primary | problem.hidden
    unlimited = np.full(len(hidden), np.nan)
    certain = np.array([s.certain for s in part.statements], bool)
    return _hidden_by(part, Pattern(hidden, ~certain, unlimited, unlimited))


def is_hidable(part: Cluster) -> bool:
    """Whether there would be a pattern if nothing were out yet."""
    try:
        _protected(_with_nothing_out(part))
    except CannotProtect:
        return False
    return True


def _pattern_of(part: Cluster, *, lenient: bool) -> list[HiddenCell]:
    try:
        pattern = _protected(part)
    except CannotProtect:
        if not lenient:
            raise
        pattern = _protected(_with_nothing_out(part))
    return _hidden_by(part, pattern)


def _with_nothing_out(part: Cluster) -> Cluster:
    nothing_out = replace(
        part.problem,
        open=part.problem.open & (part.problem.width == 0),
        statement_open=np.array([s.certain for s in part.statements], bool),
    )
    return replace(part, problem=nothing_out)


def _protected(part: Cluster) -> Pattern:
    """The pattern of a cluster; raises `CannotProtect`."""
    try:
        return protect(part.problem)
    except ValueError:
        # Gaps that no counts fit into: relations across them say nothing.
        return protect(part.without_gaps().problem)


def _hidden_by(part: Cluster, pattern: Pattern) -> list[HiddenCell]:
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


def _limit(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
