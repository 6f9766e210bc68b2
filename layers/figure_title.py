"""What figures are called, and of when they are, also where they tell a change."""

from __future__ import annotations

from geodata.period import Period
from indicators.published import Published
from layers.words import words


def title_of(figures: Published) -> str:
    """`Kinder unter 3 Jahren`, `Veränderung: Kinder unter 3 Jahren`."""
    title = figures.indicator.title
    return words("boards.changed", title=title) if figures.query.since else title


def state_of(figures: Published) -> str:
    """`Stand 31.12.2022`, `von 31.12.2020 bis 31.12.2022`."""
    period = figures.period.german
    if figures.query.since:
        return words("legend.between", since=Period(figures.query.since).german, period=period)
    return words("legend.period", period=period)
