"""How many places a facility has for those who are meant."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.facilities.facility import Facility
from geodata.markers import Nature
from geodata.workspace import Workspace
from indicators.reach.refusals import NoPlacesKnown


@dataclass(frozen=True, eq=False)
class Supply:
    """`places` (f,), NaN where nobody said; `nature` is the least certain of those that count."""

    places: NDArray[np.float64]
    nature: Nature


def supply_of(workspace: Workspace, facilities: tuple[Facility, ...], group: str) -> Supply:
    """The places of facilities for a group; for children under and from 3 years those for them,
    where the kind of facility tells these apart.

    Raises `NoPlacesKnown` where not a single number is known.
    """
    told = [_places(workspace, facility, group) for facility in facilities]
    places = np.array([np.nan if number is None else number for number in told], np.float64)
    known = [facility for facility, number in zip(facilities, told, strict=True) if number]
    if np.isnan(places).all():
        raise NoPlacesKnown
    natures = (Nature[facility.capacity_nature.upper()] for facility in known)
    return Supply(places, max(natures, default=Nature.REAL))


def _places(workspace: Workspace, facility: Facility, group: str) -> int | None:
    kind = workspace.facility_kinds[facility.kind]
    if group and group in kind.serves_under_3:
        return facility.places_under_3
    if group and group in kind.serves_from_3:
        return facility.places_from_3
    return facility.capacity
