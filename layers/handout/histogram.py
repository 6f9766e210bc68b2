"""How many areas have which value, as bars in the colours of their classes."""

from __future__ import annotations

import shapely

from layers.handout.facts import Handout, Histogram
from layers.handout.paper import Paper
from layers.theme import INK_SOFT

HIGH_MM = 17.0
_BARS_MM, _LEAST_BAR = 13.0, 0.06
_EDGE = "#9c9890"
_SIZE_PT = 7.8


def draw_histogram(
    paper: Paper, told: Handout, histogram: Histogram, x: float, y: float, width: float
) -> float:
    """Bars from the upper left corner down, in mm, both ends named; returns the lower edge."""
    step, highest = width / len(histogram.bins), max(histogram.bins)
    foot = y + _BARS_MM
    for number, (count, of_class) in enumerate(zip(histogram.bins, histogram.classes, strict=True)):
        if count:
            high = max(count / highest, _LEAST_BAR) * (_BARS_MM - 1)
            left = x + number * step
            bar = shapely.box(left + 0.15, foot - high, left + step - 0.15, foot)
            paper.area(bar, fill=told.classes[of_class].colour, line=_EDGE, width_mm=0.1)
    paper.area(shapely.linestrings([(x, foot), (x + width, foot)]), line=INK_SOFT, width_mm=0.2)
    paper.text(x, foot + 3.2, histogram.low, size_pt=_SIZE_PT, colour=INK_SOFT)
    right = x + width
    paper.text(right, foot + 3.2, histogram.high, size_pt=_SIZE_PT, colour=INK_SOFT, side="right")
    return y + HIGH_MM


def histogram_svg(told: Handout, *, width_mm: float = 64.0) -> bytes:
    """The bars alone; the handout must have a histogram."""
    paper = Paper(width_mm, HIGH_MM)
    if told.histogram is not None:
        draw_histogram(paper, told, told.histogram, 0.0, 0.0, width_mm)
    return paper.svg({"Creator": told.made_with})
