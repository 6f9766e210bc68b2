"""The portrait of an area: its figure, its place among the others, the years, its topic."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from geodata.catalogue import Indicator
from geodata.markers import Nature, Status
from indicators.choices import PeriodChoice
from indicators.portrait import Change, Portrait
from indicators.published import Cell, Published
from layers.figure_text import figure_text, flag_texts, signed_number
from layers.ids import Id
from layers.series import point_list, series_figure, series_notes
from layers.words import words

_GRAPH_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
_SERIES_HEIGHT_PX = 184


def portrait(found: Portrait, figures: Published, *, chosen: bool) -> list[Any]:
    """The upper half of the panel. `chosen` is False for the county, shown when nothing is."""
    parts = [
        _head(found, kind=figures.system.title, chosen=chosen),
        _value(found.cell, figures),
        _facts(found, figures.indicator, chosen=chosen),
        _series(found, figures.indicator),
    ]
    if not chosen:
        parts.insert(2, html.P(words("area.no_area"), className="next-step"))
    return [part for part in parts if part is not None]


def others(found: Portrait, topic: str) -> list[Any]:
    """The other indicators of the topic with the area's figures; each can be asked next."""
    if not found.others:
        return [html.P(words("area.no_others"), className="empty")]
    rows = [html.Li(_other(*other)) for other in found.others]
    heading = words("area.others", topic=topic, name=found.name)
    return [html.P(heading, className="hint"), html.Ul(rows, className="others")]


def no_portrait(title: str) -> list[Any]:
    """The panel where the county itself has no figure: what to do next."""
    return [
        html.H2(title, className="area-name"),
        html.P(words("area.no_county_value"), className="empty"),
        html.P(words("area.no_area"), className="next-step"),
    ]


def _head(found: Portrait, *, kind: str, chosen: bool) -> html.Div:
    name = html.H2(found.name, className="area-name")
    if not chosen:
        return html.Div([html.Div(kind, className="overline"), name])
    back = html.Button(
        words("area.back"), type="button", className="quiet-button", **{"data-area": ""}
    )
    return html.Div([html.Div([html.Span(kind), back], className="overline spread"), name])


def _value(cell: Cell, figures: Published) -> html.Div:
    gap = cell.value is None or cell.status is Status.ZERO
    state = words(
        "area.state_on_base" if figures.base else "area.state",
        period=figures.period.german,
        base=figures.base,
    )
    notes = flag_texts(cell.flags)
    return html.Div(
        [
            html.Div(figures.indicator.title, className="figure-title"),
            html.Div(
                figure_text(cell, figures.indicator), className="figure gap" if gap else "figure"
            ),
            html.Div([html.Span(state), *_badge(cell)], className="state-line"),
            html.Div(", ".join(notes), className="hint") if notes else None,
        ],
        className="figure-block",
    )


def _badge(cell: Cell) -> list[html.Span]:
    """A sign and a word where a figure that is there is not a counted one."""
    there = cell.value is not None or cell.status is Status.ZERO
    if not there or cell.nature is Nature.REAL:
        return []
    word = words(f"nature.{cell.nature.code}")
    return [html.Span(word, className=f"nature-badge {cell.nature.code}")]


def _facts(found: Portrait, indicator: Indicator, *, chosen: bool) -> html.Dl | None:
    rows = []
    if chosen and found.rank is not None and found.rank_of > 1:
        text = words("area.rank_value", rank=found.rank, of=found.rank_of)
        rows.append(_fact(words("area.rank"), text, hint=words("area.rank_hint")))
    if chosen:
        text = figure_text(found.county, indicator)
        rows.append(_fact(found.county_name, text, *_badge(found.county)))
    if found.change is not None:
        across = words("area.change_across") if found.change.across_break else ""
        since = words("area.change", since=found.change.since.german)
        rows.append(_fact(since, _change(found.change, indicator), hint=across))
    return html.Dl(rows, className="facts") if rows else None


def _fact(term: str, text: str, *badge: html.Span, hint: str = "") -> html.Div:
    below = [html.Span(hint, className="hint")] if hint else []
    return html.Div([html.Dt(term), html.Dd([text, *badge, *below])])


def _change(change: Change, indicator: Indicator) -> str:
    """Shares change in their own unit only: a percentage of a percentage misleads."""
    absolute = signed_number(change.absolute, decimals=indicator.shown_decimals)
    if indicator.unit == "%":
        return words("area.points", number=absolute)
    if change.percent is None or indicator.kind != "count":
        return absolute
    percent = words("area.percent", number=signed_number(change.percent, decimals=1))
    return f"{absolute} ({percent})"


def _series(found: Portrait, indicator: Indicator) -> html.Section | None:
    known = [point for point in found.series if point.cell.value is not None]
    if len(known) < 2:
        return None
    label = words(
        "area.series_label",
        title=indicator.title,
        first=known[0].period.german,
        last=known[-1].period.german,
    )
    graph = dcc.Graph(
        id=Id.SERIES,
        figure=series_figure(found.series, indicator),
        config=_GRAPH_CONFIG,
        # As wide as its place, also where that was folded away when the figure came.
        responsive=True,
        style={"height": f"{_SERIES_HEIGHT_PX}px"},
    )
    rows = [
        html.Tr([html.Th(period, scope="row"), html.Td(text), html.Td(note)])
        for period, text, note in point_list(found.series, indicator)
    ]
    return html.Section(
        [
            html.H3(words("area.series")),
            html.Div(graph, className="series", role="img", **{"aria-label": label}),
            *[html.P(note, className="hint") for note in series_notes(found.series)],
            html.Details(
                [
                    html.Summary(words("area.series_as_list")),
                    html.Table(html.Tbody(rows), className="small-table"),
                ]
            ),
        ]
    )


def _other(indicator: Indicator, choice: PeriodChoice, cell: Cell) -> html.Button:
    return html.Button(
        [
            html.Span([indicator.title, html.Span(choice.period.german, className="hint")]),
            html.Span([figure_text(cell, indicator), *_badge(cell)], className="other-value"),
        ],
        type="button",
        className="other",
        **{"data-indicator": indicator.id},
    )
