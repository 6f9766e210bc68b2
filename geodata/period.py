"""A state or span of time that a figure stands for."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Literal

from geodata.refusals import Refusal

Kind = Literal["year", "month", "date", "school year"]

MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])")
_DATE = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_SCHOOL_YEAR = re.compile(r"((?:19|20)\d\d)/((?:19|20)\d\d)")


class UnknownPeriod(Refusal):
    sentence = (
        "„{text}“ ist kein Zeitpunkt. Bitte als 2022, 2022-12, 2022-12-31 oder 2022/2023 angeben."
    )


@total_ordering
@dataclass(frozen=True, eq=True)
class Period:
    """ISO text that keeps its kind: `2022`, `2022-12`, `2022-12-31` or `2022/2023`."""

    text: str

    def __post_init__(self) -> None:
        _ = self.kind

    @property
    def kind(self) -> Kind:
        if _YEAR.fullmatch(self.text):
            return "year"
        if _MONTH.fullmatch(self.text):
            return "month"
        school_year = _SCHOOL_YEAR.fullmatch(self.text)
        if school_year and int(school_year[2]) == int(school_year[1]) + 1:
            return "school year"
        try:
            datetime.date.fromisoformat(self.text)
        except ValueError:
            raise UnknownPeriod(text=self.text) from None
        # Python also takes 20221231 and 2022-W52-6.
        if not _DATE.fullmatch(self.text):
            raise UnknownPeriod(text=self.text)
        return "date"

    @property
    def last_day(self) -> datetime.date:
        """The day by which the period has ended; what periods are ordered by."""
        if self.kind == "year":
            return datetime.date(int(self.text), 12, 31)
        if self.kind == "month":
            year, month = int(self.text[:4]), int(self.text[5:])
            return datetime.date(year, month, calendar.monthrange(year, month)[1])
        if self.kind == "school year":
            return datetime.date(int(self.text[5:]), 7, 31)
        return datetime.date.fromisoformat(self.text)

    @property
    def german(self) -> str:
        """As it stands on the screen: `31.12.2022`, `Dezember 2022`, `2022`, `2022/2023`."""
        if self.kind == "month":
            return f"{MONTHS[int(self.text[5:]) - 1]} {self.text[:4]}"
        if self.kind == "date":
            return self.last_day.strftime("%d.%m.%Y")
        return self.text

    def __lt__(self, other: Period) -> bool:
        return (self.last_day, self.text) < (other.last_day, other.text)

    def __str__(self) -> str:
        return self.text
