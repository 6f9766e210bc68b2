"""The line over the years on paper: each census base and each nature its own, gaps left open."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby

import numpy as np
import shapely

from geodata.catalogue import Indicator
from geodata.markers import Nature
from indicators.portrait import Point
from layers.german_number import german_exactly
from layers.handout.ground import Frame
from layers.handout.paper import Paper, width_of
from layers.series import stretches
from layers.theme import ACCENT, INK_SOFT, LINE
from layers.unbroken import HARD_SPACE

_SIZE_PT = 8.0
_MOST_STEPS, _MOST_YEARS = 4, 7
_DASHES: dict[Nature, tuple[float, ...]] = {
    Nature.REAL: (),
    Nature.ESTIMATED: (4.0, 2.0),
    Nature.MODEL: (1.0, 1.8),
}
_MARK_MM = 0.75


def line_svg(
    series: Sequence[Point], indicator: Indicator, *, width_mm: float, height_mm: float
) -> bytes:
    """The drawing alone; at least two of the points must have a figure."""
    paper = Paper(width_mm, height_mm)
    _draw(paper, series, indicator, width_mm, height_mm)
    return paper.svg({"Title": indicator.title})


def steps_between(low: float, high: float, *, most: int = _MOST_STEPS) -> tuple[float, ...]:
    """Round numbers from below the lowest to above the highest, as few as do.

    >>> steps_between(12.3, 17.9)
    (12.0, 14.0, 16.0, 18.0)
    """
    wide = (high - low) or abs(high) or 1.0
    power = 10.0 ** math.floor(math.log10(wide / most))
    for step in (power * factor for factor in (1, 2, 2.5, 5, 10, 20)):
        first, last = math.floor(low / step), math.ceil(high / step)
        if last - first <= most:
            break
    last = max(last, first + 1)
    return tuple(round(number * step, 10) for number in range(first, last + 1))


def _draw(
    paper: Paper, series: Sequence[Point], indicator: Indicator, width: float, height: float
) -> None:
    known = [point.cell.value for point in series if point.cell.value is not None]
    ticks = steps_between(min(known), max(known))
    texts = german_exactly(ticks)
    unit = f"{HARD_SPACE}%" if indicator.unit == "%" else ""
    left = max(width_of(text + unit, size_pt=_SIZE_PT) for text in texts) + 2.0
    frame = Frame(left + 1.5, 2.5, width - left - 4.5, height - 8.0)
    for tick, text in zip(ticks, texts, strict=True):
        y = _height(tick, ticks, frame)
        across = shapely.linestrings([(left, y), (width, y)])
        paper.area(across, line=LINE, width_mm=0.2)
        paper.text(
            left - 1.0, y + 1.0, text + unit, size_pt=_SIZE_PT, colour=INK_SOFT, side="right"
        )
    _years(paper, series, frame, height)
    for number, stretch in enumerate(stretches(series)):
        _stretch(paper, series, stretch, ticks, frame, angular=bool(number % 2))


def _years(paper: Paper, series: Sequence[Point], frame: Frame, height: float) -> None:
    """The first point of each year is named, evenly chosen where there are many."""
    firsts = [next(points) for _, points in groupby(series, lambda p: p.period.text[:4])]
    step = max(math.ceil((len(firsts) - 1) / (_MOST_YEARS - 1)), 1)
    for point in firsts[:: -step if step > 1 else 1]:
        x = _place(point, series, frame)
        paper.text(
            x, height - 1.2, point.period.text[:4], size_pt=_SIZE_PT, colour=INK_SOFT, side="center"
        )


def _stretch(
    paper: Paper,
    series: Sequence[Point],
    stretch: Sequence[Point],
    ticks: Sequence[float],
    frame: Frame,
    *,
    angular: bool,
) -> None:
    nature = stretch[0].cell.nature
    places = [
        None
        if point.cell.value is None
        else (_place(point, series, frame), _height(point.cell.value, ticks, frame))
        for point in stretch
    ]
    for is_there, run in groupby(places, lambda place: place is not None):
        corners = [place for place in run if place is not None]
        if is_there and len(corners) > 1:
            line = shapely.linestrings(corners)
            paper.area(line, line=ACCENT, width_mm=0.5, dash=_DASHES[nature])
    spots = shapely.points([place for place in places if place is not None])
    marks = shapely.buffer(spots, _MARK_MM, quad_segs=8, cap_style="square" if angular else "round")
    fill = ACCENT if nature is Nature.REAL else "#ffffff"
    paper.area(np.atleast_1d(marks), fill=fill, line=ACCENT, width_mm=0.35)


def _place(point: Point, series: Sequence[Point], frame: Frame) -> float:
    first, last = (series[at].period.last_day.toordinal() for at in (0, -1))
    share = (point.period.last_day.toordinal() - first) / max(last - first, 1)
    return frame.x + share * frame.width


def _height(value: float, ticks: Sequence[float], frame: Frame) -> float:
    share = (value - ticks[0]) / (ticks[-1] - ticks[0])
    return frame.y + (1 - share) * frame.height
