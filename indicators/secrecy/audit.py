"""The report for the data officer: every hidden figure, and how uncertain it stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from geodata.store.disclosure import CellKey, HiddenCell, Stage
from geodata.workspace import Workspace
from indicators.disclosure.intervals import intervals
from indicators.secrecy.closing import GAP, close_again
from indicators.secrecy.clusters import Cluster, clusters
from indicators.secrecy.ledger import NOBODY
from indicators.secrecy.patterns import Memory
from indicators.secrecy.reckoning import ledger_of, reckoned
from indicators.secrecy.rules import any_rule
from indicators.secrecy.standing import is_up_to_date


@dataclass(frozen=True)
class Audited:
    """A hidden figure and the interval that everybody can reckon for it.

    `width` counts the whole numbers from `lower` to `upper`; all three are None without limit, and
    for figures that no rule asks anything of: hidden shares, and counts hidden for the sake of
    others.
    """

    indicator_id: str
    system: str
    area_id: str
    period: str
    order: Stage
    lower: float | None
    upper: float | None
    width: int | None
    required: int
    safe: bool


def audit(workspace: Workspace) -> list[Audited]:
    """All hidden figures, with their intervals reckoned anew from what is published."""
    if not any_rule(workspace.indicators):
        return []
    hidden = _hidden(workspace)
    ledger, _ = ledger_of(workspace)
    close_again(ledger, hidden, workspace.released_values)
    limits: dict[CellKey, tuple[float, float]] = {}
    for part in clusters(ledger, hidden, workspace.released_values):
        limits |= _limits(part, hidden)
    current = _with_limits(hidden, limits)
    return sorted(current, key=lambda a: (a.indicator_id, a.period, a.system, a.area_id))


def plain(audited: Audited) -> dict[str, Any]:
    """An entry as JSON takes it."""
    return asdict(audited)


def _hidden(workspace: Workspace) -> Mapping[CellKey, HiddenCell]:
    if is_up_to_date(workspace):
        return workspace.hidden_cells
    memory = Memory(workspace.hidden_cells, workspace.released_values)
    return reckoned(workspace, memory, anew=True).hidden


def _limits(
    part: Cluster, hidden: Mapping[CellKey, HiddenCell]
) -> dict[CellKey, tuple[float, float]]:
    problem = part.problem
    cells = np.array([key in hidden for key in part.keys], bool) | problem.hidden
    statements = np.array([s.key in hidden for s in part.statements], bool)
    statements &= ~problem.statement_open
    try:
        lower, upper = intervals(problem, cells, statements)
    except ValueError:
        lower, upper = intervals(part.without_gaps().problem, cells, statements)
    return {
        key: (float(low), float(high))
        for key, low, high in zip(part.keys, lower, upper, strict=True)
        if key != NOBODY and key in hidden
    } | {s.key: (float("nan"), float("nan")) for s in part.statements if s.key in hidden}


def _with_limits(
    hidden: Mapping[CellKey, HiddenCell],
    limits: Mapping[CellKey, tuple[float, float]],
) -> list[Audited]:
    """The hidden cells that there is a figure for now."""
    found = []
    for key, cell in hidden.items():
        if cell.component != GAP and (key in limits or not cell.component):
            lower, upper = limits.get(key, (float("nan"), float("nan")))
            bounded = np.isfinite(upper)
            width = int(upper - lower) + 1 if bounded else None
            required = 0 if np.isnan(lower) else cell.width
            wide = width is None or (width >= cell.width and upper >= cell.minimum)
            found.append(
                Audited(
                    indicator_id=key[0],
                    system=key[1],
                    area_id=key[3],
                    period=key[2],
                    order=cell.stage,
                    lower=lower if np.isfinite(lower) else None,
                    upper=upper if bounded else None,
                    width=width,
                    required=required,
                    safe=bool(required == 0 or wide),
                )
            )
    return found
