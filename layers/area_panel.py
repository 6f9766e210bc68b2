"""The panel „Gebiet“: the portrait above, all areas in lists below."""

from __future__ import annotations

import json
from typing import Any

import dash_mantine_components as dmc
from dash import html

from layers.ids import Id
from layers.ranking import ranking
from layers.view import LISTS
from layers.words import section, words

# What assets/notes.js and its siblings say in the portrait and below.
_SPOKEN = {
    "several": "several",
    "notes": "notes.form",
    "noise": "noise",
}


def area_panel(*, shown_list: str = LISTS[0]) -> list[Any]:
    """What stands in the panel, `shown_list` in front."""
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
        html.Div(id=Id.PORTRAIT, className="portrait", **{"data-words": _words()}),
        dmc.Tabs([titles, *lists], id=Id.LIST, value=shown_list, className="lists"),
    ]


def _words() -> str:
    spoken = {name: section(place) for name, place in _SPOKEN.items()}
    return json.dumps(spoken, ensure_ascii=False)
