"""Opening hours as people write them, as spans of minutes."""

from __future__ import annotations

import re
from functools import lru_cache

Span = tuple[int, int]

_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:Uhr|h))?"
# „0-3 Jahre“ are no hours.
_SPAN = re.compile(rf"(?<![\d:.]){_CLOCK}\s*(?:-|–|—|bis)\s*{_CLOCK}(?![\d:])(?!\s*Jahr)", re.I)
# Between two spans of the same day: „7-12 Uhr und 12-16 Uhr“.
_AND = re.compile(r"\s*(?:[,;/+&]|und|u\.)?\s*", re.I)
_WISH = re.compile(r"(?:(\d\d):(\d\d))?-(?:(\d\d):(\d\d))?")
_WHOLE_DAY: Span = (0, 24 * 60)


# Every count beside a choice reads the same few texts again.
@lru_cache(maxsize=4096)
def spans_of(hours: str) -> tuple[Span, ...]:
    """Every span that is written down, in minutes since midnight; none where nothing is understood.

    Two that follow each other without a pause are one, where no other day stands between them.

    >>> spans_of("Mo-Do 7.00-16.30 Uhr, Fr 7 bis 14 Uhr")
    ((420, 990), (420, 840))
    >>> spans_of("24/7"), spans_of("nach Vereinbarung"), spans_of("16-8")
    (((0, 1440),), (), ())
    >>> spans_of("Mo-Fr 7-12, 12-16:30 Uhr"), spans_of("Mo 7-12, Di 12-16")
    (((420, 990),), ((420, 720), (720, 960)))
    """
    if hours.strip() == "24/7":
        return (_WHOLE_DAY,)
    found: list[Span] = []
    end = 0
    for match in _SPAN.finditer(hours):
        opens, closes = _minutes(match[1], match[2]), _minutes(match[3], match[4])
        if opens is None or closes is None or opens >= closes:
            continue
        same_day = bool(found) and _AND.fullmatch(hours, end, match.start()) is not None
        if same_day and found[-1][0] <= opens <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], closes))
        else:
            found.append((opens, closes))
        end = match.end()
    return tuple(found)


def wished_span(text: str) -> Span | None:
    """The span that a filter asks for: `07:00-16:30`, or with one end only; None for nothing.

    >>> wished_span("07:00-16:30"), wished_span("-16:30"), wished_span("07:00-"), wished_span("-")
    ((420, 990), (990, 990), (420, 420), None)
    >>> wished_span("25:00-"), wished_span("17:00-08:00"), wished_span("morgens")
    (None, None, None)
    """
    match = _WISH.fullmatch(text)
    if match is None:
        return None
    opens, closes = (_minutes(match[at], match[at + 1]) for at in (1, 3))
    known = [at for at in (opens, closes) if at is not None]
    if len(known) < sum(match[at] is not None for at in (1, 3)) or not known:
        return None
    return (known[0], known[-1]) if known[0] <= known[-1] else None


def covers(hours: str, wished: Span) -> bool:
    """Whether one of the spans that are written down holds the wished one."""
    return any(opens <= wished[0] and wished[1] <= closes for opens, closes in spans_of(hours))


def _minutes(hour: str | None, minute: str | None) -> int | None:
    if hour is None:
        return None
    found = int(hour) * 60 + int(minute or 0)
    return found if found <= 24 * 60 and int(minute or 0) < 60 else None
