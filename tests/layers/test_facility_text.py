"""What is said of one facility, and what stays unsaid because nobody knows it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geodata.facilities.facility import Facility
from geodata.facilities.kind import built_in_kinds
from layers.facility_text import badges, facility_name, facts, free_text, places_text
from tests.kitas import BESIDE, DUSK, MOON, NOWHERE, SUN


def told(facility: Facility) -> dict[str, str]:
    return dict(facts(facility))


def test_only_what_is_known_stands_on_a_card_and_missing_places_are_named() -> None:
    assert told(DUSK) == {"Plätze": "keine Angabe"}
    assert told(MOON) == {
        "Träger": "Kirche",
        "Plätze": "10",
        "Frei": "2",
        "Ganztag": "ja",
        "Inklusion": "nein",
    }


def test_a_full_and_an_overfull_kita() -> None:
    assert (places_text(SUN), free_text(SUN)) == ("20", "0")
    assert free_text(replace(SUN, occupancy=23)) == "3 mehr als Plätze"
    assert free_text(DUSK) == ""


def test_where_it_stands_is_said_where_that_is_not_here() -> None:
    assert told(NOWHERE)["Lage"] == "ohne Lage"
    assert told(BESIDE)["Lage"] == "außerhalb des Landkreises"
    assert "Lage" not in told(SUN)


def test_pupils_of_the_last_years_stand_with_their_year() -> None:
    years = {f"20{year}/20{year + 1}": year for year in (18, 19, 20, 21, 22)}
    school = Facility("s", "schule", "Schule", pupils=years, school_forms=("Grundschule",))
    assert told(school)["Schülerinnen und Schüler"].startswith("22 (2022/2023), 21 (2021/2022)")
    assert "18 (" not in told(school)["Schülerinnen und Schüler"]


@pytest.mark.parametrize(
    ("natures", "words"),
    [
        (("real", "real"), []),
        (("real", "model"), [("model", "Plätze: Modelldaten")]),
        (("real", "estimated"), [("estimated", "Plätze: geschätzt")]),
        (("model", "model"), [("model", "Modelldaten")]),
        (("estimated", "model"), [("estimated", "geschätzt")]),
    ],
)
def test_what_was_not_counted_bears_a_badge(natures: tuple[str, str], words: list[str]) -> None:
    nature, capacity_nature = natures
    assert badges(replace(SUN, nature=nature, capacity_nature=capacity_nature)) == words


def test_one_without_a_name_is_called_by_its_kind() -> None:
    assert facility_name(replace(SUN, name=""), built_in_kinds()["kita"]) == "Kita ohne Namen"
