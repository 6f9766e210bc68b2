"""The lines over the years: each census base and each nature its own."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import Any

from geodata.catalogue import Indicator
from geodata.markers import Nature
from indicators.portrait import Point
from layers.figure_text import figure_text
from layers.theme import ACCENT, FONT, INK_SOFT, LINE
from layers.unbroken import HARD_SPACE
from layers.words import words

_MOST_TICKS = 5
_MOST_STEPS = 4
_DASH = {Nature.REAL: "solid", Nature.ESTIMATED: "dash", Nature.MODEL: "dot"}
_LABEL_PX = 12
_LABEL_GAP_PX = 16
_WIDTH_PER_SIGN = 0.55
# How plotly names a sign, and the sign itself.
_SIGNS = (("circle", "●"), ("square", "■"), ("diamond", "◆"), ("triangle-up", "▲"))


def series_figure(series: Sequence[Point], indicator: Indicator) -> dict[str, Any]:
    """A plotly figure as plain data: one trace for each base, gaps left open."""
    bases = _bases(series)
    signs = {base: _SIGNS[at % len(_SIGNS)][0] for at, base in enumerate(bases)}
    traces = [
        _trace(stretch, indicator, sign=signs.get(stretch[0].base, _SIGNS[0][0]))
        for stretch in stretches(series)
    ]
    return {"data": traces, "layout": _layout(series, indicator)}


def stretches(series: Sequence[Point]) -> list[list[Point]]:
    """The series apart by base and by nature; bases may lie side by side in time."""
    found: dict[tuple[str, Nature], list[Point]] = {}
    for point in series:
        found.setdefault((point.base, point.cell.nature), []).append(point)
    return list(found.values())


def series_notes(series: Sequence[Point]) -> list[str]:
    """What the drawing means, only where it needs saying."""
    known = [point for point in series if point.cell.value is not None]
    several = ", ".join(point.base for point in known if point.base)
    bases = list(dict.fromkeys(several.split(", ")))
    notes = []
    if len(bases) > 1:
        notes.append(words("area.series_break", bases=", ".join(bases)))
    natures = sorted({point.cell.nature for point in known} - {Nature.REAL})
    return notes + [words(f"area.series_{nature.code}") for nature in natures]


def point_list(series: Sequence[Point], indicator: Indicator) -> list[tuple[Point, str]]:
    """Each point with its figure in words, the latest first."""
    return [(point, figure_text(point.cell, indicator)) for point in reversed(series)]


def _trace(stretch: Sequence[Point], indicator: Indicator, *, sign: str) -> dict[str, Any]:
    nature = stretch[0].cell.nature
    texts = [_as_text(f"{p.period.german}: {figure_text(p.cell, indicator)}") for p in stretch]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [point.period.last_day.isoformat() for point in stretch],
        "y": [point.cell.value for point in stretch],
        "text": texts,
        "hovertemplate": "%{text}<extra></extra>",
        "connectgaps": False,
        "line": {"color": ACCENT, "width": 2, "dash": _DASH[nature]},
        "marker": {
            "color": ACCENT if nature is Nature.REAL else "#ffffff",
            "symbol": sign,
            "size": 7,
            "line": {"color": ACCENT, "width": 2},
        },
    }


def _layout(series: Sequence[Point], indicator: Indicator) -> dict[str, Any]:
    ticks = _ticks(series)
    labels = _base_labels(series)
    return {
        "margin": {"l": 8, "r": 8, "t": 32 if labels else 12, "b": 28},
        "annotations": labels,
        "font": {"family": FONT, "size": 13, "color": INK_SOFT},
        "separators": ",.",
        "showlegend": False,
        "dragmode": False,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "hoverlabel": {"font": {"family": FONT, "size": 14}},
        "hovermode": "closest",
        "xaxis": {
            "type": "date",
            "tickvals": [day for day, _ in ticks],
            "ticktext": [text for _, text in ticks],
            "showgrid": False,
            "linecolor": LINE,
            "showline": True,
            "fixedrange": True,
        },
        "yaxis": {
            "automargin": True,
            **_steps(series, indicator),
            "gridcolor": LINE,
            "zeroline": False,
            "fixedrange": True,
            "tickformat": f",.{_tick_decimals(series, indicator)}f",
            "ticksuffix": f"{HARD_SPACE}%" if indicator.unit == "%" else "",
        },
    }


def _base_labels(series: Sequence[Point]) -> list[dict[str, Any]]:
    """The name of each base with the sign of its points, above the drawing where there is more
    than one: beside the lines a name would lie on the points of another.
    """
    bases = _bases(series)
    if len(bases) < 2:
        return []
    shift = 0.0
    labels = []
    for at, base in enumerate(bases):
        text = f"{_SIGNS[at % len(_SIGNS)][1]} {base}"
        labels.append(
            {
                "xref": "paper",
                "yref": "paper",
                "x": 0,
                "y": 1,
                "xanchor": "left",
                "yanchor": "bottom",
                "xshift": shift,
                "yshift": 6,
                "text": _as_text(text),
                "showarrow": False,
                "font": {"size": _LABEL_PX},
            }
        )
        shift += len(text) * _LABEL_PX * _WIDTH_PER_SIGN + _LABEL_GAP_PX
    return labels


def _bases(series: Sequence[Point]) -> list[str]:
    """The bases that have figures, the earliest first."""
    return list(dict.fromkeys(p.base for p in series if p.base and p.cell.value is not None))


def _as_text(text: str) -> str:
    """Names and units come from files, and plotly reads tags in them."""
    return html.escape(text, quote=False)


def _ticks(series: Sequence[Point]) -> list[tuple[str, str]]:
    """Years evenly chosen, each at the first of its points, the first and last year kept."""
    years: dict[str, str] = {}
    for point in series:
        year = _tick_text(point)
        years.setdefault(year, point.period.last_day.isoformat())
    found = [(day, year) for year, day in years.items()]
    if len(found) <= _MOST_TICKS:
        return found
    step = (len(found) - 1) / (_MOST_TICKS - 1)
    return [found[round(number * step)] for number in range(_MOST_TICKS)]


def _tick_text(point: Point) -> str:
    """`2014`; `14/15` for a school year, which written out would be cut at the end of the axis."""
    text = point.period.text
    return f"{text[2:4]}/{text[-2:]}" if point.period.kind == "school year" else text[:4]


def _steps(series: Sequence[Point], indicator: Indicator) -> dict[str, Any]:
    """A few lines across; where the figures lie close, none between two that read alike."""
    low, high = _reach(series)
    smallest = 10.0 ** -_tick_decimals(series, indicator)
    if high - low >= _MOST_STEPS * smallest:
        return {"nticks": _MOST_STEPS}
    below, above = math.floor(low / smallest), math.ceil(high / smallest)
    room = 0.5 if above > below else 1.0
    ends = [(below - room) * smallest, (above + room) * smallest]
    return {"tick0": 0, "dtick": smallest, "range": ends}


def _tick_decimals(series: Sequence[Point], indicator: Indicator) -> int:
    low, high = _reach(series)
    return min(indicator.shown_decimals, 0 if high - low >= 5 else 1 if high - low >= 0.5 else 2)


def _reach(series: Sequence[Point]) -> tuple[float, float]:
    known = [point.cell.value for point in series if point.cell.value is not None]
    return min(known, default=0.0), max(known, default=0.0)
