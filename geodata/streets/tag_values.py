"""Values of OpenStreetMap tags that hold a number: the speed allowed, how long a ferry takes."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

_KMH_PER_MPH = 1.609344
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*(mph|km/h)?")


def maxspeed(text: str, words: Mapping[str, float]) -> float | None:
    """The km/h allowed: a number, miles, or one of the `words`; None for anything else.

    >>> words = {"DE:rural": 100}
    >>> [maxspeed(text, words) for text in ("50", "DE:rural", "30;50", "20 mph", "signals")]
    [50.0, 100.0, 30.0, 32.18688, None]
    """
    if text in words:
        return float(words[text])
    parts = [_NUMBER.fullmatch(part.strip()) for part in text.split(";")]
    read = [float(part[1]) * (_KMH_PER_MPH if part[2] == "mph" else 1) for part in parts if part]
    return min(read) if read and min(read) > 0 else None


def minutes_of(duration: str) -> float:
    """From 0:05, 00:05:00, 5 or PT5M; NaN for anything else.

    >>> [minutes_of(text) for text in ("1:05", "00:04:30", "7", "PT1H6M", "bald")]
    [65.0, 4.5, 7.0, 66.0, nan]
    """
    text = duration.strip()
    hours = minutes = seconds = 0
    if found := re.fullmatch(r"(?:(\d{1,3}):)?(\d{1,4})(?::(\d\d))?", text):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
    elif found := re.fullmatch(r"PT(?:(\d{1,3})H)?(?:(\d{1,4})M)?", text):
        hours, minutes = (int(part or 0) for part in found.groups())
    return (60 * hours + minutes + seconds / 60) or math.nan
