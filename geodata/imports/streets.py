"""Streets brought in from a file of OpenStreetMap, as far around the county as one wants."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry import Polygon

from geodata.area_system import CRS
from geodata.german_count import german_count
from geodata.imports.grid import county_areas
from geodata.imports.originals import taken_in
from geodata.store import Store, Writer
from geodata.streets.assembly import Assembled, assembled
from geodata.streets.graph import StreetGraph
from geodata.streets.highways import Highways, Progress, read_highways
from geodata.streets.mode_table import MODES, mode_table
from geodata.streets.refusals import NoRoads, RoadsWithoutPlace, StreetsElsewhere
from geodata.streets.segments import projected, segments

TITLE = "Straßen und Wege (OpenStreetMap)"
ATTRIBUTION = "© OpenStreetMap-Mitwirkende (ODbL)"
BUFFER_KM = 15

# Generalised so far, a border has few points and still lies where it lay.
_GENERAL_M = 200.0
# A hull of the streets that leaves out more of the county than this is worth a word.
_COVERED = 0.95
# So many points are enough to see where streets are.
_ENOUGH = 50_000


def _silent(_: float) -> None:
    """No progress is shown."""


def import_streets(
    store: Store,
    path: Path,
    *,
    buffer_km: int = BUFFER_KM,
    title: str = "",
    attribution: str = "",
    progress: Progress = _silent,
) -> dict[str, Any]:
    """Read the streets in the areas of the workspace and `buffer_km` around them, and store them.

    They take the place of streets brought in before. `progress` is told the share of the file that
    is read. Returns the report that `geodata streets --json` prints. Raises a `Refusal`; the store
    is then as it was.
    """
    with store.reading() as reader:
        areas = county_areas(reader)
    with taken_in(path) as original:
        around = _around(areas, 1000.0 * buffer_km)
        highways = _highways(original.path, areas, around, progress)
        found = segments(highways, mode_table(), around)
        if not len(found.a):
            raise _elsewhere(highways, areas, around, path.name)
        streets = assembled(found, title=title or TITLE, attribution=attribution or ATTRIBUTION)
        if not len(streets.graph.start):
            raise NoRoads(file=path.name)
        with store.writing("streets", file=path.name, sha256=original.sha256) as writer:
            replaced = writer.before.network_states().get("streets")
            writer.replace_network("streets", streets.graph.stored())
            warnings = [f"Ersetzt: „{replaced.title}“."] if replaced else []
            warnings += _coverage_notes(streets.graph, areas, path.name)
            writer.report = _report(writer, streets, highways, buffer_km, warnings)
            original.keep(store.originals)
    return dict(writer.report)


def _around(areas: NDArray[np.object_], metres: float) -> Polygon:
    return shapely.union_all(
        shapely.buffer(shapely.simplify(areas, _GENERAL_M), metres + _GENERAL_M, quad_segs=4)
    )


def _highways(
    path: Path, areas: NDArray[np.object_], around: Polygon, progress: Progress
) -> Highways:
    to_degrees = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True)
    west, south, east, north = to_degrees.transform_bounds(*around.bounds)
    frame = (float(west), float(south), float(east), float(north))
    found = read_highways(path, mode_table(), frame, progress=progress)
    if not found.in_file:
        raise NoRoads(file=path.name)
    if found.nearest is None:
        raise RoadsWithoutPlace(file=path.name)
    if not len(found.ways.kind):
        raise _elsewhere(found, areas, around, path.name)
    return found


def _elsewhere(
    highways: Highways, areas: NDArray[np.object_], around: Polygon, file: str
) -> StreetsElsewhere | NoRoads:
    """Far away, or near but nothing that anyone may travel on."""
    lon, lat = np.array(highways.nearest)[:, None]
    x, y = projected(lon, lat)
    point = shapely.points(x[0], y[0])
    if shapely.intersects(around, point):
        return NoRoads(file=file)
    away = shapely.distance(areas, point).min()
    km = german_count(max(1, round(away / 1000)))
    shown = [f"{degrees:.2f}".replace(".", ",") for degrees in (lon[0], lat[0])]
    return StreetsElsewhere(file=file, km=km, lon=shown[0], lat=shown[1])


def _coverage_notes(graph: StreetGraph, areas: NDArray[np.object_], file: str) -> list[str]:
    """Streets that end before the county does: everything behind would seem out of reach."""
    step = len(graph.line_x) // _ENOUGH + 1
    hull = shapely.convex_hull(shapely.linestrings(graph.line_x[::step], graph.line_y[::step]))
    covered = shapely.area(shapely.intersection(areas, hull)).sum() / shapely.area(areas).sum()
    if covered >= _COVERED:
        return []
    return [
        f"„{file}“ deckt nur rund {100 * covered:.0f} % der Gebiete ab. Wo Straßen fehlen, gilt "
        "alles als nicht erreichbar; bitte möglichst einen größeren Auszug einlesen."
    ]


def _report(
    writer: Writer,
    streets: Assembled,
    highways: Highways,
    buffer_km: int,
    warnings: list[str],
) -> dict[str, Any]:
    graph = streets.graph
    return {
        "schema": 1,
        "stored": True,
        "import_id": writer.number,
        "title": graph.title,
        "attribution": graph.attribution,
        "buffer_km": buffer_km,
        "ways": highways.in_file,
        "nodes": len(graph.x),
        "edges": len(graph.start),
        "km": {mode: _km(_length_m(graph, mode)) for mode in MODES},
        "left_out_km": {mode: _km(streets.left_out_m[mode]) for mode in MODES},
        "warnings": warnings,
    }


def _length_m(graph: StreetGraph, mode: str) -> float:
    """Metres of street that a mode may travel, each street once, whatever its directions."""
    open_to_it = np.isfinite(graph.minutes[mode])  # type: ignore[index]
    twin = graph.shape.twin
    first = ~((twin >= 0) & (twin < np.arange(len(twin))) & open_to_it[twin])
    return float(graph.length_m[open_to_it & first].sum(dtype=np.float64))


def _km(metres: float) -> float:
    return round(metres / 1000, 1)
