"""What is asked of reachability: which facilities, how one travels, when, and what is measured."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args
from urllib.parse import parse_qsl, urlencode

from indicators.facilities.filter import FacilityFilter
from indicators.reach.refusals import WrongReach

Mode = Literal["foot", "bike", "pedelec", "car", "transit"]
Measure = Literal["minutes", "share", "number", "places", "graded", "own"]
MODES: tuple[Mode, ...] = get_args(Mode)
MEASURES: tuple[Measure, ...] = get_args(Measure)
SHORTEST_LIMIT, LONGEST_LIMIT = 1, 180
USUAL_LIMIT = 15
# School begins: whoever comes by bus must be there by then.
USUAL_ARRIVAL_S = 7 * 3600 + 45 * 60
_DAY_S = 24 * 3600
# No catalogue can have such an id: it stands for a question that nobody has stored.
_ASKED = "?"
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")


@dataclass(frozen=True)
class Trip:
    """What the minutes depend on. Only by bus do day and time matter, so else they are empty."""

    filter: FacilityFilter
    mode: Mode
    day: str = ""
    arrive_by_s: int = 0


@dataclass(frozen=True)
class ReachQuestion:
    """A trip, and what is made of its minutes.

    `day` is ISO text, "" for a usual school day; `arrive_by_s` are seconds after midnight by which
    one wants to be there. `measure`: mean minutes; the share of people within the limit; the number
    of facilities within it; places per 100 people by 2SFCA within it, or "graded" by E2SFCA, or
    "own": those that stand in the area itself, wherever people go.
    `group` is the indicator that counts those who are meant; "" means everybody.
    """

    filter: FacilityFilter
    mode: Mode = "car"
    day: str = ""
    arrive_by_s: int = USUAL_ARRIVAL_S
    limit_minutes: int = USUAL_LIMIT
    measure: Measure = "minutes"
    group: str = ""

    @property
    def trip(self) -> Trip:
        if self.mode != "transit":
            return Trip(self.filter, self.mode)
        return Trip(self.filter, self.mode, self.day, self.arrive_by_s)

    @property
    def id(self) -> str:
        """What stands in the place of an indicator's id as long as nobody has stored the question.

        >>> asked = ReachQuestion(FacilityFilter(kinds=("kita",)), limit_minutes=10)
        >>> question_of_id(asked.id) == asked
        True
        """
        return _ASKED + urlencode(self.texts())

    def texts(self) -> dict[str, str]:
        """The question as the catalogue holds it (`geodata.catalogue.REACH_FIELDS`)."""
        texts = {
            "facilities": self.filter.text,
            "mode": self.mode,
            "day": self.day,
            "arrive_by": clock(self.arrive_by_s),
            "limit": str(self.limit_minutes),
            "measure": self.measure,
            "group": self.group,
        }
        unused = set() if self.mode == "transit" else {"day", "arrive_by"}
        return {name: text for name, text in texts.items() if text and name not in unused}


def question_from_texts(texts: Mapping[str, str]) -> ReachQuestion:
    """A question from the catalogue or the address; raises `WrongReach` for what it cannot mean."""
    asked = ReachQuestion(FacilityFilter.from_text(texts.get("facilities", "")))
    for name, text in texts.items():
        if text and name in _READ:
            asked = _READ[name](asked, text)
    return asked


def is_asked(indicator_id: str) -> bool:
    """Whether an id stands for a question of reachability that nobody has stored."""
    return indicator_id.startswith(_ASKED)


def question_of_id(indicator_id: str) -> ReachQuestion:
    """The question behind an id that `ReachQuestion.id` made; raises `WrongReach`."""
    return question_from_texts(dict(parse_qsl(indicator_id.removeprefix(_ASKED))))


def clock(seconds: int) -> str:
    """Seconds after midnight as 07:45; past midnight hours run on, as timetables write them.

    >>> clock(27900), clock(24 * 3600 + 60)
    ('07:45', '24:01')
    """
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}"


def _seconds(text: str) -> int | None:
    found = _CLOCK.fullmatch(text)
    if found is None or int(found[2]) > 59:
        return None
    seconds = int(found[1]) * 3600 + int(found[2]) * 60
    return seconds if seconds <= _DAY_S else None


def _with_mode(asked: ReachQuestion, text: str) -> ReachQuestion:
    for mode in MODES:
        if text == mode:
            return replace(asked, mode=mode)
    raise WrongReach(field="mode", value=text, wanted=", ".join(MODES))


def _with_day(asked: ReachQuestion, text: str) -> ReachQuestion:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise WrongReach(field="day", value=text, wanted="ein Tag wie 2026-09-15") from None
    return replace(asked, day=day.isoformat())


def _with_arrival(asked: ReachQuestion, text: str) -> ReachQuestion:
    seconds = _seconds(text)
    if seconds is None:
        raise WrongReach(field="arrive_by", value=text, wanted="eine Uhrzeit wie 07:45")
    return replace(asked, arrive_by_s=seconds)


def _with_limit(asked: ReachQuestion, text: str) -> ReachQuestion:
    if not (text.isascii() and text.isdecimal()) or not (
        SHORTEST_LIMIT <= int(text[:4]) <= LONGEST_LIMIT
    ):
        wanted = f"ganze Minuten von {SHORTEST_LIMIT} bis {LONGEST_LIMIT}"
        raise WrongReach(field="limit", value=text, wanted=wanted)
    return replace(asked, limit_minutes=int(text))


def _with_measure(asked: ReachQuestion, text: str) -> ReachQuestion:
    for measure in MEASURES:
        if text == measure:
            return replace(asked, measure=measure)
    raise WrongReach(field="measure", value=text, wanted=", ".join(MEASURES))


def _with_group(asked: ReachQuestion, text: str) -> ReachQuestion:
    return replace(asked, group=text)


_READ = {
    "mode": _with_mode,
    "day": _with_day,
    "arrive_by": _with_arrival,
    "limit": _with_limit,
    "measure": _with_measure,
    "group": _with_group,
}
