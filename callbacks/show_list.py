"""Somebody reads all areas in ranking or table, or picks one there."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, State

from geodata.workspace import WorkspaceHolder
from layers.ids import Id


def register(app: Dash, holder: WorkspaceHolder) -> None:  # noqa: ARG001 - all callbacks register alike
    """Bind both lists to the map's values and to the selection; no server is asked for figures."""
    app.clientside_callback(
        ClientsideFunction("ranking", "draw"),
        Input(Id.MAP_VALUES, "data"),
        Input(Id.SELECTED, "data"),
        Input(Id.AREA_PANEL, "children"),
        State(Id.PHRASES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("table", "fill"),
        Input(Id.TABLE_PLACE, "children", allow_optional=True),
        Input(Id.MAP_VALUES, "data"),
        Input(Id.LIST, "value", allow_optional=True),
        State(Id.SELECTED, "data"),
        State(Id.PHRASES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("table", "mark"),
        Input(Id.SELECTED, "data"),
        State(Id.TABLE_PLACE, "children", allow_optional=True),
        State(Id.MAP_VALUES, "data"),
        State(Id.PHRASES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("table", "pick"),
        Input(Id.TABLE, "selectedRows"),
        State(Id.SELECTED, "data"),
    )
