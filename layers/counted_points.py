"""What it is that minutes are reckoned from, as it is counted: places, cells, points on streets."""

from __future__ import annotations

from geodata.german_count import counted
from geodata.workspace import Workspace
from indicators.reach.points import inhabited
from layers.words import section


def counted_points(workspace: Workspace, number: int) -> str:
    """`294 Orte`, `eine Zelle`."""
    one, many = point_words(workspace)
    return counted(number, one, many)


def points_word(workspace: Workspace) -> str:
    """The plural: `Orte`, `Zellen`."""
    return point_words(workspace)[1]


def point_words(workspace: Workspace) -> tuple[str, str]:
    """One of them and several: `Ort`, `Orte`."""
    one, many = section("reach.counted")[inhabited(workspace).basis]
    return one, many
