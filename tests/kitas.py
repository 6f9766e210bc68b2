"""Kitas and a school in the villages: full, with room, untold, without a place, outside."""

from __future__ import annotations

from dataclasses import replace

from geodata.facilities.facility import Facility
from geodata.facilities.kind import FacilityKind, built_in_kinds
from tests.villages import EAST, NORTH


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
SCHOOL = Facility("schule:1", "schule", "Schule", x=EAST + 500.0, y=NORTH + 500.0, inside=True)
KITAS = (SUN, MOON, STAR, DUSK, NOWHERE, BESIDE)
ALL = (*KITAS, SCHOOL)


def served_by_children() -> FacilityKind:
    """Kitas for the children that the villages count."""
    return replace(built_in_kinds()["kita"], serves=("kinder",), serves_under_3=())
