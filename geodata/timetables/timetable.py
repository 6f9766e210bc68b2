"""A timetable as arrays: stops, lines, trips, and the rides from halt to halt."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from geodata.store.networks import StoredNetwork

Nature = Literal["real", "estimated", "model"]
CHANGE_S = 120
FORBIDDEN_S = -1
_ARRAYS = (
    *("stop_ids", "stop_names", "x", "y", "station", "station_names"),
    *("line_names", "line_kinds", "trip_line", "trip_headsign", "trip_service", "trip_start"),
    *("from_stop", "to_stop", "departure_s", "arrival_s", "board", "alight"),
    *("days", "runs", "transfer_from", "transfer_to", "transfer_s"),
)


@dataclass(frozen=True, eq=False)
class Timetable:
    """Everything that runs, arrays by position; times in seconds since a service day began.

    Stops (s,): `stop_ids`, `stop_names`, `x` and `y` in metres of EPSG:25832, `station` as the
    number of a group named in `station_names`. Lines (l,): `line_names`, `line_kinds` (the GTFS
    route_type). Trips (t,): `trip_line`, `trip_headsign`, `trip_service`; `trip_start` (t+1,)
    says where the connections of each begin. Connections (c,): a ride from one halt to the next,
    with whether people may get on at its start (`board`) and off at its end (`alight`).
    `days` (d,) are ordinals with no gap, `runs` (d, v) whether service v runs on them.
    Transfers (m,) are what the feed says of changing between two stops: `transfer_s` seconds, or
    -1 where that is not possible. Everywhere else a change takes `change_s`.
    """

    stop_ids: NDArray[np.str_]
    stop_names: NDArray[np.str_]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    station: NDArray[np.int32]
    station_names: NDArray[np.str_]
    line_names: NDArray[np.str_]
    line_kinds: NDArray[np.int32]
    trip_line: NDArray[np.int32]
    trip_headsign: NDArray[np.str_]
    trip_service: NDArray[np.int32]
    trip_start: NDArray[np.int64]
    from_stop: NDArray[np.int32]
    to_stop: NDArray[np.int32]
    departure_s: NDArray[np.int32]
    arrival_s: NDArray[np.int32]
    board: NDArray[np.bool_]
    alight: NDArray[np.bool_]
    days: NDArray[np.int32]
    runs: NDArray[np.bool_]
    transfer_from: NDArray[np.int32]
    transfer_to: NDArray[np.int32]
    transfer_s: NDArray[np.int32]
    change_s: int = CHANGE_S
    title: str = ""
    attribution: str = ""
    nature: Nature = "real"
    import_id: int = 0

    @property
    def first_day(self) -> datetime.date:
        return datetime.date.fromordinal(int(self.days[0]))

    @property
    def last_day(self) -> datetime.date:
        return datetime.date.fromordinal(int(self.days[-1]))

    def trips_on(self, day: datetime.date) -> NDArray[np.intp]:
        """Positions of the trips of a service day; none outside the calendar."""
        at = day.toordinal() - int(self.days[0])
        if not 0 <= at < len(self.days):
            return np.zeros(0, np.intp)
        return np.flatnonzero(self.runs[at][self.trip_service])

    def stored(self) -> StoredNetwork:
        """As the store keeps it."""
        arrays: dict[str, NDArray[Any]] = {name: getattr(self, name) for name in _ARRAYS}
        arrays["change_s"] = np.array([self.change_s], np.int32)
        return StoredNetwork(self.title, self.attribution, self.nature, arrays, self.import_id)


def timetable(stored: StoredNetwork) -> Timetable:
    """The timetable that the store kept."""
    arrays = {name: stored.arrays[name] for name in _ARRAYS}
    return Timetable(
        **arrays,
        change_s=int(stored.arrays["change_s"][0]),
        title=stored.title,
        attribution=stored.attribution,
        nature=stored.nature,
        import_id=stored.import_id,
    )
