"""What an attacker can conclude from one pattern of one component."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from indicators.disclosure.components import RELATION, Component
from indicators.disclosure.optimum import least
from indicators.disclosure.problem import Mask, Real, Whole

if TYPE_CHECKING:
    from scipy.sparse import csc_array

Cells = NDArray[np.intp]
Limits = Mapping[int, tuple[float, float]]
UP, DOWN = 1, -1

_PUSHES = 4
# A push is a good guess; what it misses is looked for cell by cell.
_PUSH_GAP = 0.2


@dataclass(frozen=True, eq=False)
class Block:
    """Unknown cells that hang together: rows `matrix` over `cells`, as changes from the truth."""

    cells: Cells
    matrix: csc_array
    lower: Real
    upper: Real


class Attack:
    """The tables an attacker has to reckon with, and how far they are known to reach.

    To him every whole, non-negative table that fits all relations, all published cells and all
    published statements is possible. He knows the rule as well: nothing is hidden without need,
    so in every block of unknown cells that hang together at least one is small. Tables in which a
    block has no small cell are therefore none of his (unless the truth is such a table, because
    older patterns stay hidden, or the block has a cell that stands for figures nobody knows of).
    Example: A = 1 is hidden together with totals around 50 that no possible table brings under the
    minimum; then only A can be the reason, A is small for certain, and A is not safe, however wide
    the linear program finds it.

    `tables` (t, n) are possible tables found so far, the truth first. `lower` and `upper` (n,) are
    the range of every cell over them: a proof that his interval is at least this wide.
    """

    def __init__(
        self, component: Component, hidden: Mask, statements_hidden: Mask, tables: Whole
    ) -> None:
        self.component = component
        self.hidden = hidden
        self.statements_hidden = statements_hidden
        self.tables = tables[self._possible(tables)]
        self.lower, self.upper = self._ranges(self.tables)

    @cached_property
    def unknown(self) -> Mask:
        """Cells (n,) that the attacker cannot read."""
        found: Mask = self.hidden | ~self.component.known
        return found

    @cached_property
    def guarded(self) -> Mask:
        """Hidden cells (n,) that have to be safe."""
        found: Mask = self.hidden & self.component.ruled
        return found

    @cached_property
    def block_of(self) -> Whole:
        """The block of every cell (n,), cells that can be read in none: -1."""
        from scipy.sparse import block_array, csr_array
        from scipy.sparse.csgraph import connected_components

        rows = self.component.rows[self._active][:, self.unknown]
        graph = csr_array(block_array([[None, rows.T], [rows, None]]))
        _, labels = connected_components(graph, directed=False)
        found = np.full(len(self.unknown), -1, np.int64)
        found[self.unknown] = labels[: self.unknown.sum()]
        return found

    @cached_property
    def _active(self) -> Mask:
        return self.component.active(self.statements_hidden)

    @cached_property
    def _blocks(self) -> dict[int, Block]:
        return {}

    @cached_property
    def _reasoned(self) -> Mask:
        """Blocks (b,) that hold a small cell in truth, as the attacker expects."""
        found: Mask = self._small_blocks(self.component.table[None])[0]
        return found

    def _small_blocks(self, tables: Whole) -> Mask:
        """Which blocks (t, b) hold a small cell in which table."""
        found = np.zeros((len(tables), self.block_of.max(initial=-1) + 1), np.bool_)
        table, cell = np.nonzero(self.component.small(tables) & self.guarded)
        found[table, self.block_of[cell]] = True
        found[:, self.block_of[self.component.unlisted]] = True
        return found

    def _possible(self, tables: Whole) -> Mask:
        """Which tables (t, n) agree with all that is published."""
        truth = self.component.table
        found: Mask = (tables[:, ~self.unknown] == truth[~self.unknown]).all(axis=1)
        found[found] = self.component.fits(tables[found], self.statements_hidden)
        return found

    def _ranges(self, tables: Whole) -> tuple[Whole, Whole]:
        truth = self.component.table
        lower, upper = truth.copy(), truth.copy()
        at = np.flatnonzero(self.unknown)
        block = self.block_of[at]
        counted = (self._small_blocks(tables) | ~self._reasoned)[:, block]
        values = tables[:, at]
        lower[at] = np.where(counted, values, truth[at]).min(axis=0, initial=1 << 60)
        upper[at] = np.where(counted, values, truth[at]).max(axis=0, initial=0)
        lower[at] = np.minimum(lower[at], truth[at])
        upper[at] = np.maximum(upper[at], truth[at])
        return lower, upper

    def learn(self, table: Whole) -> bool:
        """Take one more table (n,) into account; False where it is impossible."""
        if not self._possible(table[None])[0]:
            return False
        lower, upper = self._ranges(table[None])
        self.tables = np.vstack([self.tables, table])
        self.lower = np.minimum(self.lower, lower)
        self.upper = np.maximum(self.upper, upper)
        return True

    def unproven(self) -> Cells:
        """Guarded cells whose range over the tables found is too narrow or below the minimum."""
        part = self.component
        safe = (self.upper - self.lower + 1 >= part.width) & (self.upper >= part.minimum)
        return np.flatnonzero(self.guarded & ~safe)

    def proves(self, cell: int) -> bool:
        """Look for tables that make a cell safe; False where there are none."""
        minimum, width = int(self.component.minimum[cell]), int(self.component.width[cell])
        target = max(minimum, int(self.lower[cell]) + width - 1)
        if self.upper[cell] >= target or self.reaches(cell, target, UP):
            return True
        target = int(self.upper[cell]) - width + 1
        if self.upper[cell] < minimum or target < 0:
            return False
        return self.lower[cell] <= target or self.reaches(cell, target, DOWN)

    def reaches(self, cell: int, target: int, way: int) -> bool:
        """Look for a table in which a cell reaches a target; learn the farthest on the way."""
        limit = (0.0, float(target)) if way == UP else (float(target), self.component.ceiling)
        table = self._table(cell, way, {cell: limit}, self.component.ceiling)
        if table is None or table[cell] * way < target * way:
            return False
        for small in self._reasons(cell):
            if self._at(cell, way) * way >= target * way:
                return True
            self._table(cell, way, small, self.component.ceiling)
        return self._at(cell, way) * way >= target * way

    def farthest(self, cell: int, way: int) -> float:
        """The greatest (`UP`) or least (`DOWN`) count of a cell in any possible table, or `inf`.

        First without regard to the rule; where no small cell is left in the block, one cell after
        the other is taken to be the small one.
        """
        table = self._table(cell, way, {}, np.inf)
        best = float(self._at(cell, way) if table is None else table[cell])
        if way == UP and table is None and self._endless(cell, {}):
            best = np.inf
            if not self._reasoned[self.block_of[cell]]:
                return best
        for small in self._reasons(cell):
            if self._at(cell, way) == best:
                break
            if best == np.inf and self._endless(cell, small):
                return best
            self._table(cell, way, small, np.inf)
        return float(self._at(cell, way))

    def _reasons(self, cell: int) -> Iterator[Limits]:
        """Every guarded cell of the block as the small one, the smallest first."""
        part = self.component
        block = np.flatnonzero(self.guarded & (self.block_of == self.block_of[cell]))
        order = block[np.lexsort((block, part.table[block], ~part.small(part.table)[block]))]
        for reason in order:
            if part.smallest[reason] < part.minimum[reason]:
                yield {int(reason): (float(part.smallest[reason]), part.minimum[reason] - 1.0)}

    def _endless(self, cell: int, limits: Limits) -> bool:
        """Whether tables within limits exist and nothing bounds a cell from above in them."""
        if self._change(cell, UP, limits, np.inf) is not None:
            return False
        return self._change(cell, UP, limits, self.component.ceiling) is not None

    def proves_many(self) -> None:
        """Look for few tables that prove many cells."""
        for _ in range(_PUSHES):
            cells = self.unproven()
            if len(cells) < 2:
                return
            for number in np.unique(self.block_of[cells]):
                self._push(int(number), cells[self.block_of[cells] == number])
            if len(self.unproven()) == len(cells):
                return

    def _push(self, number: int, cells: Cells) -> None:
        """Learn the table that brings these cells of a block nearest to what makes them safe."""
        part = self.component
        wanted = np.maximum(part.minimum, self.lower + part.width - 1)[cells] - part.table[cells]
        truth = part.table.astype(np.float64)
        low, high = -truth, part.ceiling - truth
        high[cells] = wanted
        costs = np.zeros(len(part.table))
        costs[cells] = -1 / np.maximum(wanted, 1)
        change = self._least(self._block(number), costs, low, high, gap=_PUSH_GAP)
        self._learn_change(int(cells[0]), change)

    def _at(self, cell: int, way: int) -> int:
        return int(self.upper[cell] if way == UP else self.lower[cell])

    def _table(self, cell: int, way: int, limits: Limits, ceiling: float) -> Whole | None:
        """The possible table in which a cell is farthest within limits, learnt."""
        return self._learn_change(cell, self._change(cell, way, limits, ceiling))

    def _change(self, cell: int, way: int, limits: Limits, ceiling: float) -> Whole | None:
        """How the cells of a block change so that one is farthest; None where nothing is."""
        truth = self.component.table
        costs = np.zeros(len(truth))
        costs[cell] = -way
        low, high = -truth.astype(np.float64), ceiling - truth.astype(np.float64)
        for limited, (least_count, greatest) in limits.items():
            low[limited] = least_count - truth[limited]
            high[limited] = greatest - truth[limited]
        return self._least(self._block(int(self.block_of[cell])), costs, low, high)

    def _least(
        self, block: Block, costs: Real, low: Real, high: Real, *, gap: float = 0.0
    ) -> Whole | None:
        at, rows = block.cells, (block.matrix, block.lower, block.upper)
        return least(costs[at], *rows, low[at], high[at], gap=gap)

    def _learn_change(self, cell: int, change: Whole | None) -> Whole | None:
        if change is None:
            return None
        table = self.component.table.copy()
        table[self._block(int(self.block_of[cell])).cells] += change
        return table if self.learn(table) else None

    def _block(self, number: int) -> Block:
        if number not in self._blocks:
            part = self.component
            cells = np.flatnonzero(self.block_of == number)
            rows = part.rows[self._active][:, cells]
            touched = np.diff(rows.indptr) > 0
            fall, rise = (side[self._active][touched] for side in part.slack)
            self._blocks[number] = Block(cells, rows[touched].tocsc(), fall, rise)
        return self._blocks[number]

    def betrays_at_once(self) -> bool:
        """Whether plain subtraction gives a guarded cell away: the only unknown one in a sum."""
        part = self.component
        sums = (part.rows[part.statement_of == RELATION] != 0).astype(np.int64)
        unknown = self.unknown.copy()
        while True:
            alone = (sums @ unknown.astype(np.int64)) == 1
            given = (sums[alone].T @ np.ones(alone.sum(), np.int64) > 0) & unknown
            if not given.any():
                return False
            if (given & self.guarded).any():
                return True
            unknown &= ~given
