"""Whether like values lie side by side: Moran's I and local clusters."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from geodata.markers import Nature
from geodata.workspace import Workspace
from indicators.comparison.neighbours import Contiguity, neighbours
from indicators.comparison.refusals import NoVariation, TooFewAreas
from indicators.kept import kept
from indicators.published import Published, published
from indicators.query import Query

if TYPE_CHECKING:
    from scipy.sparse import csr_array

FEWEST_AREAS = 20
PERMUTATIONS = 999
SIGNIFICANCE = 0.05
# Orders of values that are reckoned together: of 11,000 areas some 6 MB.
_AT_ONCE = 64
_SEED = 20_22

Values = NDArray[np.float64]
# For each area the places of its neighbours.
Neighbours = Sequence[Sequence[int]]


class Cluster(StrEnum):
    """What an area is part of, where chance does not explain it."""

    NONE = ""
    HIGH = "high"
    LOW = "low"
    HIGH_AMONG_LOW = "high_among_low"
    LOW_AMONG_HIGH = "low_among_high"


# The quadrants of Moran's scatter plot as `esda` numbers them.
_QUADRANTS = {
    1: Cluster.HIGH,
    2: Cluster.LOW_AMONG_HIGH,
    3: Cluster.LOW,
    4: Cluster.HIGH_AMONG_LOW,
}


@dataclass(frozen=True, eq=False)
class Autocorrelation:
    """Moran's I over `n` areas, and the local clusters in the order of the system's areas.

    `expected` is what chance gives on average. `p_value` and `local_p` come from permutations.
    `clusters` (n of the system) is `Cluster.NONE` where nothing is found or no part is taken.
    `gaps` and `without_neighbours` name the areas that take no part, as (area_id, name).
    """

    moran: float
    expected: float
    p_value: float
    n: int
    clusters: tuple[Cluster, ...]
    local_p: Values
    threshold: float
    gaps: tuple[tuple[str, str], ...]
    without_neighbours: tuple[tuple[str, str], ...]
    worst_nature: Nature


@kept(32)
def autocorrelation(
    workspace: Workspace, query: Query, *, contiguity: Contiguity = "queen"
) -> Autocorrelation:
    """Whether the figures of a query lie in clusters.

    Areas with a gap and those that then have no neighbour take no part and are named. Local
    clusters are those whose p-value passes Benjamini and Hochberg's limit (false discovery rate
    5 %, Caldas de Castro and Singer 2006): with 29 tests one or two would pass 5 % by chance.
    Raises `TooFewAreas`, `NoVariation`, and what `published` raises.
    """
    figures = published(workspace, query)
    system = figures.system
    certain = figures.certain
    around = neighbours(workspace, system.id, contiguity)
    inside, lonely = _connected(around, certain)
    _refuse(figures, inside)
    values = figures.values[inside]
    among = _renumbered(around, inside)
    # Loaded on first use: half a second that only this question pays.
    from esda import fdr
    from esda.moran import Moran_Local
    from libpysal.weights import W

    weights = W({place: list(near) for place, near in enumerate(among)}, silence_warnings=True)
    with warnings.catch_warnings():
        # Without numba it is slower, which a county does not notice.
        warnings.simplefilter("ignore")
        local = Moran_Local(values, weights, permutations=PERMUTATIONS, seed=_SEED)
    threshold = float(fdr(local.p_sim, SIGNIFICANCE))
    clusters = [Cluster.NONE] * len(system)
    local_p = np.full(len(system), np.nan)
    for place, at in enumerate(inside):
        local_p[at] = local.p_sim[place]
        if local.p_sim[place] <= threshold:
            clusters[at] = _QUADRANTS[int(local.q[place])]
    return Autocorrelation(
        moran=morans_i(values, among),
        expected=-1 / (len(inside) - 1),
        p_value=permutation_p(values, among),
        n=len(inside),
        clusters=tuple(clusters),
        local_p=local_p,
        threshold=threshold,
        gaps=_named(figures, np.flatnonzero(~certain)),
        without_neighbours=_named(figures, lonely),
        worst_nature=figures.worst_nature,
    )


def morans_i(values: Values, among: Neighbours) -> float:
    """Moran's I: how much neighbours resemble each other, weights summing to 1 per area.

        I = Σ_i z_i · (mean of z over the neighbours of i) / Σ_i z_i²,   z = x - x̄

    Near 1 like lies by like, near its expected -1/(n - 1) there is no pattern, below that unlike
    lies by unlike. Source: Moran (1950), Cliff and Ord (1981).

    0, 0, 1, 1 in a row: z = -½, -½, ½, ½; the neighbours' means -½, 0, 0, ½; I = ½ / 1.

    >>> morans_i(np.array([0.0, 0.0, 1.0, 1.0]), [[1], [0, 2], [1, 3], [2]])
    0.5
    """
    z = values - values.mean()
    return float((z @ (_mean_of(among) @ z)) / (z @ z))


def permutation_p(values: Values, among: Neighbours) -> float:
    """How often a random order of the values has an I this far out, on either side.

        p = 2 · (1 + number of orders at least as extreme on that side) / (permutations + 1)

    at most 1. Always the same answer: the orders come from a seeded generator.
    """
    orders = np.random.default_rng(_SEED)
    mean_of = _mean_of(among)
    z = values - values.mean()
    found = np.empty(PERMUTATIONS)
    for first in range(0, PERMUTATIONS, _AT_ONCE):
        some = found[first : first + _AT_ONCE]
        shuffled = np.column_stack([orders.permutation(z) for _ in some])
        some[:] = np.einsum("ij,ij->j", shuffled, mean_of @ shuffled) / (z @ z)
    own = morans_i(values, among)
    # What is equal but for the last digit counts as equal.
    above = int((found >= own - 1e-12).sum())
    below = int((found <= own + 1e-12).sum())
    return min(1.0, 2 * (1 + min(above, below)) / (PERMUTATIONS + 1))


def _mean_of(among: Neighbours) -> csr_array:
    """The matrix (n, n) that makes of figures the mean over the neighbours of each area."""
    from scipy.sparse import csr_array

    sizes = np.array([len(near) for near in among], np.int64)
    places = np.fromiter((other for near in among for other in near), np.int64, sizes.sum())
    starts = np.concatenate([[0], np.cumsum(sizes)])
    return csr_array((np.repeat(1 / sizes, sizes), places, starts), shape=(len(among),) * 2)


def _connected(
    around: Neighbours, certain: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The places that take part, and those with a figure but no neighbour that has one."""
    near = np.array([any(certain[other] for other in places) for places in around], bool)
    return np.flatnonzero(certain & near), np.flatnonzero(certain & ~near)


def _renumbered(around: Neighbours, inside: NDArray[np.int64]) -> list[list[int]]:
    place = {int(at): number for number, at in enumerate(inside)}
    return [[place[other] for other in around[at] if other in place] for at in inside]


def _refuse(figures: Published, inside: NDArray[np.int64]) -> None:
    facts = {"indicator": figures.indicator.title, "system": figures.system.title}
    if len(inside) < FEWEST_AREAS:
        raise TooFewAreas(**facts, areas=_in_areas(len(inside)), least=FEWEST_AREAS)
    if np.ptp(figures.values[inside]) == 0:
        raise NoVariation(**facts)


def _in_areas(count: int) -> str:
    """`in keinem Gebiet`, `nur in einem Gebiet`, `nur in 7 Gebieten`."""
    few = {0: "in keinem Gebiet", 1: "nur in einem Gebiet"}
    return few.get(count, f"nur in {count} Gebieten")


def _named(figures: Published, places: NDArray[np.int64]) -> tuple[tuple[str, str], ...]:
    return tuple((figures.system.area_ids[at], figures.system.names[at]) for at in places)
