"""Somebody reads all areas in ranking or table, or picks one there."""

from __future__ import annotations

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from geodata.workspace import WorkspaceHolder
from layers.ids import Id
from layers.table import table
from layers.view import LISTS


def register(app: Dash, holder: WorkspaceHolder) -> None:  # noqa: ARG001 - all callbacks register alike
    """Bind both lists to the map's values and to the selection; no server is asked for figures."""
    app.clientside_callback(
        ClientsideFunction("ranking", "draw"),
        Input(Id.MAP_VALUES, "data"),
        Input(Id.SELECTED, "data"),
        State(Id.PHRASES, "data"),
    )
    app.callback(
        Output(Id.TABLE_PLACE, "children"),
        Input(Id.LIST, "value"),
        State(Id.TABLE_PLACE, "children"),
        prevent_initial_call=True,
    )(open_table)
    app.clientside_callback(
        ClientsideFunction("table", "fill"),
        Input(Id.TABLE_PLACE, "children"),
        Input(Id.MAP_VALUES, "data"),
        Input(Id.LIST, "value"),
        State(Id.SELECTED, "data"),
        State(Id.PHRASES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("table", "mark"),
        Input(Id.SELECTED, "data"),
        State(Id.TABLE_PLACE, "children"),
        State(Id.MAP_VALUES, "data"),
        State(Id.PHRASES, "data"),
    )
    app.clientside_callback(
        ClientsideFunction("table", "pick"),
        Input(Id.TABLE, "selectedRows"),
        State(Id.SELECTED, "data"),
    )


def open_table(shown_list: str, present: Any) -> Any:  # noqa: ANN401 - dash components have no base type
    """The table when it is first opened: its library is heavy, and the map comes first."""
    return table() if shown_list == LISTS[1] and not present else no_update
