"""Ten model age groups that add up to each Gemeinde's population."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from geodata.demonstration.model_assumptions import Assumptions, years

Known = Mapping[str, Mapping[str, int]]  # ISO date → AGS → real population
Floats = NDArray[np.float64]
Whole = NDArray[np.int64]


def totals(known: Known, keys: tuple[str, ...], basis: Assumptions) -> dict[str, Whole]:
    """Population by date, shape (Gemeinden,): real on the known dates, on a line between them.

    Dates of one census base rest on that base's known dates only, so the break stays visible.
    """
    by_date: dict[str, Whole] = {}
    spread = _spread(basis.seed, len(keys)) * basis.loss_spread
    for base, dates in basis.dates.items():
        first, last = basis.known[base]
        start, end = (_row(known[date], keys) for date in (first, last))
        for date in dates:
            if date in (first, last):
                by_date[date] = start if date == first else end
                continue
            passed = (years(date) - years(first)) / (years(last) - years(first))
            estimate = start + (end - start) * passed
            if passed < 0:
                estimate = start * (1 + (basis.yearly_loss + spread) * (years(first) - years(date)))
            by_date[date] = np.rint(estimate).astype(np.int64)
    return by_date


def age_groups(
    by_date: Mapping[str, Whole], townness: Floats, basis: Assumptions
) -> dict[str, Whole]:
    """Date → people by Gemeinde and age group, shape (Gemeinden, 10); rows add up to the total.

    `townness` is a number per Gemeinde around 0: villages below, towns above.
    """
    numbers = np.random.default_rng(basis.seed + 1)
    shape = (len(townness), len(basis.ages))
    lasting = 1 + 0.16 * (numbers.random(shape) - 0.5)
    shares = np.array([age.share for age in basis.ages])
    growth = np.array([age.growth for age in basis.ages])
    lean = np.outer(townness, [age.town for age in basis.ages])
    families = numbers.random(len(townness)) * 2 - 1
    lean += np.outer(families, [age.young for age in basis.ages])
    found = {}
    for date in sorted(by_date):
        passing = 1 + 0.03 * (numbers.random(shape) - 0.5)
        drift = 1 + growth * (years(date) - 2022.5)
        weight = shares * drift * (1 + lean) * lasting * passing
        found[date] = partition(by_date[date], weight)
    return found


def partition(total: Whole, weight: Floats) -> Whole:
    """Split whole people by weight, so that each row adds up exactly (largest remainder).

    Examples
    --------
    >>> partition(np.array([10]), np.array([[1.0, 1.0, 1.0]])).tolist()
    [[4, 3, 3]]
    """
    exact = weight / weight.sum(axis=1, keepdims=True) * total[:, None]
    split = np.floor(exact).astype(np.int64)
    missing = total - split.sum(axis=1)
    order = np.argsort(-(exact - split), axis=1, kind="stable")
    rank = np.empty_like(order)
    np.put_along_axis(rank, order, np.arange(weight.shape[1])[None, :], axis=1)
    return np.asarray(split + (rank < missing[:, None]), np.int64)


def _row(population: Mapping[str, int], keys: tuple[str, ...]) -> Whole:
    return np.array([population[key] for key in keys], dtype=np.int64)


def _spread(seed: int, count: int) -> Floats:
    """One number from -1 to 1 per Gemeinde."""
    return np.random.default_rng(seed).random(count) * 2 - 1
