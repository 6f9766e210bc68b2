"""In which areas the facilities of a workspace stand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geodata.facilities.facility import Facility
from geodata.workspace import Workspace
from indicators.kept import kept
from indicators.placing import placed

_KEPT_SYSTEMS = 16


@kept(_KEPT_SYSTEMS)
def area_positions(workspace: Workspace, system: str) -> NDArray[np.int64]:
    """For each facility (f,) the position of its area in a system; -1 for those in none.

    One on a border that areas share stands in one of them only.
    """
    facilities = workspace.facilities
    found = np.full(len(facilities), -1, np.int64)
    there = np.array([at for at, f in enumerate(facilities) if f.is_placed], np.int64)
    if len(there):
        x = np.array([facilities[at].x for at in there], np.float64)
        y = np.array([facilities[at].y for at in there], np.float64)
        found[there] = placed(workspace.geometries(system), x, y)
    found.setflags(write=False)
    return found


def facilities_in(
    workspace: Workspace, system: str, area_ids: Sequence[str], among: Sequence[Facility]
) -> tuple[Facility, ...]:
    """Those of some facilities that stand in any of the areas."""
    positions = workspace.systems[system].position
    wanted = {positions[area_id] for area_id in area_ids if area_id in positions}
    where = area_positions(workspace, system)
    inside = {
        facility.id
        for facility, at in zip(workspace.facilities, where, strict=True)
        if at in wanted
    }
    return tuple(facility for facility in among if facility.id in inside)
