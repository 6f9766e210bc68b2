"""One thing that moves people, or comes to them, and has no timetable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import shapely

MobilityKind = Literal["rufbus", "mitfahrbank", "mobil"]
MOBILITY_KINDS: tuple[MobilityKind, ...] = ("rufbus", "mitfahrbank", "mobil")


@dataclass(frozen=True)
class MobileOffer:
    """A zone that a bus is called to, a bench to be picked up from, a stop of a mobile office.

    `place` is a polygon where the kind is "rufbus", else a point, in EPSG:25832. `hours` is the
    text of the file; `directions` are where those who sit on a bench want to go. What nobody said
    is "". None of this is ever added to the minutes of a timetable.
    """

    kind: MobilityKind
    name: str
    place: shapely.Geometry
    hours: str = ""
    directions: tuple[str, ...] = ()
    contact: str = ""
    nature: Literal["real", "model"] = "real"
    attribution: str = ""
    import_id: int = 0
