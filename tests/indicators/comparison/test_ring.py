"""The county among others: made figures over time, secrets, and rings without names."""

from __future__ import annotations

from typing import Any

import pytest

from geodata.catalogue import Indicator
from geodata.markers import Status
from geodata.ring import Member, Ring
from geodata.store.disclosure import mark_reckoned
from indicators.comparison.refusals import NoRingFigures, NoRingPeriod, UnknownRing
from indicators.comparison.ring import ring_indicators, ring_periods, ring_position
from indicators.published import published
from indicators.query import Query
from indicators.refusals import UnknownIndicator, UnknownSystem
from indicators.secrecy.audit import audit
from tests.villages import AHAUSEN, BEDORF, CETAL, COUNTY, FOREST, OFFICE, add_cells

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


def test_a_small_count_hides_the_state_of_the_ring_because_nothing_else_could_be_the_reason(
    ring: Any,
) -> None:
    ring.know(Indicator("betreut", "Betreute", people=True, listed=False, minimum=3))
    tell(ring, "betreut", (15, 2, 0, 4, 5))
    found = ring_position(ring.now(), "quote", "nachbarn")
    assert {m.cell.status for m in found.members} == {Status.SUPPRESSED}
    assert [m.cell.value for m in found.members] == [None] * 5
    assert (found.n, found.median, found.rank) == (0, None, None)


def test_the_sibling_of_a_hidden_count_is_hidden_with_it(ring: Any) -> None:
    ring.know(
        Indicator("jungen", "Jungen", people=True, minimum=3, adds_to=("kinder",)),
        Indicator("maedchen", "Mädchen", people=True, minimum=3, adds_to=("kinder",)),
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
    with pytest.raises(UnknownSystem):
        published(ring.now(), Query("kinder", "ring:nachbarn", "2022"))


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


def test_what_is_made_of_protected_counts_is_told_as_it_is_read(ring: Any) -> None:
    """13 / 30 with all its digits would name the 13, whatever the map hides of it."""
    ring.know(Indicator("betreut", "Betreute", people=True, listed=False, minimum=3))
    tell(ring, "betreut", (13, 3, 7, 11, 17))
    found = ring_position(ring.now(), "quote", "nachbarn")
    told = [m.cell.value for m in found.members]
    told += [found.own.value, found.lower_quartile, found.median, found.upper_quartile]
    assert told == [round(value, found.indicator.shown_decimals) for value in told]


def test_a_change_tells_nothing_of_a_hidden_count_before(ring: Any) -> None:
    ring.know(
        Indicator("betreut", "Betreute", people=True, listed=False, minimum=3),
        Indicator(
            "zuwachs", "Zuwachs", kind="change", numerator=("betreut",), reference_period="2021"
        ),
    )
    tell(ring, "betreut", (20, 2, 10, 20, 25), "2021")
    tell(ring, "betreut", (15, 10, 10, 20, 25), "2022")
    found = ring_position(ring.now(), "zuwachs", "nachbarn")
    assert "Lüneburg" in [m.name for m in found.members if m.cell.value is None]


def test_a_ratio_that_only_the_ring_has_tells_nothing_of_the_hidden_county(ring: Any) -> None:
    ring.know(
        Indicator("betreut", "Betreute", people=True, listed=False, minimum=3),
        Indicator("plaetze", "Plätze"),
        Indicator(
            "belegung",
            "Belegung",
            kind="share",
            numerator=("betreut",),
            denominator=("plaetze",),
            factor=100.0,
        ),
    )
    ring.tell("betreut", {COUNTY: "."}, "2022", system="kreis")
    tell(ring, "betreut", (15, 10, 10, 20, 25))
    tell(ring, "plaetze", (20, 20, 20, 40, 50))
    found = ring_position(ring.now(), "belegung", "nachbarn")
    assert found.own.status is Status.SUPPRESSED


def test_the_sibling_in_a_total_that_nobody_declared_is_hidden_too(ring: Any) -> None:
    ring.know(
        Indicator("jungen", "Jungen", people=True, minimum=3),
        Indicator("maedchen", "Mädchen", people=True, minimum=3),
    )
    with ring.store.writing("table", file="schulen.csv") as writer:
        columns = {
            "alle": (30, 10, 20, 40, 50),
            "jungen": (15, 1, 10, 19, 25),
            "maedchen": (15, 9, 10, 21, 25),
        }
        for variable, values in columns.items():
            cells = dict(zip(KEYS, values, strict=True))
            add_cells(writer, variable, "2022", cells, system="ring:nachbarn", source=OFFICE)
    found = ring_position(ring.now(), "maedchen", "nachbarn")
    assert [m.name for m in found.members if m.cell.value is None] == ["Lüneburg"]


def test_a_total_that_only_the_ring_has_tells_nothing_of_the_hidden_county(ring: Any) -> None:
    ring.know(
        Indicator("jungen", "Jungen", people=True, minimum=3, adds_to=("schueler",)),
        Indicator("maedchen", "Mädchen", people=True, adds_to=("schueler",)),
        Indicator("schueler", "Schüler", people=True),
    )
    ring.tell("jungen", {COUNTY: "."}, "2022", system="kreis")
    ring.tell("maedchen", {COUNTY: 15}, "2022", system="kreis")
    tell(ring, "schueler", (30, 10, 20, 40, 50))
    found = ring_position(ring.now(), "schueler", "nachbarn")
    assert found.own.status is Status.SUPPRESSED


def test_a_total_found_in_one_ring_holds_in_another(ring: Any) -> None:
    ring.know(
        Indicator("jungen", "Jungen", people=True, minimum=3),
        Indicator("maedchen", "Mädchen", people=True, minimum=3),
    )
    members = tuple(Member(key, name) for key, name in zip(KEYS, NAMES, strict=True))
    with ring.store.writing("ring", file="freunde.toml") as writer:
        writer.put_ring(Ring("freunde", "Freunde", "", members, anonymous=False))
        writer.report = {"ring": "freunde"}
    boys, girls = (15, 1, 10, 19, 25), (15, 9, 10, 21, 25)
    with ring.store.writing("table", file="schulen.csv") as writer:
        columns = {"alle": (30, 10, 20, 40, 50), "jungen": boys, "maedchen": girls}
        for variable, values in columns.items():
            cells = dict(zip(KEYS, values, strict=True))
            add_cells(writer, variable, "2022", cells, system="ring:nachbarn", source=OFFICE)
    ring.tell("jungen", dict(zip(KEYS, boys, strict=True)), "2022", system="ring:freunde")
    ring.tell("maedchen", dict(zip(KEYS, girls, strict=True)), "2022", system="ring:freunde")
    found = ring_position(ring.now(), "maedchen", "freunde")
    assert [m.name for m in found.members if m.cell.value is None] == ["Lüneburg"]


def test_what_the_map_shows_of_the_county_the_ring_shows_beside_hidden_neighbours(
    ring: Any,
) -> None:
    ring.know(Indicator("betreut", "Betreute", people=True, listed=False, minimum=3))
    ring.tell("betreut", {COUNTY: 15}, "2022", system="kreis")
    tell(ring, "betreut", (15, 2, 0, 4, 5))
    found = ring_position(ring.now(), "betreut", "nachbarn")
    assert {m.name: m.cell.value for m in found.members} == {
        "Dreidorf": 15,
        "Lüneburg": None,
        "Uelzen": None,
        "Prignitz": None,
        "Ludwigslust-Parchim": None,
    }


def test_the_county_in_the_ring_does_not_tell_the_last_of_its_villages(ring: Any) -> None:
    """Eight and five are shown, the office hides the third: 15 in the ring would tell the 2."""
    ring.know(Indicator("betreut", "Betreute", people=True, minimum=3))
    ring.tell("betreut", {AHAUSEN: ".", BEDORF: 8, CETAL: 5, FOREST: "-"})
    tell(ring, "betreut", (15, 12, 10, 14, 15))
    now = ring.now()
    villages = published(now, Query("betreut", "gemeinde", "2022")).status.tolist()
    own = ring_position(now, "betreut", "nachbarn").own
    assert Status.SUPPRESSED in (own.status, *villages[1:3])


def test_a_member_of_two_rings_is_hidden_in_both(ring: Any) -> None:
    ring.know(Indicator("betreut", "Betreute", people=True, minimum=3))
    members = tuple(Member(key, name) for key, name in zip(KEYS, NAMES, strict=True))
    with ring.store.writing("ring", file="freunde.toml") as writer:
        writer.put_ring(Ring("freunde", "Freunde", "", members[1:4], anonymous=False))
        writer.report = {"ring": "freunde"}
    tell(ring, "betreut", (15, 2, 10, 14, 15))
    # Another table says 4; whoever reads both would know that the 2 is about that.
    cells = dict(zip(KEYS[1:4], (4, 10, 14), strict=True))
    ring.tell("betreut", cells, "2022", system="ring:freunde")
    found = ring_position(ring.now(), "betreut", "freunde")
    assert "Lüneburg" in [m.name for m in found.members if m.cell.value is None]


def test_the_audit_lists_what_is_hidden_in_a_ring(ring: Any) -> None:
    ring.know(Indicator("betreut", "Betreute", people=True, minimum=3))
    tell(ring, "betreut", (15, 2, 10, 14, 15))
    entries = [one for one in audit(ring.now()) if one.indicator_id == "betreut"]
    assert {one.system for one in entries} == {"ring:nachbarn"}
    assert [(one.area_id, one.order, one.safe) for one in entries] == [
        (key, "first" if key == "03355" else "second", True) for key in sorted(KEYS)
    ]


def test_a_pattern_that_knows_nothing_of_rings_is_not_relied_on(ring: Any) -> None:
    """As an earlier program left it: a mark, and no word of the ring."""
    ring.know(Indicator("betreut", "Betreute", people=True, minimum=3))
    tell(ring, "betreut", (15, 2, 10, 14, 15))
    with ring.store.writing("note") as writer:
        mark_reckoned(writer, weighed_with=0)
    assert ring.now().is_reckoned
    found = ring_position(ring.now(), "betreut", "nachbarn")
    assert [m.cell.value for m in found.members] == [None] * 5
