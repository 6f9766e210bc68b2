"""The county among others: made figures over time, secrets, and rings without names."""

from __future__ import annotations

from typing import Any

import pytest

from geodata.catalogue import Indicator
from geodata.markers import Status
from geodata.ring import Member, Ring
from indicators.comparison.refusals import NoRingFigures, NoRingPeriod, UnknownRing
from indicators.comparison.ring import ring_indicators, ring_periods, ring_position
from indicators.refusals import UnknownIndicator
from tests.villages import COUNTY

KEYS = (COUNTY, "03355", "03360", "12070", "13076")
NAMES = ("Dreidorf", "Lüneburg", "Uelzen", "Prignitz", "Ludwigslust-Parchim")


def put_ring(world: Any, *, anonymous: bool = False, keys: tuple[str, ...] = KEYS) -> None:
    members = tuple(Member(k, n) for k, n in zip(KEYS, NAMES, strict=True) if k in keys)
    with world.store.writing("ring", file="ring.toml") as writer:
        writer.put_ring(Ring("nachbarn", "Nachbarn", "grenzen an", members, anonymous))
        writer.report = {"ring": "nachbarn"}


def tell(world: Any, variable: str, values: tuple[object, ...], period: str = "2022") -> None:
    cells = dict(zip(KEYS, values, strict=True))
    world.tell(variable, cells, period, system="ring:nachbarn")


@pytest.fixture
def ring(world: Any) -> Any:
    put_ring(world)
    tell(world, "kinder", (30, 10, 20, 40, 50))
    return world


def test_position_median_and_quartiles(ring: Any) -> None:
    found = ring_position(ring.now(), "kinder", "nachbarn")
    assert (found.own.value, found.rank, found.n) == (30, 3, 5)
    assert (found.lower_quartile, found.median, found.upper_quartile) == (20, 30, 40)
    assert [member.name for member in found.members] == [
        "Ludwigslust-Parchim",
        "Prignitz",
        "Dreidorf",
        "Uelzen",
        "Lüneburg",
    ]


def test_rates_are_reckoned_from_their_parts(ring: Any) -> None:
    tell(ring, "betreut", (15, 1, 2, 4, 5))
    found = ring_position(ring.now(), "quote", "nachbarn")
    assert (found.own.value, found.median, found.rank) == (50, 10, 1)
    assert {i.id for i in ring_indicators(ring.now(), "nachbarn")} == {"kinder", "quote"}


def test_time_in_the_ring_moves_the_position(ring: Any) -> None:
    tell(ring, "kinder", (60, 10, 20, 40, 50), "2023")
    now = ring.now()
    assert [p.text for p in ring_periods(now, "kinder", "nachbarn")] == ["2023", "2022"]
    ranks = [ring_position(now, "kinder", "nachbarn", year).rank for year in ("2022", "2023")]
    assert ranks == [3, 1]


def test_a_gap_counts_in_no_quartile_and_stands_last(ring: Any) -> None:
    tell(ring, "kinder", (30, ".", 20, 40, "x"), "2023")
    found = ring_position(ring.now(), "kinder", "nachbarn")
    assert (found.n, found.median) == (3, 30)
    assert [m.cell.status for m in found.members[-2:]] == [Status.SUPPRESSED, Status.MISSING]


def test_an_anonymous_ring_names_and_ranks_nobody(ring: Any) -> None:
    put_ring(ring, anonymous=True)
    found = ring_position(ring.now(), "kinder", "nachbarn")
    assert (found.members, found.rank) == ((), None)
    assert (found.own.value, found.median) == (30, 30)


def test_a_member_that_left_takes_its_figures_along(ring: Any) -> None:
    put_ring(ring, keys=KEYS[:4])
    found = ring_position(ring.now(), "kinder", "nachbarn")
    assert (found.n, found.median) == (4, 25)


def test_the_rules_of_a_count_hold_here_too(ring: Any) -> None:
    ring.know(Indicator("betreut", "Betreute", people=True, listed=False, minimum=3))
    tell(ring, "betreut", (15, 2, 0, 4, 5))
    found = ring_position(ring.now(), "quote", "nachbarn")
    hidden = {m.name for m in found.members if m.cell.status is Status.SUPPRESSED}
    assert hidden == {"Lüneburg", "Uelzen"}
    assert all(m.cell.value is None for m in found.members if m.name in hidden)
    assert found.n == 3


def test_the_sibling_of_a_hidden_count_is_hidden_with_it(ring: Any) -> None:
    ring.know(
        Indicator("jungen", "Jungen", people=True, minimum=3, adds_to=("kinder",)),
        Indicator("maedchen", "Mädchen", people=True, adds_to=("kinder",)),
    )
    tell(ring, "jungen", (15, 1, 10, 20, 25))
    tell(ring, "maedchen", (15, 9, 10, 20, 25))
    found = ring_position(ring.now(), "maedchen", "nachbarn")
    hidden = [m.name for m in found.members if m.cell.status is Status.SUPPRESSED]
    assert hidden == ["Lüneburg"]


def test_what_the_map_hides_of_the_county_the_ring_hides(ring: Any) -> None:
    ring.tell("kinder", {COUNTY: "."}, "2022", system="kreis")
    found = ring_position(ring.now(), "kinder", "nachbarn")
    assert found.own.status is Status.SUPPRESSED
    assert found.rank is None


def test_a_county_outside_its_ring_is_placed_by_its_own_figure(ring: Any) -> None:
    put_ring(ring, keys=KEYS[1:])
    ring.tell("kinder", {COUNTY: 25}, "2022", system="kreis")
    found = ring_position(ring.now(), "kinder", "nachbarn")
    assert (found.own.value, found.rank, found.n) == (25, None, 4)


def test_figures_of_the_ring_are_not_on_the_map(ring: Any) -> None:
    from indicators.choices import systems

    assert systems(ring.now(), "kinder") == ()


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (("kinder", "freunde", ""), UnknownRing),
        (("schafe", "nachbarn", ""), UnknownIndicator),
        (("quote", "nachbarn", ""), NoRingFigures),
        (("kinder", "nachbarn", "2019"), NoRingPeriod),
    ],
)
def test_what_is_not_there_is_refused_in_one_sentence(
    ring: Any, asked: tuple[str, str, str], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal) as told:
        ring_position(ring.now(), *asked)
    assert str(told.value).endswith(".")
