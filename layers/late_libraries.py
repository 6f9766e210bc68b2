"""Component libraries whose scripts come after the map: Dash would put them into every page."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from dash import Dash
from dash.development.base_component import ComponentRegistry

PANELS = "dash_mantine_components"
TABLE = "dash_ag_grid"
LATE = (PANELS, TABLE)


class FirstLibraries(type(ComponentRegistry.registry)):  # type: ignore[misc]
    """Dash's register of libraries without the late ones, whoever imports them, and when.

    An import while callbacks run would else be refused by Dash.
    """

    def add(self, value: str) -> None:
        if value not in LATE:
            super().add(value)


def keep_out_of_the_page() -> None:
    """From now on pages load without the late libraries."""
    known: Iterable[str] = ComponentRegistry.registry
    ComponentRegistry.registry = FirstLibraries(*known)


def scripts(app: Dash, library: str) -> Sequence[str]:
    """Where the page fetches a late library, which must be imported; `app` serves it from now."""
    resources = app.scripts._resources._filter_resources(sys.modules[library]._js_dist)
    found: list[str] = app._collect_and_register_resources(resources, include_async=False)
    return found
