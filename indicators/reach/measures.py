"""What the minutes of people at points say of the areas in which they live.

Everywhere: `minutes` (k,) float64, inf where there is no connection; `people` (k,) float64, how
many live at each point, all or those of an age; `areas` (k,) int64, the position of the area that
holds each point, -1 for none; `n`, how many areas there are. Minutes in, minutes out: nothing here
can tell minutes from hours.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class MeanMinutes:
    """Arrays (n,): the mean of those who are connected, and how many are and are not.

    `minutes` is NaN where nobody is connected. A mean of few among many says little: `unreached`
    is to be said beside it.
    """

    minutes: Floats
    reached: Floats
    unreached: Floats

    @property
    def unreached_share(self) -> Floats:
        """The share (0 to 1) of the people without a connection; NaN where nobody lives."""
        return _divided(self.unreached, self.reached + self.unreached)


def mean_minutes(minutes: Floats, people: Floats, areas: Integers, n: int) -> MeanMinutes:
    """How long people need on average, by area.

    mean_a = sum(people_i * minutes_i) / sum(people_i), over the points i of area a with a
    connection. A weighted mean over those only: a large number in place of "no connection" would
    make any mean whatever one likes.

    Source: Neutens, T. (2015): Accessibility, equity and health care: review and research
    directions for transport geographers. Journal of Transport Geography 43, 14-27 (travel
    impedance to the nearest provider, population-weighted).

    >>> found = mean_minutes(
    ...     np.array([10.0, 30.0, np.inf]), np.array([3.0, 1.0, 1.0]), np.array([0, 0, 0]), 1)
    >>> found.minutes.tolist(), found.unreached_share.tolist()
    ([15.0], [0.2])
    """
    connected = np.isfinite(minutes)
    reached = _summed(people, areas, n, connected)
    unreached = _summed(people, areas, n, ~connected)
    weighed = np.where(connected, minutes, 0.0) * people
    total = _summed(weighed, areas, n, connected)
    return MeanMinutes(_divided(total, reached), reached, unreached)


def as_read(minutes: Floats) -> Floats:
    """Full minutes, as `published` gives them to map and legend; inf stays inf.

    >>> as_read(np.array([15.4, 15.6, np.inf])).tolist()
    [15.0, 16.0, inf]
    """
    read: Floats = np.rint(minutes)
    return read


def share_within(
    minutes: Floats, people: Floats, areas: Integers, n: int, *, limit_minutes: float
) -> Floats:
    """The share (n,), 0 to 1, of the people who need at most `limit_minutes`; NaN for no people.

    share_a = sum(people_i, minutes_i <= limit) / sum(people_i), with full minutes, as they are
    read. Without a connection is not within: those people count below the line, not above it.

    Source: cumulative opportunities, Wachs, M. & Kumagai, T. G. (1973): Physical accessibility as a
    social indicator. Socio-Economic Planning Sciences 7(5), 437-456, of one opportunity.

    >>> share_within(np.array([10.0, 15.0, np.inf, 20.0]), np.array([2.0, 1.0, 1.0, 0.0]),
    ...              np.array([0, 0, 0, 1]), 2, limit_minutes=15).tolist()
    [0.75, nan]
    """
    within = _summed(people, areas, n, as_read(minutes) <= limit_minutes)
    return _divided(within, _summed(people, areas, n))


def number_within(minutes: Floats, *, limit_minutes: float) -> Integers:
    """How many facilities (k,) are within `limit_minutes` of each point; `minutes` is (f, k).

    Source: cumulative opportunities, Wachs & Kumagai (1973).

    >>> number_within(np.array([[5.0, 20.0], [10.0, np.inf]]), limit_minutes=10).tolist()
    [2, 0]
    """
    found: Integers = (as_read(minutes) <= limit_minutes).sum(axis=0)
    return found


def mean_of_people(values: Floats, people: Floats, areas: Integers, n: int) -> Floats:
    """The mean (n,) over the people of each area of what they find at their point (k,).

    NaN where nobody lives, and where the value of a point in which somebody lives is NaN.

    >>> mean_of_people(np.array([2.0, 0.0]), np.array([1.0, 3.0]), np.array([0, 0]), 1).tolist()
    [0.5]
    """
    lived = people > 0
    total = _summed(np.where(lived, values, 0.0) * people, areas, n, lived)
    return _divided(total, _summed(people, areas, n))


def gini(values: Floats, people: Floats) -> float:
    """How unequally something is spread over people: 0 all the same, near 1 all for one.

    G = sum_ij p_i p_j |v_i - v_j| / (2 P^2 mean), reckoned from the Lorenz curve over values in
    ascending order: G = 1 - sum_i p_i (C_i + C_(i-1)) / (P C), with C the running sum of p * v and
    P all people. `values` (k,) are not below 0; for minutes, leave out those without a connection.
    NaN where there are no people, or nothing to spread.

    Source: Gini, C. (1912): Variabilità e mutabilità; of access: Lucas, K., van Wee, B. & Maat, K.
    (2016): A method to evaluate equitable accessibility. Transportation 43, 473-490.

    >>> gini(np.array([1.0, 1.0]), np.array([5.0, 9.0])), gini(np.array([0.0, 4.0]), np.ones(2))
    (0.0, 0.5)
    """
    order = np.argsort(values, kind="stable")
    weights = people[order]
    running = np.cumsum(weights * values[order])
    if not len(order) or running[-1] <= 0 or weights.sum() <= 0:
        return float("nan")
    before = np.concatenate([[0.0], running[:-1]])
    area = (weights * (running + before)).sum() / (weights.sum() * running[-1])
    # Sums of floats may fall short of equality by a rounding.
    return max(0.0, float(1 - area))


def _summed(
    amounts: Floats, areas: Integers, n: int, chosen: NDArray[np.bool_] | None = None
) -> Floats:
    counted = areas >= 0 if chosen is None else (areas >= 0) & chosen
    total = np.bincount(areas[counted], amounts[counted], minlength=n)
    found: Floats = total.astype(np.float64)
    return found


def _divided(above: Floats, below: Floats) -> Floats:
    found = np.full(len(below), np.nan)
    np.divide(above, below, out=found, where=below > 0)
    return found
