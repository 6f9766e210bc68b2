"""What stands in a table where a plain number does not, and what it means."""

from __future__ import annotations

from enum import IntEnum, IntFlag, StrEnum


class Marker(StrEnum):
    """The sign as the statistical offices write it, kept with every observation."""

    NUMBER = ""
    NOTHING = "-"
    SECRET = "."  # noqa: S105 - the sign for a suppressed figure
    LATER = "..."
    BLOCKED = "x"
    UNRELIABLE = "/"
    LIMITED = "()"


class Status(IntEnum):
    """Whether a figure can be seen. No data, zero, suppressed and unreliable are four things."""

    SHOWN = 0
    ZERO = 1
    MISSING = 2
    SUPPRESSED = 3
    UNRELIABLE = 4

    @property
    def code(self) -> str:
        return self.name.lower()


class Nature(IntEnum):
    """How a figure came to be, the least certain last."""

    REAL = 0
    ESTIMATED = 1
    MODEL = 2

    @property
    def code(self) -> str:
        return self.name.lower()


class Flag(IntFlag):
    """What else a reader must know of a figure."""

    PRELIMINARY = 1
    REVISED = 2
    ESTIMATED_BY_SOURCE = 4
    LIMITED = 8
    LATER = 16
    BLOCKED = 32
    AT_LEAST = 64
    ACROSS_BREAK = 128
    CARRIED_OVER = 256
    NO_CONNECTION = 512
    PARTLY_CONNECTED = 1024
    UNINHABITED = 2048

    @property
    def codes(self) -> list[str]:
        return [flag.name.lower() for flag in self if flag.name]


FLAG_LETTERS = {
    "p": Flag.PRELIMINARY,
    "r": Flag.REVISED,
    "s": Flag.ESTIMATED_BY_SOURCE,
    "e": Flag.ESTIMATED_BY_SOURCE,
}

STATUS_OF = {
    Marker.NUMBER: Status.SHOWN,
    Marker.NOTHING: Status.ZERO,
    Marker.SECRET: Status.SUPPRESSED,
    Marker.LATER: Status.MISSING,
    Marker.BLOCKED: Status.MISSING,
    Marker.UNRELIABLE: Status.UNRELIABLE,
    Marker.LIMITED: Status.SHOWN,
}

FLAG_OF = {
    Marker.LATER: Flag.LATER,
    Marker.BLOCKED: Flag.BLOCKED,
    Marker.LIMITED: Flag.LIMITED,
}
