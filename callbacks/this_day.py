"""Which day it is, where the atlas runs."""

from __future__ import annotations

import datetime


def today() -> datetime.date:
    """The day on the calendar of this machine."""
    return datetime.datetime.now().astimezone().date()
