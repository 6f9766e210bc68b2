"""Points in time as tables write them: in headers, titles and cells."""

from __future__ import annotations

import datetime
import re

from geodata.period import Period, UnknownPeriod

_MONTHS = {
    name: number
    for number, name in enumerate(
        [
            "januar",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
        ],
        start=1,
    )
}
_TOKEN = re.compile(
    r"""(?<![\d])(?:
      (?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?:T00:00:00|\ 00:00:00)?
    | (?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d|\d\d)
    | (?P<wday>\d{1,2})\.\s?(?P<word>Januar|Februar|März|April|Mai|Juni|Juli|August|September
        |Oktober|November|Dezember)\s(?P<wyear>(?:19|20)\d\d)
    | (?P<compact>(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))
    | (?P<first>(?:19|20)\d\d)\s?/\s?(?P<second>(?:19|20)?\d\d)
    | (?P<plain>(?:19|20)\d\d)
    )(?![\d])""",
    re.VERBOSE | re.IGNORECASE,
)
_NOT_A_YEAR = re.compile(r"(?:\bje|\bpro|\d[.,])\s?$", re.IGNORECASE)
_FIRST_SERIAL, _LAST_SERIAL = 25_569, 55_153  # Excel's numbers of 1970-01-01 and 2050-12-31
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")
IMPOSSIBLE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{3}(?!\d)")


def tokens(text: str) -> list[tuple[str, int, int]]:
    """All points in time in a text: Period text, start and end."""
    found = []
    for match in _TOKEN.finditer(text):
        period = _period(match)
        if period and not _NOT_A_YEAR.search(text[: match.start()]):
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


def fits(state: str, wanted: str) -> bool:
    """Whether a state is the wanted one or lies in the wanted year."""
    return state == wanted or (len(wanted) == 4 and state[:4] == wanted and "/" not in state)


def german(state: str) -> str:
    return Period(state).german if state else "ohne Zeitpunkt"


def _period(match: re.Match[str]) -> str:
    part = match.groupdict()
    if part["iso"]:
        text = part["iso"]
    elif part["day"]:
        year = part["year"]
        if len(year) == 2:
            year = ("20" if int(year) <= 50 else "19") + year
        text = f"{year}-{int(part['month']):02}-{int(part['day']):02}"
    elif part["word"]:
        text = f"{part['wyear']}-{_MONTHS[part['word'].lower()]:02}-{int(part['wday']):02}"
    elif part["compact"]:
        text = f"{part['compact'][:4]}-{part['compact'][4:6]}-{part['compact'][6:]}"
    elif part["first"]:
        second = part["second"]
        text = f"{part['first']}/{second if len(second) == 4 else part['first'][:2] + second}"
    else:
        text = part["plain"]
    try:
        return Period(text).text
    except UnknownPeriod:
        return ""
