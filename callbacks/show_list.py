"""Somebody reads all areas in ranking or table, or picks one there."""

from __future__ import annotations

from dash import ClientsideFunction, Dash, Input, Output, State

from geodata.workspace import WorkspaceHolder
from layers.ids import Id


def register(app: Dash, holder: WorkspaceHolder) -> None:  # noqa: ARG001 - all callbacks register alike
    """Bind both lists to the map's values and to the selection; no server is asked."""
    app.clientside_callback(
        ClientsideFunction("ranking", "draw"),
        Input(Id.MAP_VALUES, "data"),
        Input(Id.SELECTED, "data"),
        State(Id.PHRASES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("table", "fill"),
        Output(Id.TABLE, "rowData"),
        Input(Id.MAP_VALUES, "data"),
        Input(Id.LIST, "value"),
        State(Id.PHRASES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("table", "mark"),
        Output(Id.TABLE, "selectedRows"),
        Input(Id.SELECTED, "data"),
        Input(Id.TABLE, "rowData"),
    )
    app.clientside_callback(
        ClientsideFunction("table", "pick"),
        Input(Id.TABLE, "selectedRows"),
        State(Id.SELECTED, "data"),
    )
