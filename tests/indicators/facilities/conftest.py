"""Villages with Kitas and a school, and with children for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geodata.facilities.facility import Facility
from geodata.facilities.kind import FacilityKind, built_in_kinds
from geodata.store import Store
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    EAST,
    FOREST,
    NORTH,
    put_facilities,
    put_records,
    put_table,
)


def kita(name: str, x: float, y: float, places: int | None, **told: object) -> Facility:
    """A Kita so many metres east and north of the corner of the villages."""
    made = Facility(f"kita:{name}", "kita", name, x=EAST + x, y=NORTH + y, inside=True)
    return replace(made, capacity=places, **told)  # type: ignore[arg-type]


SUN = kita("Sonne", 200, 1200, 20, occupancy=20, provider="DRK", hours="Mo-Fr 7:00-16:00 Uhr")
MOON = kita("Mond", 300, 1300, 10, occupancy=8, provider="Kirche", all_day=True, inclusion=False)
STAR = kita("Stern", 1500, 1500, 30, provider="DRK", hours="8 bis 14 Uhr", inclusion=True)
DUSK = kita("Dämmerung", 1600, 1600, None)
NOWHERE = Facility("kita:Nirgends", "kita", "Nirgends", address="Dorfstr. 1, Bedorf", capacity=15)
BESIDE = replace(kita("Nebenan", 9000, 500, 40), inside=False)
SCHOOL = Facility("schule:1", "schule", "Schule", x=EAST + 500.0, y=NORTH + 500.0)
KITAS = (SUN, MOON, STAR, DUSK, NOWHERE, BESIDE)
ALL = (*KITAS, SCHOOL)


@pytest.fixture
def with_kitas(villages: Store) -> Store:
    """Children: 40, 60, secret and none. Two Kitas in Ahausen, two in Bedorf, of which one does
    not tell its places; one has no place, one stands beside the county; a school in Cetal."""
    put_table(villages, "kinder", "2022", {AHAUSEN: 40.0, BEDORF: 60.0, CETAL: ".", FOREST: "-"})
    put_records(villages, [served_by_children()])
    put_facilities(villages, "kita", KITAS, title="Bedarfsplan")
    put_facilities(villages, "schule", [SCHOOL])
    return villages


def served_by_children() -> FacilityKind:
    return replace(built_in_kinds()["kita"], serves=("kinder",), serves_under_3=())
