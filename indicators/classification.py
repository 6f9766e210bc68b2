"""Figures cut into classes, once, for map, legend, histogram, chart and export alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geodata.catalogue import Direction
from geodata.markers import Status
from indicators.palettes import Palette, diverging, palettes, sequential
from indicators.published import Cell, Published
from indicators.refusals import UnknownMethod, UnusableBreaks

METHODS = ("quantile", "equal", "natural", "deviation", "own")
FEWEST, MOST = 3, 7
DEFAULT_COUNT = 5
DEFAULT_SEQUENTIAL, DEFAULT_DIVERGING = "YlGnBu", "PuOr"
_BINS = 24

Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Classification:
    """Classes of what is shown, and what is not.

    `breaks` has one limit more than there are classes; a class holds what lies above its lower
    limit up to and with its upper one, the first its lower limit too. `indices` (n,) int8 is the
    class of every area, -1 where it has none. `gaps` counts areas by `Status.code`. `histogram`
    counts values in bins of equal width between `breaks[0]` and `breaks[-1]`. `moved` says that
    the method would have put a limit elsewhere, had the colours not to turn at the middle;
    `over_time` that the classes are those of all periods.
    """

    method: str
    palette: Palette
    breaks: tuple[float, ...]
    counts: tuple[int, ...]
    colours: tuple[str, ...]
    middle: float | None
    gaps: Mapping[str, int]
    histogram: tuple[int, ...]
    indices: NDArray[np.int8]
    moved: bool = False
    over_time: bool = False


def classify(
    figures: Published,
    *,
    method: str = "",
    class_count: int = 0,
    palette: str = "",
    own_breaks: tuple[float, ...] = (),
    county: Cell | None = None,
) -> Classification:
    """Cut figures into classes; empty options take the indicator's own defaults.

    Gaps are dropped first. Where values tie, there may be fewer classes than asked for; where
    there is no value at all, there are none. Where colours diverge, the nearest limit is moved to
    their middle, so that no class lies on both sides of it. Raises `UnknownMethod`,
    `UnusableBreaks`.
    """
    defaults = figures.indicator.classes
    method = method or str(defaults.get("method", "quantile"))
    wanted = class_count or int(defaults.get("count", DEFAULT_COUNT))
    own = own_breaks or tuple(float(limit) for limit in defaults.get("breaks", ()))
    classed = np.isin(figures.status, (Status.SHOWN, Status.UNRELIABLE)) & ~np.isnan(figures.values)
    values = figures.values[classed]
    middle = _middle(figures, county)
    chosen = _palette(
        palette or str(defaults.get("palette", "")), middle, figures.indicator.direction
    )
    middle = middle if chosen.kind == "diverging" else None
    breaks = limits(values, method=method, count=wanted, own=own)
    found = breaks
    if middle is not None and method != "own":
        breaks = turning_at(found, middle)
    indices = np.full(len(figures.values), -1, np.int8)
    if breaks:
        indices[classed] = np.searchsorted(breaks[1:-1], values, side="left")
    classes = max(len(breaks) - 1, 0)
    return Classification(
        method=method,
        palette=chosen,
        breaks=breaks,
        counts=tuple(int(n) for n in np.bincount(indices[classed], minlength=classes)),
        colours=_colours(chosen, breaks, middle),
        middle=middle,
        gaps=_gaps(figures.status),
        histogram=_histogram(values, breaks),
        indices=indices,
        moved=breaks != found,
    )


def reclassified(cut: Classification, figures: Published) -> Classification:
    """Other figures in classes already cut; what lies beyond them goes to the outer ones."""
    classed = np.isin(figures.status, (Status.SHOWN, Status.UNRELIABLE)) & ~np.isnan(figures.values)
    values = figures.values[classed]
    indices = np.full(len(figures.values), -1, np.int8)
    if cut.breaks:
        indices[classed] = np.searchsorted(cut.breaks[1:-1], values, side="left")
    classes = max(len(cut.breaks) - 1, 0)
    return replace(
        cut,
        counts=tuple(int(n) for n in np.bincount(indices[indices >= 0], minlength=classes)),
        gaps=_gaps(figures.status),
        histogram=_histogram(values, cut.breaks),
        indices=indices,
    )


def limits(
    values: Values, *, method: str, count: int, own: tuple[float, ...] = ()
) -> tuple[float, ...]:
    """The limits of the classes, from the smallest value to the largest.

    quantile   as many areas in each class (numpy's linear quantiles)
    equal      classes of equal width
    natural    least spread within classes: Jenks (1977), Fisher (1958), exact
    deviation  mean ± half a standard deviation (population), then whole ones
    own        the given inner limits; the outer ones are widened where they lie outside the data

    >>> limits(np.array([1.0, 2.0, 3.0, 4.0]), method="equal", count=3)
    (1.0, 2.0, 3.0, 4.0)
    """
    if method not in METHODS:
        raise UnknownMethod(method=method, methods=", ".join(METHODS))
    count = min(max(count, FEWEST), MOST)
    if method == "own":
        _check_own(own)
    if not len(values):
        return ()
    low, high = float(values.min()), float(values.max())
    if method == "own":
        return (min(low, own[0]), *own, max(high, own[-1]))
    if low == high:
        return (low, high)
    if method == "quantile":
        cut = np.quantile(values, np.linspace(0, 1, count + 1))
    elif method == "equal":
        cut = np.linspace(low, high, count + 1)
    elif method == "natural":
        cut = _natural(values, count)
    else:
        around = values.mean() + values.std() * (np.arange(1, count) - count / 2)
        cut = np.array([low, *around[around > low], high])
    # An inner limit may be the smallest value itself: the first class then holds only its ties.
    inner = np.unique(cut[1:-1])
    return (low, *(float(limit) for limit in inner[(inner >= low) & (inner < high)]), high)


def turning_at(breaks: tuple[float, ...], middle: float) -> tuple[float, ...]:
    """The limits with the inner one that is nearest to `middle` moved there.

    Unchanged where the middle lies outside the data or there is only one class.

    >>> turning_at((-9.0, -4.0, -1.0, 3.0), 0.0)
    (-9.0, -4.0, 0.0, 3.0)
    """
    inner = breaks[1:-1]
    if not inner or not breaks[0] < middle < breaks[-1]:
        return breaks
    nearest = min(inner, key=lambda limit: abs(limit - middle))
    moved = {limit for limit in inner if limit != nearest} | {middle}
    return (breaks[0], *sorted(moved), breaks[-1])


def _natural(values: Values, count: int) -> Values:
    # Loaded on first use: most sessions never ask for natural breaks.
    import jenkspy

    classes = min(count, len(np.unique(values)))
    return np.array(jenkspy.jenks_breaks(values, n_classes=classes))


def _check_own(own: tuple[float, ...]) -> None:
    ascending = all(a < b for a, b in pairwise(own))
    if not own or len(own) >= MOST or not ascending or not np.isfinite(own).all():
        text = "; ".join(f"{limit:g}".replace(".", ",") for limit in own)
        raise UnusableBreaks(breaks=text)


def _middle(figures: Published, county: Cell | None) -> float | None:
    middle = figures.indicator.middle
    if middle == "county":
        return county.value if county is not None else None
    return float(middle) if middle is not None else None


def _palette(name: str, middle: float | None, direction: Direction) -> Palette:
    """Of colours that diverge, the warm ones are low, or where high is bad, high."""
    known = palettes()
    usual = DEFAULT_SEQUENTIAL if middle is None else DEFAULT_DIVERGING
    chosen = known.get(name, known[usual])
    if chosen.kind == "diverging" and direction == "high_is_bad":
        return replace(chosen, colours=chosen.colours[::-1])
    return chosen


def _colours(palette: Palette, breaks: tuple[float, ...], middle: float | None) -> tuple[str, ...]:
    if len(breaks) < 2:
        return ()
    if palette.kind == "sequential":
        return sequential(palette, len(breaks) - 1)
    turn = middle if middle is not None else (breaks[0] + breaks[-1]) / 2
    return diverging(palette, breaks, turn)


def _gaps(status: NDArray[np.uint8]) -> dict[str, int]:
    gaps = (Status.MISSING, Status.ZERO, Status.SUPPRESSED, Status.UNRELIABLE)
    return {gap.code: int((status == gap).sum()) for gap in gaps}


def _histogram(values: Values, breaks: tuple[float, ...]) -> tuple[int, ...]:
    if len(breaks) < 2 or breaks[0] == breaks[-1]:
        return ()
    counts, _ = np.histogram(values, bins=_BINS, range=(breaks[0], breaks[-1]))
    return tuple(int(n) for n in counts)
