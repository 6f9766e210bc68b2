"""A scale from the lowest to the highest figure, with round numbers to read it by."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from layers.german_number import german_number

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_MARGIN = 0.04
_TICKS = 5
_MOST_DECIMALS = 12
_LEAST_ROOM = 0.001


@dataclass(frozen=True)
class Axis:
    """From `low` to `high`, in the unit of the figures; never of no length."""

    low: float
    high: float

    def place(self, value: float | None) -> float | None:
        """Where a figure lies, from 0 to 1 with four digits: a picture needs no more.

        >>> Axis(10.0, 20.0).place(12.5)
        0.25
        """
        if value is None:
            return None
        return round(min(max((value - self.low) / (self.high - self.low), 0.0), 1.0), 4)

    def ticks(self) -> list[dict[str, float | str | None]]:
        """Round numbers on the axis: `{"at", "text"}`.

        >>> [tick["text"] for tick in Axis(0.0, 21.0).ticks()]
        ['0', '5', '10', '15', '20']
        """
        step = _step((self.high - self.low) / _TICKS)
        decimals = next(d for d in range(_MOST_DECIMALS) if math.isclose(round(step, d), step))
        first, last = math.ceil(self.low / step), math.floor(self.high / step)
        round_numbers = [number * step for number in range(first, last + 1)]
        return [
            {"at": self.place(number), "text": german_number(number, decimals=decimals)}
            for number in round_numbers
        ]


def axis(values: Sequence[float]) -> Axis:
    """An axis that holds all figures, with a little room at both ends.

    Figures that are all alike lie in the middle; what nowhere is below 0 does not begin below it.
    """
    low, high = min(values, default=0.0), max(values, default=0.0)
    room = (high - low) * _MARGIN or max(abs(high) * _MARGIN, _LEAST_ROOM)
    return Axis(max(low - room, 0.0) if low >= 0 and high > 0 else low - room, high + room)


def _step(rough: float) -> float:
    """The round number that is not smaller: 1, 2, 2.5 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * 0.999)
