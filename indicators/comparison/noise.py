"""How far a figure from small numbers may lie from what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.catalogue import Indicator
from geodata.workspace import Workspace
from indicators.comparison.parts import Parts, parts_of
from indicators.kept import kept
from indicators.published import published
from indicators.query import Query

Values = NDArray[np.float64]

CONFIDENCE = 0.95
FEW_CASES, SMALL_BASE = 20, 30


@dataclass(frozen=True, eq=False)
class Noise:
    """Intervals in the unit of the indicator, and where the base is small; arrays (n,).

    `low` and `high` are NaN where there is no interval. `small` (n,) bool: drawn paler.
    """

    low: Values
    high: Values
    small: NDArray[np.bool_]


def wilson(cases: Values, base: Values, *, confidence: float = CONFIDENCE) -> tuple[Values, Values]:
    """Limits of a share (0 to 1) of `cases` in `base`, arrays (n,); NaN where there is no share.

    With p = cases / base, n = base and z the normal quantile of the confidence:

        (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)

    Unlike the textbook's p ± z·se it stays between 0 and 1 and has width at p = 0. Source: Wilson
    (1927), recommended for small n by Brown, Cai and DasGupta (2001).

    5 of 10: z² = 3.8415, centre (0.5 + 0.19207) / 1.38415 = 0.5, half width
    1.95996 · √(0.025 + 0.0096037) / 1.38415 = 0.2634.

    >>> low, high = wilson(np.array([5.0]), np.array([10.0]))
    >>> round(float(low[0]), 4), round(float(high[0]), 4)
    (0.2366, 0.7634)
    """
    from scipy.special import ndtri

    z = float(ndtri(0.5 + confidence / 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        share = cases / base
        share[(base <= 0) | (cases < 0) | (cases > base)] = np.nan
        centre = share + z**2 / (2 * base)
        half = z * np.sqrt(share * (1 - share) / base + z**2 / (4 * base**2))
        low, high = (centre - half) / (1 + z**2 / base), (centre + half) / (1 + z**2 / base)
    # Where none or all are counted the limit is exact; reckoning leaves a last digit there.
    return np.where(cases == 0, share, low), np.where(cases == base, share, high)


def garwood(cases: Values, *, confidence: float = CONFIDENCE) -> tuple[Values, Values]:
    """Exact limits of a Poisson count, arrays (n,); NaN where the count is NaN or negative.

        low = χ²(α/2; 2k) / 2 (0 for k = 0),  high = χ²(1-α/2; 2k+2) / 2

    Source: Garwood (1936). The quantiles of χ² are those of the gamma distribution.

    Nothing seen: high = -ln(0.025) = 3.689. Ten seen: 4.795 to 18.39, as the tables have it.

    >>> low, high = garwood(np.array([0.0, 10.0]))
    >>> low.round(3).tolist(), high.round(3).tolist()
    ([0.0, 4.795], [3.689, 18.39])
    """
    from scipy.special import gammaincinv

    tail = (1 - confidence) / 2
    counts = np.where(cases >= 0, cases, np.nan)
    with np.errstate(invalid="ignore"):
        low = np.where(counts == 0, 0.0, gammaincinv(np.where(counts == 0, 1.0, counts), tail))
        high = gammaincinv(counts + 1, 1 - tail)
    return np.where(np.isnan(counts), np.nan, low), high


@kept(64)
def noise(workspace: Workspace, query: Query) -> Noise:
    """Intervals of all areas of a query, from published numerators and denominators only.

    Shares get Wilson's, counts and rates Garwood's interval (of the numerator, over a denominator
    that is taken as known). There is none where a part is not shown, where the figure counts no
    people, or where more cases than base are counted. Raises what `published` raises.
    """
    figures = published(workspace, query)
    parts = parts_of(workspace, query)
    if parts is None:
        none = np.full(len(figures.values), np.nan)
        return Noise(none, none.copy(), np.zeros(len(none), bool))
    low, high = _limits(figures.indicator, parts)
    return Noise(low, high, small_base(parts))


def noise_together(workspace: Workspace, query: Query, area_ids: Sequence[str]) -> Noise:
    """The noise of several areas taken as one: arrays (1,), from the sums of their parts."""
    figures = published(workspace, query)
    parts = parts_of(workspace, query)
    if parts is None:
        return Noise(np.array([np.nan]), np.array([np.nan]), np.array([False]))
    together = parts.together([figures.system.position[area_id] for area_id in area_ids])
    low, high = _limits(figures.indicator, together)
    return Noise(low, high, small_base(together, overall=parts.overall))


def _limits(record: Indicator, parts: Parts) -> tuple[Values, Values]:
    if record.kind == "share":
        low, high = wilson(parts.numerator, parts.denominator)
    else:
        base = np.where(parts.denominator > 0, parts.denominator, np.nan)
        low, high = (limit / base for limit in garwood(parts.numerator))
    return low * parts.scale, high * parts.scale


def small_base(parts: Parts, *, overall: float | None = None) -> NDArray[np.bool_]:
    """Where a figure stands on little (n,): fewer than 20 cases expected, or a base under 30.

    Cases are expected as if the share of all shown areas together (`overall`) held here, so that an
    area does not turn pale or strong by the chance that is to be shown. A count has no base: there
    its own cases decide. 20 cases have a relative standard error of 1/√20 = 22 %, from which on the
    US NCHS calls a rate unreliable; 30 is the least base of its data presentation standards for
    proportions (Parker et al. 2017, Vital and Health Statistics 2/175).

    >>> here = Parts(np.array([3.0, 30.0]), np.array([25.0, 300.0]), 100.0)
    >>> small_base(here).tolist()
    [True, False]
    """
    both = ~np.isnan(parts.numerator) & ~np.isnan(parts.denominator)
    if not parts.has_base:
        return both & (np.nan_to_num(parts.numerator) < FEW_CASES)
    base = np.where(both, parts.denominator, 0.0)
    expected = base * (parts.overall if overall is None else overall)
    return both & ((base < SMALL_BASE) | (expected < FEW_CASES))


def tied_groups(values: Values, low: Values, high: Values) -> NDArray[np.int64]:
    """Groups of ranks that noise does not tell apart (n,): 1 holds the largest; 0 is no value.

    Sorted from the largest value down, an area belongs to the group while its interval overlaps
    that of the group's *first*:

        high[i] ≥ low[first]

    else it opens the next group. Overlap with the neighbour would not do: A may overlap B and B
    C where A and C are worlds apart, and such a chain would tie everything. An area without an
    interval is tied only to the same value. Overlapping intervals are a careful measure: two areas
    may still differ by a test.

    >>> tied_groups(np.array([9.0, 8.0, 5.0]), np.array([7.0, 6.0, 4.0]), np.array([11.0, 10, 6.5]))
    array([1, 1, 2])
    """
    groups = np.zeros(len(values), np.int64)
    first, group = -1, 0
    for at in np.argsort(-values, kind="stable"):
        if np.isnan(values[at]):
            break
        if first < 0 or not (values[at] == values[first] or high[at] >= low[first]):
            first, group = int(at), group + 1
        groups[at] = group
    return groups


def rank_spans(groups: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First and last rank that each area shares with its group (n,); 0 where it has none.

    >>> rank_spans(np.array([1, 2, 1, 0]))
    (array([1, 3, 1, 0]), array([2, 3, 2, 0]))
    """
    sizes = np.bincount(groups)
    sizes[0] = 0
    last = np.cumsum(sizes)
    first = last - sizes + 1
    ranked = groups > 0
    return np.where(ranked, first[groups], 0), np.where(ranked, last[groups], 0)


def rank_span_of(workspace: Workspace, query: Query, area: str) -> tuple[int, int] | None:
    """First and last rank that an area shares with its group; None where chance says nothing."""
    figures, found = published(workspace, query), noise(workspace, query)
    at = figures.system.position[area]
    if np.isnan(found.low[at]) or not figures.certain[at]:
        return None
    ranked = np.where(figures.certain, figures.shown_values, np.nan)
    first, last = rank_spans(tied_groups(ranked, found.low, found.high))
    return int(first[at]), int(last[at])
