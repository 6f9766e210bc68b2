"""Somebody follows an address that the atlas does not have: said, and not answered by a map."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dash import Dash
from flask import Response, redirect, request
from werkzeug.wrappers import Response as Answer

from callbacks.late import late
from geodata.workspace_holder import WorkspaceHolder
from layers.shell import MODE_PATHS

# Dash answers whatever nobody else does with the page.
_WHATEVER = "/<path:path>"
# What browsers ask for beside every page that names no picture of its own, and where it is.
_ICON, _OUR_ICON = "/favicon.ico", "/_favicon.ico"


def register(app: Dash, holder: WorkspaceHolder) -> None:
    """Look at every request before Dash answers it."""
    not_found = late("show_text_page.show_not_found", holder=holder)
    app.server.before_request(partial(answer_unknown, not_found))


def answer_unknown(not_found: Callable[[], Response]) -> Answer | None:
    """The page „nicht gefunden“; a slash too many leads to the page without it."""
    rule = request.url_rule
    if rule is None or rule.rule != _WHATEVER or request.path in MODE_PATHS:
        return None
    if request.path == _ICON:
        return redirect(_OUR_ICON, code=308)
    plain = request.path.rstrip("/")
    if plain in MODE_PATHS:
        asked = request.query_string.decode("ascii", "replace")
        return redirect(f"{plain}?{asked}" if asked else plain, code=308)
    return not_found()
