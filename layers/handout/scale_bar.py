"""How large a map is and which way is up: scale bar and north arrow."""

from __future__ import annotations

import shapely

from layers.german_number import german_number
from layers.handout.paper import Paper
from layers.theme import INK_SOFT

_SIZE_PT = 7.5
_LONGEST_MM = 32.0
_BAR_MM = 1.1
_ARROW_MM = 7.0


def length_for(metres_per_mm: float, *, longest_mm: float = _LONGEST_MM) -> float:
    """The longest round distance in metres that a bar has room for: 1, 2 or 5 times ten to the n.

    >>> length_for(400.0)
    10000.0
    """
    most = longest_mm * metres_per_mm
    power = 10.0 ** (len(str(int(most))) - 1)
    return max(step * power for step in (1, 2, 5) if step * power <= most or step == 1)


def length_text(metres: float) -> str:
    """`10 km`, `500 m`."""
    if metres >= 1000:
        return f"{german_number(metres / 1000)}\u00a0km"
    return f"{german_number(metres)}\u00a0m"


def scale_bar(paper: Paper, x_mm: float, y_mm: float, metres_per_mm: float) -> float:
    """A bar in two halves, its right end at `x_mm`, standing on `y_mm`; returns its left end."""
    metres = length_for(metres_per_mm)
    wide = metres / metres_per_mm
    left = x_mm - wide
    top = y_mm - _BAR_MM
    paper.area(shapely.box(left, top, x_mm, y_mm), fill="#ffffff", line=INK_SOFT, width_mm=0.25)
    paper.area(shapely.box(left, top, left + wide / 2, y_mm), fill=INK_SOFT)
    texts = ((left, "0", "left"), (x_mm, length_text(metres), "right"))
    for x, text, side in texts:
        paper.text(x, top - 0.9, text, size_pt=_SIZE_PT, colour=INK_SOFT, side=side, halo="#ffffff")  # type: ignore[arg-type]
    return left


def north_arrow(paper: Paper, x_mm: float, y_mm: float) -> None:
    """An arrow with an N, its foot at `y_mm` and its middle at `x_mm`."""
    top, half = y_mm - _ARROW_MM, _ARROW_MM * 0.3
    left = shapely.polygons([(x_mm, top), (x_mm - half, y_mm), (x_mm, y_mm - 1.6)])
    right = shapely.polygons([(x_mm, top), (x_mm + half, y_mm), (x_mm, y_mm - 1.6)])
    paper.area(left, fill=INK_SOFT, line=INK_SOFT, width_mm=0.2)
    paper.area(right, fill="#ffffff", line=INK_SOFT, width_mm=0.2)
    paper.text(
        x_mm,
        top - 1.0,
        "N",
        size_pt=8,
        weight="bold",
        colour=INK_SOFT,
        side="center",
        halo="#ffffff",
    )
