"""How many of the places are taken, as far as it is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geodata.facilities.facility import Facility
from geodata.markers import Nature


@dataclass(frozen=True)
class Occupancy:
    """Places and how many of them are taken, in the `counted` facilities that tell both.

    `places` and `places_told` are of those that tell at least their places; `nature` is that of
    the least certain of them.
    """

    facilities: int
    places: int
    places_told: int
    taken: int
    taken_of: int
    counted: int
    nature: Nature = Nature.REAL

    @property
    def share(self) -> float | None:
        """Taken places in percent of those that there are; None where nobody tells both."""
        return 100.0 * self.taken / self.taken_of if self.taken_of else None


def occupancies(facilities: Iterable[Facility]) -> Mapping[str, Occupancy]:
    """That of each kind by itself: a place in a Kita and one in a school are not the same thing.

    >>> kita = Facility("a", "kita", "A", capacity=40)
    >>> found = occupancies([kita, Facility("b", "schule", "B", capacity=300)])
    >>> {kind: of.places for kind, of in found.items()}
    {'kita': 40, 'schule': 300}
    """
    listed = list(facilities)
    kinds = dict.fromkeys(facility.kind for facility in listed)
    return {kind: occupancy(f for f in listed if f.kind == kind) for kind in kinds}


def occupancy(facilities: Iterable[Facility]) -> Occupancy:
    """Places and taken places of some facilities; unknown ones count for nothing.

    >>> both = Facility("a", "kita", "A", capacity=40, occupancy=30)
    >>> found = occupancy([both, Facility("b", "kita", "B")])
    >>> found.share, found.counted, found.facilities
    (75.0, 1, 2)
    """
    listed = list(facilities)
    told = [f for f in listed if f.capacity is not None]
    both = [f for f in told if f.occupancy is not None]
    return Occupancy(
        facilities=len(listed),
        places=sum(f.capacity or 0 for f in told),
        places_told=len(told),
        taken=sum(f.occupancy or 0 for f in both),
        taken_of=sum(f.capacity or 0 for f in both),
        counted=len(both),
        nature=max((_nature(f) for f in told), default=Nature.REAL),
    )


def _nature(facility: Facility) -> Nature:
    """A model has no places but a model's."""
    return max(Nature[name.upper()] for name in (facility.nature, facility.capacity_nature))
