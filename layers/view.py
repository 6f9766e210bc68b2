"""What is on the screen, and its address."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import parse_qsl, quote

from indicators.facilities.filter import EVERYTHING, FILTER_NAMES, FacilityFilter
from indicators.query import Query
from layers.reach_choice import NO_REACH, ReachChoice, choice_from_pairs

METHODS = ("quantile", "equal", "natural", "deviation", "own")
LISTS = ("rangliste", "tabelle", "thema")
BOARDS = ("profil", "zusammenhang", "aehnlich", "ring", "muster")
FACILITY_PARTS = ("liste", "versorgung")
FEWEST_CLASSES, MOST_CLASSES = 3, 7
USUAL_CLASSES = 0
MOST_BREAKS = MOST_CLASSES - 1
MOST_AREAS = 60
MOST_ALIKE_BY = 20
LONGEST_TEXT = 1000
_MOST_DIGITS = 6
_FACILITIES_MODE = "einrichtungen"
# As assets/address.js has them.
_DRAWN = ("indicator", "period", "since", "change", "system", "method", "class_count", "palette")
_DRAWN_TOO = ("own_breaks", "fixed_classes", "like", "entry")


@dataclass(frozen=True)
class View:
    """A question and how it is drawn. Empty or 0 means: the usual choice of indicator or workspace.

    `own_breaks` are the limits between classes, ascending, in the indicator's unit. `since` is the
    earlier period of a change. Several `areas` are read as one, under `areas_name`. `right` is the
    search of the map beside, which names in `like` the view whose classes it takes. `board` is what
    the mode „Vergleich“ shows; `side_a` and `side_b` are its sides as `system:area;area`,
    `alike_by` the indicators by which areas are called alike.
    `entry` is the journal number whose figures are asked for, 0 the newest; `story` and `chapter`
    (from 1 on) are what the mode „Präsentation“ shows.
    `facilities` says which are meant wherever facilities are; `facilities_shown` is True where they
    lie on the map, as in the mode „Einrichtungen“, of which only the path tells. `facility` is the
    one whose card is open; `facility_part` is what that mode shows below its filter, and `supplied`
    for whom, as `kind:part`. `reach` is what the mode „Erreichbarkeit“ asks.
    """

    indicator: str = ""
    period: str = ""
    system: str = ""
    method: str = ""
    class_count: int = USUAL_CLASSES
    palette: str = ""
    own_breaks: tuple[float, ...] = ()
    since: str = ""
    change: Literal["", "percent"] = ""
    fixed_classes: bool = False
    areas: tuple[str, ...] = ()
    areas_name: str = ""
    shown_list: str = LISTS[0]
    basemap: bool = False
    names: bool = True
    right: str = ""
    same_classes: bool = False
    like: str = ""
    acts_on_right: bool = False
    board: str = BOARDS[0]
    side_a: str = ""
    side_b: str = ""
    second_indicator: str = ""
    alike_by: tuple[str, ...] = ()
    ring: str = ""
    facilities: FacilityFilter = EVERYTHING
    facilities_shown: bool = False
    facility: str = ""
    facility_part: str = FACILITY_PARTS[0]
    supplied: str = ""
    reach: ReachChoice = NO_REACH
    story: str = ""
    chapter: int = 0
    entry: int = 0

    @property
    def query(self) -> Query:
        """The figures themselves, also where the map shows their change."""
        return Query(indicator=self.indicator, system=self.system, period=self.period)

    @property
    def drawn_query(self) -> Query:
        """What the map shows."""
        return replace(self.query, since=self.since, change=self.change if self.since else "")

    @property
    def drawn(self) -> View:
        """Only what the coloured map is drawn from."""
        return View(**{name: getattr(self, name) for name in (*_DRAWN, *_DRAWN_TOO)})

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
            since=given.get("seit", ""),
            change="percent" if given.get("aenderung", "") == "prozent" else "",
            fixed_classes=given.get("fest", "") == "1",
            areas=_parts(given.get("gebiet", ""))[:MOST_AREAS],
            areas_name=given.get("name", ""),
            shown_list=_one_of(LISTS, given.get("liste", "")),
            basemap=given.get("grund", "") == "grau",
            names=given.get("namen", "") != "0",
            right=given.get("rechts", ""),
            same_classes=given.get("gleich", "") == "1",
            like=given.get("wie", ""),
            acts_on_right=given.get("seite", "") == "rechts",
            board=_one_of(BOARDS, given.get("tafel", "")),
            side_a=given.get("a", ""),
            side_b=given.get("b", ""),
            second_indicator=given.get("mit", ""),
            alike_by=_parts(given.get("nach", ""))[:MOST_ALIKE_BY],
            ring=given.get("ring", ""),
            facilities=FacilityFilter.from_texts(given),
            facilities_shown=given.get("modus", "") == _FACILITIES_MODE,
            facility=given.get("einrichtung", ""),
            facility_part=_one_of(FACILITY_PARTS, given.get("teil", "")),
            supplied=given.get("versorgt", ""),
            reach=choice_from_pairs(given),
            story=given.get("geschichte", ""),
            chapter=_whole_number(given.get("kapitel", "")),
            entry=_whole_number(given.get("eintrag", "")),
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
        "seit": view.since,
        "aenderung": "prozent" if view.change else "",
        "ebene": view.system,
        "art": view.method,
        "klassen": str(view.class_count or ""),
        "palette": view.palette,
        "grenzen": breaks_to_text(view.own_breaks),
        "fest": "1" if view.fixed_classes else "",
        "gebiet": ";".join(view.areas),
        "name": view.areas_name,
        "liste": "" if view.shown_list == LISTS[0] else view.shown_list,
        "grund": "grau" if view.basemap else "",
        "namen": "" if view.names else "0",
        "rechts": view.right,
        "gleich": "1" if view.same_classes else "",
        "wie": view.like,
        "seite": "rechts" if view.acts_on_right else "",
        "a": view.side_a,
        "b": view.side_b,
        "tafel": "" if view.board == BOARDS[0] else view.board,
        "mit": view.second_indicator,
        "nach": ";".join(view.alike_by),
        "ring": view.ring,
        **view.facilities.texts,
        "einrichtung": view.facility,
        "teil": "" if view.facility_part == FACILITY_PARTS[0] else view.facility_part,
        "versorgt": view.supplied,
        **_reach_or_facilities(view),
        "geschichte": view.story,
        "kapitel": str(view.chapter or ""),
        "eintrag": str(view.entry or ""),
    }


def _reach_or_facilities(view: View) -> Mapping[str, str]:
    told = view.reach.pairs()
    if view.facilities_shown and not view.reach.asked:
        return {**told, "modus": _FACILITIES_MODE}
    return told


def unknown_names(search: str) -> tuple[str, ...]:
    """What an address names that no view has, each once."""
    try:
        pairs = parse_qsl(search.removeprefix("?"), max_num_fields=50, keep_blank_values=True)
    except (ValueError, UnicodeError):
        return ()
    known = {*_texts(View()), *FILTER_NAMES}
    return tuple(dict.fromkeys(name for name, _ in pairs if name not in known))


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


def _one_of(known: tuple[str, ...], text: str) -> str:
    """The text where it is one of those known, else the first of them."""
    return text if text in known else known[0]


def _whole_number(text: str) -> int:
    """0 for what is no number, or one that no journal reaches."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else 0


def _class_count(text: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        return USUAL_CLASSES
    return min(max(int(text), FEWEST_CLASSES), MOST_CLASSES)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in text.split(";") if part))
