"""Places for people by floating catchments: what there is for those who can get there.

Everywhere: `minutes` (f, k) float64 from each point to each facility, inf where there is no
connection; `supply` (f,) float64, the places of each facility, NaN where nobody said; `demand` (k,)
float64, the people at each point. A facility of which nobody knows the places offers none here,
and is counted as unknown: an average in its place would be made up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Minutes, and what a place at this distance is worth: the first set of weights of Luo & Qi (2009).
SLOW_DECAY: tuple[tuple[float, float], ...] = ((10.0, 1.0), (20.0, 0.68), (30.0, 0.22))


@dataclass(frozen=True, eq=False)
class Catchment:
    """`access` (k,) is places per person at each point.

    `unknown` is how many facilities said no number of places, `idle` how many places nobody can
    reach: these are in nobody's access.
    """

    access: Floats
    unknown: int
    idle: float


def two_step(minutes: Floats, supply: Floats, demand: Floats, *, limit_minutes: float) -> Catchment:
    """Two-step floating catchment area (2SFCA): places per person within `limit_minutes`.

    Step 1, each facility j: R_j = S_j / sum(P_k, t_kj <= limit), its places by those who may come.
    Step 2, each point i: A_i = sum(R_j, t_ij <= limit), all that it can get.
    Supply is conserved: sum(P_i * A_i) = sum(S_j) over the facilities that anybody can reach.

    Source: Luo, W. & Wang, F. (2003): Measures of spatial accessibility to health care in a GIS
    environment. Environment and Planning B 30(6), 865-884.

    Two villages of 10 and 30 children; the Kita with 20 places is near both, the other with 9
    near the second only: 20/40, and 20/40 + 9/30.

    >>> minutes = np.array([[5.0, 15.0], [40.0, 10.0]])
    >>> two_step(minutes, np.array([20.0, 9.0]), np.array([10.0, 30.0]), limit_minutes=15).access
    array([0.5, 0.8])
    """
    return _floating(np.asarray(minutes <= limit_minutes, np.float64), supply, demand)


def graded_two_step(
    minutes: Floats,
    supply: Floats,
    demand: Floats,
    *,
    zones: Sequence[tuple[float, float]] = SLOW_DECAY,
) -> Catchment:
    """Enhanced two-step floating catchment area (E2SFCA): what is nearer counts for more.

    As 2SFCA, with weights W_r by travel zone r in both steps: R_j = S_j / sum(P_k * W_r(k,j)),
    A_i = sum(R_j * W_r(i,j)). `zones` are pairs of minutes, ascending, and weight; beyond the last
    there is nothing. Supply is conserved as there.

    Source: Luo, W. & Qi, Y. (2009): An enhanced two-step floating catchment area (E2SFCA) method
    for measuring spatial accessibility to primary care physicians. Health & Place 15(4), 1100-1107.

    >>> minutes = np.array([[5.0, 15.0]])
    >>> graded_two_step(minutes, np.array([16.8]), np.array([10.0, 10.0])).access.round(3)
    array([1.  , 0.68])
    """
    limits = np.array([limit for limit, _ in zones])
    weights = np.array([*(weight for _, weight in zones), 0.0])
    zone = np.searchsorted(limits, minutes, side="left")
    return _floating(weights[zone], supply, demand)


def _floating(weights: Floats, supply: Floats, demand: Floats) -> Catchment:
    known = ~np.isnan(supply)
    offered = np.where(known, supply, 0.0)
    wanted = weights @ demand
    ratio = np.zeros_like(offered)
    np.divide(offered, wanted, out=ratio, where=wanted > 0)
    idle = float(offered[wanted <= 0].sum())
    return Catchment(ratio @ weights, int((~known).sum()), idle)
