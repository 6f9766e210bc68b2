"""A street network as the sparse rows that scipy searches, prepared once and then only filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from geodata.streets.graph import Mode, StreetGraph, StreetShape
from indicators.reach.doors import Doors, Moorings

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# Edges that a mode may not travel stand in the rows with inf minutes. A search with a limit leaves
# them out; without one scipy would follow them.
LIMIT = 1e9

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Rows:
    """Where edges stand in rows: `order` lists them so, parallel ones in a group that begins at
    each of `firsts`; the group g leads to node `indices[g]`, row by row as `indptr` says."""

    indptr: NDArray[np.int32]
    indices: NDArray[np.int32]
    order: NDArray[np.int64]
    firsts: NDArray[np.int64]


_rows: WeakKeyDictionary[StreetShape, dict[bool, Rows]] = WeakKeyDictionary()
_filled: WeakKeyDictionary[StreetGraph, dict[tuple[Mode, bool], Floats]] = WeakKeyDictionary()


def rows(graph: StreetGraph, *, back: bool) -> Rows:
    """The rows of the streets, or with every edge turned round."""
    by_way = _rows.setdefault(graph.shape, {})
    if back not in by_way:
        by_way[back] = _laid_out(graph, back=back)
    return by_way[back]


def filled(graph: StreetGraph, mode: Mode, *, back: bool) -> Floats:
    """The minutes in the rows; of parallel edges the quickest counts."""
    by_mode = _filled.setdefault(graph, {})
    if (mode, back) not in by_mode:
        held = rows(graph, back=back)
        minutes = graph.minutes[mode][held.order]
        quickest = np.minimum.reduceat(minutes, held.firsts) if len(minutes) else minutes
        by_mode[mode, back] = quickest.astype(np.float64)
    return by_mode[mode, back]


def with_doors(
    graph: StreetGraph, mode: Mode, at: Moorings, doors: Doors, *, back: bool
) -> csr_array:
    """The network with nodes of their own for places (f,), behind all others: from each an edge
    leads to the start and one to the end of its street."""
    # Half the time in which the atlas starts: loaded on first use.
    from scipy.sparse import csr_array

    held, n, f = rows(graph, back=back), len(graph.x), len(at.start)
    nodes = np.stack([at.start, at.end], axis=1).astype(np.int32)
    data = np.concatenate(
        [filled(graph, mode, back=back), np.stack([doors.start, doors.end], axis=1).ravel()]
    )
    ends = held.indptr[-1] + 2 * np.arange(1, f + 1, dtype=np.int32)
    indices = np.concatenate([held.indices, nodes.ravel()])
    return csr_array((data, indices, np.concatenate([held.indptr, ends])), shape=(n + f, n + f))


def edge_between(graph: StreetGraph, mode: Mode, start: int, end: int) -> int:
    """The quickest of the edges from one node to another."""
    held = rows(graph, back=False)
    row = slice(held.indptr[start], held.indptr[start + 1])
    group = int(held.indptr[start] + np.flatnonzero(held.indices[row] == end)[0])
    last = held.firsts[group + 1] if group + 1 < len(held.firsts) else len(held.order)
    edges = held.order[held.firsts[group] : last]
    return int(edges[graph.minutes[mode][edges].argmin()])


def _laid_out(graph: StreetGraph, *, back: bool) -> Rows:
    origin, target = (graph.end, graph.start) if back else (graph.start, graph.end)
    order = np.lexsort([target, origin])
    # A ring leads nowhere.
    order = order[origin[order] != target[order]]
    origin, target = origin[order], target[order]
    new = np.ones(len(order), bool)
    new[1:] = (origin[1:] != origin[:-1]) | (target[1:] != target[:-1])
    firsts = np.flatnonzero(new)
    indptr = np.searchsorted(origin[firsts], np.arange(len(graph.x) + 1)).astype(np.int32)
    return Rows(indptr, target[firsts].astype(np.int32), order, firsts)
