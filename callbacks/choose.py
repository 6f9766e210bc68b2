"""Somebody chose something, and the map is painted: what the controls show from now on."""

from __future__ import annotations

from typing import Any

from geodata.workspace import Workspace
from indicators.choices import periods, systems
from layers.choice_lists import (
    drawing_values,
    drawn_breaks,
    period_options,
    since_options,
    system_options,
)
from layers.fitting_view import fitting_view
from layers.view import View, breaks_to_text
from layers.words import words


def shown_choices(asked: View, workspace: Workspace) -> dict[str, Any] | None:
    """What the map shows that the controls are for; None where it shows no indicator."""
    view = fitting_view(asked, workspace)
    if not view.indicator or view.reach.asked:
        return None
    return choices_of(view, workspace)


def choices_of(view: View, workspace: Workspace) -> dict[str, Any]:
    """The values of all controls for a fitted view, and the options of those that depend on it."""
    indicator = workspace.indicators[view.indicator]
    offered = periods(workspace, view.indicator, view.system)
    return {
        "title": words("app.page_title", title=indicator.question or indicator.title),
        "turned": indicator.direction == "high_is_bad",
        "systems": system_options(systems(workspace, view.indicator)),
        "periods": period_options(offered),
        "sinces": since_options(offered, view.period),
        "values": {
            "indikator": view.indicator,
            "zeit": view.period,
            "seit": view.since,
            "aenderung": "prozent" if view.change else "absolut",
            "fest": "1" if view.fixed_classes else "",
            "ebene": view.system,
            **drawing_values(view, indicator),
            "grenzen": breaks_to_text(drawn_breaks(view, indicator)),
        },
    }
