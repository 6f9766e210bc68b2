"""Places with their people, brought in as inhabited points, or spread along their streets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.german_count import counted, german_count
from geodata.imports.grid import county_areas
from geodata.imports.originals import taken_in
from geodata.imports.place_file import PlaceFile, read_places
from geodata.imports.refusals import NobodyLives, PlacesElsewhere
from geodata.imports.spread import Spread, spread_along
from geodata.imports.streets import ATTRIBUTION as OSM_ATTRIBUTION
from geodata.inhabited_points import PLACES, InhabitedPoints, NatureName
from geodata.store import Store, Writer

# People so few that figures made of them speak of them (`indicators.reach.figures.MINIMUM_BASE`).
_FEW = 10
# So many names stand in a warning.
_NAMED = 5


def import_places(
    store: Store,
    path: Path,
    *,
    name: str | None = None,
    population: str | None = None,
    title: str = "",
    nature: NatureName = "real",
    along: Path | None = None,
    attribution: str = "",
    layer: str | None = None,
    sheet: str | None = None,
    crs: str | None = None,
) -> dict[str, Any]:
    """Read places and store those with people in the areas of the workspace, as inhabited points.

    They replace those brought in before. `nature` says whether they were counted, estimated or made
    up. `along` is a file of OpenStreetMap, among whose residential streets the people of each place
    are shared out; where they then live is estimated at best. Returns the report that
    `geodata places --json` prints. Raises a `Refusal`; the store is then as it was.
    """
    with taken_in(path) as original:
        read = read_places(
            original.path, name=name, population=population, layer=layer, sheet=sheet, crs=crs
        )
        with store.writing("places", file=path.name, sha256=original.sha256) as writer:
            report = _stored(writer, read, path.name, nature=nature, along=along)
            writer.report = {
                **report,
                "title": title or PLACES,
                "attribution": _attribution(attribution, along),
                "warnings": [*report["warnings"], *_unnamed(attribution, along)],
            }
            original.keep(store.originals)
    return dict(writer.report)


def _stored(
    writer: Writer, read: PlaceFile, file: str, *, nature: NatureName, along: Path | None
) -> dict[str, Any]:
    """Store those with people; returns what the report says of them."""
    inside = _inside(read, county_areas(writer.before))
    points = _inhabited(read, inside, file)
    spread = spread_along(writer.before, points, along) if along else None
    replaced = [s for s in writer.before.point_sets() if s.id == PLACES]
    stored = spread.points if spread else points
    writer.replace_points(PLACES, stored)
    warnings = [
        *read.warnings,
        *(_stayed(spread, along.name) if spread and along else []),
        *(f"Ersetzt: die bisherigen Orte „{s.title}“ ({s.points})." for s in replaced),
        *(_few_people(points) if nature == "real" else ()),
    ]
    return {
        **_report(writer, read, inside, points, warnings),
        "nature": "estimated" if spread and nature == "real" else nature,
        "along": along.name if along else "",
        "points": len(stored),
    }


def _inhabited(read: PlaceFile, inside: NDArray[np.bool_], file: str) -> InhabitedPoints:
    """Places of the county with people; raises `PlacesElsewhere`, `NobodyLives`."""
    if not inside.any():
        raise PlacesElsewhere(file=file, count=german_count(len(inside)))
    points = _points(read, inside & (np.nan_to_num(read.people.count) > 0))
    if not len(points):
        raise NobodyLives(file=file, column=read.population)
    return points


def _stayed(spread: Spread, file: str) -> list[str]:
    """The places that have no residential street, the first of them by name."""
    if not spread.stayed:
        return []
    named = ", ".join(name or "ohne Namen" for name in spread.stayed[:_NAMED])
    more = " und weitere" if len(spread.stayed) > _NAMED else ""
    count = counted(len(spread.stayed), "Ort", "Orte")
    return [f"Ohne Wohnstraßen in „{file}“, am eigenen Punkt geblieben: {count} ({named}{more})."]


def _unnamed(given: str, along: Path | None) -> list[str]:
    if given:
        return []
    said = "genannt ist nur OpenStreetMap" if along else "er fehlt"
    return [f"Kein Quellenvermerk angegeben (--attribution): {said}."]


def _attribution(given: str, along: Path | None) -> str:
    """What derives from OpenStreetMap says so."""
    return "; ".join(filter(None, (given, OSM_ATTRIBUTION if along else "")))


def _inside(read: PlaceFile, areas: NDArray[np.object_]) -> NDArray[np.bool_]:
    found = np.zeros(len(read.points), bool)
    shapely.prepare(areas)
    found[shapely.STRtree(read.points).query(areas, predicate="intersects")[1]] = True
    return found


def _points(read: PlaceFile, taken: NDArray[np.bool_]) -> InhabitedPoints:
    x, y = shapely.get_coordinates(read.points[taken]).T
    names = tuple(name for name, wanted in zip(read.names, taken, strict=True) if wanted)
    return InhabitedPoints(names, x, y, read.people.count[taken])


def _few_people(points: InhabitedPoints) -> list[str]:
    """No rule can hide the people of a place: what is divided by them tells how many there are."""
    few = [n for n, people in zip(points.names, points.population, strict=True) if people < _FEW]
    if not few:
        return []
    more = f" und {german_count(len(few) - _NAMED)} weitere" if len(few) > _NAMED else ""
    return [
        f"Orte mit weniger als {_FEW} Einwohnern: {', '.join(few[:_NAMED])}{more}. Aus Anteilen "
        "und Schätzungen lässt sich errechnen, wie viele es sind. Fassen Sie sie vor dem Einlesen "
        "mit Nachbarorten zusammen, wenn das niemand wissen darf."
    ]


def _report(
    writer: Writer,
    read: PlaceFile,
    inside: NDArray[np.bool_],
    points: InhabitedPoints,
    warnings: list[str],
) -> dict[str, Any]:
    return {
        "schema": 1,
        "stored": True,
        "import_id": writer.number,
        "name_column": read.name,
        "population_column": read.population,
        "crs_from": read.crs_from,
        "rows": len(read.points),
        "kept": int(inside.sum()),
        "outside": int((~inside).sum()),
        "inhabited": len(points),
        "population": float(points.population.sum()),
        "secret": int((read.people.secret & inside).sum()),
        "without_figure": int((np.isnan(read.people.count) & inside).sum()),
        "warnings": warnings,
    }
