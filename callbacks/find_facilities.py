"""Somebody looks for facilities: bind the list of all, the answer to a filter, and the panel."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from dash import ClientsideFunction, Dash, Input
from flask import Response, jsonify

from callbacks.plain_answer import asked_search, plain_answer
from geodata.workspace import WorkspaceHolder
from layers.ids import Id
from layers.late_files import late_files


def register(app: Dash, holder: WorkspaceHolder) -> None:
    """Bind the addresses that the mode asks, and the panel that shows the answers.

    They are asked for by their own addresses, as the map is: see `callbacks.draw_map`.
    """
    assets = Path(app.config.assets_folder)
    prefix = f"{app.config.requests_pathname_prefix}{app.config.assets_url_path.strip('/')}/"
    app.server.add_url_rule("/einrichtungen/liste", "einrichtungen", partial(_all, holder=holder))
    app.server.add_url_rule("/einrichtungen/auswahl", "auswahl", partial(_told, holder=holder))
    app.server.add_url_rule(
        "/einrichtungen/dateien",
        "einrichtungsdateien",
        lambda: jsonify(late_files(assets, prefix, ("boards", "facilities"))),
    )
    app.clientside_callback(
        ClientsideFunction("facilities", "show"),
        # In the order of `callbacks.compare` Dash would take it for that callback.
        Input(Id.PAINTED, "data"),
        Input(Id.URL, "pathname"),
        Input(Id.URL, "search"),
    )


# What answers is loaded when it is first asked for: the map comes first.


def _all(holder: WorkspaceHolder) -> Response:
    from layers.facility_list import facility_list

    return plain_answer(facility_list(holder.current()))


def _told(holder: WorkspaceHolder) -> Response:
    from callbacks.found_facilities import found_facilities

    return plain_answer(found_facilities(asked_search(), holder))
