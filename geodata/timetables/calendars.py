"""On which days each service of a feed runs, by its week and by its exceptions."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geodata.german_count import german_count
from geodata.timetables.feed import Feed
from geodata.timetables.fields import days, whole_numbers
from geodata.timetables.refusals import CalendarTooLong, NeverRuns

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MOST_CELLS = 60_000_000
_ADDED, _REMOVED = 1, 2


@dataclass(frozen=True, eq=False)
class Calendar:
    """`runs` (d, v) bool: whether service v runs on the d-th day from `first` (an ordinal)."""

    services: tuple[str, ...]
    first: int
    runs: NDArray[np.bool_]


def read_calendar(feed: Feed) -> Calendar:
    """The days of all services that trips name, from the first to the last day with service.

    Raises `WrongDate`, `WrongNumber`, `CalendarTooLong`, and `NeverRuns` where no day is left.
    """
    services = pd.Index(sorted(set(feed.tables["trips"]["service_id"])))
    weeks = _weeks(feed, services)
    exceptions = _exceptions(feed, services)
    every = np.concatenate([weeks.start, weeks.end, exceptions.day])
    if not len(every):
        raise NeverRuns(file=feed.file)
    first, last = int(every.min()), int(every.max())
    if (last - first + 1) * len(services) > _MOST_CELLS:
        told = {"first": german_day(first), "last": german_day(last)}
        raise CalendarTooLong(file=feed.file, services=german_count(len(services)), **told)
    runs = np.zeros((last - first + 1, len(services)), bool)
    # Ordinal 1 was a Monday.
    weekday = (np.arange(len(runs)) + first - 1) % 7
    for service, start, end, on in zip(*weeks, strict=True):
        stretch = slice(start - first, end + 1 - first)
        runs[stretch, service] |= on[weekday[stretch]]
    runs[exceptions.day - first, exceptions.service] = exceptions.runs
    served = np.flatnonzero(runs.any(axis=1))
    if not len(served):
        raise NeverRuns(file=feed.file)
    return Calendar(tuple(services), first + int(served[0]), runs[served[0] : served[-1] + 1])


class _Weeks(NamedTuple):
    """For each line of the calendar: service, first and last day, and on which weekdays (7,)."""

    service: NDArray[np.intp]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    on: NDArray[np.bool_]


class _Exceptions(NamedTuple):
    service: NDArray[np.intp]
    day: NDArray[np.int64]
    runs: NDArray[np.bool_]


def _weeks(feed: Feed, services: pd.Index) -> _Weeks:
    table = feed.tables["calendar"]
    table = table[table["service_id"].isin(services)]
    told = {"file": feed.file, "table": "calendar"}
    start, end = days(table["start_date"], **told), days(table["end_date"], **told)
    on = np.column_stack([whole_numbers(table[day], **told, empty=0) for day in WEEK]).astype(bool)
    some = start <= end
    service = services.get_indexer(pd.Index(table["service_id"]))
    return _Weeks(service[some], start[some], end[some], on[some])


def _exceptions(feed: Feed, services: pd.Index) -> _Exceptions:
    """What is added and removed; a day with both is removed, as it comes last."""
    table = feed.tables["calendar_dates"]
    table = table[table["service_id"].isin(services)]
    told = {"file": feed.file, "table": "calendar_dates"}
    day = days(table["date"], **told)
    kind = whole_numbers(table["exception_type"], **told, empty=_ADDED)
    service = services.get_indexer(pd.Index(table["service_id"]))
    order = np.argsort(kind, kind="stable")
    return _Exceptions(service[order], day[order], kind[order] != _REMOVED)


def german_day(ordinal: int) -> str:
    """A day that is an ordinal, as people write it: 31.12.2026."""
    return datetime.date.fromordinal(ordinal).strftime("%d.%m.%Y")
