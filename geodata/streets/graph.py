"""Streets as a graph of arrays: what travel times are reckoned on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from geodata.store.networks import StoredNetwork
from geodata.streets.mode_table import MODES, Mode

__all__ = ["MODES", "Alteration", "Mode", "StreetGraph", "StreetShape", "spans", "street_graph"]

Metres = NDArray[np.float64]
Places = NDArray[np.int32]
Minutes = NDArray[np.float32]
Nature = Literal["real", "estimated", "model"]

_PER_METRE = 100


@dataclass(frozen=True, eq=False)
class StreetShape:
    """What stays the same of a network however long its edges take: what is prepared for searching
    hangs on it, and copies with other minutes share it.

    `twin` (m,) is for each edge the one that leads back on the same course; -1 where there is none.
    `usable` (m,) by mode says where it may go, or might before something was closed.
    """

    twin: Places
    usable: Mapping[Mode, NDArray[np.bool_]]


@dataclass(frozen=True, eq=False)
class Alteration:
    """How a network differs from another: on some `edges` a mode takes other minutes."""

    before: StreetGraph
    mode: Mode
    edges: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class StreetGraph:
    """Nodes (n,) and directed edges (m,) of a street network, in metres of EPSG:25832.

    `start`, `end` are places of nodes; `minutes` by mode are inf where that way of travelling may
    not go. The true course of edge e, from its start to its end, is `line_x`, `line_y` from
    `line_offsets[e]` to `line_offsets[e + 1]`; `length_m` is measured along it.
    """

    x: Metres
    y: Metres
    start: Places
    end: Places
    length_m: NDArray[np.float32]
    minutes: Mapping[Mode, Minutes]
    line_offsets: NDArray[np.int64]
    line_x: Metres
    line_y: Metres
    title: str = ""
    attribution: str = ""
    nature: Nature = "real"
    import_id: int = 0
    altered: Alteration | None = None

    @cached_property
    def shape(self) -> StreetShape:
        """Found when first asked for, where nobody has known it before."""
        return self._shape(_twins(self))

    def with_minutes(self, mode: Mode, edges: Sequence[int], minutes: float) -> StreetGraph:
        """The same streets where some edges take a mode other minutes; inf closes them to it.

        What was prepared for the streets serves the copy too, but where an edge opens that had
        been closed to the mode.
        """
        at, changed = np.array(edges, np.int64), self.minutes[mode].copy()
        changed[at] = minutes
        told = {**self.minutes, mode: changed}
        usable = self.shape.usable[mode][at]
        if np.isfinite(minutes) and not usable.all():
            return replace(self, minutes=told, altered=None).knowing(self.shape.twin)
        copy = replace(self, minutes=told, altered=Alteration(self, mode, at[usable]))
        copy.__dict__["shape"] = self.shape
        return copy

    def knowing(self, twin: Places) -> StreetGraph:
        """The graph itself, spared looking for the twins of its edges."""
        self.__dict__["shape"] = self._shape(twin)
        return self

    def _shape(self, twin: Places) -> StreetShape:
        return StreetShape(twin, {mode: np.isfinite(m) for mode, m in self.minutes.items()})

    def course(self, edge: int) -> tuple[Metres, Metres]:
        """The points of an edge, from its start to its end."""
        at = slice(self.line_offsets[edge], self.line_offsets[edge + 1])
        return self.line_x[at], self.line_y[at]

    def stored(self) -> StoredNetwork:
        """The arrays for the store, to the centimetre; a course and the way back are one."""
        twin = self.shape.twin
        own = (twin < 0) | (twin > np.arange(len(twin)))
        points = spans(self.line_offsets[:-1][own], np.diff(self.line_offsets)[own])
        arrays: dict[str, NDArray[Any]] = {
            "x": _centimetres(self.x),
            "y": _centimetres(self.y),
            "start": self.start,
            "end": self.end,
            "length_m": self.length_m,
            "twin": twin,
            "line_lengths": np.diff(self.line_offsets)[own].astype(np.int32),
            "line_x": _centimetres(self.line_x[points]),
            "line_y": _centimetres(self.line_y[points]),
            **{f"minutes_{mode}": self.minutes[mode] for mode in self.minutes},
        }
        return StoredNetwork(self.title, self.attribution, self.nature, arrays, self.import_id)


def street_graph(stored: StoredNetwork) -> StreetGraph:
    """The graph that `StreetGraph.stored` wrote."""
    arrays = stored.arrays
    twin = arrays["twin"]
    own = (twin < 0) | (twin > np.arange(len(twin)))
    points, offsets = _with_ways_back(arrays["line_lengths"], twin, own)
    return StreetGraph(
        x=_metres(arrays["x"]),
        y=_metres(arrays["y"]),
        start=arrays["start"],
        end=arrays["end"],
        length_m=arrays["length_m"],
        minutes={m: arrays[f"minutes_{m}"] for m in MODES if f"minutes_{m}" in arrays},
        line_offsets=offsets,
        line_x=_metres(arrays["line_x"])[points],
        line_y=_metres(arrays["line_y"])[points],
        title=stored.title,
        attribution=stored.attribution,
        nature=stored.nature,
        import_id=stored.import_id,
    ).knowing(twin)


def _with_ways_back(
    lengths: NDArray[np.int32], twin: Places, own: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each point of every edge its place among the own courses; and where each edge begins."""
    firsts = np.cumsum(lengths) - lengths
    course = np.cumsum(own) - 1
    course = np.where(own, course, course[twin])
    count = lengths[course].astype(np.int64)
    offsets = np.concatenate([[0], np.cumsum(count)])
    points = spans(firsts[course], count)
    back = np.repeat(~own, count)
    mirrored = np.repeat(2 * firsts[course] + count - 1, count) - points
    return np.where(back, mirrored, points), offsets


def spans(starts: NDArray[Any], lengths: NDArray[Any]) -> NDArray[np.int64]:
    """The numbers from each start on, as many as its length, one after the other.

    >>> spans(np.array([5, 0]), np.array([2, 3])).tolist()
    [5, 6, 0, 1, 2]
    """
    ends = np.cumsum(lengths)
    steps = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - lengths, lengths)
    spans: NDArray[np.int64] = np.repeat(starts, lengths) + steps
    return spans


def _twins(graph: StreetGraph) -> Places:
    """Edges between the same nodes whose courses have the same points the other way round."""
    first, count = graph.line_offsets[:-1], np.diff(graph.line_offsets)
    sums = [
        np.round(_PER_METRE * np.add.reduceat(line, first)) if len(first) else line
        for line in (graph.line_x, graph.line_y)
    ]
    # A loop begins and ends at one node: which way round it goes is seen at its second point.
    second = graph.line_x[first + 1] > graph.line_x[first + count - 2]
    back = np.where(graph.start == graph.end, second, graph.start > graph.end)
    ends = np.minimum(graph.start, graph.end), np.maximum(graph.start, graph.end)
    same = np.stack([*ends, count, *sums])
    order = np.lexsort([back, *same])
    same, back = same[:, order], back[order]
    twin = np.full(len(order), -1, np.int32)
    pair = np.flatnonzero((same[:, :-1] == same[:, 1:]).all(axis=0) & ~back[:-1] & back[1:])
    twin[order[pair]], twin[order[pair + 1]] = order[pair + 1], order[pair]
    return twin


def _centimetres(metres: Metres) -> NDArray[np.int32]:
    return np.round(_PER_METRE * metres).astype(np.int32)


def _metres(centimetres: NDArray[np.int32]) -> Metres:
    return centimetres / _PER_METRE
