"""Which stops are one station: by the feed's own word, else by name and nearness."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

# The two sides of a street, the bays of a bus station: rarely farther apart than this.
NEAR_M = 300.0
# How feeds name the bays of a station apart: „Hauptbahnhof Bstg C“, „ZOB, Steig 2“.
_BAY = re.compile(r"[ ,]+(?:bstg|bussteig|steig|gleis|mast|pos)\.? ?\w{1,2}$", re.IGNORECASE)


def grouped(
    names: NDArray[np.str_],
    parent: NDArray[np.str_],
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    title_of: Mapping[str, str],
) -> tuple[NDArray[np.int32], NDArray[np.str_]]:
    """For each stop (s,) the number of its station, and the stations' names.

    Stops with the same `parent` (empty where the feed names none) belong together; so do stops of
    the same name (but for the bay) within 300 m where at least one of them has no parent. Stations
    are numbered in the order of their first stop; `title_of` knows the names of parents by id.

    >>> same, titles = grouped(
    ...     np.array(["Markt", "markt, Steig 2", "Markt", "Kirche"]),
    ...     np.array(["", "", "", ""]),
    ...     np.array([0.0, 40.0, 5000.0, 0.0]),
    ...     np.zeros(4),
    ...     {},
    ... )
    >>> same.tolist(), titles.tolist()
    ([0, 0, 1, 2], ['Markt', 'Markt', 'Kirche'])
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    first, second = np.hstack([_by_parent(parent), _by_name(names, parent, x, y)])
    n = len(names)
    links = coo_array((np.ones(len(first)), (first, second)), shape=(n, n))
    _, label = connected_components(links, directed=False)
    _, start, label = np.unique(label, return_index=True, return_inverse=True)
    order = np.argsort(np.argsort(start))
    titles = [title_of.get(parent[at], "") or _BAY.sub("", names[at]) for at in np.sort(start)]
    return order[label].astype(np.int32), np.array(titles, dtype=np.str_)


def _by_parent(parent: NDArray[np.str_]) -> NDArray[np.int64]:
    """Pairs (2, m): each stop with a parent, and the first stop that has the same one."""
    has = np.flatnonzero(parent != "")
    _, start, which = np.unique(parent[has], return_index=True, return_inverse=True)
    return np.array([has, has[start][which]], np.int64)


def _by_name(
    names: NDArray[np.str_],
    parent: NDArray[np.str_],
    x: NDArray[np.float64],
    y: NDArray[np.float64],
) -> NDArray[np.int64]:
    """Pairs (2, m) of near stops that are called the same."""
    from scipy.spatial import cKDTree

    plain = np.array([_BAY.sub("", " ".join(str(name).casefold().split())) for name in names])
    pairs = cKDTree(np.column_stack([x, y])).query_pairs(NEAR_M, output_type="ndarray").T
    one, other = pairs
    alike = (plain[one] == plain[other]) & ((parent[one] == "") | (parent[other] == ""))
    return np.asarray(pairs[:, alike], np.int64)
