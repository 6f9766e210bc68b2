"""How numbers and class limits are written."""

from __future__ import annotations

from geodata.catalogue import Indicator
from layers.german_number import german_exactly, german_limits, german_number


def test_thousands_have_points_and_decimals_a_comma() -> None:
    assert german_number(1234.5, decimals=1) == "1.234,5"


def test_a_negative_number_has_a_true_minus() -> None:
    assert german_number(-3.26, decimals=1) == "−3,3"


def test_what_rounds_to_zero_has_no_sign() -> None:
    assert german_number(-0.04, decimals=1) == "0,0"


def test_limits_take_as_many_decimals_as_tell_them_apart() -> None:
    assert german_limits((1.0, 1.02, 1.04), decimals=0) == ["1,00", "1,02", "1,04"]


def test_equal_limits_need_no_more_decimals() -> None:
    assert german_limits((2.0, 2.0), decimals=1) == ["2,0", "2,0"]


def test_even_steps_stay_even_when_written() -> None:
    assert german_exactly((0.0, 0.25, 0.5)) == ["0,00", "0,25", "0,50"]
    assert german_exactly((0.0, 2000.0)) == ["0", "2.000"]


def test_a_count_is_whole_and_a_share_has_one_decimal() -> None:
    count, share = Indicator("a", "A", kind="count"), Indicator("b", "B", kind="share")
    assert (count.shown_decimals, share.shown_decimals) == (0, 1)


def test_the_catalogue_decides_where_it_says_so() -> None:
    assert Indicator("a", "A", kind="count", decimals=2).shown_decimals == 2
