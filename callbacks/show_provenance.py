"""Somebody asks where a figure comes from: answer with files, rows and steps."""

from __future__ import annotations

from dataclasses import replace

from flask import Response

from callbacks.plain_answer import asked_search, plain_answer
from callbacks.this_day import today
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.freshness import Freshness, Light, freshness
from indicators.provenance import Provenance, provenance
from indicators.provenance_together import provenance_together
from layers.fitting_view import fitting_view
from layers.provenance_text import provenance_told
from layers.several_areas import areas_name
from layers.shown_area import shown_area
from layers.view import View
from layers.words import words


def show_provenance(holder: WorkspaceHolder) -> Response:
    """What stands behind the figure of an address; 400 with the sentence where refused."""
    workspace = holder.current()
    view = View.from_search(asked_search())
    try:
        found = _in_ring(workspace, view) if view.ring else _on_the_map(workspace, view)
        if found is None:
            return plain_answer({"error": words("provenance.nothing")}, status=404)
        return plain_answer(provenance_told(found, _state(workspace, view, found)))
    except Refusal as refusal:
        return plain_answer({"error": str(refusal)}, status=400)


def _on_the_map(workspace: Workspace, asked: View) -> Provenance | None:
    """Of an area, of several as one, of the county where none is named; None where there is none.

    The change of a figure is one of its own.
    """
    view = fitting_view(asked, workspace)
    shown = shown_area(view, workspace, view.areas) if view.indicator else None
    if shown is None:
        return None
    if len(shown.area_ids) > 1:
        name = areas_name(view.areas_name, len(shown.area_ids))
        query = replace(shown.query, since=view.since)
        return provenance_together(workspace, query, shown.area_ids, name)
    query = replace(shown.query, since=view.since, change=view.change if view.since else "")
    return provenance(workspace, query, shown.area_ids[0])


def _in_ring(workspace: Workspace, view: View) -> Provenance:
    from indicators.comparison.ring_provenance import MEDIAN, median_provenance, ring_provenance

    if view.areas == (MEDIAN,):
        return median_provenance(workspace, view.indicator, view.ring, view.period)
    key = view.areas[0] if view.areas else workspace.county
    return ring_provenance(workspace, view.indicator, view.ring, key, view.period)


def _state(workspace: Workspace, view: View, found: Provenance) -> Freshness:
    """Nobody has said how often figures of a ring come anew."""
    if view.ring:
        return Freshness(Light.NONE, found.period)
    return freshness(workspace, found.indicator.id, today=today())
