"""Keys in every form in which German offices write them."""

from __future__ import annotations

import pytest

from geodata.join.key_column import judged
from geodata.join.key_text import key_text
from geodata.join.keys import candidates, full_key


@pytest.mark.parametrize(
    ("cell", "meant", "how"),
    [
        ("03354001", "03354001", ""),
        ("3354001", "03354001", "führende Null ergänzt"),
        ("3354001.0", "03354001", "Nachkommastelle entfernt, führende Null ergänzt"),
        ("3354001,0", "03354001", "Nachkommastelle entfernt, führende Null ergänzt"),
        ("3.354001E6", "03354001", "Zehnerpotenz ausgeschrieben, führende Null ergänzt"),
        ("3,354001E+06", "03354001", "Zehnerpotenz ausgeschrieben, führende Null ergänzt"),
        ("3.354.001", "03354001", "Tausenderpunkte entfernt, führende Null ergänzt"),
        ("3354", "03354", "führende Null ergänzt"),
        ("33545403005", "033545403005", "führende Null ergänzt"),
        ("33545403", "033545403", "führende Null ergänzt"),
        ("10539105", "010539105", "führende Null ergänzt"),
        ("10041100", "10041100", ""),
        ("03 3 54 5403 005", "033545403005", "Leerzeichen entfernt"),
        (" 03354\u00a0", "03354", "Leerzeichen entfernt"),
        ("'03354001", "03354001", "Anführungszeichen entfernt"),
        ('="03354001"', "03354001", "Anführungszeichen entfernt"),
        ("SR-01", "SR-01", ""),
    ],
)
def test_a_damaged_key_is_read_as_what_it_was(cell: str, meant: str, how: str) -> None:
    assert candidates(cell)[0] == (meant, how)


@pytest.mark.parametrize(
    ("written", "other_form"),
    [
        ("033545403005", "03354005"),
        ("033540000000", "03354"),
        ("033545403000", "033545403"),
        ("03354403", "033545403"),
        ("033549501501", "03354501"),
        ("033549501", "03354501"),
        ("03354000", "03354"),
        ("010010000000", "01001000"),
    ],
)
def test_a_key_is_also_known_in_its_other_forms(written: str, other_form: str) -> None:
    assert other_form in [key for key, _ in candidates(written)]


def test_a_rounded_number_is_no_key() -> None:
    # "%g" writes 3354010 and 3354012 alike.
    assert candidates("3.35401E+06") == (("3.35401E+06", ""),)
    assert key_text("3.35401E+06").lossy


def test_a_short_exponent_form_is_whole_where_the_column_shows_all_digits() -> None:
    column = judged(["3.354001E6", "3.35401E6"])
    assert key_text("3.35401E6", precision=column.precision).text == "3354010"


@pytest.mark.parametrize("cell", ["", "999", "17000000", "17910001", "1234567890", "033540", "²³"])
def test_what_is_no_regional_key_is_not_made_one(cell: str) -> None:
    assert full_key(key_text(cell)) == ("", False)


def test_a_column_of_verband_keys_without_zero_is_recognised_as_a_whole() -> None:
    column = judged(["33545403", "33545406", "120700008", "10041100"])
    assert column.verband_zero_lost
    assert full_key(key_text("10041100"), column) == ("010041100", True)


def test_one_damaged_key_does_not_turn_a_column_of_ags() -> None:
    column = judged(["10041100", "03354001", "03354002", "33545403"])
    assert full_key(key_text("10041100"), column) == ("10041100", False)


def test_two_digits_lost_their_zero_only_where_other_keys_did() -> None:
    assert full_key(key_text("33"), judged(["33", "12"])) == ("", False)
    assert full_key(key_text("33"), judged(["33", "3354"])) == ("033", True)
