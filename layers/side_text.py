"""The two sides of a comparison in the address: `gemeinde:03354018` or `gemeinde:…;…`."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.workspace import Workspace
from indicators.comparison.place import Place
from layers.view import MOST_AREAS


def place_from(text: str, workspace: Workspace) -> Place | None:
    """The place that is meant; None where a part of it is not there (any more)."""
    name, _, ids = text.partition(":")
    area_ids = tuple(dict.fromkeys(part for part in ids.split(";") if part))[:MOST_AREAS]
    system = workspace.systems.get(name)
    if system is None or not area_ids or not all(part in system.position for part in area_ids):
        return None
    return place_of(name, area_ids)


def place_of(system: str, area_ids: Sequence[str]) -> Place:
    """One area, or several as one."""
    if len(area_ids) == 1:
        return Place(system, area_ids[0])
    return Place(system, "", tuple(area_ids))


def place_text(place: Place) -> str:
    """As the address names it."""
    return f"{place.system}:{';'.join(place.area_ids)}"


def both_sides(
    a: Place | None, b: Place | None, proposed: Sequence[tuple[Place, Place]]
) -> tuple[Place, Place] | None:
    """Both sides, those that are not chosen from the pair that is proposed first.

    Beside one that is chosen stands the one of the proposed that it is not.
    """
    if a and b:
        return a, b
    if not proposed:
        return None
    first, second = proposed[0]
    if a:
        return a, (second if a != second else first)
    if b:
        return (first if b != first else second), b
    return first, second
