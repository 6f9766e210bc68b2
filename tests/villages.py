"""Three villages and a forest of 1 km² each: the small world that tests of the store tell of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import Polygon, box, mapping

from geodata.catalogue import Indicator, Record, Source
from geodata.facilities.facility import Facility
from geodata.geometries.outline import geometry_hash
from geodata.imports.areas import store_nesting
from geodata.inhabited_points import InhabitedPoints
from geodata.store import NewArea, NewObservations, Store, Writer
from geodata.workspace import Workspace

EAST, NORTH = 650_000, 5_870_000

AHAUSEN, BEDORF, CETAL, FOREST = "03354001", "03354002", "03354003", "03354401"
NORTHERN, SOUTHERN = "033545401", "033545402"
COUNTY = "03354"
GEMEINDEN = {AHAUSEN: "Ahausen", BEDORF: "Bedorf", CETAL: "Cetal", FOREST: "Dornwald"}
SAMTGEMEINDEN = {NORTHERN: "Nordkreis", SOUTHERN: "Südkreis"}

OFFICE = Source("amt", "Kreisamt", attribution="© Kreisamt", licence="dl-de/by-2-0")
MODEL = Source("modell", "Modellrechnung", nature="model")
POPULATION = Indicator(
    "einwohner", "Einwohner", topic="Demografie", source="amt", people=True, role="population"
)
CHILDREN = Indicator("kinder", "Kinder", topic="Jugendhilfe", source="amt", people=True)

# A figure: a number, or the sign that stands in its place.
Cell = float | str


def squares() -> list[Polygon]:
    """Two by two: Ahausen and Bedorf above, Cetal and the forest below."""
    corners = [(0, 1), (1, 1), (0, 0), (1, 0)]
    return [
        box(EAST + 1000 * x, NORTH + 1000 * y, EAST + 1000 * x + 1000, NORTH + 1000 * y + 1000)
        for x, y in corners
    ]


def levels() -> dict[str, tuple[Mapping[str, str], list[Polygon]]]:
    """The three systems, with names and geometries, coarsest first."""
    a, b, c, d = squares()
    return {
        "kreis": ({COUNTY: "Dreidorf"}, [box(*a.union(d).bounds)]),
        "samtgemeinde": (SAMTGEMEINDEN, [box(*a.union(b).bounds), box(*c.union(d).bounds)]),
        "gemeinde": (GEMEINDEN, [a, b, c, d]),
    }


def put_areas(
    store: Store,
    system: str,
    names: Mapping[str, str],
    geometries: Sequence[Polygon],
    *,
    context: bool = False,
) -> int:
    """Store a system as one areas import; returns its number."""
    shapes: NDArray[np.object_] = np.array(geometries, dtype=object)
    with store.writing("areas", file=f"{system}.geojson") as writer:
        writer.replace_areas(
            system,
            [NewArea(area_id, name) for area_id, name in names.items()],
            shapes,
            title=system.title(),
            valid="2016-01-01",
            attribution="© Vermessung",
            geometry_hash=geometry_hash(list(names), shapes),
            context=context,
        )
        store_nesting(writer)
        writer.report = {"system": system, "context": context}
        return writer.number


def put_points(
    store: Store,
    points: Iterable[tuple[str, float, float, float]],
    *,
    point_set: str = "Orte",
    title: str = "Ortslagen",
) -> int:
    """Store inhabited points, each a name, metres east and north of the corner, and people."""
    names, x, y, people = zip(*points, strict=True)
    with store.writing("places", file="orte.csv") as writer:
        found = InhabitedPoints(
            tuple(names),
            EAST + np.array(x, np.float64),
            NORTH + np.array(y, np.float64),
            np.array(people, np.float64),
        )
        writer.replace_points(point_set, found)
        writer.report = {"title": title}
        return writer.number


def put_facilities(
    store: Store, kind: str, facilities: Sequence[Facility], *, title: str = "Einrichtungen"
) -> int:
    """Store the facilities of a kind as one import; returns its number."""
    with store.writing("facilities", file=f"{kind}.csv") as writer:
        writer.replace_facilities(kind, facilities)
        writer.report = {"title": title, "attribution": "© Kreisamt"}
        return writer.number


def put_records(store: Store, records: Iterable[Record]) -> int:
    with store.writing("catalogue", file="katalog.toml") as writer:
        writer.put_records(records)
        return writer.number


def put_table(
    store: Store,
    variable: str,
    period: str,
    cells: Mapping[str, Cell],
    *,
    system: str = "gemeinde",
    source: Source = OFFICE,
    base: str = "",
    file: str = "tabelle.csv",
) -> int:
    """Store the figures of one variable as one table import; returns its number."""
    with store.writing("table", file=file) as writer:
        add_cells(writer, variable, period, cells, system=system, source=source, base=base)
        return writer.number


def add_cells(
    writer: Writer,
    variable: str,
    period: str,
    cells: Mapping[str, Cell],
    *,
    system: str = "gemeinde",
    source: Source = OFFICE,
    base: str = "",
) -> None:
    if source.id not in writer.before.sources():
        writer.put_records([source])
    if variable not in writer.before.indicators():
        writer.put_records([Indicator(variable, variable.title())])
    rows = [
        (area_id, None, cell, "", row) if isinstance(cell, str) else (area_id, cell, "", "", row)
        for row, (area_id, cell) in enumerate(cells.items(), start=2)
    ]
    new = NewObservations(variable, system, period, base, source.id, rows)
    writer.add_observations(new)


def village_store(
    folder: Path, *, systems: Sequence[str] = ("kreis", "samtgemeinde", "gemeinde")
) -> Store:
    """A workspace with the villages on the named levels, the office's records and no figures.

    Journal: 1 init, then one number a level, then one for the catalogue.
    """
    store = Store.create(folder, title="Landkreis Dreidorf", county=COUNTY)
    for system, (names, geometries) in levels().items():
        if system in systems:
            put_areas(store, system, names, geometries)
    put_records(store, [OFFICE, MODEL, POPULATION, CHILDREN])
    return store


def read(store: Store, variable: str, period: str, system: str = "gemeinde") -> list[float]:
    """The stored numbers of a slice at the newest snapshot; a gap is nan."""
    values: list[float] = Workspace(store).slice(variable, system, period).values.tolist()
    return values


def geojson_of(
    names: Mapping[str, str], geometries: Sequence[Polygon], path: Path, key: str = "AGS"
) -> Path:
    """The areas as a GeoJSON file in EPSG:25832."""
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
    features = [
        {
            "type": "Feature",
            "properties": {key: area_id, "GEN": name},
            "geometry": mapping(geometry),
        }
        for (area_id, name), geometry in zip(names.items(), geometries, strict=True)
    ]
    document = {"type": "FeatureCollection", "crs": crs, "features": features}
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path
