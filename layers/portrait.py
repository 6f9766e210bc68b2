"""The portrait of an area: its figure, its place among the others, the years, its topic."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dash import dcc, html

from geodata.catalogue import Indicator
from geodata.markers import Nature, Status
from indicators.choices import PeriodChoice
from indicators.freshness import Freshness
from indicators.portrait import Change, Portrait
from indicators.published import Cell, Published
from layers.change_text import change_text
from layers.figure_button import figure_button, other_address
from layers.figure_text import figure_text, flag_texts
from layers.freshness_light import freshness_light
from layers.ids import Id
from layers.series import point_list, series_figure, series_notes
from layers.term_button import term_button
from layers.words import words

_GRAPH_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
_SERIES_HEIGHT_PX = 184


@dataclass(frozen=True)
class Beside:
    """What stands with a figure: how fresh it is, which ranks only chance tells apart (None where
    there are none), the departments' notes, and the address that asks for its provenance.
    """

    search: str
    freshness: Freshness
    tied: tuple[int, int] | None = None
    notes: Mapping[str, Any] | None = None


def portrait(found: Portrait, figures: Published, *, chosen: bool, beside: Beside) -> list[Any]:
    """The upper half of the panel. `chosen` is False for the county, shown when nothing is."""
    parts = [
        _head(found, kind=figures.system.title, chosen=chosen),
        value_block(found.cell, figures, beside.freshness, beside.search),
        None if chosen else html.P(words("area.no_area"), className="next-step"),
        asides(figures.indicator, beside.search),
        facts(found, figures.indicator, beside.search, chosen=chosen, tied=beside.tied),
        _adding() if chosen else None,
        series_part(found, figures.indicator, beside.search),
        notes_section(beside.notes, beside.search),
    ]
    return [part for part in parts if part is not None]


def asides(indicator: Indicator, search: str) -> html.Div:
    """Two folds: what the figure means, and where it comes from, fetched when it is opened."""
    folds = []
    if indicator.definition:
        meaning = html.P(indicator.definition, className="meaning")
        folds.append(html.Details([html.Summary(words("provenance.meaning")), meaning]))
    told = html.Div(className="provenance-told")
    folds.append(
        html.Details(
            [html.Summary(words("provenance.panel.title")), told],
            className="provenance",
            **{"data-search": search},
        )
    )
    return html.Div(folds, className="asides")


def _adding() -> html.Div:
    """assets/several_areas.js puts the choice of a further area here."""
    return html.Div(className="area-adding")


def notes_section(notes: Mapping[str, Any] | None, search: str) -> html.Section | None:
    """assets/notes.js draws them, as text; the address says where a new one belongs."""
    if notes is None:
        return None
    told = json.dumps({**notes, "search": search}, ensure_ascii=False)
    return html.Section(className="notes", **{"data-told": told})


def others(found: Portrait, topic: str, search: str) -> list[Any]:
    """The other indicators of the topic with the area's figures; each can be asked next.

    `search` is the address of the portrait's own figure.
    """
    if not found.others:
        return [html.P(words("area.no_others"), className="empty")]
    rows = [_other(*other, search) for other in found.others]
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


def value_block(cell: Cell, figures: Published, state_of: Freshness, search: str) -> html.Div:
    """Title, figure, state, freshness light, and in words what limits the figure.

    `search` is the address that asks for its provenance.
    """
    gap = cell.value is None or cell.status is Status.ZERO
    state = words(
        "area.state_on_base" if figures.base else "area.state",
        period=figures.period.german,
        base=figures.base,
    )
    notes = flag_texts(cell.flags)
    figure = figure_text(cell, figures.indicator)
    light = freshness_light(state_of)
    return html.Div(
        [
            html.Div(figures.indicator.title, className="figure-title"),
            html.Div(figure_button(figure, search), className="figure gap" if gap else "figure"),
            html.Div(
                [html.Span(state), *([light] if light else []), *_explained_badge(cell)],
                className="state-line",
            ),
            html.Div(", ".join(notes), className="hint") if notes else None,
        ],
        className="figure-block",
    )


def _badge(cell: Cell) -> list[html.Span]:
    """A sign and a word where a figure that is there is not a counted one."""
    if not _is_reckoned(cell):
        return []
    word = words(f"nature.{cell.nature.code}")
    return [html.Span(word, className=f"nature-badge {cell.nature.code}")]


def _explained_badge(cell: Cell) -> list[html.Button]:
    """The same, saying what it means when it is pressed."""
    if not _is_reckoned(cell):
        return []
    code = cell.nature.code
    return [term_button(code, words(f"nature.{code}"), also=f"nature-badge {code}")]


def _is_reckoned(cell: Cell) -> bool:
    there = cell.value is not None or cell.status is Status.ZERO
    return there and cell.nature is not Nature.REAL


def facts(
    found: Portrait,
    indicator: Indicator,
    search: str,
    *,
    chosen: bool,
    tied: tuple[int, int] | None = None,
) -> html.Dl | None:
    """Rank, county and change, as far as they can be told; `search` is the figure's address."""
    rows = []
    if chosen and found.rank is not None and found.rank_of > 1:
        text = words("area.rank_value", rank=found.rank, of=found.rank_of)
        rank = term_button("rank", words("area.rank"))
        rows.append(_fact(rank, text, hint=_rank_hint(tied)))
    if chosen:
        text = figure_text(found.county, indicator)
        county = figure_button(text, other_address(search, areas=()))
        rows.append(_fact(found.county_name, county, *_badge(found.county)))
    if found.change is not None:
        across = words("area.change_across") if found.change.across_break else ""
        since = words("area.change", since=found.change.since.german)
        rows.append(_fact(since, _change_button(found.change, indicator, search), hint=across))
    return html.Dl(rows, className="facts") if rows else None


def _rank_hint(tied: tuple[int, int] | None) -> str:
    if tied is None or tied[0] == tied[1]:
        return words("area.rank_hint")
    return words("noise.rank_hint", first=tied[0], last=tied[1])


def _fact(
    term: str | html.Button, told: str | html.Button, *badge: html.Span, hint: str = ""
) -> html.Div:
    below = [html.Span(hint, className="hint")] if hint else []
    return html.Div([html.Dt(term), html.Dd([told, *badge, *below])])


def _change_button(change: Change, indicator: Indicator, search: str) -> html.Button:
    address = other_address(search, since=change.since.text)
    return figure_button(change_text(change, indicator), address)


def series_part(found: Portrait, indicator: Indicator, search: str) -> html.Section | None:
    """The line over the years, and the same as a list; None for fewer than two figures.

    `search` is the address of the portrait's own figure.
    """
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
        html.Tr(
            [
                html.Th(point.period.german, scope="row"),
                html.Td(figure_button(text, other_address(search, period=point.period.text))),
                html.Td(point.base),
            ]
        )
        for point, text in point_list(found.series, indicator)
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


def _other(indicator: Indicator, choice: PeriodChoice, cell: Cell, search: str) -> html.Li:
    """The title asks the question next; the figure tells where it comes from."""
    asking = html.Button(
        [indicator.title, html.Span(choice.period.german, className="hint")],
        type="button",
        className="other-title",
        **{"data-indicator": indicator.id},
    )
    address = other_address(search, indicator=indicator.id, period=choice.period.text)
    figure = figure_button(figure_text(cell, indicator), address)
    value = html.Span([figure, *_badge(cell)], className="other-value")
    return html.Li([asking, value], className="other")
