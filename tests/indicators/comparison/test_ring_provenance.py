"""A figure of the ring names the rows of its county; without names only the own county tells."""

from __future__ import annotations

from typing import Any

import pytest

from geodata.ring import Member, Ring
from indicators.comparison.ring_provenance import median_provenance, ring_provenance
from indicators.provenance import Step
from indicators.refusals import UnknownArea
from tests.villages import COUNTY

MEMBERS = (Member(COUNTY, "Dreidorf"), Member("03355", "Lüneburg"), Member("03360", "Uelzen"))


def put_ring(world: Any, *, anonymous: bool = False) -> None:
    with world.store.writing("ring", file="ring.toml") as writer:
        writer.put_ring(Ring("nachbarn", "Nachbarn", "", MEMBERS, anonymous))
        writer.report = {"ring": "nachbarn"}


@pytest.fixture
def ring(world: Any) -> Any:
    put_ring(world)
    for variable, values in (("kinder", (30, 10, ".")), ("betreut", (15, 1, 2))):
        cells = dict(zip((member.key for member in MEMBERS), values, strict=True))
        world.tell(variable, cells, system="ring:nachbarn")
    return world


def test_a_member_names_file_and_row(ring: Any) -> None:
    found = ring_provenance(ring.now(), "kinder", "nachbarn", "03355")
    (origin,) = found.origins
    assert (found.name, found.cell.value, found.steps) == ("Lüneburg", 10, ())
    assert (origin.file, origin.areas, len(origin.rows)) == ("kinder.csv", ("Lüneburg",), 1)


def test_a_share_has_both_its_parts(ring: Any) -> None:
    found = ring_provenance(ring.now(), "quote", "nachbarn", COUNTY)
    assert found.steps == (Step.DIVIDED,)
    assert [(o.role, o.file) for o in found.origins] == [
        ("numerator", "betreut.csv"),
        ("denominator", "kinder.csv"),
    ]


def test_the_median_names_the_rows_of_all_that_have_a_figure(ring: Any) -> None:
    found = median_provenance(ring.now(), "kinder", "nachbarn")
    (origin,) = found.origins
    assert (found.name, found.cell.value, found.steps) == ("Nachbarn", 20, (Step.MEDIAN,))
    assert (origin.areas, len(origin.rows)) == (("Dreidorf", "Lüneburg"), 2)


def test_the_median_of_a_ring_without_names_tells_the_file_and_no_row(ring: Any) -> None:
    put_ring(ring, anonymous=True)
    (origin,) = median_provenance(ring.now(), "kinder", "nachbarn").origins
    assert (origin.file, origin.areas, origin.rows) == ("kinder.csv", (), ())


def test_a_secret_figure_names_its_file_and_no_row(ring: Any) -> None:
    (origin,) = ring_provenance(ring.now(), "kinder", "nachbarn", "03360").origins
    assert (origin.file, origin.rows) == ("kinder.csv", ())


def test_a_ring_without_names_tells_of_the_own_county_only(ring: Any) -> None:
    put_ring(ring, anonymous=True)
    assert ring_provenance(ring.now(), "kinder", "nachbarn", COUNTY).cell.value == 30
    with pytest.raises(UnknownArea):
        ring_provenance(ring.now(), "kinder", "nachbarn", "03355")
