"""Pieces of street joined where nothing branches off and nothing changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, connected_components

Integers = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Chains:
    """Segments (s,) one after the other along chains, `forward` where in their own direction.

    Chain c is `segments[starts[c]:starts[c + 1]]`.
    """

    segments: Integers
    forward: Bools
    starts: Integers


def chains(a: Integers, b: Integers, kind: Integers, mirror: Integers, *, nodes: int) -> Chains:
    """Join segments from node a to node b wherever two of the same kind meet alone.

    `mirror` (k,) is what a kind is when travelled the other way. A ring without a branch is opened
    at one of its nodes.
    """
    joints, first, second = _joints(a, b, kind, mirror, nodes)
    label = _labels(first, second, len(a))
    joined = np.zeros(nodes, bool)
    joined[joints] = True
    loose = ~(joined[a] & joined[b])
    rings = np.setdiff1d(np.arange(label.max() + 1), label[loose])
    if len(rings):
        opened = np.unique(label, return_index=True)[1][rings]
        joined[a[opened]] = False
        loose = ~(joined[a] & joined[b])
    holds = joined[joints]
    order = _order(first[holds], second[holds], label, np.flatnonzero(loose))
    starts = np.concatenate([[0], np.flatnonzero(np.diff(label[order])) + 1, [len(order)]])
    return Chains(order, _forward(a[order], b[order], joined, starts), starts)


def _joints(
    a: Integers, b: Integers, kind: Integers, mirror: Integers, nodes: int
) -> tuple[Integers, Integers, Integers]:
    """Nodes where exactly two segments meet that are alike, and these two segments."""
    ends = np.concatenate([a, b])
    number = np.arange(len(ends))
    joints = np.flatnonzero(np.bincount(ends, minlength=nodes) == 2)
    # Of two ends at a node the later one is what stays written; the sum tells the other.
    later = np.zeros(nodes, np.int64)
    later[ends] = number
    both = np.bincount(ends, number, minlength=nodes).astype(np.int64)
    one, two = both[joints] - later[joints], later[joints]
    count = len(a)
    first, second = one % count, two % count
    # Towards the node on the first, away from it on the second.
    arrives = np.where(one >= count, kind[first], mirror[kind[first]])
    leaves = np.where(two >= count, mirror[kind[second]], kind[second])
    alike = arrives == leaves
    return joints[alike], first[alike], second[alike]


def _labels(first: Integers, second: Integers, count: int) -> Integers:
    links = csr_array((np.ones(len(first), np.int8), (first, second)), shape=(count, count))
    found: Integers = connected_components(links, directed=False)[1].astype(np.int64)
    return found


def _order(first: Integers, second: Integers, label: Integers, loose: Integers) -> Integers:
    """All segments chain by chain, each from one of its loose ends: the rounds of a search that
    sets out from all of them at once."""
    count = len(label)
    begins = np.full(count, -1)
    begins[label[loose]] = loose
    begins = begins[begins >= 0]
    origin = np.full(len(begins), count)
    rows = np.concatenate([first, second, origin])
    columns = np.concatenate([second, first, begins])
    shape = (count + 1, count + 1)
    links = csr_array((np.ones(len(rows), np.int8), (rows, columns)), shape=shape)
    found = breadth_first_order(links, count, return_predecessors=False)[1:].astype(np.int64)
    # Sorted by chain and then by round: one number says both.
    in_chains: Integers = found[np.sort(label[found] * count + np.arange(count)) % count]
    return in_chains


def _forward(a: Integers, b: Integers, joined: Bools, starts: Integers) -> Bools:
    """Whether each segment, in order, is travelled from a to b."""
    forward = np.ones(len(a), bool)
    meets = joined[a[1:]] & ((a[1:] == a[:-1]) | (a[1:] == b[:-1]))
    forward[1:] = meets
    begins = starts[:-1]
    alone = np.diff(starts) == 1
    forward[begins[alone]] = True
    begins = begins[~alone]
    joint = np.where(forward[begins + 1], a[begins + 1], b[begins + 1])
    forward[begins] = b[begins] == joint
    return forward
