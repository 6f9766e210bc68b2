"""The link to what is on the screen: path and search, as short as they can be told."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from layers.shell import FACILITIES_PATH, MODE_PATHS, REACH_PATH
from layers.view import View


def link_address(path: str, search: str) -> str:
    """Path and canonical search, `/vergleich?indikator=…`; a strange path is the map's."""
    known = path if path in MODE_PATHS else MODE_PATHS[0]
    return known + View.from_search(search).search


def shown_view(path: str, search: str) -> View:
    """What the map shows there: that reachability is asked for, or that facilities lie on the map,
    only the path tells."""
    view = View.from_search(search)
    if path == FACILITIES_PATH:
        return replace(view, facilities_shown=True)
    if path != REACH_PATH or view.reach.asked:
        return view
    return replace(view, reach=replace(view.reach, asked=True))


def known_address(address: str) -> str:
    """The same for an address that was kept as one text; what cannot be understood is left out."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return MODE_PATHS[0]
    return link_address(parts.path, f"?{parts.query}")
