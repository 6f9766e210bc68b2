"""A small bus feed over the three villages: what tests of timetables tell of."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from pyproj import Transformer

from geodata.area_system import CRS
from tests.villages import EAST, NORTH

_DEGREES = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True)


def degrees(x: float, y: float) -> tuple[str, str]:
    """Latitude and longitude of a point given in metres from the corner of the villages."""
    longitude, latitude = _DEGREES.transform(EAST + x, NORTH + y)
    return f"{latitude:.7f}", f"{longitude:.7f}"


def stop(stop_id: str, name: str, x: float, y: float, *rest: str) -> str:
    return ",".join([stop_id, name, *degrees(x, y), *rest])


STOPS = "\n".join(
    [
        "stop_id,stop_name,stop_lat,stop_lon",
        stop("a", "Ahausen", 500, 1500),
        stop("b", "Bedorf", 1500, 1500),
        stop("c", "Cetal", 500, 500),
        stop("w", "Weit weg", 60_000, 500),
    ]
)
# Line 1 runs from Monday to Friday; in the first two weeks of July 2026 its school trip pauses.
VILLAGE_FEED: Mapping[str, str] = {
    "agency": "agency_name,agency_url,agency_timezone\nDorfbus GmbH,https://dorf.de,Europe/Berlin",
    "stops": STOPS,
    "routes": "route_id,route_short_name,route_long_name,route_type\n1,1,Ahausen - Cetal,3",
    "trips": (
        "route_id,service_id,trip_id,trip_headsign\n1,werktags,t1,Cetal\n1,schule,t2,Cetal\n"
        "1,samstags,t3,\n"
    ),
    "stop_times": (
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
        "t1,08:00:00,08:00:00,a,1\nt1,08:05:00,08:06:00,b,2\nt1,08:15:00,08:15:00,c,3\n"
        "t2,07:00:00,07:00:00,a,1\nt2,07:05:00,07:06:00,b,2\nt2,07:15:00,07:15:00,c,3\n"
        "t3,24:30:00,24:30:00,a,1\nt3,24:40:00,24:40:00,c,2\n"
    ),
    "calendar": (
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n"
        "werktags,1,1,1,1,1,0,0,20260601,20260731\nschule,1,1,1,1,1,0,0,20260601,20260731\n"
        "samstags,0,0,0,0,0,1,0,20260601,20260731"
    ),
    "calendar_dates": "service_id,date,exception_type\n"
    + "\n".join(f"schule,202607{day:02d},2" for day in range(1, 15)),
}


def write_feed(
    path: Path, *, folder: str = "", without: tuple[str, ...] = (), **tables: str | bytes
) -> Path:
    """The village feed as a zip; `tables` stand in the place of its own, or beside them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**VILLAGE_FEED, **tables}.items():
            if name not in without:
                archive.writestr(f"{folder}{name}.txt", content)
    return path
