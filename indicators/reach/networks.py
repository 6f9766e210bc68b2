"""The networks of a workspace, unpacked once."""

from __future__ import annotations

import datetime

from geodata.streets.graph import StreetGraph, street_graph
from geodata.timetables.connections import Connections, connections_on
from geodata.timetables.day_kinds import KINDS, DayKind, day_kinds
from geodata.timetables.timetable import Timetable, timetable
from geodata.workspace import Workspace
from indicators.kept import kept
from indicators.reach.refusals import NoStreets, NoTimetable


@kept(1)
def streets_of(workspace: Workspace) -> StreetGraph:
    """The street network; raises `NoStreets`."""
    stored = workspace.streets
    if stored is None:
        raise NoStreets
    return street_graph(stored)


@kept(1)
def timetable_of(workspace: Workspace) -> Timetable:
    """The timetable; raises `NoTimetable`."""
    stored = workspace.timetable
    if stored is None:
        raise NoTimetable
    return timetable(stored)


@kept(4)
def rides_on(workspace: Workspace, day: str) -> Connections:
    """What runs on a day (ISO text); raises `NoTimetable` and `NoServiceThatDay`."""
    return connections_on(timetable_of(workspace), datetime.date.fromisoformat(day))


@kept(1)
def kinds_of_days(workspace: Workspace) -> tuple[DayKind, ...]:
    """School day, holiday, Saturday and Sunday, as far as the timetable tells them apart."""
    found = day_kinds(timetable_of(workspace))
    return tuple(found[kind] for kind in KINDS if kind in found)


def usual_day(workspace: Workspace) -> str:
    """The day that is meant where none is named: a school day, else the first kind that there is;
    raises `NoTimetable`."""
    kinds = kinds_of_days(workspace)
    day = kinds[0].day if kinds else timetable_of(workspace).first_day
    return day.isoformat()
