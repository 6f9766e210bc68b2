"""A street network as the sparse rows that scipy searches, prepared once and then only filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from geodata.streets.graph import Alteration, Mode, StreetGraph, StreetShape, spans
from indicators.reach.doors import Doors, Moorings

if TYPE_CHECKING:
    from scipy.sparse import csr_array

# Edges that have been closed stand in the rows with inf minutes. A search with a limit leaves them
# out; without one scipy would follow them.
LIMIT = 1e9

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Rows:
    """Where the edges stand in rows, each group of parallel ones as one: group g leads to node
    `indices[g]`, row by row as `indptr` says, and `edges[firsts[g]:firsts[g + 1]]` are in it.

    `first_edges` has the first edge of each group; `crowded` are the groups that have more, and
    `crowd[crowd_firsts[c]:]` begins with the edges of the c-th of them.
    """

    indptr: NDArray[np.int32]
    indices: NDArray[np.int32]
    edges: NDArray[np.int64]
    firsts: NDArray[np.int64]
    first_edges: NDArray[np.int64]
    crowded: NDArray[np.int64]
    crowd: NDArray[np.int64]
    crowd_firsts: NDArray[np.int64]


_rows: WeakKeyDictionary[StreetShape, dict[tuple[Mode, bool], Rows]] = WeakKeyDictionary()
_filled: WeakKeyDictionary[StreetGraph, dict[tuple[Mode, bool], Floats]] = WeakKeyDictionary()


def rows(graph: StreetGraph, mode: Mode, *, back: bool) -> Rows:
    """The rows of the streets that the mode may travel, or with every edge turned round.

    Kept for the network and for copies of it in which streets take longer or are closed.
    """
    kept = _rows.setdefault(graph.shape, {})
    if (mode, back) not in kept:
        kept[mode, back] = _laid_out(graph, mode, back=back)
    return kept[mode, back]


def filled(graph: StreetGraph, mode: Mode, *, back: bool) -> Floats:
    """The minutes in the rows; of parallel edges the quickest counts."""
    kept = _filled.setdefault(graph, {})
    if (mode, back) not in kept:
        alteration = graph.altered
        if alteration is None:
            kept[mode, back] = _all_filled(graph, mode, back=back)
        else:
            kept[mode, back] = _refilled(graph, alteration, mode, back=back)
    return kept[mode, back]


def _all_filled(graph: StreetGraph, mode: Mode, *, back: bool) -> Floats:
    held, minutes = rows(graph, mode, back=back), graph.minutes[mode]
    quickest = minutes[held.first_edges].astype(np.float64)
    if len(held.crowded):
        least = np.minimum.reduceat(minutes[held.crowd], held.crowd_firsts)
        quickest[held.crowded] = least
    return quickest


def _refilled(graph: StreetGraph, alteration: Alteration, mode: Mode, *, back: bool) -> Floats:
    """What was filled in before, with other minutes only where something has changed."""
    before = filled(alteration.before, mode, back=back)
    if mode != alteration.mode:
        return before
    held, minutes, found = rows(graph, mode, back=back), graph.minutes[mode], before.copy()
    for edge in alteration.edges.tolist():
        ends = int(graph.start[edge]), int(graph.end[edge])
        if ends[0] != ends[1]:
            group, edges = _group(held, *(ends[::-1] if back else ends))
            found[group] = minutes[edges].min()
    return found


def _group(held: Rows, origin: int, target: int) -> tuple[int, NDArray[np.int64]]:
    """The number of the parallel edges from one node to another, and which they are."""
    row = slice(held.indptr[origin], held.indptr[origin + 1])
    group = int(held.indptr[origin] + np.flatnonzero(held.indices[row] == target)[0])
    return group, held.edges[held.firsts[group] : held.firsts[group + 1]]


def with_doors(
    graph: StreetGraph, mode: Mode, at: Moorings, doors: Doors, *, back: bool
) -> csr_array:
    """The network with nodes of their own for places (f,), behind all others: from each an edge
    leads to the start and one to the end of its street."""
    # Half the time in which the atlas starts: loaded on first use.
    from scipy.sparse import csr_array

    held, n, f = rows(graph, mode, back=back), len(graph.x), len(at.start)
    nodes = np.stack([at.start, at.end], axis=1).astype(np.int32)
    data = np.concatenate(
        [filled(graph, mode, back=back), np.stack([doors.start, doors.end], axis=1).ravel()]
    )
    ends = held.indptr[-1] + 2 * np.arange(1, f + 1, dtype=np.int32)
    indices = np.concatenate([held.indices, nodes.ravel()])
    return csr_array((data, indices, np.concatenate([held.indptr, ends])), shape=(n + f, n + f))


def edge_between(graph: StreetGraph, mode: Mode, start: int, end: int) -> int:
    """The quickest of the edges from one node to another."""
    _, edges = _group(rows(graph, mode, back=False), start, end)
    return int(edges[graph.minutes[mode][edges].argmin()])


def _laid_out(graph: StreetGraph, mode: Mode, *, back: bool) -> Rows:
    origin, target = (graph.end, graph.start) if back else (graph.start, graph.end)
    # A ring leads nowhere.
    edges = np.flatnonzero(graph.shape.usable[mode] & (origin != target))
    edges = edges[np.lexsort([target[edges], origin[edges]])]
    origin, target = origin[edges], target[edges]
    new = np.ones(len(edges), bool)
    new[1:] = (origin[1:] != origin[:-1]) | (target[1:] != target[:-1])
    groups = np.flatnonzero(new)
    firsts = np.append(groups, len(edges))
    indptr = np.searchsorted(origin[groups], np.arange(len(graph.x) + 1)).astype(np.int32)
    sizes = np.diff(firsts)
    crowded = np.flatnonzero(sizes > 1)
    return Rows(
        indptr=indptr,
        indices=target[groups].astype(np.int32),
        edges=edges,
        firsts=firsts,
        first_edges=edges[groups],
        crowded=crowded,
        crowd=edges[spans(firsts[crowded], sizes[crowded])],
        crowd_firsts=np.cumsum(sizes[crowded]) - sizes[crowded],
    )
