"""The stage asks what is said of a chapter beside its map."""

from __future__ import annotations

from dataclasses import asdict

from flask import Response

from callbacks.plain_answer import asked_search, plain_answer
from callbacks.snapshot import asked_workspace
from geodata.refusals import Refusal
from geodata.workspace_holder import WorkspaceHolder
from layers.chosen_facts import chosen_facts
from layers.fitting_view import fitting_view
from layers.view import View


def chosen_areas(holder: WorkspaceHolder) -> Response:
    """The figures of the areas that the address names, and of the county."""
    asked = View.from_search(asked_search())
    workspace = asked_workspace(asked.entry, holder)
    view = fitting_view(asked, workspace)
    try:
        facts = chosen_facts(workspace, view) if view.indicator else ()
    except Refusal:
        # Where the map has no figures, it says why.
        facts = ()
    return plain_answer({"facts": [asdict(fact) for fact in facts]})
