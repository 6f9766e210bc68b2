"""Somebody chose something: the address follows, and the controls follow the address."""

from __future__ import annotations

from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from geodata.workspace import Workspace, WorkspaceHolder
from indicators.choices import periods, systems
from layers.choice_lists import (
    drawing_values,
    drawn_breaks,
    period_options,
    since_options,
    system_options,
)
from layers.fitting_view import fitting_view
from layers.ids import Id
from layers.view import View, breaks_to_text
from layers.words import words

_MOVED = {
    Id.PERIOD: "value",
    Id.SINCE: "value",
    Id.CHANGE: "value",
    Id.SYSTEM: "value",
    Id.METHOD: "value",
    Id.CLASS_COUNT: "value",
    Id.PALETTE: "value",
    Id.OWN_BREAKS: "value",
    Id.LIST: "value",
    Id.SIDE: "value",
    Id.FIXED_CLASSES: "checked",
    Id.SECOND_MAP: "checked",
    Id.SAME_CLASSES: "checked",
    Id.NAMES: "checked",
    Id.BASEMAP_SWITCH: "checked",
    Id.CLICKED: "data",
}


def register(app: Dash, holder: WorkspaceHolder) -> None:
    """Bind controls to the address and back; the server only says what can be chosen."""
    app.clientside_callback(
        ClientsideFunction("choices", "compose"),
        Output(Id.URL, "search"),
        # Areas are clicked before the panels are there.
        *[Input(component, prop, allow_optional=True) for component, prop in _MOVED.items()],
        State(Id.URL, "search"),
        State(Id.SHOWN, "data"),
        State(Id.PHRASES, "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("choices", "split"),
        Output(Id.SELECTED, "data"),
        Input(Id.URL, "search"),
        Input(Id.URL, "pathname"),
        State(Id.SELECTED, "data"),
    )
    app.callback(
        Output(Id.SHOWN, "data"),
        Input(Id.CONTROLLED, "data"),
        prevent_initial_call=True,
    )(partial(shown_choices, holder=holder))
    app.clientside_callback(
        ClientsideFunction("choices", "show"),
        Input(Id.SHOWN, "data"),
        Input(Id.QUESTION_PANEL, "children"),
        State(Id.CONTROLLED, "data"),
        State(Id.PHRASES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("questions", "draw"),
        Input(Id.QUESTION_PANEL, "children"),
        State(Id.TOPICS, "data", allow_optional=True),
        State(Id.PHRASES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("choices", "fields"),
        Output(Id.CLASS_COUNT_FIELD, "hidden"),
        Output(Id.OWN_BREAKS_FIELD, "hidden"),
        Input(Id.METHOD, "value"),
    )


def shown_choices(search: str | None, holder: WorkspaceHolder) -> Any:  # noqa: ANN401 - Dash has no type for "nothing changes"
    """What the map shows that the controls are for, and what else could be chosen."""
    if search is None:
        return no_update
    workspace = holder.current()
    view = fitting_view(View.from_search(search), workspace)
    if not view.indicator or view.reach.asked:
        return no_update
    return {"search": search, **choices_of(view, workspace)}


def choices_of(view: View, workspace: Workspace) -> dict[str, Any]:
    """The values of all controls for a fitted view, and the options of those that depend on it."""
    indicator = workspace.indicators[view.indicator]
    offered = periods(workspace, view.indicator, view.system)
    return {
        "title": words("app.page_title", title=indicator.question or indicator.title),
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
