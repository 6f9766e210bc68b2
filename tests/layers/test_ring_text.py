"""The ring in words, also where names are not to be given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from geodata.ring import Member, Ring
from indicators.comparison.ring import RingCell, RingPosition
from indicators.published import Cell
from layers.ring_text import ring_sentences

COUNTY = "Landkreis Lüchow-Dannenberg"
PEOPLE = Indicator("je_gemeinde", "Einwohner je Gemeinde", unit="Einwohner", decimals=0)


def shown(value: float | None, status: Status = Status.SHOWN) -> Cell:
    return Cell(value, status, Nature.REAL, Flag(0))


def position(own: Cell | None, *, anonymous: bool = False) -> RingPosition:
    ring = Ring("n", "Nachbarn", "", (Member("03354", "Lüchow-Dannenberg"),), anonymous)
    members = (RingCell("03360", "Uelzen", shown(None, Status.SUPPRESSED)),)
    return RingPosition(
        ring=ring,
        indicator=PEOPLE,
        period=Period("2024-12-31"),
        base="Zensus 2022",
        own=own,
        members=() if anonymous else members,
        n=6,
        lower_quartile=2315.4,
        median=3394.0,
        upper_quartile=4217.4,
        rank=None if anonymous else 5,
        sources=(),
    )


def told(found: RingPosition) -> list[str]:
    return [
        s.replace("\u00a0", " ")
        for s in ring_sentences(found, county_name=COUNTY, county_key="03354")
    ]


def test_the_whole_text_of_a_ring() -> None:
    assert told(position(shown(1722.3))) == [
        "Im Landkreis Lüchow-Dannenberg sind es 1.722 Einwohner, in der Mitte des Vergleichsrings "
        "(Median) 3.394 Einwohner.",
        "Die mittlere Hälfte der 6 Kreise (der eigene zählt mit) reicht von 2.315 bis 4.217 "
        "(Einwohner); der eigene Wert liegt darunter.",
        "Rang 5 von 6 (Rang 1 hat den höchsten Wert).",
        "Ohne Wert: Uelzen.",
        "Stand 31.12.2024 (Grundlage Zensus 2022).",
    ]


@pytest.mark.parametrize(
    ("own", "place"), [(2314.0, "darunter"), (2315.2, "darin"), (3000, "darin"), (5000, "darüber")]
)
def test_the_place_in_the_band_is_that_of_the_rounded_figures(own: float, place: str) -> None:
    assert told(position(shown(own)))[1].endswith(f"liegt {place}.")


def test_without_names_nobody_is_named_and_ranked() -> None:
    text = " ".join(told(position(shown(1722.3), anonymous=True)))
    assert "Uelzen" not in text
    assert "Rang" not in text
    assert "Die anderen Kreise werden in diesem Vergleichsring nicht genannt." in text


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        (
            shown(None, Status.SUPPRESSED),
            "Für den Landkreis Lüchow-Dannenberg wird der Wert geheim gehalten.",
        ),
        (None, "Für den Landkreis Lüchow-Dannenberg gibt es keine Angabe."),
    ],
)
def test_a_gap_of_the_own_county_has_its_word(own: Cell | None, sentence: str) -> None:
    found = replace(position(own), rank=None)
    assert told(found)[0] == sentence
    assert not any("mittlere Hälfte" in said for said in told(found))


def test_a_county_outside_the_ring_is_not_counted_in_it() -> None:
    outside = ring_sentences(position(shown(1722.3)), county_name=COUNTY, county_key="99999")
    assert "zählt mit" not in " ".join(outside)


def test_a_percent_sign_follows_its_number() -> None:
    share = replace(PEOPLE, unit="%", kind="share")
    found = replace(position(shown(2000)), indicator=share)
    assert "reicht von 2.315 bis 4.217 %;" in told(found)[1]
