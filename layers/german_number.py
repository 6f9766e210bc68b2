"""Numbers as Germans write them: 1.234,5."""

from __future__ import annotations

import math
from collections.abc import Sequence

_MOST_DECIMALS = 6


def german_number(value: float, *, decimals: int = 0) -> str:
    """`value` rounded, with thousands points and a decimal comma; a true minus sign."""
    text = f"{abs(value):,.{decimals}f}".translate(str.maketrans(",.", ".,"))
    is_zero = not any(digit in text for digit in "123456789")
    return text if value >= 0 or is_zero else f"−{text}"


def german_limits(limits: tuple[float, ...], *, decimals: int) -> list[str]:
    """Class limits with as many decimals as it takes to tell them apart, all alike."""
    different = len(set(limits))
    for enough in range(decimals, _MOST_DECIMALS):
        texts = [german_number(limit, decimals=enough) for limit in limits]
        if len(set(texts)) == different or not all(map(math.isfinite, limits)):
            return texts
    return [german_number(limit, decimals=_MOST_DECIMALS) for limit in limits]


def german_exactly(numbers: Sequence[float]) -> list[str]:
    """Numbers with as many decimals as it takes to round none of them, all alike.

    >>> german_exactly((-5.0, -2.5, 0.0))
    ['−5,0', '−2,5', '0,0']
    """
    enough = (d for d in range(_MOST_DECIMALS) if all(round(n, d) == n for n in numbers))
    decimals = next(enough, _MOST_DECIMALS)
    return [german_number(number, decimals=decimals) for number in numbers]
