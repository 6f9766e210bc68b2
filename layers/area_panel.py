"""The panel „Gebiet“: the portrait above, all areas in lists below."""

from __future__ import annotations

import json
from typing import Any

import dash_mantine_components as dmc
from dash import html

from layers.ids import Id
from layers.ranking import ranking
from layers.view import LISTS, View
from layers.words import section, words

# What assets/notes.js and its siblings say in the portrait and below.
_SPOKEN = {
    "several": "several",
    "notes": "notes.form",
    "noise": "noise",
}


def area_panel(view: View) -> list[Any]:
    """What stands in the panel, the list of the view in front."""
    titles = dmc.TabsList(
        [
            dmc.TabsTab(words("lists.ranking"), value=LISTS[0]),
            dmc.TabsTab(words("lists.table"), value=LISTS[1]),
            dmc.TabsTab(words("lists.topic"), value=LISTS[2]),
        ],
        **{"aria-label": words("lists.label")},
    )
    lists = [
        dmc.TabsPanel(ranking(), value=LISTS[0]),
        dmc.TabsPanel(html.Div(id=Id.TABLE_PLACE), value=LISTS[1]),
        dmc.TabsPanel(html.Div(id=Id.OTHERS), value=LISTS[2]),
    ]
    return [
        _sides(view),
        html.Div(id=Id.PORTRAIT, className="portrait", **{"data-words": _words()}),
        dmc.Tabs([titles, *lists], id=Id.LIST, value=view.shown_list, className="lists"),
    ]


def _sides(view: View) -> html.Div:
    """Which of two maps portrait and lists are about; assets/second_map.js keeps it in step."""
    buttons = [
        html.Button(
            words(f"question.side_{name}"),
            type="button",
            **{"data-side": side, "aria-pressed": str(view.acts_on_right == bool(side)).lower()},
        )
        for name, side in (("left", ""), ("right", "rechts"))
    ]
    label = words("area.sides")
    return html.Div(
        [html.Span(label), html.Div(buttons, role="group", **{"aria-label": label})],
        className="list-sides",
        hidden=not view.right,
    )


def _words() -> str:
    spoken = {name: section(place) for name, place in _SPOKEN.items()}
    return json.dumps(spoken, ensure_ascii=False)
