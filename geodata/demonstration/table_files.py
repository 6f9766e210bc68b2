"""The real tables of the demonstration, cut to the county as they came."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape

from geodata.demonstration.area_files import COUNTY
from geodata.demonstration.origins import MEANS, NEIGHBOURS, Feature, Origin, Stop

KEY_FIELD = "1_variable_attribute_code"
FLAT_TABLES = {
    "zensus_1000A-0000.csv": "1000A-0000",
    "regionalatlas_AI-N-01-2-5.csv": "AI-N-01-2-5",
    "regionalstatistik_12411-01-01-4.csv": "12411-01-01-4",
    "regionalstatistik_73111-01-01-4.csv": "73111-01-01-4",
    "regionalstatistik_11111-02-01-4.csv": "11111-02-01-4",
}


def table_files(origin: Origin, municipalities: list[Feature]) -> dict[str, str]:
    """File name → text of the tables cut from `origin`; `municipalities` are the county's."""
    found = assigned(origin.stops(), municipalities)
    flat = {name: cut_flat(origin.flat_table(table)) for name, table in FLAT_TABLES.items()}
    return {
        **flat,
        "haltestellen.csv": stop_list(found),
        "haltestellen_je_gemeinde.csv": stop_counts(found, municipalities),
    }


def cut_flat(text: str) -> str:
    """A flat GENESIS table with the rows of the county and its neighbours, unchanged."""
    head, *rows = text.splitlines()
    position = head.split(";").index(KEY_FIELD)
    kept = [row for row in rows if row.split(";")[position].startswith((COUNTY, *NEIGHBOURS))]
    return "\n".join([head, *kept]) + "\n"


def assigned(stops: Iterable[Stop], municipalities: list[Feature]) -> list[tuple[Stop, str]]:
    """The stops inside the county, each with the AGS it lies in, ordered by number."""
    ordered = sorted(stops, key=lambda stop: int(stop.id))
    longitudes = np.array([stop.longitude for stop in ordered])
    latitudes = np.array([stop.latitude for stop in ordered])
    place: dict[int, str] = {}
    for feature in municipalities:
        outline = shape(feature["geometry"])
        shapely.prepare(outline)
        for number in np.flatnonzero(shapely.intersects_xy(outline, longitudes, latitudes)):
            # A stop on a shared border belongs to the first of the two, so it counts once.
            place.setdefault(int(number), feature["properties"]["AGS"])
    return [(stop, place[number]) for number, stop in enumerate(ordered) if number in place]


def stop_list(found: Iterable[tuple[Stop, str]]) -> str:
    rows = [
        [stop.id, stop.name, stop.longitude, stop.latitude, *_marks(stop), key]
        for stop, key in found
    ]
    return csv_text(["id", "name", "lon", "lat", *MEANS, "ags"], rows)


def _marks(stop: Stop) -> list[str]:
    return ["ja" if means in stop.means else "nein" for means in MEANS]


def stop_counts(found: Iterable[tuple[Stop, str]], municipalities: list[Feature]) -> str:
    """How many stops lie in each Gemeinde; the list covers the county, so none is a true 0."""
    counts = Counter(key for _, key in found)
    rows = [
        [feature["properties"]["AGS"], feature["properties"]["NAME"], count]
        for feature in municipalities
        for count in [counts[feature["properties"]["AGS"]]]
    ]
    return csv_text(["ags", "gemeinde", "haltestellen"], rows)


def csv_text(head: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """A table as offices write it, with `;`; lines end the same way on every machine."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerow(list(head))
    writer.writerows(rows)
    return buffer.getvalue()
