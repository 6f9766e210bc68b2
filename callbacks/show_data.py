"""Somebody opened „Daten“: show what is in the workspace."""

from __future__ import annotations

from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, no_update

from callbacks.recognise_editor import may_write
from callbacks.this_day import today
from geodata.workspace import WorkspaceHolder
from layers.data_page import data_page
from layers.ids import Id


def register(app: Dash, holder: WorkspaceHolder) -> None:
    """Bind modes and the page to the path; the choices in the address are kept."""
    app.clientside_callback(
        ClientsideFunction("frame", "mode"),
        Output(Id.SHELL, "className"),
        Output(Id.MODE_MAP, "href"),
        Output(Id.MODE_COMPARISON, "href"),
        Output(Id.MODE_FACILITIES, "href"),
        Output(Id.MODE_REACH, "href"),
        Output(Id.MODE_DATA, "href"),
        Output(Id.MODE_MAP, "className"),
        Output(Id.MODE_COMPARISON, "className"),
        Output(Id.MODE_FACILITIES, "className"),
        Output(Id.MODE_REACH, "className"),
        Output(Id.MODE_DATA, "className"),
        Output(Id.DATA_OPENED, "data"),
        Input(Id.URL, "pathname"),
        Input(Id.URL, "search"),
    )
    app.callback(
        Output(Id.DATA_PAGE, "children"),
        Input(Id.DATA_OPENED, "data"),
        prevent_initial_call=True,
    )(partial(show_data, holder=holder))


def show_data(opened: int | None, holder: WorkspaceHolder) -> Any:  # noqa: ANN401 - dash components have no base type
    """The page as it is now, each time it is opened; nothing before."""
    if not opened:
        return no_update
    return data_page(holder.current(), today=today(), editor=may_write())
