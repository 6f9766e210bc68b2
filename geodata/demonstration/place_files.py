"""Places of the demonstration: villages that stops are named after, with model inhabitants."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from geodata.demonstration.model import known_populations, municipality_names
from geodata.demonstration.model_population import partition
from geodata.demonstration.place_names import RULES, place_of
from geodata.demonstration.table_files import csv_text

NAME = "orte_modell.csv"
STOPS = "haltestellen.csv"
HEAD = ("Ort", "Gemeinde", "lon", "lat", "Einwohner")
_BRANCH = "Abzw."


class _Stop(NamedTuple):
    name: str
    lon: float
    lat: float


def place_files(sources: Path) -> dict[str, str]:
    """File name → CSV text: every place with a stop, and its share of the people of its Gemeinde.

    Where a place lies is real, how many live there is a model; each Gemeinde adds up.
    """
    model = tomllib.loads(RULES.read_text(encoding="utf-8"))
    people, names = known_populations(sources)[model["date"]], municipality_names(sources)
    rows: list[Sequence[Any]] = []
    for key, stops in sorted(_stops_by_municipality(sources).items()):
        if key in people:
            places = _places(stops, names[key])
            rows += _rows(places, names[key], people[key], model["main_place_counts"])
    return {NAME: csv_text(HEAD, rows)}


def _stops_by_municipality(sources: Path) -> dict[str, list[_Stop]]:
    text = (sources / STOPS).read_text(encoding="utf-8-sig")
    found: dict[str, list[_Stop]] = {}
    for row in csv.DictReader(io.StringIO(text), delimiter=";"):
        stop = _Stop(row["name"], float(row["lon"]), float(row["lat"]))
        found.setdefault(row["ags"], []).append(stop)
    return found


def _places(stops: Sequence[_Stop], municipality: str) -> dict[str, list[_Stop]]:
    """Name → stops of a place; "" is the main place of the Gemeinde and comes first.

    Where only a branch of the road is named, the village itself lies elsewhere.
    """
    found: dict[str, list[_Stop]] = {}
    for stop in stops:
        place = place_of(stop.name, municipality)
        if place is not None and _BRANCH not in stop.name:
            found.setdefault(place, []).append(stop)
    return dict(sorted(found.items()))


def _rows(
    places: Mapping[str, Sequence[_Stop]], municipality: str, people: int, main_counts: int
) -> Iterator[Sequence[Any]]:
    weights = [len(stops) * (1 if place else main_counts) for place, stops in places.items()]
    counts = partition(np.array([people]), np.array([weights], np.float64))[0]
    for (place, stops), count in zip(places.items(), counts.tolist(), strict=True):
        middle = _middle(stops)
        yield (place or municipality, municipality, middle.lon, middle.lat, count)


def _middle(stops: Sequence[_Stop]) -> _Stop:
    """The stop in the middle of a place.

    >>> _middle([_Stop("A Ort", 11.0, 53.0), _Stop("A Nord", 11.1, 53.0), _Stop("A", 11.04, 53.0)])
    _Stop(name='A', lon=11.04, lat=53.0)
    """
    lon, lat = np.mean([stop.lon for stop in stops]), np.mean([stop.lat for stop in stops])
    return min(stops, key=lambda stop: ((stop.lon - lon) ** 2 + (stop.lat - lat) ** 2, stop.name))
