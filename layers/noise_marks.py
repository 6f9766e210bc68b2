"""What ranking and table show of chance: spans of figures and of ranks, one entry an area."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from indicators.comparison.noise import Noise, rank_spans, tied_groups
from indicators.published import Published


def noise_marks(figures: Published, found: Noise) -> dict[str, Any]:
    """The interval, the rank span and the small base of each area, in the order of its system.

    `low` and `high` are null where there is no interval, `first` and `last` 0 where an area has no
    rank; `small` holds one digit an area. Empty where no area has an interval: then ranks stand.
    """
    ranked = np.where(figures.certain, figures.shown_values, np.nan)
    known = ~np.isnan(found.low) & ~np.isnan(found.high) & ~np.isnan(ranked)
    if not known.any():
        return {}
    first, last = rank_spans(tied_groups(ranked, found.low, found.high))
    decimals = figures.indicator.shown_decimals + 1
    return {
        "ids": list(figures.system.area_ids),
        "low": _plain(found.low, known, decimals),
        "high": _plain(found.high, known, decimals),
        "first": first.tolist(),
        "last": last.tolist(),
        "small": "".join("1" if small else "0" for small in found.small.tolist()),
    }


def _plain(
    limits: NDArray[np.float64], known: NDArray[np.bool_], decimals: int
) -> list[float | None]:
    pairs = zip(limits.tolist(), known.tolist(), strict=True)
    return [round(limit, decimals) if there else None for limit, there in pairs]
