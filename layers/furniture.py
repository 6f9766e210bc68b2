"""What both panels are furnished with once the map is painted."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc

from geodata.workspace import Workspace
from layers.area_panel import area_panel
from layers.question_panel import question_panel
from layers.theme import theme
from layers.view import View


def furniture(workspace: Workspace, view: View) -> dict[str, Any]:
    """The contents of the panels by name, those switches set that no server fills later."""
    return {
        "question": _dressed(question_panel(workspace, view)),
        "area": _dressed(area_panel(view)),
    }


def _dressed(contents: list[Any]) -> dmc.MantineProvider:
    return dmc.MantineProvider(contents, theme=theme(), forceColorScheme="light")
