"""The ranking of all areas as bars; assets/ranking.js draws it from MAP_VALUES."""

from __future__ import annotations

from dash import html

from layers.ids import Id
from layers.words import words


def ranking() -> html.Div:
    """An empty list: bars are buttons, so that keyboard and mouse select alike."""
    empty = html.P(words("lists.empty"), className="empty")
    return html.Div(html.Div(empty, id=Id.RANKING), className="ranking")
