"""The model timetable of the demonstration: a GTFS feed over the real stops of the county."""

from __future__ import annotations

import csv
import datetime
import io
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from geodata.demonstration.model_lines import TRAIN, Line, RealStops, lines, real_stops

NAME = "modell_fahrplan.zip"
ASSUMPTIONS = Path(__file__).with_name("model_timetable.toml")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_SERVICES = ("school", "daily", "saturday", "sunday")

Rows = Iterable[Sequence[object]]


def model_feed(sources: Path) -> bytes:
    """The feed as an archive, the same bytes of text every time."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in model_tables(sources).items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), text, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def model_tables(sources: Path) -> dict[str, str]:
    """File name → text of the feed, made from the list of stops in `sources` alone."""
    plan = tomllib.loads(ASSUMPTIONS.read_text(encoding="utf-8"))
    stops = real_stops(sources)
    runs = lines(stops, plan)
    trips = list(_trips(runs, stops, plan))
    agency = [["modell", plan["publisher"], "https://example.org", "Europe/Berlin"]]
    listed = zip(stops.ids, stops.names, stops.latitude, stops.longitude, strict=True)
    return {
        "agency.txt": _text("agency_id,agency_name,agency_url,agency_timezone", agency),
        "feed_info.txt": _text(
            "feed_publisher_name,feed_publisher_url,feed_lang",
            [[plan["publisher"], "https://example.org", "de"]],
        ),
        "stops.txt": _text("stop_id,stop_name,stop_lat,stop_lon", listed),
        "routes.txt": _text(
            "route_id,agency_id,route_short_name,route_type",
            [[n, "modell", line.name, line.kind] for n, line in enumerate(runs, start=1)],
        ),
        "trips.txt": _text(
            "route_id,service_id,trip_id,trip_headsign",
            [
                [line, service, trip, stops.names[halts[-1][0]]]
                for trip, (line, service, halts) in enumerate(trips, start=1)
            ],
        ),
        "stop_times.txt": _text(
            "trip_id,arrival_time,departure_time,stop_id,stop_sequence",
            _halts(trips, stops),
        ),
        "calendar.txt": _text(
            "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
            "start_date,end_date",
            [
                [service, *_weekdays(service), plan["first_day"], plan["last_day"]]
                for service in _SERVICES
            ],
        ),
        "calendar_dates.txt": _text("service_id,date,exception_type", _exceptions(plan)),
    }


# Line number, service, and the halts: a stop and minutes after midnight.
Trip = tuple[int, str, list[tuple[int, int]]]


def _trips(runs: Sequence[Line], stops: RealStops, plan: Mapping[str, Any]) -> Iterator[Trip]:
    for number, line in enumerate(runs, start=1):
        kmh = plan["train_kmh"] if line.kind == TRAIN else plan["bus_kmh"]
        minutes = _minutes(line.stops, stops, 1000 / 60 * kmh / plan["detour"])
        there = list(zip(line.stops, minutes, strict=True))
        back = [(stop, minutes[-1] - minute) for stop, minute in reversed(there)]
        for service in _SERVICES:
            times = line.times.get(service, {})
            for start in [_minute(text) for text in times.get("out", ())]:
                # A branch is written down from the village to its place, a trunk from its hub.
                course = back if "in" in times else there
                yield number, service, [(stop, start + minute) for stop, minute in course]
            for start in [_minute(text) for text in times.get("back", ())]:
                yield number, service, [(stop, start + minute) for stop, minute in back]
            for end in [_minute(text) for text in times.get("in", ())]:
                start = end - minutes[-1]
                yield number, service, [(stop, start + minute) for stop, minute in there]


def _minutes(line: Sequence[int], stops: RealStops, metres_per_minute: float) -> list[int]:
    """Whole minutes from the first stop to each, at least one from stop to stop."""
    at = list(line)
    hops = np.hypot(np.diff(stops.x[at]), np.diff(stops.y[at])) / metres_per_minute
    return [0, *np.cumsum(np.maximum(np.round(hops), 1)).astype(int).tolist()]


def _halts(trips: Sequence[Trip], stops: RealStops) -> Rows:
    for trip, (_, _, halts) in enumerate(trips, start=1):
        for sequence, (stop, minute) in enumerate(halts, start=1):
            time = f"{minute // 60:02d}:{minute % 60:02d}:00"
            yield [trip, time, time, stops.ids[stop], sequence]


def _weekdays(service: str) -> list[int]:
    first, last = {"saturday": (5, 5), "sunday": (6, 6)}.get(service, (0, 4))
    return [int(first <= day <= last) for day in range(7)]


def _exceptions(plan: Mapping[str, Any]) -> Rows:
    """No school trips in the holidays; on public holidays it is Sunday."""
    free = {day for start, end in plan["holidays"] for day in _days(start, end)}
    like_sunday = {_day(text) for text in plan["like_sunday"]}
    for day in sorted(free | like_sunday):
        written = f"{day:%Y%m%d}"
        if day.weekday() < 5:
            yield ["school", written, 2]
        if day in like_sunday and day.weekday() < 6:
            yield ["saturday" if day.weekday() == 5 else "daily", written, 2]
            yield ["sunday", written, 1]


def _days(start: str, end: str) -> Iterator[datetime.date]:
    first, last = _day(start), _day(end)
    for number in range((last - first).days + 1):
        yield first + datetime.timedelta(days=number)


def _day(text: str) -> datetime.date:
    return datetime.date(int(text[:4]), int(text[4:6]), int(text[6:]))


def _minute(text: str) -> int:
    hours, minutes = text.split(":")
    return 60 * int(hours) + int(minutes)


def _text(head: str, rows: Rows) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(head.split(","))
    writer.writerows(rows)
    return buffer.getvalue()
