"""All facilities as the page gets them once: where they stand, and what their cards say."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np

from geodata.area_system import CRS
from geodata.facilities.facility import Facility
from geodata.facilities.kind import FacilityKind
from geodata.workspace import Workspace
from indicators.kept import kept
from layers.facility_text import badges, facility_name, facts, free_text, places_text, where_text
from layers.words import section

_DECIMALS = 5


@kept(2)
def facility_list(workspace: Workspace) -> dict[str, Any]:
    """The words of the mode, the kinds that there are, and all facilities in the order of the
    workspace; `kind` is the position of one's kind. `at` are degrees, null without a place.
    """
    used = dict.fromkeys(facility.kind for facility in workspace.facilities)
    kinds = [workspace.facility_kinds[name] for name in workspace.facility_kinds if name in used]
    position = {kind.id: at for at, kind in enumerate(kinds)}
    degrees = _degrees(workspace.facilities)
    return {
        "number": workspace.number,
        "words": section("facilities.screen"),
        "kinds": [_kind(kind, workspace.facilities) for kind in kinds],
        "facilities": [
            _facility(workspace, facility, position[facility.kind], where)
            for facility, where in zip(workspace.facilities, degrees, strict=True)
        ],
    }


def _kind(kind: FacilityKind, facilities: tuple[Facility, ...]) -> dict[str, Any]:
    """How a kind is drawn; as a model where nothing of it is real."""
    plain = asdict(kind)
    drawn = {name: plain[name] for name in ("id", "title", "icon", "colour")}
    is_model = all(f.nature == "model" for f in facilities if f.kind == kind.id)
    return {**drawn, "many": kind.many, "letters": kind.letters, "model": is_model}


def _facility(
    workspace: Workspace, facility: Facility, kind: int, where: tuple[float, float] | None
) -> dict[str, Any]:
    described = workspace.facility_kinds[facility.kind]
    listed = workspace.facility_sets[facility.kind]
    return {
        "id": facility.id,
        "kind": kind,
        "name": facility_name(facility, described),
        "at": where,
        "model": facility.nature == "model",
        "hint": _hint(facility),
        "where": where_text(facility),
        "places": facility.capacity,
        "places_text": places_text(facility),
        "free": facility.free,
        "free_text": free_text(facility),
        "badges": badges(facility),
        "facts": facts(facility),
        # The kind stands above the name already.
        "list": "" if listed.title in (described.title, described.many) else listed.title,
        "attribution": listed.attribution,
    }


def _hint(facility: Facility) -> str:
    """Provider and address, which many a name says already."""
    address = "" if facility.address in facility.name else facility.address
    return " · ".join(filter(None, (facility.provider, address)))


def _degrees(facilities: tuple[Facility, ...]) -> list[tuple[float, float] | None]:
    """[longitude, latitude] for each facility with a place."""
    found: list[tuple[float, float] | None] = [None] * len(facilities)
    placed = [at for at, facility in enumerate(facilities) if facility.is_placed]
    if not placed:
        return found
    # Loaded on first use: nothing else on the way to the first map needs it.
    from pyproj import Transformer

    transformer = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True)
    pairs = np.array([(facilities[at].x, facilities[at].y) for at in placed], np.float64)
    lon, lat = np.round(transformer.transform(pairs[:, 0], pairs[:, 1]), _DECIMALS)
    for at, x, y in zip(placed, lon.tolist(), lat.tolist(), strict=True):
        found[at] = (x, y)
    return found
