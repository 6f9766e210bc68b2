"""Cells that hang together, each cluster a problem of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from geodata.store.disclosure import CellKey, HiddenCell
from indicators.disclosure.problem import Problem
from indicators.secrecy.cells import Cells, cells_of, closed_in, is_out
from indicators.secrecy.ledger import Ledger, Row, Statement

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# Raised when the same input would lead to another pattern: what is stored is then reckoned anew.
METHOD = 2

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Cluster:
    """One problem, with the keys of its n cells and its statements; `name` is a hash of it all."""

    name: str
    keys: tuple[CellKey, ...]
    statements: tuple[Statement, ...]
    problem: Problem

    def without_gaps(self) -> Cluster:
        """The same without relations that hold cells of which nobody knows anything."""
        gaps = self.problem.relations @ (~self.problem.known).astype(np.float64)
        kept = self.problem.relations[np.flatnonzero(gaps == 0)]
        return replace(self, problem=replace(self.problem, relations=kept))


def clusters(
    ledger: Ledger,
    hidden: Mapping[CellKey, HiddenCell],
    out: Mapping[CellKey, set[float]],
    *,
    anew: bool = False,
) -> list[Cluster]:
    """The clusters in which something has to be hidden.

    `hidden` and `out` are known from before: such cells stay hidden, or out where their value is
    the same. What is small and out all the same can no longer be given away, and stays; with
    `anew`, since a rule has changed, it is to be hidden.
    """
    cells = cells_of(ledger, hidden, out)
    closed = closed_in(ledger)
    if not anew:
        cells = replace(cells, primary=cells.primary & ~cells.open)
        closed &= ~cells.open
    cells = replace(cells, bound=cells.bound | closed)
    relations = [row for row in ledger.relations if row.cells]
    labels = _labels(ledger, relations)
    wanted = set(labels[cells.primary | cells.bound].tolist())
    wanted |= {
        int(labels[s.rows[0].cells[0]])
        for s in ledger.statements
        if s.rows and (s.hidden or s.key in hidden)
    }
    members: dict[int, list[int]] = {label: [] for label in sorted(wanted)}
    for cell, label in enumerate(labels.tolist()):
        if label in members:
            members[label].append(cell)
    rows: dict[int, list[Row]] = {label: [] for label in members}
    for row in relations:
        rows.get(int(labels[row.cells[0]]), []).append(row)
    told: dict[int, list[Statement]] = {label: [] for label in members}
    for statement in ledger.statements:
        if statement.rows:
            told.get(int(labels[statement.rows[0].cells[0]]), []).append(statement)
    return [
        _cluster(cells, members[label], rows[label], told[label], hidden, out) for label in members
    ]


def _labels(ledger: Ledger, relations: Sequence[Row]) -> NDArray[np.int32]:
    """Which cluster each cell belongs to."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    groups = [row.cells for row in relations]
    groups += [tuple(c for row in s.rows for c in row.cells) for s in ledger.statements if s.rows]
    start = [cells[0] for cells in groups for _ in cells]
    end = [cell for cells in groups for cell in cells]
    size = max(ledger.size, 1)
    graph = coo_array((np.ones(len(start)), (start, end)), shape=(size, size))
    labels: NDArray[np.int32] = connected_components(graph, directed=False)[1]
    return labels[: ledger.size]


def _cluster(
    cells: Cells,
    members: Sequence[int],
    relations: Sequence[Row],
    statements: Sequence[Statement],
    hidden: Mapping[CellKey, HiddenCell],
    out: Mapping[CellKey, set[float]],
) -> Cluster:
    place = {cell: number for number, cell in enumerate(members)}
    rows = [row for statement in statements for row in statement.rows]
    of = [number for number, statement in enumerate(statements) for _ in statement.rows]
    open_now = np.array([s.certain or is_out(s.key, s.value, out) for s in statements], bool)
    kept = np.array(
        [s.hidden or s.key in hidden or cells.tell_of_concealed(s) for s in statements], bool
    )
    at = np.array(members, np.int64)
    known = cells.known[at]
    problem = Problem(
        counts=np.nan_to_num(cells.counts[at]).astype(np.int64),
        known=known,
        unlisted=cells.unlisted[at],
        primary=cells.primary[at],
        hidden=cells.bound[at],
        open=cells.open[at],
        zeros_shown=cells.zeros_shown[at],
        minimum=cells.minimum[at],
        width=cells.width[at],
        weights=cells.weights[at],
        relations=_matrix(relations, place),
        statements=_matrix(rows, place),
        lower=np.array([row.lower for row in rows], np.float64),
        upper=np.array([row.upper for row in rows], np.float64),
        statement_of=np.array(of, np.int64),
        statement_weights=np.array([s.weight for s in statements], np.float64),
        # What is out stays known, also where its own rule now hides it.
        statement_hidden=kept & ~open_now,
        statement_open=open_now,
    )
    keys = tuple(cells.keys[cell] for cell in members)
    return Cluster(_name(keys, problem, statements), keys, tuple(statements), problem)


def _matrix(rows: Sequence[Row], place: Mapping[int, int]) -> csr_array:
    from scipy.sparse import csr_array

    column = [place[cell] for row in rows for cell in row.cells]
    entry = [float(c) for row in rows for c in row.coefficients]
    start = np.cumsum([0, *(len(row.cells) for row in rows)])
    return csr_array((entry, column, start), shape=(len(rows), len(place)))


def _name(keys: Sequence[CellKey], problem: Problem, statements: Sequence[Statement]) -> str:
    """A hash of all that the pattern depends on, but for what is hidden or out already."""
    digest = hashlib.sha256(repr((METHOD, keys)).encode())
    for array in (
        problem.counts,
        problem.known,
        problem.primary,
        problem.minimum,
        problem.width,
        problem.zeros_shown,
        problem.weights,
        *(part for m in (problem.relations, problem.statements) for part in (m.indices, m.data)),
        problem.lower,
        problem.upper,
        problem.statement_weights,
        np.flatnonzero(problem.unlisted),
    ):
        digest.update(np.ascontiguousarray(array).tobytes())
    digest.update(repr([(s.key, s.value, s.hidden) for s in statements]).encode())
    return digest.hexdigest()[:32]
