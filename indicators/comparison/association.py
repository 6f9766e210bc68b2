"""Whether two indicators rise and fall together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from geodata.markers import Nature, Status
from indicators.comparison.refusals import OtherSystem
from indicators.published import Published

Values = NDArray[np.float64]
FEWEST_PAIRS = 5


@dataclass(frozen=True)
class Gap:
    """An area that takes no part, with what either indicator says of it."""

    area_id: str
    name: str
    first: Status
    second: Status


@dataclass(frozen=True, eq=False)
class Association:
    """Spearman's rank correlation of two indicators over `n` areas that have both.

    `rho` and `p_value` are None where `why_none` says so: fewer than five areas, or one of the
    two everywhere the same. `first`, `second` (n,) are the figures behind it, `area_ids` and
    `names` their areas; `gaps` names the others.
    """

    rho: float | None
    p_value: float | None
    n: int
    why_none: Literal["", "too_few", "constant"]
    area_ids: tuple[str, ...]
    names: tuple[str, ...]
    first: Values
    second: Values
    gaps: tuple[Gap, ...]
    worst_nature: Nature


def association(first: Published, second: Published) -> Association:
    """How two indicators go together, area by area; unreliable figures take no part.

    Correlation is no cause, and areas are no people: what holds for Gemeinden need not hold for
    those who live there. Raises `OtherSystem`.
    """
    system = first.system
    if system.id != second.system.id or system.area_ids != second.system.area_ids:
        raise OtherSystem(first=system.title, second=second.system.title)
    both = first.certain & second.certain
    at = np.flatnonzero(both)
    x, y = first.values[at], second.values[at]
    why: Literal["", "too_few", "constant"] = ""
    if len(at) < FEWEST_PAIRS:
        why = "too_few"
    elif np.ptp(x) == 0 or np.ptp(y) == 0:
        why = "constant"
    rho = None if why else spearman(x, y)
    return Association(
        rho=rho,
        p_value=None if rho is None else p_value_of(rho, len(at)),
        n=len(at),
        why_none=why,
        area_ids=tuple(system.area_ids[i] for i in at),
        names=tuple(system.names[i] for i in at),
        first=x,
        second=y,
        gaps=tuple(
            Gap(
                system.area_ids[i],
                system.names[i],
                Status(int(first.status[i])),
                Status(int(second.status[i])),
            )
            for i in np.flatnonzero(~both)
        ),
        worst_nature=max(first.worst_nature, second.worst_nature),
    )


def spearman(x: Values, y: Values) -> float:
    """Spearman's rho: Pearson's correlation of the ranks, ties sharing their mean rank.

        rho = Σ (r - r̄)(s - s̄) / √(Σ (r - r̄)² · Σ (s - s̄)²)

    Without ties that is 1 - 6 Σ d² / n(n² - 1). Source: Spearman (1904). Here the ranks differ by
    0, 1, -1, 0: 1 - 6·2 / (4·15) = 0.8.

    >>> round(spearman(np.array([1.0, 2, 3, 4]), np.array([10.0, 30, 20, 40])), 6)
    0.8
    """
    r, s = mean_ranks(x), mean_ranks(y)
    r, s = r - r.mean(), s - s.mean()
    return float(np.clip((r * s).sum() / np.sqrt((r * r).sum() * (s * s).sum()), -1.0, 1.0))


def mean_ranks(values: Values) -> Values:
    """Ranks from 1 (smallest), the mean of their places for those that tie.

    >>> mean_ranks(np.array([7.0, 3.0, 7.0])).tolist()
    [2.5, 1.0, 2.5]
    """
    _, group, sizes = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(sizes)
    mean: Values = (last - (sizes - 1) / 2)[group]
    return mean


def p_value_of(rho: float, n: int) -> float:
    """How often chance alone gives a rho this far from 0, two-sided.

    t = rho √((n - 2) / (1 - rho²)) against Student's t with n - 2 degrees of freedom; good from
    about ten pairs on, rough below. Source: Kendall and Stuart (1979), 31.19.

    rho 0.5 of 12 pairs: t = 0.5 √(10 / 0.75) = 1.8257, p = 0.0979.

    >>> round(p_value_of(0.5, 12), 4)
    0.0979
    """
    from scipy.special import stdtr

    if abs(rho) >= 1:
        return 0.0
    t = abs(rho) * np.sqrt((n - 2) / (1 - rho**2))
    return float(2 * stdtr(n - 2, -t))
