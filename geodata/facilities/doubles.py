"""Facilities that stand twice in a list, and those that only seem to."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields

from geodata.facilities.columns import normal
from geodata.facilities.facility import Facility

# The middle of a plot and the door of the house in it are the same place.
SAME_PLACE_M = 50.0
_TOLD = tuple(
    field.name
    for field in fields(Facility)
    if field.name not in ("id", "row", "x", "y", "address", "name", "inside", "import_id")
)


@dataclass(frozen=True)
class Double:
    """Two positions in a list with one name in one place; `same` where the later adds nothing."""

    earlier: int
    later: int
    same: bool


def doubles(facilities: Sequence[Facility]) -> tuple[Double, ...]:
    """What bears the name of an earlier one and stands in its place, or at its address.

    Without a name nothing is said to be the same.
    """
    found: list[Double] = []
    named: dict[str, list[int]] = {}
    for later, facility in enumerate(facilities):
        name = normal(facility.name)
        if not name:
            continue
        earlier = next((e for e in named.get(name, ()) if _together(facilities[e], facility)), None)
        if earlier is None:
            named.setdefault(name, []).append(later)
        else:
            found.append(Double(earlier, later, _adds_nothing(facilities[earlier], facility)))
    return tuple(found)


def _together(a: Facility, b: Facility) -> bool:
    if a.x is not None and a.y is not None and b.x is not None and b.y is not None:
        return math.hypot(a.x - b.x, a.y - b.y) <= SAME_PLACE_M
    return normal(a.address) == normal(b.address)


def _adds_nothing(earlier: Facility, later: Facility) -> bool:
    told = ((getattr(earlier, name), getattr(later, name)) for name in _TOLD)
    return all(new in (None, "", (), {}) or new == old for old, new in told)
