"""A timetable, brought in from a GTFS file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.german_count import german_count
from geodata.imports.grid import county_areas
from geodata.imports.originals import taken_in
from geodata.store import Store
from geodata.timetables.day_kinds import day_kinds
from geodata.timetables.reading import TimetableFile, read_timetable
from geodata.timetables.refusals import TimetableElsewhere
from geodata.timetables.timetable import CHANGE_S, Nature, Timetable


def import_timetable(
    store: Store,
    path: Path,
    *,
    title: str = "",
    attribution: str = "",
    change_seconds: int = CHANGE_S,
    nature: Nature = "real",
) -> dict[str, Any]:
    """Read a GTFS file and store its timetable in place of the one before.

    Stops outside the areas of the workspace are kept: ways lead across the border. Returns the
    report that `geodata timetable --json` prints. Raises a `Refusal`; the store is then as it was.
    """
    with taken_in(path) as original:
        read = read_timetable(original.path, change_s=change_seconds)
        with store.writing("timetable", file=path.name, sha256=original.sha256) as writer:
            inside = _inside(read.timetable, county_areas(writer.before))
            if not inside.any():
                raise TimetableElsewhere(file=path.name, count=german_count(len(inside)))
            former = writer.before.network("timetable")
            named = replace(
                read.timetable,
                title=title or read.publisher or path.stem,
                attribution=attribution or read.publisher,
                nature=nature,
            )
            writer.replace_network("timetable", named.stored())
            said = [*read.warnings, *_remarks(read, attribution)]
            said += [f"Ersetzt: der bisherige Fahrplan „{former.title}“."] if former else []
            writer.report = {
                "schema": 1,
                "stored": True,
                "import_id": writer.number,
                **_described(named, inside),
                "warnings": said,
            }
            original.keep(store.originals)
    return dict(writer.report)


def _inside(timetable: Timetable, areas: NDArray[np.object_]) -> NDArray[np.bool_]:
    found = np.zeros(len(timetable.stop_ids), bool)
    shapely.prepare(areas)
    points = shapely.points(timetable.x, timetable.y)
    found[shapely.STRtree(points).query(areas, predicate="intersects")[1]] = True
    return found


def _remarks(read: TimetableFile, attribution: str) -> list[str]:
    if attribution:
        return []
    said = f"übernommen ist der Herausgeber „{read.publisher}“" if read.publisher else "er fehlt"
    return [f"Kein Quellenvermerk angegeben (--attribution): {said}."]


def _described(timetable: Timetable, inside: NDArray[np.bool_]) -> dict[str, Any]:
    served = timetable.runs[:, np.unique(timetable.trip_service)].any(axis=1)
    return {
        "title": timetable.title,
        "attribution": timetable.attribution,
        "nature": timetable.nature,
        "stops": len(inside),
        "stops_inside": int(inside.sum()),
        "stations": len(timetable.station_names),
        "lines": len(np.unique(timetable.trip_line)),
        "trips": len(timetable.trip_line),
        "connections": len(timetable.from_stop),
        "change_seconds": timetable.change_s,
        "first_day": timetable.first_day.isoformat(),
        "last_day": timetable.last_day.isoformat(),
        "days_with_service": int(served.sum()),
        "days_without_service": int((~served).sum()),
        "day_kinds": [
            {
                "kind": kind.kind,
                "day": kind.day.isoformat(),
                "trips": kind.trips,
                "days": len(kind.days),
            }
            for kind in day_kinds(timetable).values()
        ],
    }
