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
            _late_panel(Id.COMPARISON_PANEL, "comparison", "frame.comparison", "boards.failed"),
            _late_panel(Id.FACILITIES_PANEL, "facilities", "frame.facilities", "facilities.failed"),
            _late_panel(
                Id.REACH_PANEL,
                "reach",
                "reach.panel.title",
                "reach.failed",
                **{"data-filter": words("reach.panel.filter")},
            ),
            _panel(Id.RESULT_PANEL, "result", words("reach.result.title")),
            _late_panel(Id.STORIES_PANEL, "stories", "frame.stories", "stories.failed"),
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
        dcc.Store(id=Id.BESIDE),
        dcc.Store(id=Id.DATA_OPENED),
        dcc.Store(id=Id.FURNISHING),
        dcc.Store(id=Id.FURNITURE),
        dcc.Store(id=Id.TABLE_COMING),
        dcc.Store(id=Id.NUMBER, data=workspace.number),
        dcc.Store(id=Id.NEWEST, data=workspace.number),
        dcc.Store(id=Id.PHRASES, data=_phrases()),
        dcc.Interval(id=Id.NEWS_CLOCK, interval=_NEWS_EVERY_MS),
    ]


def _phrases() -> dict[str, Any]:
    """The words that scripts need, so that none stands in them."""
    return {
        "breaks": section("scripts"),
        "status": section("status"),
        "questions": {"empty": words("question.no_topics")},
        "time": {
            "label": words("question.time"),
            "hint_fixed": words("question.time_hint_fixed"),
            "hint_own": words("question.time_hint_own"),
        },
        "lists": {
            name: words(f"lists.{name}")
            for name in ("without_value", "skipped", "skipped_one", "empty")
        },
    }


def _top_bar(workspace: Workspace) -> html.Header:
    brand = [
        html.Span(words("app.name"), className="app-name"),
        html.H1(workspace.title, className="workspace-title"),
    ]
    return html.Header(
        [
            html.Div(brand, className="brand"),
            _modes(),
            _toggles(),
            _dialog_button(
                Id.HANDOUT, words("handout.dialog.button"), words("handout.dialog.failed")
            ),
            _dialog_button(Id.SHARE, words("share.button"), words("share.failed")),
        ],
        className="top-bar",
    )


def _modes() -> html.Nav:
    return html.Nav(
        [
            _mode(Id.MODE_MAP, "frame.map", "/", current=True),
            _mode(Id.MODE_COMPARISON, "frame.comparison", COMPARISON_PATH),
            _mode(Id.MODE_FACILITIES, "frame.facilities", FACILITIES_PATH),
            _mode(Id.MODE_REACH, "frame.reach", REACH_PATH),
            _mode(Id.MODE_STORIES, "frame.stories", STORIES_PATH),
            _mode(Id.MODE_DATA, "frame.data", DATA_PATH),
            # A page of its own; assets/help.js gives it the view to come back to.
            html.A(words("help.title"), id="help-link", href=HELP_PATH, className="mode"),
        ],
        className="modes",
        **{"aria-label": words("frame.modes")},
    )


def _mode(component_id: Id, name: str, path: str, *, current: bool = False) -> dcc.Link:
    """The way to a mode; `name` is where its words stand."""
    look = "mode current" if current else "mode"
    return dcc.Link(words(name), id=component_id, href=path, className=look)


def _toggles() -> html.Div:
    area, in_reach = words("frame.area_toggle"), words("reach.result.title")
    return html.Div(
        [
            _toggle(Id.QUESTION_TOGGLE, "question", words("frame.question_toggle")),
            _toggle(Id.AREA_TOGGLE, "area", area, in_reach=in_reach),
            _toggle(Id.COMPARISON_TOGGLE, "comparison", words("frame.comparison")),
            _toggle(Id.FACILITIES_TOGGLE, "facilities", words("frame.facilities_toggle")),
            _toggle(Id.STORIES_TOGGLE, "stories", words("frame.stories_toggle")),
        ],
        className="toggles",
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


def _late_panel(component_id: Id, kind: str, label: str, failed: str, **data: str) -> html.Section:
    """The place of a panel that the script fills that is named like it; `label` and `failed` are
    where its words stand."""
    said = {"data-failed": words(failed), "data-busy": words("frame.busy")}
    return _panel(component_id, kind, words(label), **said, **data)


def _panel(component_id: Id, kind: str, label: str, **data: str) -> html.Section:
    """The place of a panel, as large as it will be; callbacks/furnish.py fills it."""
    named = {"aria-label": label, **data}
    return html.Section(id=component_id, className=f"panel {kind}-panel", **named)
