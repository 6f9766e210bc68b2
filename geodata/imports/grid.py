"""A grid of cells with people, brought in as an area system and as inhabited points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.catalogue import Indicator, Source
from geodata.geometries.cells import cell_name, frame_in_grid, midpoints, outlines
from geodata.geometries.outline import geometry_hash
from geodata.german_count import german_count
from geodata.imports.area_notes import area_notes
from geodata.imports.areas import store_nesting
from geodata.imports.cell_file import CellFile, read_cells
from geodata.imports.new_records import file_source
from geodata.imports.originals import taken_in
from geodata.imports.refusals import (
    BadSystemId,
    CellsElsewhere,
    NoAreas,
    NobodyLives,
    SystemTaken,
)
from geodata.inhabited_points import InhabitedPoints, people_of_grid
from geodata.markers import Marker
from geodata.period import Period
from geodata.store import NewArea, NewObservations, Reader, Store, Writer
from geodata.store.writing import NewObservation

DEFAULT_SYSTEM = "raster"
# The day of each census, which its file names leave out.
_CENSUS = {"2011": ("2011-05-09", "Zensus 2011"), "2022": ("2022-05-15", "Zensus 2022")}
_NO_PERIOD = (
    "Kein Stand angegeben (--period, zum Beispiel 2022-05-15): Die Einwohner der Zellen dienen als "
    "Gewicht, sind aber nicht als Indikator gespeichert."
)


@dataclass(frozen=True, eq=False)
class _Kept:
    """The cells that touch the county, in the order of their ids; `at` are places in the file."""

    cells: CellFile
    at: NDArray[np.intp]
    geometries: NDArray[np.object_]


def import_grid(
    store: Store,
    path: Path,
    *,
    cell: int,
    population: str | None = None,
    system: str = DEFAULT_SYSTEM,
    title: str = "",
    period: str = "",
    attribution: str = "",
) -> dict[str, Any]:
    """Read cells of `cell` metres and store those that touch the areas of the workspace.

    They become the area system `system`; those with people become inhabited points, by which
    counts go from one area system to another; their people become an indicator where the time is
    known. Returns the report that `geodata grid --json` prints. Raises a `Refusal`; the store is
    then as it was.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,39}", system):
        raise BadSystemId(system=system)
    if period:
        period = Period(period).text
    with taken_in(path) as original:
        read = read_cells(original.path, size=cell, population=population)
        with store.writing("grid", file=path.name, sha256=original.sha256) as writer:
            _refuse_other_systems(writer.before, system)
            found = _touching(read, cell, county_areas(writer.before), file=path.name)
            title = title or _size_in_words(cell)
            warnings = area_notes(writer.before, system, list(read.ids[found.at]), path.name)
            _store_areas(writer, found, cell, system, title, attribution)
            points = _points(found, cell)
            if not len(points):
                raise NobodyLives(file=path.name, column=read.population)
            writer.replace_points(system, points)
            at, base = _when(period, path.name)
            if at:
                _store_people(writer, found, system, title, at, base, path.name)
            else:
                warnings.append(_NO_PERIOD)
            writer.report = _report(writer, found, points, cell, system, title, at, warnings)
            original.keep(store.originals)
    return dict(writer.report)


def _refuse_other_systems(before: Reader, system: str) -> None:
    """A grid takes the place of a grid, never of what was brought in as areas."""
    held = {s.id: s.import_id for s in before.area_systems(context=False)}
    entry = before.entry(held[system]) if system in held else None
    if entry is not None and entry.kind != "grid":
        raise SystemTaken(system=system)


def county_areas(before: Reader) -> NDArray[np.object_]:
    """The areas of all systems that are no grids."""
    grids = {entry.number for entry in before.journal() if entry.kind == "grid"}
    systems = [s for s in before.area_systems(context=False) if s.import_id not in grids]
    if not systems:
        raise NoAreas
    return np.concatenate([before.geometries(s.id, context=False) for s in systems])


def _touching(read: CellFile, size: int, areas: NDArray[np.object_], *, file: str) -> _Kept:
    west, south, east, north = shapely.total_bounds(areas)
    west, south, east, north = frame_in_grid((west, south, east, north))
    near = np.flatnonzero(
        (read.east + size >= west)
        & (read.east <= east)
        & (read.north + size >= south)
        & (read.north <= north)
    )
    cells = outlines(size, read.east[near], read.north[near])
    shapely.prepare(areas)
    touching = np.unique(shapely.STRtree(cells).query(areas, predicate="intersects")[1])
    if not len(touching):
        raise CellsElsewhere(file=file, count=german_count(len(read.ids)))
    order = touching[np.argsort(read.ids[near[touching]].astype(str), kind="stable")]
    return _Kept(read, near[order], cells[order])


def _store_areas(
    writer: Writer, found: _Kept, size: int, system: str, title: str, attribution: str
) -> None:
    cells, ids = found.cells, [str(cell) for cell in found.cells.ids[found.at]]
    corners = zip(cells.east[found.at], cells.north[found.at], strict=True)
    names = [cell_name(size, east, north) for east, north in corners]
    writer.replace_areas(
        system,
        [NewArea(area_id, name) for area_id, name in zip(ids, names, strict=True)],
        found.geometries,
        title=title,
        attribution=attribution,
        valid="",
        geometry_hash=geometry_hash(ids, found.geometries),
        context=False,
    )
    store_nesting(writer)


def _points(found: _Kept, size: int) -> InhabitedPoints:
    people = found.cells.people.count
    lived = found.at[np.nan_to_num(people[found.at]) > 0]
    x, y = midpoints(size, found.cells.east[lived], found.cells.north[lived])
    return InhabitedPoints(tuple(str(i) for i in found.cells.ids[lived]), x, y, people[lived])


def _store_people(
    writer: Writer, found: _Kept, system: str, title: str, period: str, base: str, file: str
) -> None:
    variable, source = people_of_grid(system), file_source(file, writer.before.sources())
    known = writer.before.indicators()
    records: list[Source | Indicator] = [source] if source.id not in writer.before.sources() else []
    if variable not in known:
        records.append(
            Indicator(
                variable,
                f"Einwohner ({title})",
                topic="Demografie",
                unit="Einwohner",
                source=source.id,
                people=True,
            )
        )
    writer.put_records(records)
    cells = _observations(found)
    new = NewObservations(variable, system, period, base, source.id, cells)
    writer.add_observations(new)


def _observations(found: _Kept) -> list[NewObservation]:
    """What the file says of the people of each cell, and also that it says nothing of one: else a
    figure from an earlier file would stay.
    """
    people, cells = found.cells.people, found.cells
    told = []
    for at in found.at:
        count = float(people.count[at])
        sign = Marker.SECRET if people.secret[at] else Marker.BLOCKED
        figure = (None, sign.value) if np.isnan(count) else (count, "")
        told.append((str(cells.ids[at]), *figure, "", int(cells.rows[at])))
    return told


def _when(period: str, file: str) -> tuple[str, str]:
    """The time asked for, else that of the census that the file is named after; and its base."""
    census = next((y for y in _CENSUS if y in file and "zensus" in file.casefold()), "")
    day, base = _CENSUS.get(census, ("", ""))
    if period:
        return period, next((b for d, b in _CENSUS.values() if d == period), "")
    return day, base


def _size_in_words(cell: int) -> str:
    return f"Raster {cell // 1000} km" if cell % 1000 == 0 else f"Raster {cell} m"


def _report(
    writer: Writer,
    found: _Kept,
    points: InhabitedPoints,
    cell: int,
    system: str,
    title: str,
    period: str,
    warnings: list[str],
) -> dict[str, Any]:
    nested = writer.now.nesting()
    people = found.cells.people
    return {
        "schema": 1,
        "stored": True,
        "import_id": writer.number,
        "system": system,
        "context": False,
        "title": title,
        "cell": cell,
        "id_column": found.cells.id_column,
        "population_column": found.cells.population,
        "rows": len(found.cells.ids),
        "kept": len(found.at),
        "outside": len(found.cells.ids) - len(found.at),
        "inhabited": len(points),
        "population": float(points.population.sum()),
        "secret": int(people.secret[found.at].sum()),
        "without_figure": int(np.isnan(people.count[found.at]).sum()),
        "indicator": people_of_grid(system) if period else "",
        "period": period,
        "nests_in": sorted(parent for child, parent in nested if child == system),
        "warnings": warnings,
    }
