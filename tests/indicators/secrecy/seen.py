"""What everybody sees of a workspace."""

from __future__ import annotations

from geodata.markers import Status
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.published import published
from indicators.query import Query

HIDDEN = "suppressed"


def shown(
    store: Store, indicator: str, system: str = "gemeinde", period: str = "2022"
) -> list[float | str]:
    """Numbers in the order of the areas, or why there is none."""
    figures = published(Workspace(store), Query(indicator, system, period))
    return [
        value if value == value else Status(status).code
        for value, status in zip(figures.values.tolist(), figures.status.tolist(), strict=True)
    ]
