"""Which areas a portrait is about: those chosen, else the county."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geodata.workspace import Workspace
from indicators.county import county_system
from indicators.query import Query
from layers.view import View


@dataclass(frozen=True)
class ShownArea:
    """What is asked of which areas; several are read as one. `chosen` is False for the county."""

    query: Query
    area_ids: tuple[str, ...]
    chosen: bool
    is_county: bool


def shown_area(view: View, workspace: Workspace, selected: Sequence[str]) -> ShownArea | None:
    """The areas of the view's level among those selected; None without any and without a county.

    `view` must fit the workspace.
    """
    inside = workspace.systems[view.system].position
    area_ids = tuple(dict.fromkeys(area for area in selected if area in inside))
    county = county_system(workspace)
    if area_ids:
        is_county = county is not None and county.id == view.system
        return ShownArea(view.query, area_ids, chosen=True, is_county=is_county)
    if county is None:
        return None
    whole = replace(view.query, system=county.id)
    return ShownArea(whole, county.area_ids, chosen=False, is_county=True)
