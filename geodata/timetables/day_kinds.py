"""School day, holiday, Saturday and Sunday, found by comparing what runs on the days."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from geodata.timetables.timetable import Timetable

Kind = Literal["school", "holiday", "saturday", "sunday"]
KINDS: tuple[Kind, ...] = ("school", "holiday", "saturday", "sunday")
# Monday and Friday have their own night and school trips; planners count Tuesday to Thursday.
_MIDWEEK = (1, 2, 3)
_WEEKEND: Mapping[Kind, int] = {"saturday": 5, "sunday": 6}
# So many midweek days make a week of holidays; fewer are a bridge day or a strike.
_LEAST_DAYS = 3


@dataclass(frozen=True)
class DayKind:
    """A kind of day, the day that stands for it, and all days that are most like that one."""

    kind: Kind
    day: datetime.date
    trips: int
    days: tuple[datetime.date, ...]


def day_kinds(timetable: Timetable) -> Mapping[Kind, DayKind]:
    """The kinds that the timetable tells apart, each with its most usual day.

    Two days are alike where the same trips run (same line, stops and times, whatever service they
    belong to). Of the days from Tuesday to Thursday, a holiday is one where more trips pause than
    run of all that stop and come back; its school day is the fuller one most like it, and of
    several such pairs the one with most days counts. A change of timetable is no holiday: what is
    gone then does not come back. A public holiday counts as the kind that it is most like, mostly
    Sunday. A kind that the timetable does not have, or does not tell apart, is left out.
    """
    served = np.flatnonzero(timetable.runs.any(axis=1))
    runs = _trip_sets(timetable)[served]
    served, runs = served[runs.any(axis=1)], runs[runs.any(axis=1)]
    ordinals = timetable.days[served]
    weekday = (ordinals - 1) % 7
    chosen: dict[Kind, int] = {}
    for kind, wanted in _WEEKEND.items():
        if (weekday == wanted).any():
            chosen[kind] = _most_usual(runs, np.flatnonzero(weekday == wanted))
    midweek = _working(runs, np.flatnonzero(np.isin(weekday, _MIDWEEK)), chosen.get("sunday"))
    if len(midweek):
        chosen |= _school_and_holiday(runs, midweek)
    return _with_days(runs, ordinals, chosen)


def _trip_sets(timetable: Timetable) -> NDArray[np.bool_]:
    """For each day (d, u) which different trips run on it; trips of equal course are one."""
    bounds = timetable.trip_start
    columns = [timetable.from_stop, timetable.to_stop, timetable.departure_s, timetable.arrival_s]
    course = np.column_stack(columns).astype(np.int32)
    marks = [
        hashlib.blake2b(course[start:end].tobytes() + line.tobytes(), digest_size=16).digest()
        for start, end, line in zip(bounds[:-1], bounds[1:], timetable.trip_line, strict=True)
    ]
    _, same = np.unique(np.array(marks, dtype="S16"), return_inverse=True)
    sets = np.zeros((len(timetable.days), int(same.max()) + 1), bool)
    for service in np.unique(timetable.trip_service):
        on = timetable.runs[:, service]
        sets[np.ix_(on, np.unique(same[timetable.trip_service == service]))] = True
    return sets


def _frequent(runs: NDArray[np.bool_], among: NDArray[np.intp]) -> dict[int, int]:
    """The first day of each different set of trips, with how many days have it."""
    _, first, count = np.unique(
        np.packbits(runs[among], axis=1), axis=0, return_index=True, return_counts=True
    )
    return dict(zip(among[first].tolist(), count.tolist(), strict=True))


def _most_usual(runs: NDArray[np.bool_], among: NDArray[np.intp]) -> int:
    """The first day of the most frequent set of trips; of equally frequent ones, the fuller."""
    found = _frequent(runs, among)
    return max(found, key=lambda day: (found[day], int(runs[day].sum()), -day))


def _likeness(runs: NDArray[np.bool_], day: int) -> NDArray[np.float64]:
    """Of all trips of two days, the share that both have (Jaccard), for every day against one."""
    both = (runs & runs[day]).sum(axis=1)
    return np.asarray(both / np.maximum((runs | runs[day]).sum(axis=1), 1), np.float64)


def _working(
    runs: NDArray[np.bool_], midweek: NDArray[np.intp], sunday: int | None
) -> NDArray[np.intp]:
    """Without the public holidays, which are more like a Sunday than like the usual midweek day."""
    if sunday is None or not len(midweek):
        return midweek
    usual = _most_usual(runs, midweek)
    return midweek[_likeness(runs, usual)[midweek] >= _likeness(runs, sunday)[midweek]]


def _school_and_holiday(runs: NDArray[np.bool_], midweek: NDArray[np.intp]) -> dict[Kind, int]:
    """School day and holiday among working days from Tuesday to Thursday."""
    quiet = _quiet(runs[midweek])
    if quiet.all():
        return {"school": _most_usual(runs, midweek)}
    full = _frequent(runs, midweek[~quiet])
    pairs = []
    for holiday, days in _frequent(runs, midweek[quiet]).items():
        like = _likeness(runs, holiday)
        fuller = [day for day in full if runs[day].sum() > runs[holiday].sum()]
        if days >= _LEAST_DAYS and fuller:
            school = max(fuller, key=lambda day: (like[day], full[day]))
            pairs.append((full[school] + days, -holiday, school))
    if not pairs:
        return {"school": _most_usual(runs, midweek[~quiet])}
    _, negative, school = max(pairs)
    return {"school": school, "holiday": -negative}


def _quiet(sets: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """On which of the days (d, u) more trips pause than run, of all that stop and come back."""
    since = np.maximum.accumulate(sets, axis=0)
    until = np.maximum.accumulate(sets[::-1], axis=0)[::-1]
    pauses = since & until & ~sets
    # Some trips run in the holidays only, and pause when there is school.
    running = sets & pauses.any(axis=0)
    return np.asarray(pauses.sum(axis=1) > running.sum(axis=1), bool)


def _with_days(
    runs: NDArray[np.bool_], ordinals: NDArray[np.int32], chosen: Mapping[Kind, int]
) -> dict[Kind, DayKind]:
    if not chosen:
        return {}
    kinds = [kind for kind in KINDS if kind in chosen]
    nearest = np.argmax([_likeness(runs, chosen[kind]) for kind in kinds], axis=0)
    found = {}
    for number, kind in enumerate(kinds):
        days = [datetime.date.fromordinal(int(day)) for day in ordinals[nearest == number]]
        day = datetime.date.fromordinal(int(ordinals[chosen[kind]]))
        found[kind] = DayKind(kind, day, int(runs[chosen[kind]].sum()), tuple(days))
    return found
