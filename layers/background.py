"""What lies behind the areas: the neighbours in grey and the border of the county."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.area_system import AreaSystem
from layers.geometry_asset import asset_name

ADDRESS = "/geometrie/"


def geometry_address(system: AreaSystem) -> str:
    """Where the page fetches the geometries of a system."""
    return f"{ADDRESS}{asset_name(system)}.json"


def background(context: Mapping[str, AreaSystem]) -> dict[str, str]:
    """The address of the neighbours, finest system last in the workspace; empty without any."""
    systems = list(context.values())
    return {"context": geometry_address(systems[0])} if systems else {}
