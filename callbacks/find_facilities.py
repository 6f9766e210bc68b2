"""Somebody looks for facilities: answer with what the filter leaves, and with the supply."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from flask import Response

from callbacks.plain_answer import asked_search, plain_answer
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.county import county_system
from indicators.facilities.counts import choice_counts
from indicators.facilities.filter import applied
from indicators.facilities.occupancy import occupancies
from indicators.facilities.places import facilities_in
from indicators.facilities.supply import Part, Supply, supply, supply_parts
from layers.facility_list import facility_list
from layers.facility_panel import facility_answer, no_facilities
from layers.facility_supply import Option, no_supply, supply_answer, supply_options, supply_value
from layers.fitting_view import fitting_view
from layers.view import FACILITY_PARTS, View
from layers.words import words


def show_list(holder: WorkspaceHolder) -> Response:
    """All facilities of the workspace, as the page keeps them."""
    return plain_answer(facility_list(holder.current()))


def show_found(holder: WorkspaceHolder) -> Response:
    """What the filter that the address of the request names leaves."""
    return plain_answer(found_facilities(asked_search(), holder))


def found_facilities(search: str, holder: WorkspaceHolder) -> dict[str, Any]:
    """What the filter of an address leaves; with the supply where that is shown."""
    workspace = holder.current()
    view = fitting_view(View.from_search(search), workspace)
    everything = workspace.facilities
    if not everything:
        return no_facilities(workspace.number)
    found = applied(view.facilities, everything)
    here = facilities_in(workspace, view.system, view.areas, found) if view.areas else None
    counts = choice_counts(view.facilities, everything)
    shown = found if here is None else here
    told = facility_answer(workspace, view, found, here, counts, occupancies(shown))
    if view.facility_part == FACILITY_PARTS[1]:
        told["supply"] = _supply(workspace, view)
    return told


def _supply(workspace: Workspace, view: View) -> dict[str, Any]:
    options = _options(workspace, view)
    if not options:
        return no_supply(words("facilities.supply.none"))
    by_value = {supply_value(kind.id, part): (kind, part) for kind, part in options}
    kind, part = by_value.get(view.supplied, options[0])
    try:
        found = supply(workspace, view.facilities, kind.id, view.system, part)
    except Refusal as refusal:
        return {**no_supply(str(refusal)), "options": supply_options(options)}
    return supply_answer(found, options, whole=_whole(workspace, view, kind.id, part))


def _whole(workspace: Workspace, view: View, kind: str, part: Part) -> Supply | None:
    """The supply of the county; None where it is shown already, or cannot be told."""
    county = county_system(workspace)
    if county is None or county.id == view.system:
        return None
    with suppress(Refusal):
        return supply(workspace, view.facilities, kind, county.id, part)
    return None


def _options(workspace: Workspace, view: View) -> list[Option]:
    """For which kinds that pass, and for which of their places, something can be said."""
    wanted = view.facilities.kinds
    kinds = [kind for kind in workspace.facility_sets if not wanted or kind in wanted]
    ordered = [kind for kind in workspace.facility_kinds if kind in kinds]
    return [
        (workspace.facility_kinds[kind], part)
        for kind in ordered
        for part in supply_parts(workspace, kind, view.system)
    ]
