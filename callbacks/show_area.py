"""Somebody selected areas, or another question: show the portrait."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from dash import no_update

from callbacks.recognise_editor import may_sign_in, may_write
from callbacks.this_day import today
from callbacks.write_note import notes_of
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.comparison.noise import rank_span_of
from indicators.facilities.filter import EVERYTHING, applied
from indicators.facilities.places import facilities_in
from indicators.freshness import freshness
from indicators.kept import kept
from indicators.portrait import portrait as portrait_of
from indicators.published import published
from indicators.refusals import NoUnion
from indicators.union_portrait import union_portrait
from layers import portrait
from layers.facilities_here import facilities_here
from layers.figure_button import figure_address
from layers.fitting_view import fitting_view
from layers.plain_parts import plain_parts
from layers.several_areas import areas_name, refused_areas, several_areas
from layers.shown_area import ShownArea, shown_area
from layers.view import View

_MOST_KEPT = 128
_Panel = tuple[list[Any], list[Any]]


def show_area(
    painted: dict[str, Any] | None,
    selected: list[str] | None,
    search: str | None,
    holder: WorkspaceHolder,
) -> Any:  # noqa: ANN401 - dash components have no base type
    """Portrait and topic of the selected areas; of the county where none is selected."""
    if painted is None:
        return no_update, no_update
    view = View.from_search(painted["search"])
    if view.reach.asked:
        return no_update, no_update
    # What is drawn depends on who looks only by what they may do with notes.
    rights = (may_write(), may_sign_in())
    chosen = tuple(selected or ())
    return _panel(holder.current(), view, chosen, View.from_search(search), today(), rights)


@kept(_MOST_KEPT)
def _panel(
    workspace: Workspace,
    view: View,
    chosen: tuple[str, ...],
    asked: View,
    _day: datetime.date,
    _rights: tuple[bool, bool],
) -> Any:  # noqa: ANN401 - dash components have no base type
    """As it goes to the browser: of fifty who look, most ask for what another has just seen."""
    told, others = _told(workspace, fitting_view(view, workspace), chosen, asked)
    return plain_parts(told), plain_parts(others)


def _told(workspace: Workspace, view: View, chosen: tuple[str, ...], asked: View) -> _Panel:
    if not view.indicator:
        return portrait.no_portrait(workspace.title), []
    shown = shown_area(view, workspace, chosen)
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


def _alone(workspace: Workspace, shown: ShownArea, since: str, search: str) -> _Panel:
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


def _together(workspace: Workspace, shown: ShownArea, name: str, since: str, search: str) -> _Panel:
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
