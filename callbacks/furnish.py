"""Nobody does anything: the map is painted, and now the panels beside it are furnished."""

from __future__ import annotations

from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from geodata.workspace import WorkspaceHolder
from layers.ids import Id
from layers.late_libraries import PANELS, TABLE, keep_out_of_the_page, scripts
from layers.view import LISTS, View


def register(app: Dash, holder: WorkspaceHolder) -> None:
    """Bind the panels to the sign that assets/furnish.js gives, and the table to its tab."""
    keep_out_of_the_page()
    app.callback(
        Output(Id.FURNITURE, "data"),
        Input(Id.FURNISHING, "data"),
        State(Id.URL, "search"),
        prevent_initial_call=True,
    )(partial(furnish, app=app, holder=holder))
    app.clientside_callback(
        ClientsideFunction("furnish", "panels"),
        Output(Id.QUESTION_PANEL, "children"),
        Output(Id.AREA_PANEL, "children"),
        Input(Id.FURNITURE, "data"),
        prevent_initial_call=True,
    )
    app.callback(
        Output(Id.TABLE_COMING, "data"),
        Input(Id.LIST, "value"),
        State(Id.TABLE_COMING, "data"),
        prevent_initial_call=True,
    )(partial(open_table, app=app))
    app.clientside_callback(
        ClientsideFunction("furnish", "table"),
        Output(Id.TABLE_PLACE, "children"),
        Input(Id.TABLE_COMING, "data"),
        prevent_initial_call=True,
    )


def furnish(_sign: int | None, search: str | None, app: Dash, holder: WorkspaceHolder) -> Any:  # noqa: ANN401 - dash components have no base type
    """Both panels for this address, and the scripts they need."""
    # Its library takes a third of a second to import: the map comes first.
    from layers.furniture import furniture

    panels = furniture(holder.current(), View.from_search(search))
    return {"scripts": scripts(app, PANELS), **panels}


def open_table(shown_list: str | None, present: Any, app: Dash) -> Any:  # noqa: ANN401 - dash components have no base type
    """The table when it is first opened, and the scripts it needs: they are the heaviest."""
    if shown_list != LISTS[1] or present:
        return no_update
    from layers.table import table

    made = table()
    return {"scripts": scripts(app, TABLE), "table": made}
