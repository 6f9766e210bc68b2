"""Cells that anything ties together, apart from those that nothing does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from indicators.disclosure.optimum import least
from indicators.disclosure.problem import Mask, Problem, Real, Whole

if TYPE_CHECKING:
    from scipy.sparse import csr_array

RELATION = -1


@dataclass(frozen=True, eq=False)
class Component:
    """One connected part of a problem, its n cells and s statements numbered anew.

    `rows` (r, n) are relations and statements together, `lower <= rows @ table <= upper`;
    `statement_of` (r,) is `RELATION` for relations. `table` are the counts, with whole numbers in
    place of missing ones that fit all rows. `kept` cells and statements are out and stay out,
    `bound` ones stay hidden. A cell under a rule is small from `smallest` to `minimum - 1`.
    """

    cells: NDArray[np.intp]
    statements: NDArray[np.intp]
    table: Whole
    known: Mask
    unlisted: Mask
    bound: Mask
    kept: Mask
    smallest: Whole
    minimum: Whole
    width: Whole
    weights: Real
    rows: csr_array
    lower: Real
    upper: Real
    statement_of: Whole
    statement_weights: Real
    statement_bound: Mask
    statement_kept: Mask

    @property
    def ruled(self) -> Mask:
        """Cells with a figure and a rule (n,)."""
        return (self.width > 0) & self.known

    @property
    def ceiling(self) -> float:
        """A count that nothing finite reaches."""
        return float(4 * (self.table.sum() + self.minimum.max(initial=0)) + 1000)

    def small(self, tables: Whole) -> Mask:
        """Cells that their rule would hide, were this the table, or these (t, n)."""
        found: Mask = self.ruled & (tables >= self.smallest) & (tables < self.minimum)
        return found

    def fits(self, tables: Whole, statements_hidden: Mask) -> Mask:
        """Which tables (t, n) fit every row that is known; exact, without tolerance."""
        sums = self.rows @ tables.T.astype(np.float64)
        fits = (sums >= self.lower[:, None]) & (sums <= self.upper[:, None])
        found: Mask = (tables >= 0).all(axis=1) & fits[self.active(statements_hidden)].all(axis=0)
        return found

    @cached_property
    def slack(self) -> tuple[Real, Real]:
        """How far every row (r,) may fall and rise from the truth, clear of rounding errors."""
        sums = self.rows @ self.table.astype(np.float64)
        broken = np.unique(self.rows.tocoo().row[self.rows.tocoo().data % 1 != 0])
        clear = np.zeros(len(sums))
        clear[broken] = 1e-6 * np.maximum(1, np.abs(sums[broken]))
        return (
            np.minimum(self.lower - sums + clear, 0),
            np.maximum(self.upper - sums - clear, 0),
        )

    def beside(self, number: int) -> Mask:
        """Cells (n,) in a row with a cell, or with a statement (numbered behind the n cells)."""
        if number < len(self.cells):
            rows = np.flatnonzero(self.rows[:, [number]].toarray().ravel())
        else:
            rows = np.flatnonzero(self.statement_of == number - len(self.cells))
        found = np.zeros(len(self.cells), np.bool_)
        found[self.rows[rows].indices] = True
        return found

    def active(self, statements_hidden: Mask) -> Mask:
        """Rows that an attacker has (r,): relations and published statements."""
        found = np.ones(len(self.statement_of), np.bool_)
        of_statement = self.statement_of != RELATION
        found[of_statement] = ~statements_hidden[self.statement_of[of_statement]]
        return found


def components(problem: Problem) -> list[Component]:
    """The connected parts in which something has to be hidden.

    Raises `ValueError` where counts break a relation or statement, or where no whole numbers fit in
    place of missing ones.
    """
    from scipy.sparse import csr_array, vstack
    from scipy.sparse.csgraph import connected_components

    rows = csr_array(vstack([problem.relations, problem.statements], format="csr"), dtype=float)
    rows.eliminate_zeros()
    lower = np.concatenate([np.zeros(problem.relations.shape[0]), problem.lower])
    upper = np.concatenate([np.zeros(problem.relations.shape[0]), problem.upper])
    relations = np.full(problem.relations.shape[0], RELATION, np.int64)
    statement_of = np.concatenate([relations, problem.statement_of])
    cells, statements = len(problem.counts), len(problem.statement_weights)
    _, labels = connected_components(_graph(rows, statement_of, statements), directed=False)
    cell_labels, row_labels = labels[:cells], labels[cells : cells + rows.shape[0]]
    statement_labels = labels[cells + rows.shape[0] :]
    wanted = np.unique(cell_labels[problem.primary | problem.hidden])
    return [
        _complete(
            _part(
                problem,
                np.flatnonzero(cell_labels == label),
                np.flatnonzero(statement_labels == label),
                csr_array(rows[row_labels == label]),
                (lower[row_labels == label], upper[row_labels == label]),
                statement_of[row_labels == label],
            )
        )
        for label in wanted
    ]


def _graph(rows: csr_array, statement_of: Whole, statements: int) -> csr_array:
    """Cells, rows and statements as one graph, numbered in this order."""
    from scipy.sparse import coo_array, csr_array

    entries = rows.tocoo()
    count, cells = rows.shape
    belongs = np.flatnonzero(statement_of != RELATION)
    start = np.concatenate([entries.col, statement_of[belongs] + cells + count])
    end = np.concatenate([entries.row + cells, belongs + cells])
    size = cells + count + statements
    return csr_array(coo_array((np.ones(len(start)), (start, end)), shape=(size, size)))


def _part(
    problem: Problem,
    cells: NDArray[np.intp],
    statements: NDArray[np.intp],
    rows: csr_array,
    limits: tuple[Real, Real],
    statement_of: Whole,
) -> Component:
    from scipy.sparse import csr_array

    number = np.full(len(problem.statement_weights) + 1, RELATION, np.int64)
    number[statements] = np.arange(len(statements))
    known = problem.known[cells]
    hidden = problem.hidden[cells]
    return Component(
        cells=cells,
        statements=statements,
        table=np.where(known, problem.counts[cells], 0),
        known=known,
        unlisted=problem.unlisted[cells],
        bound=problem.primary[cells] & known | hidden,
        kept=problem.open[cells] & known,
        smallest=problem.zeros_shown[cells].astype(np.int64),
        minimum=problem.minimum[cells],
        width=problem.width[cells],
        weights=problem.weights[cells],
        rows=csr_array(rows[:, cells]),
        lower=limits[0],
        upper=limits[1],
        statement_of=number[statement_of],
        statement_weights=problem.statement_weights[statements],
        statement_bound=problem.statement_hidden[statements],
        statement_kept=problem.statement_open[statements],
    )


def _complete(part: Component) -> Component:
    """Whole numbers in place of missing ones."""
    missing = ~part.known
    if missing.any():
        touched = np.diff(part.rows[:, missing].tocsr().indptr) > 0
        touched &= part.active(part.statement_bound)
        sums = part.rows @ part.table
        found = least(
            np.ones(missing.sum()),
            part.rows[touched][:, missing].tocsc(),
            (part.lower - sums)[touched],
            (part.upper - sums)[touched],
            np.zeros(missing.sum()),
            np.full(missing.sum(), part.ceiling),
        )
        table = part.table.copy()
        table[missing] = 0 if found is None else found
        part = replace(part, table=table)
    if not part.fits(part.table[None], part.statement_bound).all():
        raise ValueError("The counts contradict a relation or a statement.")
    return part
