"""Names as offices, directories and people write them."""

from __future__ import annotations

import unicodedata

import pytest

from geodata.join.doctor import AreaNames
from geodata.join.names import bases, evened, spoken
from geodata.join.register import Register


@pytest.mark.parametrize(
    ("name", "base", "kind"),
    [
        ("Lüchow (Wendland), Stadt", "luechow wendland", "gemeinde"),
        ("SG Gartow", "gartow", "verband"),
        ("Samtgemeinde  GARTOW", "gartow", "verband"),
        ("Gartow, gemfr. Gebiet", "gartow", "gemeindefrei"),
        ("Gartow, gemfr.Geb.", "gartow", "gemeindefrei"),
        ("Gartow, gemeindefrei", "gartow", "gemeindefrei"),
        ("LK Lüchow-Dannenberg", "luechow dannenberg", "kreis"),
        ("Lüchow-Dannenberg, Landkreis", "luechow dannenberg", "kreis"),
        ("Goehrde", "goehrde", ""),
        ("Hamburg, Freie und Hansestadt", "hamburg", "gemeinde"),
        ("Neustadt", "neustadt", ""),
        ("Stadt", "stadt", ""),
        ("", "", ""),
    ],
)
def test_the_word_of_the_kind_is_set_apart(name: str, base: str, kind: str) -> None:
    said = spoken(name)
    assert (said.base, said.kind) == (base, kind)


def test_composed_and_decomposed_umlauts_are_one_name() -> None:
    assert evened(unicodedata.normalize("NFD", "Göhrde")) == evened("Göhrde") == "goehrde"


def test_an_area_is_known_with_and_without_its_brackets() -> None:
    assert bases("Dannenberg (Elbe), Stadt") == {"dannenberg elbe", "dannenberg"}


def test_a_gemeinde_called_amt_is_found_by_its_full_name() -> None:
    register = Register([AreaNames("gemeinde", ("03355049",), ("Amt Neuhaus",))])
    assert [area.area_id for area in register.named(spoken("Amt Neuhaus"))] == ["03355049"]
