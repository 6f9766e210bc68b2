"""One facility: a Kita, a school, an office; what is not known of it stays unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

NatureName = Literal["real", "estimated", "model"]
NATURES: tuple[NatureName, ...] = ("real", "estimated", "model")

# What only some kinds have; stored together, and told only where it is known.
_COUNTS = ("capacity", "occupancy", "places_under_3", "places_from_3")
_TRUTHS = ("all_day", "inclusion")


@dataclass(frozen=True)
class Facility:
    """A facility as a file told of it; None and "" mean that the file did not say.

    `x` and `y` are metres in EPSG:25832, both None where it has an address but no place ("ohne
    Lage"). `inside` says whether it lies in the areas of the workspace. `row` is its row in the
    file of `import_id`, from 1. `pupils` are counts by the text of their period. `nature` speaks
    of the facility and where it stands, `capacity_nature` of places, occupancy and pupils.
    """

    id: str
    kind: str
    name: str
    provider: str = ""
    address: str = ""
    x: float | None = None
    y: float | None = None
    inside: bool = False
    row: int = 0
    capacity: int | None = None
    occupancy: int | None = None
    places_under_3: int | None = None
    places_from_3: int | None = None
    hours: str = ""
    all_day: bool | None = None
    inclusion: bool | None = None
    school_forms: tuple[str, ...] = ()
    pupils: Mapping[str, int] = field(default_factory=dict, hash=False)
    import_id: int = 0
    nature: NatureName = "real"
    capacity_nature: NatureName = "real"

    @property
    def is_placed(self) -> bool:
        return self.x is not None and self.y is not None

    @property
    def free(self) -> int | None:
        """Places that nobody has taken; below 0 where more came than there is room for."""
        if self.capacity is None or self.occupancy is None:
            return None
        return self.capacity - self.occupancy


@dataclass(frozen=True)
class FacilitySet:
    """All facilities of a kind, as one import brought them."""

    kind: str
    title: str
    attribution: str
    import_id: int
    count: int
    without_place: int


def attributes_of(facility: Facility) -> dict[str, Any]:
    """What only some kinds have, as JSON can hold it, without what is not known."""
    known: dict[str, Any] = {
        name: getattr(facility, name)
        for name in (*_COUNTS, *_TRUTHS)
        if getattr(facility, name) is not None
    }
    told = {
        "hours": facility.hours,
        "school_forms": list(facility.school_forms),
        "pupils": dict(facility.pupils),
    }
    natures = {"nature": facility.nature, "capacity_nature": facility.capacity_nature}
    return known | {name: value for name, value in told.items() if value} | natures


def from_attributes(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a facility out of what `attributes_of` made."""
    forms = tuple(attributes.get("school_forms", ()))
    return {**attributes, "school_forms": forms}
