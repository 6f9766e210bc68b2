"""Numbers as Germans write them, and how a column shows its way of writing."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.tables.figures import evidence_of, looks_like_figure, read_figures

NUMBERS = st.integers(-(10**11), 10**11).map(lambda n: n / 1000)
WHOLE = st.integers(0, 10**9)


def column(cells: list[str]) -> pd.Series:
    return pd.Series(cells, dtype="str")


def german(number: float, decimals: int = 3) -> str:
    return f"{number:,.{decimals}f}".replace(",", "\0").replace(".", ",").replace("\0", ".")


def check_round_trip(numbers: list[float]) -> None:
    text = column([german(n) for n in numbers])
    evidence = evidence_of(text)
    assert evidence.style == "german"
    assert read_figures(text, style=evidence.style).value.tolist() == numbers


def check_thousands(numbers: list[int]) -> None:
    text = column([german(n, 0) for n in numbers])
    evidence = evidence_of(text)
    assert read_figures(text, style=evidence.style).value.tolist() == [float(n) for n in numbers]


@given(st.lists(NUMBERS, min_size=1, max_size=20))
def test_german_numbers_come_back(numbers: list[float]) -> None:
    check_round_trip(numbers)


@given(st.lists(WHOLE, min_size=1, max_size=20))
def test_whole_numbers_with_points_come_back(numbers: list[int]) -> None:
    check_thousands(numbers)


@pytest.mark.long
@settings(max_examples=5000, deadline=None)
@given(st.lists(NUMBERS, min_size=1, max_size=20))
def test_german_numbers_come_back_many_times(numbers: list[float]) -> None:
    check_round_trip(numbers)


@pytest.mark.long
@settings(max_examples=5000, deadline=None)
@given(st.lists(WHOLE, min_size=1, max_size=20))
def test_whole_numbers_with_points_come_back_many_times(numbers: list[int]) -> None:
    check_thousands(numbers)


@given(st.lists(st.floats(0.001, 0.999), min_size=1, max_size=20), st.booleans())
def test_decimals_below_one_are_never_thousands(numbers: list[float], comma: bool) -> None:
    cells = [f"{n:.3f}".replace(".", "," if comma else ".") for n in numbers]
    evidence = evidence_of(column(cells))
    assert evidence.style == ("german" if comma else "english")
    assert max(read_figures(column(cells), style=evidence.style).value) <= 1


@given(st.text(max_size=12))
def test_any_text_is_number_marker_or_strange(text: str) -> None:
    text = text.strip()
    read = read_figures(column([text]))
    kinds = [not math.isnan(read.value[0]), bool(read.marker[0]), read.strange[0], read.empty[0]]
    assert sum(kinds) == 1 or (kinds[0] and read.marker[0] == "()")
    assert not math.isinf(read.value[0])


@pytest.mark.parametrize(
    ("cells", "values", "sure"),
    [
        (["1.234", "0,5"], [1234.0, 0.5], True),
        (["1.234", "987", "12.345"], [1234.0, 987.0, 12345.0], True),
        (["1.234", "5.678"], [1234.0, 5678.0], False),
        (["1.234", "2.5"], [1.234, 2.5], True),
        (["1,234", "1,5"], [1.234, 1.5], True),
        (["1,234.5", "2,345"], [1234.5, 2345.0], True),
        (["1.234.567", "1.234"], [1234567.0, 1234.0], True),
        (["1 234,5", "12 345"], [1234.5, 12345.0], True),
        (["−5", "–6", "+7"], [-5.0, -6.0, 7.0], True),
        (["12 %", "3,5%"], [12.0, 3.5], True),
        (["1,5E+03"], [1500.0], True),
    ],
)
def test_a_column_shows_how_it_writes(cells: list[str], values: list[float], sure: bool) -> None:
    evidence = evidence_of(column(cells))
    assert evidence.sure is sure
    assert read_figures(column(cells), style=evidence.style).value.tolist() == values


@pytest.mark.parametrize(
    ("cell", "marker", "flags"),
    [
        ("-", "-", ""),
        ("–", "-", ""),
        (".", ".", ""),
        ("...", "...", ""),
        ("…", "...", ""),
        ("x", "x", ""),
        ("/", "/", ""),
        ("(1.234)", "()", ""),
        ("( 12 )", "()", ""),
        ("5 rp", "", "pr"),
        ("(5)s", "()", "s"),
    ],
)
def test_a_marker_is_read_in_a_column_with_points(cell: str, marker: str, flags: str) -> None:
    read = read_figures(column(["1.234,5", cell]))
    assert (read.value[0], read.marker[1], read.flags[1]) == (1234.5, marker, flags)


@pytest.mark.parametrize("text", ["NaN", "Infinity", "inf", "1e999", "0x10", "(5", "12 1)", "=1+1"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert not looks_like_figure(text)
