"""The page of a workspace, with everything bound to it that a person may do there."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import Any

from dash import Dash, html, set_props
from flask import request

from callbacks import (
    addresses,
    gestures,
    guard_requests,
    own_address,
    recognise_editor,
    unknown_path,
)
from callbacks.own_address import LOCAL, OwnAddress
from geodata.refusals import Refusal
from geodata.workspace_holder import WorkspaceHolder
from layers.ids import Id
from layers.page_files import PageFile, page_file
from layers.shell import notice, shell
from layers.words import words

# What a browser sends is a few choices; anything larger is not from this page.
MOST_REQUEST_BYTES = 1_000_000
_LAYOUT_ADDRESS = "/_dash-layout"
_YEAR_SECONDS = 365 * 24 * 3600
_ASSETS = Path(__file__).parents[1] / "assets"
_LOG = logging.getLogger("sozialraumatlas")
_PAGE = """<!DOCTYPE html>
<html lang="de">
    <head>
        {%metas%}
        <title>{%title%}</title>
        {%favicon%}
        {%css%}
        <link rel="stylesheet" href="OUR_STYLES">
    </head>
    <body>
        <noscript>NO_SCRIPT</noscript>
        {%app_entry%}
        <footer>
            {%config%}
            {%scripts%}
            <script src="OUR_SCRIPTS"></script>
            {%renderer%}
        </footer>
    </body>
</html>"""


def create_app(
    holder: WorkspaceHolder,
    *,
    hosts: tuple[str, ...] = (),
    passphrase: str = "",
    own: OwnAddress = LOCAL,
    contact: str = "",
) -> Dash:
    """The atlas of a workspace. `hosts` are the names, beside this machine's own, it answers to.

    Whoever gives the `passphrase` may write notes; without one only this machine may. `own` is the
    address that links for others begin with, `contact` is whom to tell of a barrier. Raises
    `ShortPassphrase`.
    """
    styles, scripts = page_file(_ASSETS, "css"), page_file(_ASSETS, "js")
    app = _bare_app(styles, scripts)
    app.server.config["MAX_CONTENT_LENGTH"] = MOST_REQUEST_BYTES
    # The page names each of its files together with the time of its last change.
    app.server.config["SEND_FILE_MAX_AGE_DEFAULT"] = _YEAR_SECONDS
    app.server.config.update(
        ATLAS_STYLES=styles.address, ATLAS_ASSETS=str(_ASSETS), ATLAS_CONTACT=contact
    )
    app.layout = partial(_layout, holder)
    recognise_editor.register(app, passphrase)
    own_address.register(app, own)
    gestures.register(app, holder)
    addresses.register(app, holder, (styles, scripts))
    guard_requests.register(app, hosts)
    unknown_path.register(app, holder)
    return app


def _bare_app(styles: PageFile, scripts: PageFile) -> Dash:
    """The page, to which nothing is bound yet."""
    return Dash(
        "sozialraumatlas",
        assets_folder=str(_ASSETS),
        include_assets_files=False,
        # The page says its whole title when it knows the workspace, which may not be open yet.
        title=words("app.name"),
        update_title="",
        index_string=_PAGE.replace("NO_SCRIPT", words("app.no_script"))
        .replace("OUR_STYLES", styles.address)
        .replace("OUR_SCRIPTS", scripts.address),
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
        compress=True,
        # Else the whole layout travels twice: once more, in the page, to check callback ids with.
        suppress_callback_exceptions=True,
        on_error=say_what_went_wrong,
        enable_mcp=False,
    )


def say_what_went_wrong(error: Exception) -> None:
    """The one error door: a refusal is said as it is, anything else is logged and said calmly."""
    if isinstance(error, Refusal):
        sentence = str(error)
    else:
        _LOG.error("Unerwarteter Fehler", exc_info=error)
        sentence = words("frame.error")
    set_props(Id.NOTICE, {"children": notice(sentence)})


def _layout(holder: WorkspaceHolder) -> Any:  # noqa: ANN401 - dash components have no base type
    """The page of the workspace, to whoever asks for it.

    Before its very first answer Dash looks at the layout on its own, and then the page itself would
    wait until the workspace is open.
    """
    return shell(holder.current()) if request.path == _LAYOUT_ADDRESS else html.Div()
