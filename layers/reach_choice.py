"""What of reachability stands in the address, and the question that it asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from indicators.facilities.filter import FacilityFilter
from indicators.reach.question import (
    Measure,
    Mode,
    ReachQuestion,
    question_from_texts,
)
from indicators.reach.refusals import WrongReach

MODES: Mapping[str, Mode] = {
    "auto": "car",
    "bus": "transit",
    "rad": "bike",
    "pedelec": "pedelec",
    "fuss": "foot",
}
MEASURES: Mapping[str, Measure] = {
    "minuten": "minutes",
    "anteil": "share",
    "anzahl": "number",
    "plaetze": "places",
    "gestuft": "graded",
    "gebiet": "own",
}
LAYERS = ("linien", "halte", "gueteklassen", "mitfahrbank", "rufbus", "mobil")
# What the address says, and the field of the question that it is.
_FIELDS = {"tag": "day", "um": "arrive_by", "grenze": "limit", "gruppe": "group"}
_NAMES = ("weg", "tag", "um", "grenze", "mass", "gruppe")
_MODE = "erreichbarkeit"
_SWITCHED_ON = "1"


@dataclass(frozen=True)
class ReachChoice:
    """The texts of the address as they are; "" means the usual choice.

    `asked` is True where the map shows this and no indicator; the page says so when it asks for the
    map, as only its path tells. `surface` is the system that is coloured; `origin` is longitude and
    latitude from where a way is shown; `layers` are the mobility layers that lie on the map.
    """

    asked: bool = False
    texts: tuple[tuple[str, str], ...] = ()
    surface: str = ""
    origin: tuple[float, float] | None = None
    isochrone: bool = False
    layers: tuple[str, ...] = ()

    def question(self, facilities: FacilityFilter) -> ReachQuestion:
        """What is asked of the facilities that a filter names; what cannot be understood is left at
        its default."""
        given: dict[str, str] = {}
        for name, text in self.texts:
            given |= _understood(name, text)
        return replace(question_from_texts(given), filter=facilities)

    def pairs(self) -> dict[str, str]:
        """Names and texts as the address writes them, in its order."""
        told = dict(self.texts)
        origin = ",".join(f"{degrees:.5f}" for degrees in self.origin) if self.origin else ""
        return {
            "modus": _MODE if self.asked else "",
            **{name: told.get(name, "") for name in _NAMES},
            "wo": self.surface,
            "von": origin,
            "flaeche": _SWITCHED_ON if self.isochrone else "",
            "schichten": ";".join(self.layers),
        }


NO_REACH = ReachChoice()


def choice_from_pairs(given: Mapping[str, str]) -> ReachChoice:
    """The choice that an address names."""
    wanted = given.get("schichten", "").split(";")
    return ReachChoice(
        asked=given.get("modus", "") == _MODE,
        texts=tuple((name, given[name]) for name in _NAMES if given.get(name)),
        surface=given.get("wo", ""),
        origin=_origin(given.get("von", "")),
        isochrone=given.get("flaeche", "") == _SWITCHED_ON,
        layers=tuple(layer for layer in LAYERS if layer in wanted),
    )


def _understood(name: str, text: str) -> dict[str, str]:
    if name == "weg":
        return {"mode": MODES[text]} if text in MODES else {}
    if name == "mass":
        return {"measure": MEASURES[text]} if text in MEASURES else {}
    try:
        question_from_texts({_FIELDS[name]: text})
    except WrongReach:
        return {}
    return {_FIELDS[name]: text}


def _origin(text: str) -> tuple[float, float] | None:
    try:
        lon, lat = (round(float(part), 5) + 0.0 for part in text.split(","))
    except ValueError:
        return None
    return (lon, lat) if abs(lon) <= 180 and abs(lat) <= 90 else None
