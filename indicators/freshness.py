"""Whether a newer state of an indicator is due."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

from geodata.catalogue import Indicator
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.choices import periods, systems, topics
from indicators.kept import kept
from indicators.published import Published, published
from indicators.query import Query

_WORDS = {
    "monatlich": 1,
    "vierteljährlich": 3,
    "quartalsweise": 3,
    "halbjährlich": 6,
    "jährlich": 12,
    "zweijährlich": 24,
    "alle zwei jahre": 24,
}
_EVERY = re.compile(r"alle (\d{1,2}) (monate|jahre)")
_ISO = re.compile(r"p(?=\d)(?:(\d{1,2})y)?(?:(\d{1,3})m)?")


class Light(StrEnum):
    """NONE where nobody said how often new figures come, or where they are modelled."""

    NONE = ""
    GREEN = "green"
    DUE = "due"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Freshness:
    """How old the latest state is against how often new ones come.

    `due` is the day from which the next state may be expected, `overdue` the day after which even
    the one behind it should be there; both None where the light is `NONE`.
    """

    light: Light
    last: Period | None
    due: datetime.date | None = None
    overdue: datetime.date | None = None


@dataclass(frozen=True)
class DueAt:
    """What one department should see to, the longest overdue first; "" where none is named."""

    department: str
    entries: tuple[tuple[Indicator, Freshness], ...]


def freshness(workspace: Workspace, indicator: str, *, today: datetime.date) -> Freshness:
    """The light of an indicator on a day, from its latest state on any level.

    green    until one update interval after the last state
    due      after that: the next state may be there
    overdue  after two intervals: at least one state was left out

    Yearly figures of 31.12.2024 are due after 31.12.2025 and overdue after 31.12.2026.
    """
    latest = _latest(workspace, indicator)
    if latest is None:
        return Freshness(Light.NONE, None)
    last, months = latest.period, interval_months(latest.indicator.update_interval)
    # Nobody waits for the next state of what was made up to show the atlas.
    if not months or any(source.nature == "model" for source in latest.sources):
        return Freshness(Light.NONE, last)
    due, overdue = (months_later(last.last_day, n * months) for n in (1, 2))
    if today > overdue:
        return Freshness(Light.OVERDUE, last, due, overdue)
    return Freshness(Light.DUE if today > due else Light.GREEN, last, due, overdue)


def due_list(workspace: Workspace, *, today: datetime.date) -> tuple[DueAt, ...]:
    """ "Was ist fällig?": what is due or overdue, by department, in alphabetical order."""
    found: dict[str, list[tuple[Indicator, Freshness]]] = {}
    for topic in topics(workspace):
        for indicator in topic.indicators:
            state = freshness(workspace, indicator.id, today=today)
            if state.light in (Light.DUE, Light.OVERDUE):
                found.setdefault(indicator.department, []).append((indicator, state))
    return tuple(
        DueAt(department, tuple(sorted(found[department], key=_urgency)))
        for department in sorted(found, key=lambda name: (not name, name.casefold()))
    )


def interval_months(text: str) -> int:
    """The months of an update interval; 0 where it says none ("unregelmäßig", "").

    German words, "alle 5 Jahre", and ISO 8601 durations of years and months.

    >>> [interval_months(text) for text in ("jährlich", "alle 5 Jahre", "P1Y6M", "P3M", "einmalig")]
    [12, 60, 18, 3, 0]
    """
    said = " ".join(text.casefold().split())
    if said in _WORDS:
        return _WORDS[said]
    if every := _EVERY.fullmatch(said):
        return int(every[1]) * (12 if every[2] == "jahre" else 1)
    if iso := _ISO.fullmatch(said):
        return 12 * int(iso[1] or 0) + int(iso[2] or 0)
    return 0


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day some months on; the last day of a month stays the last.

    >>> months_later(datetime.date(2025, 6, 30), 6), months_later(datetime.date(2024, 1, 30), 1)
    (datetime.date(2025, 12, 31), datetime.date(2024, 2, 29))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    longest = calendar.monthrange(year, month)[1]
    was_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return datetime.date(year, month, longest if was_last else min(day.day, longest))


@kept(256)
def _latest(workspace: Workspace, indicator: str) -> Published | None:
    """The figures of the latest state, on the coarsest level that has it."""
    states = [
        (periods(workspace, indicator, system.id)[0].period, -place, system.id)
        for place, system in enumerate(systems(workspace, indicator))
    ]
    if not states:
        return None
    period, _, system_id = max(states)
    return published(workspace, Query(indicator, system_id, period.text))


def _urgency(entry: tuple[Indicator, Freshness]) -> tuple[datetime.date, str]:
    indicator, state = entry
    return (state.due or datetime.date.max, indicator.title.casefold())
