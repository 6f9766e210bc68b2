"""The frame of the page: top bar, „Frage“, the map, and beside it what the mode is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import dcc, html

from layers.ids import Id
from layers.map_panel import map_panel
from layers.text_paths import HELP_PATH
from layers.words import section, words

if TYPE_CHECKING:
    from geodata.workspace import Workspace

COMPARISON_PATH = "/vergleich"
FACILITIES_PATH = "/einrichtungen"
REACH_PATH = "/erreichbarkeit"
STORIES_PATH = "/praesentation"
DATA_PATH = "/daten-stand"
MODE_PATHS = ("/", COMPARISON_PATH, FACILITIES_PATH, REACH_PATH, STORIES_PATH, DATA_PATH)
_NEWS_EVERY_MS = 5000


def shell(workspace: Workspace) -> html.Div:
    """The page as it opens: frame and map; what is chosen comes from the address."""
    return html.Div(
        [
            *_stores(workspace),
            html.A(words("app.skip"), href="#map-place", className="skip-link"),
            _top_bar(workspace),
            _notices(),
            _panel(Id.QUESTION_PANEL, "question", words("question.title")),
            html.Main(map_panel(), id="map-place", className="map-place", tabIndex="-1"),
            _panel(Id.AREA_PANEL, "area", words("area.title")),
            _panel(
                Id.COMPARISON_PANEL,
                "comparison",
                words("frame.comparison"),
                **{"data-failed": words("boards.failed")},
            ),
            _panel(
                Id.FACILITIES_PANEL,
                "facilities",
                words("frame.facilities"),
                **{"data-failed": words("facilities.failed")},
            ),
            _panel(
                Id.REACH_PANEL,
                "reach",
                words("reach.panel.title"),
                **{
                    "data-failed": words("reach.failed"),
                    "data-filter": words("reach.panel.filter"),
                },
            ),
            _panel(Id.RESULT_PANEL, "result", words("reach.result.title")),
            _panel(
                Id.STORIES_PANEL,
                "stories",
                words("frame.stories"),
                **{"data-failed": words("stories.failed")},
            ),
            html.Section(id=Id.STAGE, className="stage", **{"aria-label": words("stories.stage")}),
            html.Div(id=Id.DATA_PAGE, className="data-page", role="main"),
        ],
        id=Id.SHELL,
        className="shell mode-map",
    )


def _stores(workspace: Workspace) -> list[Any]:
    return [
        dcc.Location(id=Id.URL, refresh=False),
        dcc.Store(id=Id.SELECTED, data=[]),
        dcc.Store(id=Id.CLICKED),
        dcc.Store(id=Id.CONTROLLED),
        dcc.Store(id=Id.SHOWN),
        dcc.Store(id=Id.DATA_OPENED),
        dcc.Store(id=Id.FURNISHING),
        dcc.Store(id=Id.FURNITURE),
        dcc.Store(id=Id.TABLE_COMING),
        dcc.Store(id=Id.NUMBER, data=workspace.number),
        dcc.Store(id=Id.PHRASES, data=_phrases()),
        dcc.Interval(id=Id.NEWS_CLOCK, interval=_NEWS_EVERY_MS),
    ]


def _phrases() -> dict[str, Any]:
    """The words that scripts need, so that none stands in them."""
    return {
        "breaks": section("scripts"),
        "status": section("status"),
        "questions": {"empty": words("question.no_topics")},
        "time": {"label": words("question.time"), "hint": words("question.time_hint")},
        "lists": {
            name: words(f"lists.{name}")
            for name in ("without_value", "skipped", "skipped_one", "empty")
        },
    }


def _top_bar(workspace: Workspace) -> html.Header:
    return html.Header(
        [
            html.Div(
                [
                    html.Span(words("app.name"), className="app-name"),
                    html.H1(workspace.title, className="workspace-title"),
                ],
                className="brand",
            ),
            html.Nav(
                [
                    dcc.Link(
                        words("frame.map"), id=Id.MODE_MAP, href="/", className="mode current"
                    ),
                    dcc.Link(
                        words("frame.comparison"),
                        id=Id.MODE_COMPARISON,
                        href=COMPARISON_PATH,
                        className="mode",
                    ),
                    dcc.Link(
                        words("frame.facilities"),
                        id=Id.MODE_FACILITIES,
                        href=FACILITIES_PATH,
                        className="mode",
                    ),
                    dcc.Link(
                        words("frame.reach"), id=Id.MODE_REACH, href=REACH_PATH, className="mode"
                    ),
                    dcc.Link(
                        words("frame.stories"),
                        id=Id.MODE_STORIES,
                        href=STORIES_PATH,
                        className="mode",
                    ),
                    dcc.Link(
                        words("frame.data"), id=Id.MODE_DATA, href=DATA_PATH, className="mode"
                    ),
                    # A page of its own; assets/help.js gives it the view to come back to.
                    html.A(words("help.title"), id="help-link", href=HELP_PATH, className="mode"),
                ],
                className="modes",
                **{"aria-label": words("frame.modes")},
            ),
            html.Div(
                [
                    _toggle(Id.QUESTION_TOGGLE, "question", words("frame.question_toggle")),
                    _toggle(
                        Id.AREA_TOGGLE,
                        "area",
                        words("frame.area_toggle"),
                        in_reach=words("reach.result.title"),
                    ),
                    _toggle(Id.COMPARISON_TOGGLE, "comparison", words("frame.comparison")),
                    _toggle(Id.FACILITIES_TOGGLE, "facilities", words("frame.facilities_toggle")),
                    _toggle(Id.STORIES_TOGGLE, "stories", words("frame.stories_toggle")),
                ],
                className="toggles",
            ),
            _dialog_button(
                Id.HANDOUT, words("handout.dialog.button"), words("handout.dialog.failed")
            ),
            _dialog_button(Id.SHARE, words("share.button"), words("share.failed")),
        ],
        className="top-bar",
    )


def _dialog_button(component_id: Id, text: str, failed: str) -> html.Button:
    """Opens a dialog that a late script draws; `failed` is said where it does not come."""
    return html.Button(
        text,
        id=component_id,
        type="button",
        className="button share-button",
        **{"aria-haspopup": "dialog", "data-failed": failed},
    )


def _toggle(component_id: Id, panel: str, text: str, *, in_reach: str = "") -> html.Button:
    """`in_reach` is what it is called where the mode „Erreichbarkeit“ has a panel of its own."""
    return html.Button(
        [
            html.Span(text, className="elsewhere" if in_reach else None),
            *([html.Span(in_reach, className="in-reach")] if in_reach else []),
        ],
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


def _panel(component_id: Id, kind: str, label: str, **data: str) -> html.Section:
    """The place of a panel, as large as it will be; callbacks/furnish.py fills it, and those of
    comparison and facilities the script that is named like them."""
    named = {"aria-label": label, **data}
    return html.Section(id=component_id, className=f"panel {kind}-panel", **named)
