"""Names on a drawn map: the weightiest first, none over another, none outside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from layers.handout.ground import Frame, Ground
from layers.handout.paper import MM_PER_POINT, Shapes, width_of

_SIZE_PT, _SMALLER_PT, _NEIGHBOUR_PT = 8.5, 7.5, 8.0
_LINE = 1.1
_GAP_MM = 0.9
_ROOM = 1.45
_MOST_SHOWN, _MOST_TRIED, _MOST_PLACES = 160, 900, 40
_LONGEST, _LONGEST_NEIGHBOUR = 13, 16
_SHIFTS_MM = (0.0, -2.6, 2.6, -4.2, 4.2)
_BELOW_RING_MM = 1.6
_LARGE_MM = 26.0
_ACROSS, _DOWN, _EDGE = 18, 12, 0.06


@dataclass(frozen=True)
class Name:
    """A name in its place: lines of text, the middle of their block, and what they cover."""

    lines: tuple[str, ...]
    x: float
    y: float
    size_pt: float
    is_neighbour: bool
    box: tuple[float, float, float, float]


def spots_in(shapes: Shapes) -> NDArray[np.float64]:
    """A point (n, 2) well inside each area."""
    precision = np.maximum(np.sqrt(shapely.area(shapes)) / 50, 1e-3)
    circles = shapely.maximum_inscribed_circle(shapes, precision)
    found: NDArray[np.float64] = shapely.get_coordinates(shapely.get_point(circles, 0))
    return found


def names_on(
    ground: Ground,
    names: Sequence[str],
    *,
    ringed: NDArray[np.bool_],
    first: Sequence[int] = (),
    taken: Sequence[tuple[float, float, float, float]] = (),
) -> list[Name]:
    """The names that find room; those at the positions `first` before all others.

    `ringed` (n,) says where a ring stands; `taken` are boxes in mm where no name may stand.
    """
    inner = ground.frame
    candidates = [*_of_areas(ground, names, ringed, first), *_of_neighbours(ground)]
    placed: list[Name] = []
    boxes = list(taken)
    for candidate in candidates:
        if len(placed) >= _MOST_SHOWN:
            break
        for shift in _SHIFTS_MM:
            moved = _shifted(candidate, shift)
            if _inside(moved.box, inner) and not any(_touch(moved.box, box) for box in boxes):
                placed.append(moved)
                boxes.append(moved.box)
                break
    return placed


def short_name(name: str) -> str:
    """„Lüchow (Wendland), Stadt“ is „Lüchow“ on a map.

    >>> short_name("Lüchow (Wendland), Stadt")
    'Lüchow'
    """
    short = re.sub(r"\s*\([^)]*\)\s*$", "", re.sub(r",.*$", "", name)).strip()
    return short or name


def broken(name: str, longest: int) -> tuple[str, ...]:
    """Long compounds break at the blank or hyphen nearest to their middle.

    >>> broken("Klein Trebel-Nemitz", 13)
    ('Klein Trebel-', 'Nemitz')
    """
    breaks = [found.start() for found in re.finditer("[ -]", name)]
    if len(name) <= longest or not breaks:
        return (name,)
    middle = min(breaks, key=lambda at: abs(at - len(name) / 2))
    first = name[: middle + (name[middle] == "-")].strip()
    return (first, name[middle + 1 :].strip())


def _told(name: str, alike: Counter[str]) -> tuple[str, ...]:
    """Where two areas would be called alike, each says below the name what it is."""
    short = short_name(name)
    rest = re.sub(r"^[\s,]+", "", name[len(short) :])
    return (short, rest) if alike[short] > 1 and rest else broken(short, _LONGEST)


def _of_areas(
    ground: Ground, names: Sequence[str], ringed: NDArray[np.bool_], first: Sequence[int]
) -> list[Name]:
    """Chosen areas first, then the weightiest; of places only so many that dots stay in sight."""
    order = [*first, *np.argsort(-ground.weights, kind="stable").tolist()]
    most = _MOST_TRIED if ground.beneath is None else _MOST_PLACES
    positions = list(dict.fromkeys(order))[:most]
    if not positions:
        return []
    shapes = ground.areas[positions]
    spots = spots_in(shapes)
    alike = Counter(short_name(name) for name in names)
    bounds = shapely.bounds(shapes)
    found = []
    for at, position in enumerate(positions):
        lines = _told(names[position], alike)
        room = float(bounds[at, 2] - bounds[at, 0])
        size = _SIZE_PT if room > _LARGE_MM else _SMALLER_PT
        below = 0.0
        if ringed[position] or ground.beneath is not None:
            high = len(lines) * size * _LINE * MM_PER_POINT
            radius = room / 2 if ground.beneath is not None else _BELOW_RING_MM
            below = radius + high / 2
        made = _name(lines, spots[at, 0], spots[at, 1] + below, size)
        wide = made.box[2] - made.box[0] - 2 * _GAP_MM
        if ground.beneath is not None or wide <= room * _ROOM or position in first:
            found.append(made)
    return found


def _of_neighbours(ground: Ground) -> list[Name]:
    """In the middle of what is to be seen of a neighbour, off our own areas."""
    frame = ground.frame
    steps_x = _EDGE + (1 - 2 * _EDGE) * (np.arange(_ACROSS) + 0.5) / _ACROSS
    steps_y = _EDGE + (1 - 2 * _EDGE) * (np.arange(_DOWN) + 0.5) / _DOWN
    x, y = (grid.ravel() for grid in np.meshgrid(steps_x, steps_y))
    x, y = frame.x + x * frame.width, frame.y + y * frame.height
    found = []
    for name, shape in zip(ground.neighbour_names, ground.neighbours, strict=True):
        lines = broken(short_name(name), _LONGEST_NEIGHBOUR)
        inside = shapely.contains_xy(shape, x, y)
        spots = np.column_stack([x, y])[inside]
        if not len(spots):
            continue
        for at in np.argsort(((spots - spots.mean(axis=0)) ** 2).sum(axis=1), kind="stable"):
            made = _name(lines, spots[at, 0], spots[at, 1], _NEIGHBOUR_PT, is_neighbour=True)
            # Written across a border, a name would belong to nobody.
            if shapely.contains(shape, shapely.box(*made.box)):
                found.append(made)
                break
    return found


def _name(
    lines: tuple[str, ...], x: float, y: float, size: float, *, is_neighbour: bool = False
) -> Name:
    wide = max(width_of(line, size_pt=size) for line in lines)
    high = len(lines) * size * _LINE * MM_PER_POINT
    box = (
        float(x - wide / 2 - _GAP_MM),
        float(y - high / 2 - 0.2),
        float(x + wide / 2 + _GAP_MM),
        float(y + high / 2 + 0.2),
    )
    return Name(lines, float(x), float(y), size, is_neighbour, box)


def _shifted(name: Name, by: float) -> Name:
    west, north, east, south = name.box
    box = (west, north + by, east, south + by)
    return Name(name.lines, name.x, name.y + by, name.size_pt, name.is_neighbour, box)


def _inside(box: tuple[float, float, float, float], frame: Frame) -> bool:
    west, north, east, south = box
    return (
        west >= frame.x
        and east <= frame.x + frame.width
        and north >= frame.y
        and south <= frame.y + frame.height
    )


def _touch(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
