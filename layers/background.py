"""The static files that a map lies on: its areas, and the neighbours behind them in grey."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.area_system import AreaSystem
from layers.geometry_asset import asset_name

ADDRESS = "/geometrie/"


def geometry_address(system: AreaSystem) -> str:
    """Where the page fetches the geometries of a system."""
    return f"{ADDRESS}{asset_name(system)}.json"


def context_address(context: Mapping[str, AreaSystem]) -> str:
    """Where the page fetches the neighbours; the first system where there are several."""
    return next((geometry_address(system) for system in context.values()), "")
