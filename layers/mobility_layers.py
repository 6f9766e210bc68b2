"""What else moves people, as layers on the map: each with its shapes, its words and its table."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from geodata.mobility.offer import MobileOffer, MobilityKind
from geodata.workspace import Workspace
from indicators.reach.departures import line_day, station_day
from indicators.reach.networks import timetable_of, usual_day
from indicators.reach.quality import CLASSES, quality_areas
from indicators.reach.question import clock
from layers.german_number import german_number
from layers.in_degrees import geojson_of
from layers.journey_text import vehicle
from layers.source_text import owners
from layers.words import section, words

# The area of a circle grows with the departures of the day.
_SMALLEST_PX, _LARGEST_PX = 2.5, 14.0
_QUALITY_COLOURS = ("#3f007d", "#54278f", "#6a51a3", "#807dba", "#9e9ac8", "#bcbddc")


def mobility_layer(workspace: Workspace, name: str, day: str) -> dict[str, Any]:
    """What assets/reach/layers.js draws of a layer, and its table; raises what figures raise."""
    told = _LAYERS[name](workspace, day)
    return {"name": name, **section(f"reach.layers.{name}"), **told}


def layers_day(workspace: Workspace) -> str:
    """The day that the layers of a timetable show where none is asked for; "" without one."""
    return usual_day(workspace) if "timetable" in workspace.network_states else ""


def _lines(workspace: Workspace, day: str) -> dict[str, Any]:
    plan = timetable_of(workspace)
    spots = np.column_stack([plan.x, plan.y])
    features, rows = [], []
    for line in line_day(workspace, day):
        course = shapely.multilinestrings(spots[np.array(line.pairs)].tolist())
        title = f"{vehicle(line.kind)} {line.name}"
        runs = words("reach.layers.linien.runs", count=german_number(line.runs, decimals=0))
        features.append({"shape": geojson_of(course), "title": title, "lines": [runs]})
        rows.append([title, german_number(line.runs, decimals=0)])
    return {
        "shape": "line",
        "features": features,
        "rows": rows,
        **_of_timetable(workspace),
    }


def _stops(workspace: Workspace, day: str) -> dict[str, Any]:
    found = station_day(workspace, day)
    most = max(1, int(found.departures.max(initial=0)))
    features, rows = [], []
    for at in np.argsort(-found.departures, kind="stable").tolist():
        number = int(found.departures[at])
        count = german_number(number, decimals=0)
        told = [words("reach.layers.halte.departures", count=count)]
        hours = ""
        if number:
            hours = f"{clock(int(found.first_s[at]))}–{clock(int(found.last_s[at]))}"
            lines = ", ".join(found.lines[at])
            told += [words("reach.layers.halte.hours", hours=hours), lines]
        features.append(
            {
                "shape": geojson_of(shapely.Point(found.x[at], found.y[at])),
                "title": found.names[at],
                "lines": told,
                "radius": _radius(number, most),
                "empty": number == 0,
            }
        )
        rows.append([found.names[at], count, hours])
    return {"shape": "circle", "features": features, "rows": rows, **_of_timetable(workspace)}


def _radius(number: int, most: int) -> float:
    if number == 0:
        return _SMALLEST_PX
    return round(_SMALLEST_PX + (_LARGEST_PX - _SMALLEST_PX) * math.sqrt(number / most), 1)


def _quality(workspace: Workspace, day: str) -> dict[str, Any]:
    colours = dict(zip(CLASSES, _QUALITY_COLOURS, strict=True))
    found = quality_areas(workspace, day)
    titles = {area.name: words("reach.layers.gueteklassen.class", name=area.name) for area in found}
    return {
        "shape": "surface",
        "features": [
            {
                "shape": geojson_of(area.surface),
                "title": titles[area.name],
                "lines": [],
                "colour": colours[area.name],
            }
            for area in reversed(found)
        ],
        "legend": [{"label": titles[area.name], "colour": colours[area.name]} for area in found],
        "rows": [[titles[area.name], stop] for area in found for stop in area.stations],
        **_of_timetable(workspace),
    }


def _of_timetable(workspace: Workspace) -> dict[str, Any]:
    plan = timetable_of(workspace)
    return {"model": plan.nature == "model", "source": owners([plan.attribution])}


def _offers(kind: MobilityKind) -> Callable[[Workspace, str], dict[str, Any]]:
    def told(workspace: Workspace, _day: str) -> dict[str, Any]:
        found = [offer for offer in workspace.mobility if offer.kind == kind]
        return {
            "shape": "zone" if kind == "rufbus" else "sign",
            "sign": words(f"reach.layers.{kind}.sign"),
            "features": [
                {
                    "shape": geojson_of(offer.place),
                    "title": offer.name or words(f"reach.layers.{kind}.unnamed"),
                    "lines": _said(offer),
                }
                for offer in found
            ],
            "rows": [[offer.name, *_row(offer)] for offer in found],
            "model": any(offer.nature == "model" for offer in found),
            "source": owners(offer.attribution for offer in found),
        }

    return told


def _said(offer: MobileOffer) -> list[str]:
    towards = ", ".join(offer.directions)
    told = [
        offer.hours,
        words("reach.layers.mitfahrbank.towards", places=towards) if towards else "",
        offer.contact,
    ]
    return [text for text in told if text]


def _row(offer: MobileOffer) -> Sequence[str]:
    if offer.kind == "mitfahrbank":
        return [", ".join(offer.directions)]
    return [offer.hours, offer.contact]


_LAYERS: Mapping[str, Callable[[Workspace, str], dict[str, Any]]] = {
    "linien": _lines,
    "halte": _stops,
    "gueteklassen": _quality,
    "mitfahrbank": _offers("mitfahrbank"),
    "rufbus": _offers("rufbus"),
    "mobil": _offers("mobil"),
}
