"""The words beside the light."""

from __future__ import annotations

import datetime

import pytest

from geodata.period import Period
from indicators.freshness import DueAt, Freshness, Light
from layers.freshness_text import department_text, freshness_text, light_word

LAST = Period("2024-12-31")
DUE, OVERDUE = datetime.date(2025, 12, 31), datetime.date(2026, 12, 31)


@pytest.mark.parametrize(
    ("light", "sentence"),
    [
        (
            Light.GREEN,
            "Aktuell: Stand 31.12.2024; ein neuer Stand wird nach dem 31.12.2025 erwartet.",
        ),
        (Light.DUE, "Fällig: Stand 31.12.2024; seit dem 31.12.2025 kann ein neuer vorliegen."),
        (
            Light.OVERDUE,
            "Überfällig: Stand 31.12.2024; ein neuer war nach dem 31.12.2025 zu erwarten, und seit "
            "dem 31.12.2026 schon der nächste.",
        ),
    ],
)
def test_each_light_has_its_sentence(light: Light, sentence: str) -> None:
    assert freshness_text(Freshness(light, LAST, DUE, OVERDUE)) == sentence


def test_without_a_light_the_state_still_stands() -> None:
    text = freshness_text(Freshness(Light.NONE, LAST))
    assert text == "Stand 31.12.2024; ein Termin für neue Werte ist nicht festgelegt."


def test_nothing_is_said_of_figures_that_never_came() -> None:
    assert freshness_text(Freshness(Light.NONE, None)) == "Noch keine Werte."


def test_the_lights_can_be_read_without_colour() -> None:
    assert [light_word(light) for light in Light] == [
        "ohne Termin",
        "aktuell",
        "fällig",
        "überfällig",
    ]


def test_what_nobody_answers_for_stands_under_its_own_heading() -> None:
    assert department_text(DueAt("", ())) == "Ohne zuständigen Fachdienst"
    assert department_text(DueAt("Jugend", ())) == "Jugend"
