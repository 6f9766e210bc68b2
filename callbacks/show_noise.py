"""The list stands: say how far chance may have moved its figures and ranks."""

from __future__ import annotations

from typing import Any

from flask import Response

from callbacks.plain_answer import asked_search, plain_answer
from callbacks.snapshot import asked_workspace
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.comparison.noise import noise
from indicators.kept import kept
from indicators.published import published
from layers.fitting_view import fitting_view
from layers.noise_marks import noise_marks
from layers.view import View

_KEPT_ANSWERS = 64


def show_noise(holder: WorkspaceHolder) -> Response:
    """The marks for the question of the address; empty where there are none."""
    search = asked_search()
    workspace = asked_workspace(View.from_search(search).entry, holder)
    return plain_answer(_marks(workspace, search))


@kept(_KEPT_ANSWERS)
def _marks(workspace: Workspace, search: str) -> dict[str, Any]:
    return marks_of(fitting_view(View.from_search(search), workspace), workspace)


def marks_of(view: View, workspace: Workspace) -> dict[str, Any]:
    """Of a fitted view, one entry an area; empty where chance says nothing."""
    # A change has no interval of its own; its ranks stand as they are.
    if not view.indicator or view.since:
        return {}
    try:
        return noise_marks(published(workspace, view.query), noise(workspace, view.query))
    except Refusal:
        return {}
