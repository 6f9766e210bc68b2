"""Headers as offices write them, and what they say."""

from __future__ import annotations

import pytest

from geodata.facilities.columns import columns_of, is_sum


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Name der Kindertagesstätte", "name"),
        ("Einrichtung", "name"),
        ("Träger der Einrichtung", "provider"),
        ("Straße / Hausnr.", "street"),
        ("PLZ/Ort", "place"),
        ("Länge", "lon"),
        ("geogr. Breite", "lat"),
        ("Rechtswert (UTM32)", "east"),
        ("UTM32 Nord", "north"),
        ("Koordinaten", "position"),
        ("genehmigte Plätze", "capacity"),
        ("Plätze (Modell)", "capacity"),
        ("belegte Plätze", "occupancy"),
        ("Plätze\nU3", "places_under_3"),
        ("Ü3-Plätze", "places_from_3"),
        ("0-2 Jahre", "places_under_3"),
        ("Öffnungszeiten", "hours"),
        ("Ganztag (ja/nein)", "all_day"),
        ("Inklusion/Integration", "inclusion"),
        ("Schulart", "school_forms"),
        ("addr:housenumber", "house_number"),
    ],
)
def test_a_header_says_what_stands_below(header: str, field: str) -> None:
    assert dict(columns_of(["xyz", header]).fields) == {field: 1}


@pytest.mark.parametrize(
    "header",
    [
        "Schüler 2022/23",
        "Schülerzahl Schuljahr 2022/23",
        "Schüler*innen 2022/2023",
        "Schülerinnen und Schüler im Schuljahr 2022/23",
        "Anzahl der Schüler 2022/23 (Modell)",
        "SuS 2022/23",
    ],
)
def test_pupils_belong_to_their_school_year(header: str) -> None:
    assert dict(columns_of(["Name", header]).pupils) == {"2022/2023": 1}


def test_pupils_without_a_year_are_named() -> None:
    assert columns_of(["Name", "Schüler"]).without_period == ("Schüler",)


def test_the_more_telling_of_two_columns_is_the_name() -> None:
    found = columns_of(["Schule", "Name", "Fax"])
    assert (found.fields["name"], found.unread) == (1, ("Schule", "Fax"))


@pytest.mark.parametrize(("text", "sums"), [("Summe", True), ("Gesamt:", True), ("Summend", True)])
def test_sums_are_no_facilities(text: str, sums: bool) -> None:
    assert is_sum(text) is sums
    assert not is_sum("Kita Sonnenschein")
