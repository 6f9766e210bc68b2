"""The link to what is on the screen: path and search, as short as they can be told."""

from __future__ import annotations

from urllib.parse import urlsplit

from layers.shell import MODE_PATHS
from layers.view import View


def link_address(path: str, search: str) -> str:
    """Path and canonical search, `/vergleich?indikator=…`; a strange path is the map's."""
    known = path if path in MODE_PATHS else MODE_PATHS[0]
    return known + View.from_search(search).search


def known_address(address: str) -> str:
    """The same for an address that was kept as one text; what cannot be understood is left out."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return MODE_PATHS[0]
    return link_address(parts.path, f"?{parts.query}")
