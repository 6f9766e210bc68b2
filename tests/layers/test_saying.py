"""How figures are said: what titles and units allow, and nothing that they do not."""

from __future__ import annotations

from typing import Any

import pytest

from geodata.catalogue import Indicator
from layers.counted_things import counted_things, without_repetition
from layers.saying import Saying, saying


def count(title: str, unit: str) -> Indicator:
    return Indicator(title, title, unit=unit)


@pytest.mark.parametrize(
    ("titles", "unit", "things"),
    [
        (["Kinder unter 3 Jahren"], "Kinder", "Kinder unter 3 Jahren"),
        (["Betreute Kinder unter 3 Jahren"], "Kinder", "betreute Kinder unter 3 Jahren"),
        (["Kinder mit Sprachbefund (Anzahl)"], "Kinder", "Kinder mit Sprachbefund"),
        (
            ["Bei der Untersuchung gemessene Kinder"],
            "Kinder",
            "bei der Untersuchung gemessene Kinder",
        ),
        (["Bevölkerung"], "Einwohner", "Einwohner"),
        (["Bevölkerung, modellierte Reihe 2015 bis 2025"], "Einwohner", "Einwohner"),
        (
            ["Menschen von 65 bis unter 80 Jahren", "Menschen ab 80 Jahren"],
            "Menschen",
            "Menschen ab 65 Jahren",
        ),
        (
            ["Kinder von 3 bis unter 6 Jahren", "Kinder unter 3 Jahren"],
            "Kinder",
            "Kinder unter 6 Jahren",
        ),
    ],
)
def test_a_plural_is_read_from_title_and_unit(titles: list[str], unit: str, things: str) -> None:
    assert counted_things([count(title, unit) for title in titles]) == things


def test_age_groups_of_different_people_are_named_together() -> None:
    groups = [
        count("Kinder unter 10 Jahren", "Kinder"),
        count("Kinder und Jugendliche von 10 bis unter 16 Jahren", "Kinder und Jugendliche"),
        count("Jugendliche von 16 bis unter 18 Jahren", "Jugendliche"),
    ]
    assert counted_things(groups) == "Kinder und Jugendliche unter 18 Jahren"
    assert counted_things([groups[0], groups[2]]) == ""


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Weibliche Bevölkerung", "Einwohner"),
        ("Bevölkerung, weiblich", "Einwohner"),
        ("Alle Kinder", "Kinder"),
        ("Kinder (weiblich)", "Kinder"),
        ("Kinderarmut", "Kinder"),
        ("Hilfen zur Erziehung", "junge Menschen"),
        ("Fläche", "km²"),
        ("Kinder", ""),
    ],
)
def test_what_is_no_sure_plural_is_not_guessed(title: str, unit: str) -> None:
    assert counted_things([count(title, unit)]) == ""


@pytest.mark.parametrize(
    ("counted", "things", "said"),
    [
        ("betreute Kinder", "Kinder", "betreute"),
        ("Menschen mit Rente", "Menschen", "mit Rente"),
        ("Kinder und Jugendliche", "Kinder", "Kinder und Jugendliche"),
        ("Plätze", "Kinder", "Plätze"),
        ("Kinder", "Kinder", ""),
    ],
)
def test_nobody_is_named_twice(counted: str, things: str, said: str) -> None:
    assert without_repetition(counted, things) == said


KNOWN = {
    "stops": count("Haltestellen", "Haltestellen"),
    "help": count("Hilfen zur Erziehung (Anzahl)", "junge Menschen"),
    "young": count("Kinder unter 18 Jahren", "Kinder"),
    "women": count("Weibliche Bevölkerung", "Einwohner"),
    "people": count("Bevölkerung", "Einwohner"),
}


def told(value: float, title: str, **facts: Any) -> str:
    way = saying(Indicator("x", title, **facts), KNOWN)
    return way.said("value", value, where="hier").replace("\u00a0", " ")


PER_1000: dict[str, Any] = {"kind": "rate", "unit": "je 1.000", "factor": 1000.0, "decimals": 1}


@pytest.mark.parametrize(
    ("value", "title", "facts", "sentence"),
    [
        (
            6.1,
            "Haltestellen je 1.000 Einwohner",
            {**PER_1000, "numerator": ("stops",), "denominator": ("people",)},
            "hier kommen auf 1.000 Einwohner 6,1 Haltestellen",
        ),
        (
            55.0,
            "Hilfen je 1.000 unter 18-Jährige",
            {**PER_1000, "numerator": ("help",), "denominator": ("young",)},
            "hier sind es 55,0 auf 1.000 unter 18-Jährige",
        ),
        (
            -6.0,
            "Saldo je 1.000 der 18- bis unter 25-Jährigen",
            PER_1000,
            "hier sind es −6,0 je 1.000",
        ),
        (
            -6.0,
            "Saldo je 1.000 Menschen",
            {**PER_1000, "numerator": ("stops",), "denominator": ("people",)},
            "hier sind es −6,0 je 1.000",
        ),
        (
            51.7,
            "Anteil der Frauen",
            {
                "kind": "share",
                "unit": "%",
                "factor": 100.0,
                "numerator": ("women",),
                "denominator": ("people",),
            },
            "hier beträgt der Anteil der Frauen 51,7 %",
        ),
        (9.9, "Abgänge ohne Abschluss", {"kind": "share", "unit": "%"}, "hier sind es 9,9 %"),
        (12.0, "Wartezeit", {"kind": "minutes", "unit": "Minuten"}, "hier sind es 12 Minuten"),
        (1.0, "Wartezeit", {"kind": "minutes", "unit": "Minuten"}, "hier ist es 1"),
        (
            1722.0,
            "Einwohner je Gemeinde",
            {"kind": "mean", "unit": "Einwohner", "decimals": 0},
            "hier sind es im Mittel 1.722 Einwohner je Gemeinde",
        ),
        (45.2, "Alter", {"kind": "mean", "unit": "Jahre"}, "hier sind es im Mittel 45,2 Jahre"),
        (
            12.0,
            "Kinder unter 3 Jahren",
            {"unit": "Kinder"},
            "hier gibt es 12 Kinder unter 3 Jahren",
        ),
        (1.0, "Kinder unter 3 Jahren", {"unit": "Kinder"}, "hier ist es 1"),
        (89.5, "Fläche", {"unit": "km²", "decimals": 1}, "hier sind es 89,5 km²"),
        (-2.7, "Wachstum", {"kind": "change", "unit": "%"}, "hier beträgt der Rückgang 2,7 %"),
    ],
)
def test_every_kind_is_said_as_plainly_as_the_catalogue_allows(
    value: float, title: str, facts: dict[str, Any], sentence: str
) -> None:
    assert told(value, title, **facts) == sentence


def test_a_least_change_keeps_its_sign() -> None:
    growth = Indicator("x", "Wachstum", kind="change", unit="%")
    said = Saying(growth, "change").said("at_least", -2.7, where="hier")
    assert said.replace("\u00a0", " ") == "hier sind es mindestens −2,7 %"
