"""What is on the screen, and its address."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote

from indicators.query import Query

METHODS = ("quantile", "equal", "natural", "deviation", "own")
LISTS = ("rangliste", "tabelle", "thema")
FEWEST_CLASSES, MOST_CLASSES = 3, 7
USUAL_CLASSES = 0
MOST_BREAKS = MOST_CLASSES - 1
MOST_AREAS = 8
LONGEST_TEXT = 200


@dataclass(frozen=True)
class View:
    """A question and how it is drawn. Empty or 0 means: the usual choice of indicator or workspace.

    `own_breaks` are the limits between classes, ascending, in the indicator's unit.
    """

    indicator: str = ""
    period: str = ""
    system: str = ""
    method: str = ""
    class_count: int = USUAL_CLASSES
    palette: str = ""
    own_breaks: tuple[float, ...] = ()
    areas: tuple[str, ...] = ()
    shown_list: str = LISTS[0]
    basemap: bool = False
    names: bool = True

    @property
    def query(self) -> Query:
        return Query(indicator=self.indicator, system=self.system, period=self.period)

    @property
    def search(self) -> str:
        """The address after the path: `?indikator=…&zeit=…`; "" for the usual view."""
        pairs = [f"{name}={quote(text, safe=';/:')}" for name, text in _texts(self).items() if text]
        return "?" + "&".join(pairs) if pairs else ""

    @classmethod
    def from_search(cls, search: str | None) -> View:
        """The view an address names; what cannot be understood is left at its default."""
        given = _pairs(search or "")
        own_breaks = breaks_from_text(given.get("grenzen", ""))
        method = given.get("art", "")
        return cls(
            indicator=given.get("indikator", ""),
            period=given.get("zeit", ""),
            system=given.get("ebene", ""),
            method=method if method in METHODS and (method != "own" or own_breaks) else "",
            class_count=_class_count(given.get("klassen", "")),
            palette=given.get("palette", ""),
            own_breaks=own_breaks if method == "own" else (),
            areas=_areas(given.get("gebiet", "")),
            shown_list=given.get("liste", "") if given.get("liste", "") in LISTS else LISTS[0],
            basemap=given.get("grund", "") == "grau",
            names=given.get("namen", "") != "0",
        )


def breaks_from_text(text: str) -> tuple[float, ...]:
    """Ascending limits from `10;20;30.5`; empty where one of them is no number."""
    try:
        numbers = {float(part) + 0.0 for part in text.split(";") if part.strip()}
    except ValueError:
        return ()
    if len(numbers) > MOST_BREAKS or not all(math.isfinite(number) for number in numbers):
        return ()
    return tuple(sorted(numbers))


def breaks_to_text(breaks: tuple[float, ...]) -> str:
    """`10;20;30.5`, as the address carries them."""
    return ";".join(
        f"{number:.0f}" if number.is_integer() and abs(number) < 1e15 else repr(number)
        for number in breaks
    )


def _texts(view: View) -> Mapping[str, str]:
    return {
        "indikator": view.indicator,
        "zeit": view.period,
        "ebene": view.system,
        "art": view.method,
        "klassen": str(view.class_count or ""),
        "palette": view.palette,
        "grenzen": breaks_to_text(view.own_breaks),
        "gebiet": ";".join(view.areas),
        "liste": "" if view.shown_list == LISTS[0] else view.shown_list,
        "grund": "grau" if view.basemap else "",
        "namen": "" if view.names else "0",
    }


def _pairs(search: str) -> Mapping[str, str]:
    """The named texts of an address; the first of doubled names counts."""
    try:
        pairs = parse_qsl(search.removeprefix("?"), max_num_fields=50, errors="strict")
    except (ValueError, UnicodeError):
        return {}
    usable = [
        (name, text) for name, text in pairs if len(text) <= LONGEST_TEXT and text.isprintable()
    ]
    return dict(reversed(usable))


def _class_count(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        return USUAL_CLASSES
    return min(max(int(text), FEWEST_CLASSES), MOST_CLASSES)


def _areas(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in text.split(";") if part))[:MOST_AREAS]
