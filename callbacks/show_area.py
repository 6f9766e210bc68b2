"""Somebody selected areas, or another question: show the portrait."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from callbacks.this_day import today
from callbacks.write_note import notes_of
from geodata.refusals import Refusal
from geodata.workspace import Workspace, WorkspaceHolder
from indicators.comparison.noise import rank_span_of
from indicators.freshness import freshness
from indicators.portrait import portrait as portrait_of
from indicators.published import published
from indicators.refusals import NoUnion
from indicators.union_portrait import union_portrait
from layers import portrait
from layers.fitting_view import fitting_view
from layers.ids import Id
from layers.several_areas import areas_name, refused_areas, several_areas
from layers.shown_area import ShownArea, shown_area
from layers.view import View

_Panel = tuple[list[Any], list[Any]]


def register(app: Dash, holder: WorkspaceHolder) -> None:
    """Bind the portrait to map and selection; it waits until the panel is there."""
    app.callback(
        Output(Id.PORTRAIT, "children"),
        Output(Id.OTHERS, "children"),
        Input(Id.PAINTED, "data"),
        Input(Id.SELECTED, "data"),
        State(Id.URL, "search"),
    )(partial(show_area, holder=holder))
    app.clientside_callback(ClientsideFunction("frame", "reveal"), Input(Id.CLICKED, "data"))
    app.clientside_callback(ClientsideFunction("portrait", "dress"), Input(Id.PORTRAIT, "children"))


def show_area(
    painted: dict[str, Any] | None,
    selected: list[str] | None,
    search: str | None,
    holder: WorkspaceHolder,
) -> Any:  # noqa: ANN401 - dash components have no base type
    """Portrait and topic of the selected areas; of the county where none is selected."""
    if painted is None:
        return no_update, no_update
    workspace = holder.current()
    view = fitting_view(View.from_search(painted["search"]), workspace)
    if not view.indicator:
        return portrait.no_portrait(workspace.title), []
    shown = shown_area(view, workspace, selected or ())
    if shown is None:
        return portrait.no_portrait(workspace.title), []
    address = _address(view, shown)
    asked = View.from_search(search)
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
        portrait.others(found, figures.indicator.topic),
    )


def _together(workspace: Workspace, shown: ShownArea, name: str, since: str, search: str) -> _Panel:
    figures = published(workspace, shown.query)
    try:
        found = union_portrait(workspace, shown.query, shown.area_ids, name, since=since)
    except NoUnion as refusal:
        return refused_areas(str(refusal), figures, shown.area_ids, name=name), []
    state = freshness(workspace, shown.query.indicator, today=today())
    return (
        several_areas(found, figures, shown.area_ids, state_of=state, search=search),
        portrait.others(found, figures.indicator.topic),
    )


def _facilities(workspace: Workspace, shown: ShownArea, asked: View) -> list[Any]:
    """What stands in the areas and passes the filter of the address, where there are any at all."""
    if not workspace.facilities:
        return []
    # Loaded on first use: the map comes first.
    from indicators.facilities.filter import EVERYTHING, applied
    from indicators.facilities.places import facilities_in
    from layers.facilities_here import facilities_here

    passing = applied(asked.facilities, workspace.facilities)
    found = facilities_in(workspace, shown.query.system, shown.area_ids, passing)
    kinds, is_filtered = workspace.facility_kinds, asked.facilities != EVERYTHING
    return [facilities_here(found, kinds, search=asked.search, is_filtered=is_filtered)]


def _address(view: View, shown: ShownArea) -> str:
    """The address that asks for what stands behind the portrait."""
    areas: Sequence[str] = shown.area_ids if shown.chosen else ()
    asked = View(
        indicator=view.indicator, period=view.period, system=view.system, areas=tuple(areas)
    )
    return asked.search
