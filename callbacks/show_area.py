"""Somebody selected an area, or another question: show the portrait."""

from __future__ import annotations

from functools import partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, no_update

from geodata.refusals import Refusal
from geodata.workspace import Workspace, WorkspaceHolder
from indicators.portrait import county_system
from indicators.portrait import portrait as portrait_of
from indicators.published import published
from indicators.query import Query
from layers import portrait
from layers.fitting_view import fitting_view
from layers.ids import Id
from layers.view import View


def register(app: Dash, holder: WorkspaceHolder) -> None:
    """Bind the portrait to map and selection; it waits until the panel is there."""
    app.callback(
        Output(Id.PORTRAIT, "children"),
        Output(Id.OTHERS, "children"),
        Input(Id.PAINTED, "data"),
        Input(Id.SELECTED, "data"),
    )(partial(show_area, holder=holder))
    app.clientside_callback(ClientsideFunction("frame", "reveal"), Input(Id.CLICKED, "data"))


def show_area(
    painted: dict[str, Any] | None,
    selected: list[str] | None,
    holder: WorkspaceHolder,
) -> Any:  # noqa: ANN401 - dash components have no base type
    """Portrait and topic of the selected area; of the county where none is selected."""
    if painted is None:
        return no_update, no_update
    workspace = holder.current()
    view = fitting_view(View.from_search(painted["search"]), workspace)
    if not view.indicator:
        return portrait.no_portrait(workspace.title), []
    inside = workspace.systems[view.system].position
    area_id = next((area for area in selected or () if area in inside), "")
    if area_id:
        return _drawn(workspace, view.query, area_id, chosen=True)
    return _county(workspace, view.query)


def _county(workspace: Workspace, query: Query) -> tuple[list[Any], list[Any]]:
    county = county_system(workspace)
    if county is None:
        return portrait.no_portrait(workspace.title), []
    try:
        whole = Query(query.indicator, county.id, query.period)
        return _drawn(workspace, whole, county.area_ids[0], chosen=False)
    except Refusal:
        # The county has no figure for this period; the areas on the map have.
        return portrait.no_portrait(workspace.title), []


def _drawn(
    workspace: Workspace, query: Query, area_id: str, *, chosen: bool
) -> tuple[list[Any], list[Any]]:
    figures = published(workspace, query)
    found = portrait_of(workspace, query, area_id)
    return (
        portrait.portrait(found, figures, chosen=chosen),
        portrait.others(found, figures.indicator.topic),
    )
