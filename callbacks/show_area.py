"""The portrait of selected areas, and their other figures of the same topic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from callbacks.this_day import today
from callbacks.write_note import notes_of
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from indicators.comparison.noise import rank_span_of
from indicators.facilities.filter import EVERYTHING, applied
from indicators.facilities.places import facilities_in
from indicators.freshness import freshness
from indicators.portrait import portrait as portrait_of
from indicators.published import published
from indicators.refusals import NoUnion
from indicators.union_portrait import union_portrait
from layers import portrait
from layers.facilities_here import facilities_here
from layers.figure_button import figure_address
from layers.fitting_view import fitting_view
from layers.several_areas import areas_name, refused_areas, several_areas
from layers.shown_area import ShownArea, shown_area
from layers.view import View

Panel = tuple[list[Any], list[Any]]


def show_area(asked: View, workspace: Workspace) -> Panel:
    """Portrait and topic of the selected areas; of the county where none is selected."""
    view = fitting_view(asked, workspace)
    if not view.indicator or view.reach.asked:
        return portrait.no_portrait(workspace.title), []
    shown = shown_area(view, workspace, asked.areas)
    if shown is None:
        return portrait.no_portrait(workspace.title), []
    areas: Sequence[str] = shown.area_ids if shown.chosen else ()
    address = figure_address(view.query, areas)
    if len(shown.area_ids) > 1:
        name = areas_name(asked.areas_name, len(shown.area_ids))
        told, others = _together(workspace, shown, name, view.since, address)
    elif shown.chosen:
        told, others = _alone(workspace, shown, view.since, address)
    else:
        try:
            told, others = _alone(workspace, shown, view.since, address)
        except Refusal:
            # The county has no figure for this period; the areas on the map have.
            told, others = portrait.no_portrait(workspace.title), []
    return [*told, *_facilities(workspace, shown, asked)], others


def _alone(workspace: Workspace, shown: ShownArea, since: str, search: str) -> Panel:
    (area_id,) = shown.area_ids
    figures = published(workspace, shown.query)
    found = portrait_of(workspace, shown.query, area_id, since=since)
    beside = portrait.Beside(
        search=search,
        freshness=freshness(workspace, shown.query.indicator, today=today()),
        tied=rank_span_of(workspace, shown.query, area_id) if shown.chosen else None,
        notes=notes_of(workspace, shown),
    )
    return (
        portrait.portrait(found, figures, chosen=shown.chosen, beside=beside),
        portrait.others(found, figures.indicator.topic, search),
    )


def _together(workspace: Workspace, shown: ShownArea, name: str, since: str, search: str) -> Panel:
    figures = published(workspace, shown.query)
    notes = notes_of(workspace, shown)
    try:
        found = union_portrait(workspace, shown.query, shown.area_ids, name, since=since)
    except NoUnion as refusal:
        told = refused_areas(
            str(refusal), figures, shown.area_ids, name=name, search=search, notes=notes
        )
        return told, []
    state = freshness(workspace, shown.query.indicator, today=today())
    return (
        several_areas(found, figures, shown.area_ids, state_of=state, search=search, notes=notes),
        portrait.others(found, figures.indicator.topic, search),
    )


def _facilities(workspace: Workspace, shown: ShownArea, asked: View) -> list[Any]:
    """What stands in the areas and passes the filter of the address, where there are any at all."""
    if not workspace.facilities:
        return []
    passing = applied(asked.facilities, workspace.facilities)
    found = facilities_in(workspace, shown.query.system, shown.area_ids, passing)
    kinds, is_filtered = workspace.facility_kinds, asked.facilities != EVERYTHING
    return [facilities_here(found, kinds, search=asked.search, is_filtered=is_filtered)]
