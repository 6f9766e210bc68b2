"""One place in every way of writing it, and pairs that say nothing of a place."""

from __future__ import annotations

import math
from collections.abc import Callable

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Transformer

from geodata.facilities.coordinates import pair_in, read_pairs
from geodata.facilities.refusals import DegreesAndMinutes, NoCoordinate, NotInGermany, NullIsland

# The market place of Lüchow, as a surveyor has it.
EAST, NORTH = 645_000.0, 5_870_500.0
Write = Callable[[float], str]
SYSTEMS = ("EPSG:4326", "EPSG:25832", "EPSG:4647", "EPSG:31467", "EPSG:31468")


def pair_of(system: str, x: float = EAST, y: float = NORTH) -> tuple[float, float]:
    return Transformer.from_crs("EPSG:25832", system, always_xy=True).transform(x, y)


def german(number: float) -> str:
    whole, decimals = f"{number:,.6f}".split(".")
    return f"{whole.replace(',', '.')},{decimals}"


def english(number: float) -> str:
    return f"{number:.6f}"


def read(left: str, right: str, crs: str | None = None) -> tuple[float, float, bool, str]:
    texts = [pd.Series([text], index=[7]) for text in (left, right, "Kita A")]
    found = read_pairs(texts[0], texts[1], texts[2], file="kitas.csv", crs=crs)
    (point,) = found.points
    return point.x, point.y, bool(found.swapped[0]), found.crs_from[0]


@pytest.mark.parametrize("write", [german, english])
@pytest.mark.parametrize("swap", [False, True])
@pytest.mark.parametrize("system", SYSTEMS)
def test_the_numbers_tell_their_system_and_their_order(
    system: str, swap: bool, write: Write
) -> None:
    x, y = pair_of(system)
    left, right = (y, x) if swap else (x, y)
    east, north, swapped, told = read(write(left), write(right))
    assert math.hypot(east - EAST, north - NORTH) < 5.0
    assert (swapped, told) == (swap, system)


@settings(deadline=None)
@given(
    x=st.floats(560_000, 720_000),
    y=st.floats(5_800_000, 5_950_000),
    system=st.sampled_from(SYSTEMS),
    swap=st.booleans(),
)
def test_no_place_here_is_taken_for_another(x: float, y: float, system: str, swap: bool) -> None:
    pair = pair_of(system, x, y)
    left, right = reversed(pair) if swap else pair
    east, north, swapped, _ = read(english(left), german(right))
    assert math.hypot(east - x, north - y) < 5.0
    assert swapped is swap


def test_a_degree_sign_and_a_letter_do_no_harm() -> None:
    assert read("11,16° O", "N 52.97")[3] == "EPSG:4326"


def test_a_named_system_is_believed() -> None:
    x, y = pair_of("EPSG:25833")
    east, north, swapped, told = read(english(x), english(y), crs="EPSG:25833")
    assert (round(east), round(north), swapped, told) == (EAST, NORTH, False, "EPSG:25833")


def test_half_a_pair_is_no_place() -> None:
    left, right, names = (pd.Series(t, index=[2, 3]) for t in (["11,1", ""], ["", ""], ["A", "B"]))
    found = read_pairs(left, right, names, file="kitas.csv")
    assert (list(found.points), found.half) == ([None, None], (2,))


@pytest.mark.parametrize(
    ("left", "right", "refusal", "said"),
    [
        ("10°52'56\"", "53°4'", DegreesAndMinutes, "hier 10,882222"),
        ("11,0", "53° 04,5'", DegreesAndMinutes, "hier 53,075000"),
        ("0", "0,000", NullIsland, "Zeile 7 (Kita A)"),
        ("2,3", "48,8", NotInGermany, "2,3 / 48,8"),
        ("11.1.2", "53,0", NoCoordinate, "„11.1.2“"),
        ("links", "53,0", NoCoordinate, "„links“"),
    ],
)
def test_what_is_no_place_is_refused_with_its_row(
    left: str, right: str, refusal: type[Exception], said: str
) -> None:
    with pytest.raises(refusal) as found:
        read(left, right)
    assert said in str(found.value)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("53.0667, 10.8824", ("53.0667", "10.8824")),
        ("53,0667,10,8824", ("53,0667", "10,8824")),
        ("POINT (10.8824 53.0667)", ("10.8824", "53.0667")),
        ("10.8824 / 53.0667", ("10.8824", "53.0667")),
    ],
)
def test_both_numbers_may_stand_in_one_cell(text: str, pair: tuple[str, str]) -> None:
    assert pair_in(text) == pair
