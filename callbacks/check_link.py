"""Somebody came by a link: say what of it is no longer there."""

from __future__ import annotations

from flask import Response, request

from callbacks.plain_answer import asked_search, plain_answer
from geodata.workspace_holder import WorkspaceHolder
from layers.shell import REACH_PATH
from layers.what_is_gone import what_is_gone

# The page adds it to the search that it was opened with.
_PATH = "seitenpfad"


def check_link(holder: WorkspaceHolder) -> Response:
    """The sentences, none where all is there."""
    asked = [part for part in asked_search()[1:].split("&") if not part.startswith(f"{_PATH}=")]
    reach = request.args.get(_PATH) == REACH_PATH
    said = what_is_gone("?" + "&".join(asked), holder.current(), reach=reach)
    return plain_answer({"sentences": said})
