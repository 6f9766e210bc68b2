"""How many of those who are meant live at each point: everybody, or those of an age.

Who counts an age counts it in areas, not at points. Inside an area it is spread as all people are.
Only published figures are used: whatever the minutes tell of their weights is known already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.markers import Nature, Status
from geodata.workspace import Workspace
from indicators.choices import systems
from indicators.kept import kept
from indicators.published import Published, published
from indicators.query import Query
from indicators.reach.points import areas_of_points, inhabited
from indicators.reach.refusals import UnknownGroup

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Weights:
    """`people` (k,) at the inhabited points, and how it is known that they live there."""

    people: Floats
    nature: Nature


@kept(16)
def weights_of(workspace: Workspace, group: str = "") -> Weights:
    """The people of a group at each point, from the finest levels that show it.

    What a level hides is taken from the level above: what that shows more than its shown parts.
    Raises `UnknownGroup` where nobody counts such people, and `NobodyKnown`.
    """
    points = inhabited(workspace)
    if not group:
        return Weights(points.people, points.nature)
    people = np.full(len(points), np.nan)
    nature = points.nature
    for figures in _finest_first(workspace, group):
        areas = areas_of_points(workspace, figures.system.id)
        added = _spread(figures, areas, people, points.people)
        found = np.isnan(people) & ~np.isnan(added)
        if found.any():
            people[found] = added[found]
            nature = max(nature, figures.worst_nature, _spread_nature(points.source, figures))
    if np.isnan(people).all():
        raise UnknownGroup(group=group)
    return Weights(np.nan_to_num(people), nature)


def base_of(workspace: Workspace, group: str, system: str, n: int) -> Floats:
    """How many people (n,) the figures of each area stand on.

    NaN where it is not to be seen: then a figure of theirs is not to be seen either. A group has
    what is published of it; where its level has no figures, what lives at the points.
    """
    areas, weights = areas_of_points(workspace, system), weights_of(workspace, group)
    inside = areas >= 0
    lived: Floats = np.bincount(areas[inside], weights.people[inside], minlength=n).astype(float)
    figures = next((f for f in _finest_first(workspace, group) if f.system.id == system), None)
    if group and figures is not None:
        told = ~np.isnan(figures.values) | (figures.status == Status.SUPPRESSED)
        return np.where(told, figures.values, lived)
    return lived


def _finest_first(workspace: Workspace, group: str) -> Iterator[Published]:
    record = workspace.indicators.get(group)
    if record is None or record.kind != "count" or record.reach:
        return
    for system in sorted(systems(workspace, group), key=len, reverse=True):
        yield published(workspace, Query(group, system.id))


def _spread(
    figures: Published, areas: NDArray[np.int64], known: Floats, everybody: Floats
) -> Floats:
    """For points (k,) not yet known: what their area shows beyond the known, by all people."""
    n = len(figures.values)
    open_ = np.isnan(known) & (areas >= 0)
    taken = np.bincount(areas[(areas >= 0) & ~open_], known[(areas >= 0) & ~open_], minlength=n)
    living = np.bincount(areas[open_], everybody[open_], minlength=n)
    left = np.maximum(figures.values - taken, 0.0)
    added = np.full(len(known), np.nan)
    at = areas[open_]
    with np.errstate(divide="ignore", invalid="ignore"):
        added[open_] = left[at] * everybody[open_] / living[at]
    return added


def _spread_nature(source: str, figures: Published) -> Nature:
    """Counted where each point is the area that the group is counted in; else an estimate."""
    return Nature.REAL if source == figures.system.id else Nature.ESTIMATED
