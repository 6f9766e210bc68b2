"""What else has to be hidden, at the least loss, so that one cell is safe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from indicators.disclosure.attack import Attack, Limits
from indicators.disclosure.components import RELATION
from indicators.disclosure.optimum import least
from indicators.disclosure.problem import Mask, Real, Whole

_ROUNDS = 3
_FREE = 1e-3
_UNMOVED = 0.2
_REASONS = 12


@dataclass(frozen=True, eq=False)
class Complement:
    """Cells (n,) and statements (s,) to hide, and a table that is possible then."""

    cells: Mask
    statements: Mask
    table: Whole
    loss: float


def complemented(attack: Attack, cell: int, never: Mask) -> Attack | None:
    """An attack on a pattern that hides more, in which the cell is safe; None where none is.

    Tried in turn: the cheapest tables in which the cell is far enough, up alone or up and down; the
    cheapest in which it is far enough and another cell can be the small one; everything hidden
    that may be (what is not needed of that is opened again, see `protect`). `never` (n,) are cells
    that must stay open.
    """
    followed = [_followed(attack, plan, never) for plan in _plans(attack, cell)]
    safe = [wider for wider in followed if wider is not None and wider.proves(cell)]
    if safe:
        return min(safe, key=_loss)
    for limits in _reasons(attack, cell):
        wider = _followed(attack, [limits], never)
        if wider is not None and wider.proves(cell):
            return wider
    everything = _hiding(attack, _everything(attack, never))
    return everything if everything.proves(cell) else None


def _followed(attack: Attack, plan: list[Limits], never: Mask) -> Attack | None:
    """The attack with all hidden that tables within these limits need, one after the other."""
    for limits in plan:
        found = cheapest(attack, limits, never)
        if found is None:
            return None
        attack = _hiding(attack, found)
    return attack


def _loss(attack: Attack) -> float:
    part = attack.component
    cells = part.weights[attack.hidden].sum()
    return float(cells + part.statement_weights[attack.statements_hidden].sum())


def _hiding(attack: Attack, found: Complement) -> Attack:
    return Attack(
        attack.component,
        attack.hidden | found.cells,
        attack.statements_hidden | found.statements,
        np.vstack([attack.tables, found.table]),
    )


def _everything(attack: Attack, never: Mask) -> Complement:
    part = attack.component
    return Complement(part.known & ~never, ~part.statement_kept, part.table, np.inf)


def _plans(attack: Attack, cell: int) -> list[list[Limits]]:
    """Limits on tables that make a cell safe: up alone; to the minimum and down from there."""
    part = attack.component
    minimum, width = int(part.minimum[cell]), int(part.width[cell])
    high, enough = int(attack.upper[cell]), max(minimum, int(attack.lower[cell]) + width - 1)
    plans: list[list[Limits]] = [[{cell: (float(enough), part.ceiling)}]]
    near = max(minimum, high)
    if near < enough and near - width + 1 >= 0:
        down: Limits = {cell: (0.0, float(near - width + 1))}
        plans.append([down] if high >= near else [{cell: (float(near), part.ceiling)}, down])
    return plans


def _reasons(attack: Attack, cell: int) -> Iterator[Limits]:
    """Limits on tables in which a cell is high and another one small, the likeliest first."""
    part = attack.component
    far = float(max(part.minimum[cell], attack.lower[cell] + part.width[cell] - 1))
    small = part.small(part.table)
    others = np.flatnonzero(part.ruled & ~part.kept & (np.arange(len(small)) != cell))
    order = others[np.lexsort((others, part.table[others], ~small[others]))]
    for reason in order[:_REASONS]:
        if part.smallest[reason] < part.minimum[reason]:
            limit = (float(part.smallest[reason]), float(part.minimum[reason] - 1))
            yield {cell: (far, part.ceiling), int(reason): limit}


def cheapest(attack: Attack, limits: Limits, never: Mask) -> Complement | None:
    """A table within limits that moves as little weight as possible; None where there is none.

        minimise sum of c_j |x_j - a_j|  over whole x >= 0 with relations @ x == 0

    where a are the counts, c_j of a published cell its weight, of a hidden one next to nothing,
    plus the weights of the published statements that the cell breaks, moving by one. Over some
    rounds the weight is divided by how far the cell moved before, so that the sum comes near the
    weight of the cells that move at all: a linear stand-in for the fixed charge of Fischetti and
    Salazar (2001), in the manner of Castro (2002, Network Flows Heuristics for Complementary Cell
    Suppression). Statements that are out bind; the others that the table breaks are hidden.
    """
    part = attack.component
    model = _Model(attack, limits, never)
    weights = np.where(attack.unknown, _FREE * part.weights.min(), part.weights)
    breaking = _breaking(attack)
    best: Complement | None = None
    costs = weights + breaking
    for _ in range(_ROUNDS):
        table = model.solve(costs)
        if table is None:
            break
        found = _complement(attack, table)
        if best is not None and found.loss >= best.loss:
            break
        best = found
        costs = (weights + breaking) / np.maximum(np.abs(table - part.table), _UNMOVED)
    return best


def _breaking(attack: Attack) -> Real:
    """The weight of published statements that every cell (n,) breaks when it moves by one."""
    part = attack.component
    watched = part.active(attack.statements_hidden) & (part.statement_of != RELATION)
    rows = part.rows[watched].tocoo()
    fall, rise = (side[watched] for side in part.slack)
    size = np.abs(rows.data)
    breaks = (size > rise[rows.row]) | (size > -fall[rows.row])
    statement = part.statement_of[watched][rows.row[breaks]]
    pairs = np.unique(np.stack([rows.col[breaks], statement]), axis=1)
    return np.bincount(
        pairs[0], weights=part.statement_weights[pairs[1]], minlength=len(part.cells)
    ).astype(np.float64)


def _complement(attack: Attack, table: Whole) -> Complement:
    """What a table needs to be hidden: cells that it moves, statements that it contradicts."""
    part = attack.component
    moved = ~attack.unknown & (table != part.table)
    sums = part.rows @ table.astype(np.float64)
    broken = (sums < part.lower) | (sums > part.upper)
    broken &= part.active(attack.statements_hidden) & (part.statement_of != RELATION)
    statements = np.zeros(len(part.statements), np.bool_)
    statements[part.statement_of[broken]] = True
    loss = part.weights[moved].sum() + part.statement_weights[statements].sum()
    return Complement(moved, statements, table, float(loss))


class _Model:
    """Tables around the truth: two columns, up and down, for every cell that may move."""

    def __init__(self, attack: Attack, limits: Limits, never: Mask) -> None:
        from scipy.sparse import csc_array, hstack

        self.part = part = attack.component
        self.moving = np.flatnonzero(attack.unknown | ~never)
        # Statements that are still published bind only where they are out already.
        binding = part.active(~part.statement_kept | attack.statements_hidden)
        rows = part.rows[binding][:, self.moving]
        self.matrix = csc_array(hstack([rows, -rows], format="csc"))
        self.lower, self.upper = (side[binding] for side in part.slack)
        floor, ceiling = -part.table.astype(np.float64), part.ceiling - part.table
        for cell, (least_count, greatest) in limits.items():
            floor[cell], ceiling[cell] = least_count - part.table[cell], greatest - part.table[cell]
        floor, ceiling = floor[self.moving], ceiling[self.moving]
        self.floor = np.maximum(np.concatenate([floor, -ceiling]), 0)
        self.ceiling = np.maximum(np.concatenate([ceiling, -floor]), 0)

    def solve(self, costs: Real) -> Whole | None:
        paid = np.tile(costs[self.moving], 2)
        found = least(paid, self.matrix, self.lower, self.upper, self.floor, self.ceiling)
        if found is None:
            return None
        table = self.part.table.copy()
        table[self.moving] += found[: len(self.moving)] - found[len(self.moving) :]
        return table
