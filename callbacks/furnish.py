"""Nobody does anything: the map is painted, and now the panels beside it are furnished."""

from __future__ import annotations

from typing import Any

from dash import Dash, no_update

from geodata.workspace_holder import WorkspaceHolder
from layers.late_libraries import PANELS, TABLE, scripts
from layers.view import LISTS, View


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
