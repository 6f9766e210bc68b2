"""Points in time as tables write them: in headers, titles and cells."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping

from geodata.period import MONTHS, Period, UnknownPeriod

_MONTH_NUMBERS = {name[:3].lower(): i for i, name in enumerate(MONTHS, 1)} | {"mrz": 3, "mae": 3}
_WORD = (
    r"(?:Januar|Jan|Februar|Feb|März|Maerz|Mrz|Mär|April|Apr|Mai|Juni|Jun|Juli|Jul|August|Aug"
    r"|September|Sept|Sep|Oktober|Okt|November|Nov|Dezember|Dez)"
)
_YEAR = r"(?:19|20)\d\d"
_TOKEN = re.compile(
    rf"""(?<![\d])(?:
      (?P<iso>{_YEAR}-\d\d-\d\d)(?:T00:00:00|\ 00:00:00)?
    | (?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>{_YEAR}|\d\d)
    | (?P<slashed>1[3-9]|2\d|3[01])/(?P<smonth>0?[1-9]|1[0-2])/(?P<syear>{_YEAR})
    | (?P<wday>\d{{1,2}})\.\s?(?P<word>{_WORD})\.?\s(?P<wyear>{_YEAR})
    | (?<![a-zäöüß])(?P<whole>Jan(?:uar|\.)?\s?(?:bis|-|–)\s?Dez(?:ember|\.)?\s(?P<ofyear>{_YEAR}))
    | (?<![a-zäöüß])(?P<mword>{_WORD})\b\.?[\s_/-]?(?P<mwyear>{_YEAR}|'?\d\d(?=\W*$))
    | (?P<fyear>{_YEAR})[\s_/-](?P<fword>{_WORD})\b\.?
    | (?P<compact>{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))
    | (?<![/.-])(?P<nmonth>0?[1-9]|1[0-2])/(?P<nyear>{_YEAR})
    | (?<![/.,-])(?P<pmonth>0[1-9]|1[0-2])\.(?P<pyear>{_YEAR})
    | (?P<iyear>{_YEAR})-(?P<imonth>0[1-9]|1[0-2])(?!-)
    | (?P<first>{_YEAR})\s?/\s?(?P<second>(?:19|20)?\d\d)
    | (?P<plain>{_YEAR})
    )(?![\d])""",
    re.VERBOSE | re.IGNORECASE,
)
_DAYS = (("year", "month", "day"), ("syear", "smonth", "slashed"), ("wyear", "word", "wday"))
_MONTHS = (
    ("mwyear", "mword"),
    ("fyear", "fword"),
    ("nyear", "nmonth"),
    ("pyear", "pmonth"),
    ("iyear", "imonth"),
)
_MONTH_CELL = re.compile(rf"(0?[1-9]|1[0-2]|{_WORD})\.?", re.IGNORECASE)
_NOT_A_YEAR = re.compile(r"(?:\bje|\bpro|\d[.,]|\d/\d+/)\s?$", re.IGNORECASE)
_SPAN_OPENED = re.compile(rf"(?<![a-zäöüß]){_WORD}\.?\s?(?:bis|-|–|/)\s?$", re.IGNORECASE)
_FIRST_SERIAL, _LAST_SERIAL = 25_569, 55_153  # Excel's numbers of 1970-01-01 and 2050-12-31
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
_WRITTEN_DATE = re.compile(
    rf"(?<![\d.,])(?:\d{{1,2}}\.\s?\d{{1,2}}\.\s?{_YEAR}|{_YEAR}-\d\d-\d\d)(?![\d.,]*\d)"
)
IMPOSSIBLE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{3}(?!\d)")


def tokens(text: str) -> list[tuple[str, int, int]]:
    """All points in time in a text: Period text, start and end."""
    found = []
    for match in _TOKEN.finditer(text):
        period = _period(match)
        before = text[: match.start()]
        if period and match["mwyear"] and _SPAN_OPENED.search(before):
            # „Januar bis Juni 2023“ is no single month: its year counts, its words stay
            found.append((period[:4], match.start("mwyear"), match.end()))
        elif period and not _NOT_A_YEAR.search(before):
            found.append((period, match.start(), match.end()))
    return found


def state_of(text: str, *, serials: bool = False) -> str:
    """The Period text that a whole cell stands for, "" where it is none.

    With `serials` a bare number such as 44926 is read as Excel's number of a day.
    """
    text = text.strip()
    match = _TOKEN.fullmatch(text)
    if match:
        return _period(match)
    if serials and _SERIAL.fullmatch(text):
        days = int(float(text))
        if _FIRST_SERIAL <= days <= _LAST_SERIAL:
            return (datetime.date(1899, 12, 30) + datetime.timedelta(days)).isoformat()
    prefix = re.match(r"(?:Schuljahr|Jahr|Stand:?|Stichtag:?|am|zum)\s+", text, re.IGNORECASE)
    if prefix:
        return state_of(text[prefix.end() :])
    return ""


def month_of(text: str) -> str:
    """The month, 01 to 12, that a whole cell names: `12`, `Dez.` or `Dezember`; "" for others."""
    word = _MONTH_CELL.fullmatch(text.strip())
    return _month(word[1]) if word else ""


def fits(state: str, wanted: str) -> bool:
    """Whether a state is the wanted one or lies in the wanted year or month."""
    return state == wanted or (len(wanted) in (4, 7) and state.startswith(f"{wanted}-"))


def impossible_date(text: str) -> str:
    """The first date in a text that no calendar has, "" where there is none.

    >>> impossible_date("Kinder 31.13.2024"), impossible_date("Kinder am 31.12.2024")
    ('31.13.2024', '')
    """
    dates = (match[0] for match in _WRITTEN_DATE.finditer(text))
    return next((date for date in dates if not state_of(date)), "")


def german(state: str) -> str:
    return Period(state).german if state else "ohne Zeitpunkt"


def _period(match: re.Match[str]) -> str:
    found = {name: text for name, text in match.groupdict().items() if text}
    try:
        return Period(_period_text(found)).text
    except UnknownPeriod:
        return ""


def _period_text(part: Mapping[str, str]) -> str:
    if "compact" in part:
        return f"{part['compact'][:4]}-{part['compact'][4:6]}-{part['compact'][6:]}"
    if "first" in part:
        return _year_and_next(part["first"], part["second"])
    for year, month, day in _DAYS:
        if year in part:
            return f"{_full(part[year])}-{_month(part[month])}-{int(part[day]):02}"
    for year, month in _MONTHS:
        if year in part:
            return f"{_full(part[year])}-{_month(part[month])}"
    return part.get("iso") or part.get("ofyear") or part["plain"]


def _year_and_next(first: str, second: str) -> str:
    """2022/23 is a school year; 2023/12, where it can be none, is a month."""
    full = second if len(second) == 4 else first[:2] + second
    if int(full) != int(first) + 1 and len(second) == 2:
        return f"{first}-{second}"
    return f"{first}/{full}"


def _full(year: str) -> str:
    year = year.lstrip("'")
    return year if len(year) == 4 else ("20" if int(year) <= 50 else "19") + year


def _month(text: str) -> str:
    number = int(text) if text.isdigit() else _MONTH_NUMBERS[text[:3].lower()]
    return f"{number:02}"
