"""The level that the header above a column of names speaks of."""

from __future__ import annotations

_HEADERS = {
    "kreis": ("kreis", "kreise", "landkreis", "landkreise", "kreisname", "kreis/stadt"),
    "verband": ("samtgemeinde", "samtgemeinden", "samtgemeindename", "gemeindeverband", "verband"),
}


def level_of_header(header: str) -> str:
    """ "kreis" or "verband" where the header says so; „Gemeinde“ stands above all of them.

    >>> level_of_header("Landkreis")
    'kreis'
    >>> level_of_header("Name")
    ''
    """
    said = header.strip().lower()
    return next((level for level, words in _HEADERS.items() if said in words), "")
