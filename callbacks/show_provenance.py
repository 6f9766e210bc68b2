"""Somebody asks where a figure comes from: answer with files, rows and steps."""

from __future__ import annotations

from flask import Response

from callbacks.plain_answer import asked_search, plain_answer
from callbacks.this_day import today
from geodata.refusals import Refusal
from geodata.workspace import WorkspaceHolder
from indicators.freshness import freshness
from indicators.provenance import provenance
from layers.fitting_view import fitting_view
from layers.provenance_text import provenance_told
from layers.shown_area import shown_area
from layers.view import View
from layers.words import words


def show_provenance(holder: WorkspaceHolder) -> Response:
    """What stands behind the figure of the portrait; 400 with the sentence where refused."""
    workspace = holder.current()
    view = fitting_view(View.from_search(asked_search()), workspace)
    shown = shown_area(view, workspace, view.areas) if view.indicator else None
    if shown is None:
        return plain_answer({"error": words("provenance.nothing")}, status=404)
    if len(shown.area_ids) > 1:
        return plain_answer({"error": words("provenance.several")}, status=400)
    try:
        found = provenance(workspace, shown.query, shown.area_ids[0])
        state = freshness(workspace, view.indicator, today=today())
    except Refusal as refusal:
        return plain_answer({"error": str(refusal)}, status=400)
    return plain_answer(provenance_told(found, state))
