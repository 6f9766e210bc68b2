"""What a view draws: figures in its classes, on which areas, and whose these are."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any

from geodata.area_system import AreaSystem
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from indicators.classes_over_time import classify_over_time
from indicators.classification import Classification, classify, reclassified
from indicators.portrait import county_value
from indicators.published import Published, published
from layers.fitting_view import fitting_view
from layers.source_text import owners
from layers.view import View


def classes_of(workspace: Workspace, view: View, result: Published) -> Classification:
    """The classes of the view: those of the map it is to be like, of all periods, or its own."""
    if view.like:
        other = fitting_view(View.from_search(view.like), workspace)
        figures = published(workspace, other.drawn_query)
        if figures.indicator.unit == result.indicator.unit:
            return reclassified(classes_of(workspace, replace(other, like=""), figures), result)
    wished: dict[str, Any] = {
        "method": view.method,
        "class_count": view.class_count,
        "palette": view.palette,
        "own_breaks": view.own_breaks,
    }
    if view.fixed_classes:
        return classify_over_time(workspace, view.drawn_query, **wished)
    turns_at_county = result.indicator.middle == "county"
    county = county_value(workspace, view.drawn_query) if turns_at_county else None
    return classify(result, county=county, **wished)


def drawn_system(workspace: Workspace, view: View) -> AreaSystem | None:
    """Without a system in the view, the coarsest is drawn plainly; without any, nothing."""
    if view.reach.asked and view.system not in workspace.systems:
        return places_as_areas(workspace)
    return workspace.systems.get(view.system, next(iter(workspace.systems.values()), None))


def places_as_areas(workspace: Workspace) -> AreaSystem | None:
    """The inhabited points as areas, where it is known that there are any."""
    from indicators.reach.points import point_system

    with suppress(Refusal):
        return point_system(workspace)
    return None


def map_owners(workspace: Workspace, view: View) -> str:
    """The owners of all geometries in view, each named once; points lie on the coarsest areas."""
    coarsest = next(iter(workspace.systems.values()), None)
    drawn = workspace.systems.get(view.system, coarsest)
    shown = [*([drawn] if drawn else []), *workspace.context.values()]
    return owners(system.attribution for system in shown)
