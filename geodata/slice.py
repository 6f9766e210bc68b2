"""The figures of one variable in one area system at one period, as the files gave them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.area_system import AreaSystem
from geodata.markers import FLAG_LETTERS, FLAG_OF, STATUS_OF, Flag, Marker, Status
from geodata.store import FullCell, State

_STATUS = {marker.value: int(status) for marker, status in STATUS_OF.items()}


@dataclass(frozen=True, eq=False)
class Slice:
    """The figures of one variable, area system and period, in the order of the system's areas.

    `values` (n,) float64 is NaN where the file had no number; `status`, `flags` (n,) are codes of
    `Status` and `Flag`; `import_ids` (n,) says which import a figure came from, 0 for none.
    """

    values: NDArray[np.float64]
    status: NDArray[np.uint8]
    flags: NDArray[np.uint16]
    import_ids: NDArray[np.int64]


def flag_code(marker: str, letters: str) -> int:
    """The bits of `Flag` for a marker and the quality letters beside a figure."""
    code = FLAG_OF.get(Marker(marker), Flag(0))
    for letter in letters:
        code |= FLAG_LETTERS.get(letter, Flag(0))
    return int(code)


def _empty(areas: AreaSystem) -> Slice:
    n = len(areas)
    missing = np.full(n, int(Status.MISSING), np.uint8)
    return Slice(np.full(n, np.nan), missing, np.zeros(n, np.uint16), np.zeros(n, np.int64))


def plain_slice(cells: Sequence[tuple[str, float]], areas: AreaSystem, state: State) -> Slice:
    """A slice of nothing but numbers, all from one import: the common case, and the fast one."""
    found = _empty(areas)
    if cells:
        area_ids, numbers = zip(*cells, strict=True)
        known, at = _places(area_ids, areas)
        found.values[at] = np.array(numbers, np.float64)[known]
        found.status[at] = Status.SHOWN
        found.import_ids[at] = state.import_id
    return found


def full_slice(cells: Sequence[FullCell], areas: AreaSystem) -> Slice:
    """A slice with all that a file may say of a figure, or from several imports."""
    found = _empty(areas)
    if cells:
        area_ids, numbers, markers, letters, imports = zip(*cells, strict=True)
        known, at = _places(area_ids, areas)
        found.values[at] = np.array(numbers, np.float64)[known]
        found.status[at] = np.array([_STATUS[marker] for marker in markers], np.uint8)[known]
        codes = [flag_code(marker, said) for marker, said in zip(markers, letters, strict=True)]
        found.flags[at] = np.array(codes, np.uint16)[known]
        found.import_ids[at] = np.array(imports, np.int64)[known]
    found.values[found.status == Status.ZERO] = 0.0
    return found


def _places(
    area_ids: tuple[str, ...], areas: AreaSystem
) -> tuple[slice | NDArray[np.bool_], slice | NDArray[np.int64]]:
    """Which of the rows belong to areas of the system, and where these stand in it."""
    if area_ids == areas.area_ids:
        return slice(None), slice(None)
    at = np.array([areas.position.get(area_id, -1) for area_id in area_ids], np.int64)
    known = at >= 0
    return known, at[known]
