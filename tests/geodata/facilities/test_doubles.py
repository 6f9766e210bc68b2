"""Which facilities stand twice in a list."""

from __future__ import annotations

from typing import Any

from geodata.facilities.doubles import Double, doubles
from geodata.facilities.facility import Facility


def kita(name: str, x: float | None = 0.0, **told: Any) -> Facility:
    return Facility("", "kita", name, x=x, y=None if x is None else 0.0, **told)


def test_the_same_name_in_the_same_place_that_tells_nothing_new() -> None:
    found = doubles([kita("Sonne", capacity=20), kita("Kita"), kita("SONNE", 40.0)])
    assert found == (Double(0, 2, same=True),)


def test_what_tells_otherwise_is_no_double_but_is_named() -> None:
    groups = [kita("Sonne", capacity=20), kita("Sonne", capacity=10)]
    assert doubles(groups) == (Double(0, 1, same=False),)


def test_the_same_name_elsewhere_is_another_kita() -> None:
    assert doubles([kita("Kindergarten"), kita("Kindergarten", 900.0)]) == ()


def test_without_a_place_the_address_tells() -> None:
    there, here = "Dorfstr. 1", "dorfstr 1"
    assert len(doubles([kita("A", None, address=there), kita("A", None, address=here)])) == 1
    assert doubles([kita("A", None, address=there), kita("A", None, address="Weg 2")]) == ()


def test_nobody_without_a_name_is_a_double() -> None:
    assert doubles([kita(""), kita("")]) == ()
