"""Which figures are asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Query:
    """An indicator in an area system at a period; the latest where none is named.

    Hashable: with the journal number it is the key under which results are kept.
    """

    indicator: str
    system: str
    period: str = ""
