"""The county of a workspace as an area of the map."""

from __future__ import annotations

from geodata.area_system import AreaSystem
from geodata.workspace import Workspace


def county_system(workspace: Workspace) -> AreaSystem | None:
    """The system whose one area is the county of the workspace, else the one that holds all.

    A single area in which nothing else lies, a lone Gemeinde, is not the county.
    """
    systems = tuple(workspace.systems.values())
    named = (s for s in systems if s.area_ids == (workspace.county,))
    nested = {held for s in systems for held in s.nests_in}
    coarsest = (s for s in systems if len(s) == 1 and (s.id in nested or len(systems) == 1))
    return next(named, next(coarsest, None))
