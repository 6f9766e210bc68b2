"""The frame of the page: top bar, panel „Frage“, the map, panel „Gebiet“, page „Daten“."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from geodata.workspace import Workspace
from layers.ids import Id
from layers.map_panel import map_panel
from layers.question_panel import question_panel
from layers.ranking import ranking
from layers.theme import theme
from layers.view import LISTS
from layers.words import section, words

DATA_PATH = "/daten-stand"
_NEWS_EVERY_MS = 5000


def shell(workspace: Workspace) -> dmc.MantineProvider:
    """The whole page for a workspace; what is chosen comes from the address."""
    return dmc.MantineProvider(
        html.Div(
            [
                *_stores(workspace),
                html.A(words("app.skip"), href="#map-place", className="skip-link"),
                _top_bar(workspace),
                _notices(),
                question_panel(workspace),
                html.Main(map_panel(), id="map-place", className="map-place", tabIndex="-1"),
                _area_panel(),
                html.Div(id=Id.DATA_PAGE, className="data-page"),
            ],
            id=Id.SHELL,
            className="shell",
        ),
        theme=theme(),
        forceColorScheme="light",
    )


def _stores(workspace: Workspace) -> list[Any]:
    return [
        dcc.Location(id=Id.URL, refresh=False),
        dcc.Store(id=Id.DRAWN),
        dcc.Store(id=Id.SELECTED, data=[]),
        dcc.Store(id=Id.CLICKED),
        dcc.Store(id=Id.SHOWN),
        dcc.Store(id=Id.DATA_OPENED),
        dcc.Store(id=Id.NUMBER, data=workspace.number),
        dcc.Store(id=Id.PHRASES, data=_phrases()),
        dcc.Interval(id=Id.NEWS_CLOCK, interval=_NEWS_EVERY_MS),
    ]


def _phrases() -> dict[str, Any]:
    """The words that scripts need, so that none stands in them."""
    return {
        "breaks": section("scripts"),
        "status": section("status"),
        "lists": {name: words(f"lists.{name}") for name in ("without_value", "skipped", "empty")},
    }


def _top_bar(workspace: Workspace) -> html.Header:
    return html.Header(
        [
            html.Div(
                [
                    html.Span(words("app.name"), className="app-name"),
                    html.Span(workspace.title, className="workspace-title"),
                ],
                className="brand",
            ),
            html.Nav(
                [
                    dcc.Link(words("frame.map"), id=Id.MODE_MAP, href="/"),
                    dcc.Link(
                        words("frame.data"), id=Id.MODE_DATA, href=DATA_PATH, className="mode"
                    ),
                ],
                className="modes",
                **{"aria-label": words("frame.modes")},
            ),
            html.Div(
                [
                    _toggle(Id.QUESTION_TOGGLE, "question", words("frame.question_toggle")),
                    _toggle(Id.AREA_TOGGLE, "area", words("frame.area_toggle")),
                ],
                className="toggles",
            ),
        ],
        className="top-bar",
    )


def _toggle(component_id: Id, panel: str, text: str) -> html.Button:
    return html.Button(
        text,
        id=component_id,
        type="button",
        className="toggle",
        **{"data-panel": panel, "aria-controls": f"{panel}-panel", "aria-expanded": "false"},
    )


def _notices() -> html.Div:
    """Calm lines above the map; nothing pops up."""
    news = html.Div(
        [
            html.Span(words("frame.news")),
            html.Button(
                words("frame.news_button"), id=Id.NEWS_BUTTON, type="button", className="button"
            ),
        ],
        id=Id.NEWS,
        className="notice",
        hidden=True,
    )
    return html.Div([news, html.Div(id=Id.NOTICE)], className="notices", role="status")


def notice(sentence: str) -> html.Div:
    """One sentence that stays until it is closed."""
    close = html.Button(
        words("frame.close"),
        type="button",
        className="button",
        **{"data-close": "notice", "aria-label": words("frame.notice_close")},
    )
    return html.Div([html.Span(sentence), close], className="notice")


def _area_panel() -> html.Section:
    tabs = dmc.Tabs(
        [
            dmc.TabsList(
                [
                    dmc.TabsTab(words("lists.ranking"), value=LISTS[0]),
                    dmc.TabsTab(words("lists.table"), value=LISTS[1]),
                    dmc.TabsTab(words("lists.topic"), value=LISTS[2]),
                ],
                **{"aria-label": words("lists.label")},
            ),
            dmc.TabsPanel(ranking(), value=LISTS[0]),
            dmc.TabsPanel(html.Div(id=Id.TABLE_PLACE), value=LISTS[1]),
            dmc.TabsPanel(html.Div(id=Id.OTHERS), value=LISTS[2]),
        ],
        id=Id.LIST,
        value=LISTS[0],
        className="lists",
    )
    return html.Section(
        [html.Div(id=Id.PORTRAIT, className="portrait"), tabs],
        id=Id.AREA_PANEL,
        className="panel area-panel",
        **{"aria-label": words("area.title")},
    )
