"""Somebody opened „Daten“: show what is in the workspace."""

from __future__ import annotations

from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, no_update

from geodata.workspace import WorkspaceHolder
from layers.data_page import data_page
from layers.ids import Id
from layers.shell import DATA_PATH


def register(app: Dash, holder: WorkspaceHolder) -> None:
    """Bind modes and the page to the path; the choices in the address are kept."""
    app.clientside_callback(
        ClientsideFunction("frame", "mode"),
        Output(Id.SHELL, "className"),
        Output(Id.MODE_MAP, "href"),
        Output(Id.MODE_DATA, "href"),
        Output(Id.MODE_MAP, "className"),
        Output(Id.MODE_DATA, "className"),
        Input(Id.URL, "pathname"),
        Input(Id.URL, "search"),
    )
    app.callback(Output(Id.DATA_PAGE, "children"), Input(Id.URL, "pathname"))(
        partial(show_data, holder=holder)
    )


def show_data(path: str | None, holder: WorkspaceHolder) -> Any:  # noqa: ANN401 - dash components have no base type
    """The page for its own path; on all others it stays as it is, unseen."""
    return data_page(holder.current()) if path == DATA_PATH else no_update
