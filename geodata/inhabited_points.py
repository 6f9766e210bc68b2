"""Where people live, as points: by them figures go from one area system to another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NatureName = Literal["real", "estimated", "model"]

# The set that `geodata places` brings. With a capital: no area system, and so no grid, can be
# called so.
PLACES = "Orte"


def people_of_grid(system: str) -> str:
    """The id of the indicator that the people of a grid become."""
    return "einwohner_" + system.replace("-", "_")


@dataclass(frozen=True)
class PointSet:
    """One set of inhabited points, told without its points: how many there are, how many people.

    The points of a grid bear the ids of its cells as their names, and the set bears the id of
    the grid's area system. `nature` says how it came to be known who lives where; `is_spread` that
    the people of places were shared out along their streets.
    """

    id: str
    title: str
    import_id: int
    points: int
    people: float
    nature: NatureName = "real"
    attribution: str = ""
    is_spread: bool = False


@dataclass(frozen=True, eq=False)
class InhabitedPoints:
    """The points of a set: arrays (n,) of metres in EPSG:25832 and of people, never NaN."""

    names: tuple[str, ...]
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    population: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.names)
