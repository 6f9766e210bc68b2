"""What a benchmark found: one line of the table."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HEAD = ("Messung", "Wert", "Verhältnis", "Zu halten", "")


@dataclass(frozen=True)
class Finding:
    """A figure; `ratio` to what it is compared with, `target` in words, `held` if there is one."""

    what: str
    value: str
    ratio: str = ""
    target: str = ""
    held: bool | None = None


def markdown(findings: Iterable[Finding]) -> str:
    """A Markdown table; the last column says whether what is to hold was held."""
    marks = {None: "", True: "gehalten", False: "**verfehlt**"}
    rows = [(f.what, f.value, f.ratio, f.target, marks[f.held]) for f in findings]
    lines = [HEAD, tuple("---" for _ in HEAD), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def median_ratio(numerators: Sequence[float], denominators: Sequence[float]) -> float:
    """The median of the ratios of one round each: what slows both down falls out."""
    return statistics.median(a / b for a, b in zip(numerators, denominators, strict=True))


def german(number: float, decimals: int = 0) -> str:
    """1.234,5"""
    return f"{number:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def milliseconds(rounds: Sequence[float]) -> str:
    """The median and, in brackets, the lowest and the highest, of times in ms."""
    low, high = german(min(rounds)), german(max(rounds))
    return f"{german(statistics.median(rounds))} ms ({low}–{high})"


def size(count: float) -> str:
    """Bytes as a person reads them; 1 kB is 1,000 bytes."""
    return f"{german(count)} B" if count < 1000 else f"{german(count / 1000, 1)} kB"
