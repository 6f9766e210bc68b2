"""From segments to the graph: chains joined, and of each mode its biggest connected part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from geodata.streets.chains import Chains, chains
from geodata.streets.graph import Metres, StreetGraph, spans
from geodata.streets.mode_table import MODES, Mode
from geodata.streets.segments import Segments

Integers = NDArray[np.int64]
Both = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Assembled:
    """The graph; and by mode the metres of street left out, as one cannot get there and back."""

    graph: StreetGraph
    left_out_m: Mapping[Mode, float]


@dataclass(frozen=True, eq=False)
class _Pieces:
    """Chains (p,) as edges between nodes of the segments; minutes (p, modes, 2) along and back."""

    start: Integers
    end: Integers
    length_m: Metres
    minutes: Both
    line_starts: Integers
    line_counts: Integers
    line_nodes: Integers


def assembled(cut: Segments, *, title: str, attribution: str) -> Assembled:
    """Join segments into edges; what is not connected both ways with most of a mode is left out."""
    joined = chains(cut.a, cut.b, cut.kind, cut.mirror, nodes=len(cut.x))
    pieces = _pieces(cut, joined)
    minutes, left_out = pieces.minutes.copy(), {}
    ends = np.unique(np.stack([pieces.start, pieces.end]), return_inverse=True)[1]
    for number, mode in enumerate(MODES):
        lost = _outside_biggest(ends.reshape(2, -1), pieces.length_m, minutes[:, number])
        left_out[mode] = float(pieces.length_m[lost].sum())
        minutes[lost, number] = np.inf
    return Assembled(_graph(cut, pieces, minutes, title, attribution), left_out)


def _pieces(cut: Segments, joined: Chains) -> _Pieces:
    begins, ends = joined.starts[:-1], joined.starts[1:] - 1
    order, forward = joined.segments, joined.forward
    enters = np.where(forward, cut.a[order], cut.b[order])
    leaves = np.where(forward, cut.b[order], cut.a[order])
    first = order[begins]
    kind = np.where(forward[begins], cut.kind[first], cut.mirror[cut.kind[first]])
    length = np.add.reduceat(cut.length_m[order], begins)
    counts = np.diff(joined.starts) + 1
    nodes = np.insert(enters, joined.starts[1:], leaves[ends])
    return _Pieces(
        start=enters[begins],
        end=leaves[ends],
        length_m=length,
        minutes=(cut.paces[kind] * length[:, None, None]).astype(np.float32),
        line_starts=np.cumsum(counts) - counts,
        line_counts=counts,
        line_nodes=nodes,
    )


def _outside_biggest(ends: Integers, length_m: Metres, minutes: Both) -> NDArray[np.bool_]:
    """Pieces that a mode may travel but that do not lie in its biggest strongly connected part, the
    one with the most metres."""
    along, back = np.isfinite(minutes).T
    start = np.concatenate([ends[0, along], ends[1, back]])
    end = np.concatenate([ends[1, along], ends[0, back]])
    nodes = int(ends.max()) + 1
    ways = csr_array((np.ones(len(start), np.int8), (start, end)), shape=(nodes, nodes))
    part = connected_components(ways, connection="strong")[1][ends]
    of_one = (along | back) & (part[0] == part[1])
    biggest = np.bincount(part[0], np.where(of_one, length_m, 0.0)).argmax()
    lost: NDArray[np.bool_] = (along | back) & ~(of_one & (part[0] == biggest))
    return lost


def _graph(
    cut: Segments, pieces: _Pieces, minutes: Both, title: str, attribution: str
) -> StreetGraph:
    """Each piece is an edge along and one back, where anyone may go so."""
    along, back = (np.flatnonzero(np.isfinite(minutes[:, :, way]).any(axis=1)) for way in (0, 1))
    used, ends = np.unique(
        np.concatenate(
            [pieces.start[along], pieces.end[back], pieces.end[along], pieces.start[back]]
        ),
        return_inverse=True,
    )
    start, end = ends.reshape(2, -1).astype(np.int32)
    piece = np.concatenate([along, back])
    counts = pieces.line_counts[piece]
    points = spans(pieces.line_starts[piece], counts)
    way_back = np.repeat(np.arange(len(piece)) >= len(along), counts)
    mirrored = np.repeat(2 * pieces.line_starts[piece] + counts - 1, counts) - points
    nodes = pieces.line_nodes[np.where(way_back, mirrored, points)]
    both = np.concatenate([minutes[along, :, 0], minutes[back, :, 1]])
    return StreetGraph(
        x=cut.x[used],
        y=cut.y[used],
        start=start,
        end=end,
        length_m=pieces.length_m[piece].astype(np.float32),
        minutes={mode: np.ascontiguousarray(both[:, n]) for n, mode in enumerate(MODES)},
        line_offsets=np.concatenate([[0], np.cumsum(counts)]),
        line_x=cut.x[nodes],
        line_y=cut.y[nodes],
        title=title,
        attribution=attribution,
    ).knowing(_twins(along, back))


def _twins(along: Integers, back: Integers) -> NDArray[np.int32]:
    """The edges of pieces along come first, then those back: which of them are one and the same."""
    twin = np.full(len(along) + len(back), -1, np.int32)
    _, there, here = np.intersect1d(along, back, assume_unique=True, return_indices=True)
    twin[there], twin[len(along) + here] = len(along) + here, there
    return twin
