"""What runs on one day: the rides from halt to halt, in the order in which their runs set out."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from geodata.timetables.refusals import NoServiceThatDay
from geodata.timetables.timetable import Timetable

DAY_S = 86_400
# What sets out by then on the next day can still be somebody's way home.
NEXT_MORNING_S = 6 * 3600
# Counts and first and last departures are taken of the traffic day, which ends when all sleep.
DAY_BEGINS_S, DAY_ENDS_S = 3 * 3600, 27 * 3600


@dataclass(frozen=True, eq=False)
class Connections:
    """Rides (c,) between two halts in seconds since the day began, those of a run together.

    A run (r,) is one trip on one day; runs stand in the order of their first departure. Trips of
    the night before come with their hours after midnight, those of the next morning until six
    o'clock with hours past 24. `run_trip` says which trip of the timetable a run is,
    `run_start` (r+1,) where its rides begin.
    """

    day: datetime.date
    stops: int
    from_stop: NDArray[np.intp]
    to_stop: NDArray[np.intp]
    departure_s: NDArray[np.int32]
    arrival_s: NDArray[np.int32]
    board: NDArray[np.bool_]
    alight: NDArray[np.bool_]
    run: NDArray[np.intp]
    run_start: NDArray[np.intp]
    run_first_s: NDArray[np.int32]
    run_trip: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.from_stop)

    @cached_property
    def position(self) -> NDArray[np.intp]:
        return np.arange(len(self.from_stop))

    @cached_property
    def longest_run_s(self) -> int:
        """How long the longest run is under way."""
        ends = self.arrival_s[self.run_start[1:] - 1]
        return int((ends - self.run_first_s).max(initial=0))

    @cached_property
    def mirrored(self) -> Connections:
        """The day run backwards: negative times, starts and ends exchanged.

        Whoever asks it for the latest departure is told the earliest arrival, with its sign
        turned. `run_trip` still names the trips.
        """
        starts, ends = self.run_start[:-1], self.run_start[1:]
        order = np.argsort(-self.arrival_s[ends - 1], kind="stable")
        counts = (ends - starts)[order]
        back = np.repeat(ends[order] - 1 + np.cumsum(counts) - counts, counts) - self.position
        return Connections(
            day=self.day,
            stops=self.stops,
            from_stop=self.to_stop[back],
            to_stop=self.from_stop[back],
            departure_s=-self.arrival_s[back],
            arrival_s=-self.departure_s[back],
            board=self.alight[back],
            alight=self.board[back],
            run=np.repeat(np.arange(len(counts)), counts),
            run_start=np.r_[0, np.cumsum(counts)],
            run_first_s=-self.arrival_s[ends - 1][order],
            run_trip=self.run_trip[order],
        )


def connections_on(timetable: Timetable, day: datetime.date) -> Connections:
    """What runs on a day; raises `NoServiceThatDay`, which names one that has service.

    On the two days a year that clocks are changed, the hours of the neighbouring day are an hour
    off.
    """
    today = timetable.trips_on(day)
    if not len(today):
        raise _no_service(timetable, day)
    before = timetable.trips_on(day - datetime.timedelta(days=1))
    after = timetable.trips_on(day + datetime.timedelta(days=1))
    parts = [
        _runs(timetable, before, -DAY_S, DAY_S, None),
        _runs(timetable, today, 0, None, None),
        _runs(timetable, after, DAY_S, None, NEXT_MORNING_S),
    ]
    trip, start, end, shift = (np.concatenate(column) for column in zip(*parts, strict=True))
    first = timetable.departure_s[start] + shift
    order = np.argsort(first, kind="stable")
    trip, start, end, shift = trip[order], start[order], end[order], shift[order]
    counts = end - start
    at = np.repeat(start - (np.cumsum(counts) - counts), counts) + np.arange(counts.sum())
    late = np.repeat(shift, counts)
    return Connections(
        day=day,
        stops=len(timetable.stop_ids),
        from_stop=timetable.from_stop[at].astype(np.intp),
        to_stop=timetable.to_stop[at].astype(np.intp),
        departure_s=(timetable.departure_s[at] + late).astype(np.int32),
        arrival_s=(timetable.arrival_s[at] + late).astype(np.int32),
        board=timetable.board[at],
        alight=timetable.alight[at],
        run=np.repeat(np.arange(len(counts)), counts),
        run_start=np.r_[0, np.cumsum(counts)],
        run_first_s=first[order].astype(np.int32),
        run_trip=trip.astype(np.int32),
    )


def _runs(
    timetable: Timetable,
    trips: NDArray[np.intp],
    shift_s: int,
    since_s: int | None,
    until_s: int | None,
) -> tuple[NDArray[np.intp], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Trips with where their rides begin and end, as far as they set out in a stretch of time."""
    start, end = timetable.trip_start[trips], timetable.trip_start[trips + 1]
    if since_s is not None:
        late = timetable.departure_s >= since_s
        # Departures rise along a trip, so what is late stands at its end.
        count = np.r_[0, np.cumsum(late)]
        start = end - (count[end] - count[start])
    if until_s is not None:
        early = timetable.departure_s[start] < until_s
        trips, start, end = trips[early], start[early], end[early]
    some = end > start
    return trips[some], start[some], end[some], np.full(int(some.sum()), shift_s, np.int64)


def _no_service(timetable: Timetable, day: datetime.date) -> NoServiceThatDay:
    """Names the nearest day that has service, of the same weekday where there is one."""
    served = timetable.days[timetable.runs[:, np.unique(timetable.trip_service)].any(axis=1)]
    distance = np.abs(served - day.toordinal()) + 1000 * ((served - day.toordinal()) % 7 != 0)
    other = datetime.date.fromordinal(int(served[np.argmin(distance)]))
    return NoServiceThatDay(
        day=f"{day:%d.%m.%Y}",
        title=timetable.title,
        first=f"{timetable.first_day:%d.%m.%Y}",
        last=f"{timetable.last_day:%d.%m.%Y}",
        other=f"{other:%d.%m.%Y}",
    )
