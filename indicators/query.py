"""Which figures are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Query:
    """An indicator in an area system at a period; the latest where none is named.

    With `since`, an earlier period, the figures are the change since then: absolute, where
    `change` does not say percent. Hashable: with the journal number it is the key under which
    results are kept.
    """

    indicator: str
    system: str
    period: str = ""
    since: str = ""
    change: Literal["", "absolute", "percent"] = ""
