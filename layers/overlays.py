"""What lies over the coloured map of a view: facilities, reached streets, lines, stops, zones."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any, Literal

import shapely

from geodata.markers import Nature
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from indicators.facilities.filter import FacilityFilter, applied
from layers.german_number import german_number
from layers.in_degrees import geojson_of, geometry_of
from layers.view import View
from layers.words import words

Shape = Literal["surface", "zone", "line", "circle", "sign"]
# In this order they lie on one another.
_ORDER: tuple[Shape, ...] = ("surface", "zone", "line", "circle", "sign")
_LINE, _STOP, _ZONE, _SIGN = "#3b3a66", "#7f7cc0", "#1d6b4f", "#3b3a66"
_COLOURS: dict[Shape, str] = {"line": _LINE, "circle": _STOP, "zone": _ZONE, "sign": _SIGN}


@dataclass(frozen=True, eq=False)
class Overlay:
    """Shapes under one label, in EPSG:25832. Of signs `icon` and `letters` say how they look,
    hollow where `is_model`; of circles `radii_px` how large. `source` names whose data they are.
    """

    label: str
    shape: Shape
    colour: str
    geometries: tuple[shapely.Geometry, ...]
    icon: str = "square"
    letters: str = ""
    is_model: bool = False
    radii_px: tuple[float, ...] = ()
    source: str = ""


def overlays(workspace: Workspace, view: View) -> tuple[Overlay, ...]:
    """What the screen lays over the map of a view that fits the workspace, the lowest first."""
    found = [*_facilities(workspace, view), *_reached(workspace, view), *_layers(workspace, view)]
    return tuple(sorted(found, key=lambda overlay: _ORDER.index(overlay.shape)))


def overlay_told(overlay: Overlay) -> dict[str, Any]:
    """An overlay as assets/stories/stage_overlays.js draws it: in degrees."""
    told = asdict(overlay)
    told["geometries"] = [geojson_of(geometry) for geometry in overlay.geometries]
    return told


def _facilities(workspace: Workspace, view: View) -> Iterator[Overlay]:
    """Where people want to go, or what the mode „Einrichtungen“ shows: an overlay for each kind and
    nature.
    """
    if not view.reach.asked and not view.facilities_shown:
        return
    wanted = _asked_facilities(view) if view.reach.asked else view.facilities
    found = [one for one in applied(wanted, workspace.facilities) if one.is_placed]
    for kind in workspace.facility_kinds.values():
        for nature in Nature:
            members = [one for one in found if (one.kind, one.nature) == (kind.id, nature.code)]
            if members:
                yield Overlay(
                    label=_label(f"{kind.many} ({german_number(len(members))})", nature),
                    shape="sign",
                    colour=kind.colour,
                    geometries=tuple(shapely.Point(one.x, one.y) for one in members),
                    icon=kind.icon,
                    letters=kind.letters,
                    is_model=nature is Nature.MODEL,
                    source=workspace.facility_sets[kind.id].attribution,
                )


def _asked_facilities(view: View) -> FacilityFilter:
    from indicators.reach.question import question_of_id

    return question_of_id(view.indicator).filter


def _label(text: str, nature: Nature) -> str:
    return text if nature is Nature.REAL else f"{text}, {words(f'nature.{nature.code}')}"


def _reached(workspace: Workspace, view: View) -> Iterator[Overlay]:
    """The streets from which one is there within so many minutes, the widest first."""
    if not (view.reach.asked and view.reach.isochrone):
        return
    from indicators.reach.isochrone import isochrone
    from indicators.reach.question import question_of_id
    from layers.isochrone_text import band_colour, band_label

    # Where streets are missing, the map says so.
    with suppress(Refusal):
        for band in isochrone(workspace, question_of_id(view.indicator)):
            if not band.lines.is_empty:
                yield Overlay(band_label(band), "line", band_colour(band), (band.lines,))


def _layers(workspace: Workspace, view: View) -> Iterator[Overlay]:
    if not (view.reach.asked and view.reach.layers):
        return
    from indicators.reach.question import question_of_id
    from layers.mobility_layers import layers_day, mobility_layer

    asked = question_of_id(view.indicator)
    for name in view.reach.layers:
        # A layer that this workspace has nothing for is not there.
        with suppress(Refusal):
            day = asked.day if asked.mode == "transit" and asked.day else layers_day(workspace)
            yield from _of_layer(mobility_layer(workspace, name, day))


def _of_layer(told: dict[str, Any]) -> Iterator[Overlay]:
    """A layer is one overlay, or one for each colour of its legend."""
    features = told["features"]
    legend = told.get("legend") or [
        {"label": told["title"], "colour": _COLOURS.get(told["shape"], _LINE)}
    ]
    # What comes later in a legend is larger and lies below.
    for row in reversed(legend):
        own = [f for f in features if f.get("colour", row["colour"]) == row["colour"]]
        if own:
            yield Overlay(
                label=_label(row["label"], Nature.MODEL if told["model"] else Nature.REAL),
                shape=told["shape"],
                colour=row["colour"],
                geometries=tuple(geometry_of(feature["shape"]) for feature in own),
                letters=told.get("sign", ""),
                radii_px=tuple(f["radius"] for f in own if "radius" in f),
                source=told["source"],
            )
