"""The store as it was at one journal number, and the one holder that swaps it."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from geodata.area_system import AreaSystem
from geodata.catalogue import Indicator, Source
from geodata.facilities.facility import Facility, FacilitySet
from geodata.facilities.kind import FacilityKind, known_kinds
from geodata.inhabited_points import InhabitedPoints, PointSet
from geodata.markers import FLAG_LETTERS, FLAG_OF, STATUS_OF, Flag, Marker, Status
from geodata.mobility.offer import MobileOffer
from geodata.notes import Note
from geodata.period import Period
from geodata.ring import RING_SYSTEM, Ring
from geodata.store import FullCell, JournalEntry, State, Store
from geodata.store.disclosure import (
    CellKey,
    HiddenCell,
    hidden_cells,
    is_reckoned,
    protected_variables,
    released_values,
)
from geodata.store.networks import NetworkKind, NetworkState, StoredNetwork
from geodata.store.pending import Pending
from geodata.store.rows import RowOfFile

_STATUS = {marker.value: int(status) for marker, status in STATUS_OF.items()}
_KEPT_SLICES = 512


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


class Workspace:
    """An immutable snapshot: the same question always has the same answer.

    Importing makes a new one. Requests in flight keep the one that they started with.
    """

    def __init__(self, store: Store | Pending, number: int | None = None) -> None:
        self._store = store
        self.path = store.folder
        with store.reading(number) as reader:
            self.number = reader.number
            settings = reader.settings()
            self.title, self.county = settings["title"], settings["county"]
            systems = reader.area_systems(context=False)
            self.context: Mapping[str, AreaSystem] = {
                s.id: s for s in reader.area_systems(context=True)
            }
            self.nesting = reader.nesting()
            self.indicators: Mapping[str, Indicator] = reader.indicators()
            self.sources: Mapping[str, Source] = reader.sources()
            self.states: tuple[State, ...] = reader.states()
        self.systems: Mapping[str, AreaSystem] = {s.id: s for s in _coarsest_first(systems)}
        self.slice = lru_cache(maxsize=_KEPT_SLICES)(self._slice)

    def journal(self) -> list[JournalEntry]:
        with self._store.reading(self.number) as reader:
            return reader.journal()

    @cached_property
    def hidden_cells(self) -> Mapping[CellKey, HiddenCell]:
        """What is hidden of the protected figures, as it was last reckoned."""
        with self._store.reading(self.number) as reader:
            return {cell.key: cell for cell in hidden_cells(reader)}

    @cached_property
    def released_values(self) -> Mapping[CellKey, set[float]]:
        """What of the protected figures has been out, with all values that it had."""
        with self._store.reading(self.number) as reader:
            return released_values(reader)

    @cached_property
    def protected_variables(self) -> frozenset[str]:
        """What was weighed when `hidden_cells` were reckoned."""
        with self._store.reading(self.number) as reader:
            return protected_variables(reader)

    @cached_property
    def is_reckoned(self) -> bool:
        """Whether `hidden_cells` belong to the figures of this very snapshot."""
        with self._store.reading(self.number) as reader:
            return is_reckoned(reader)

    @cached_property
    def states_of(self) -> Mapping[tuple[str, str], Mapping[Period, State]]:
        """For each variable and system its periods; where several imports share one, the latest."""
        found: dict[tuple[str, str], dict[Period, State]] = {}
        for state in self.states:
            found.setdefault((state.variable, state.system), {})[state.period] = state
        return found

    @cached_property
    def source_of(self) -> Mapping[tuple[int, str], str]:
        """The source id behind an import's figures for a variable."""
        return {(state.import_id, state.variable): state.source for state in self.states}

    def geometries(self, system: str, *, context: bool = False) -> NDArray[np.object_]:
        """Polygons in EPSG:25832, in the order of the system's `area_ids`."""
        with self._store.reading(self.number) as reader:
            return reader.geometries(system, context=context)

    @cached_property
    def point_sets(self) -> Mapping[str, PointSet]:
        """The sets of inhabited points; the points themselves come from `points`."""
        with self._store.reading(self.number) as reader:
            return {found.id: found for found in reader.point_sets()}

    @cached_property
    def rings(self) -> Mapping[str, Ring]:
        """The Vergleichsringe; the figures of their members stand under `Ring.system_id`."""
        with self._store.reading(self.number) as reader:
            return reader.rings()

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """How departments read the figures, drafts among them."""
        with self._store.reading(self.number) as reader:
            return reader.notes()

    @cached_property
    def facilities(self) -> tuple[Facility, ...]:
        """Kitas, schools and the like, also those without a place and those outside."""
        with self._store.reading(self.number) as reader:
            return reader.facilities()

    @cached_property
    def facility_sets(self) -> Mapping[str, FacilitySet]:
        """Of each kind that has facilities: how many, and where they come from."""
        with self._store.reading(self.number) as reader:
            return {found.kind: found for found in reader.facility_sets()}

    @cached_property
    def facility_kinds(self) -> Mapping[str, FacilityKind]:
        """All kinds: the built-in ones and those of the catalogue."""
        with self._store.reading(self.number) as reader:
            return known_kinds(reader.facility_kinds(), self.facility_sets)

    @cached_property
    def network_states(self) -> Mapping[NetworkKind, NetworkState]:
        """Which networks there are, told without reading them."""
        with self._store.reading(self.number) as reader:
            return reader.network_states()

    @cached_property
    def streets(self) -> StoredNetwork | None:
        """The arrays of the street network; None where none was brought in."""
        with self._store.reading(self.number) as reader:
            return reader.network("streets")

    @cached_property
    def timetable(self) -> StoredNetwork | None:
        """The arrays of the timetable; None where none was brought in."""
        with self._store.reading(self.number) as reader:
            return reader.network("timetable")

    @cached_property
    def mobility(self) -> tuple[MobileOffer, ...]:
        """Zones on call, benches and stops of a mobile office."""
        with self._store.reading(self.number) as reader:
            return reader.mobility()

    def rows_of(
        self, variable: str, system: str, period: str, area_ids: Sequence[str]
    ) -> list[RowOfFile]:
        """From which rows of which imports the figures of some areas came."""
        with self._store.reading(self.number) as reader:
            return reader.rows_of(variable, system, period, area_ids)

    def points(self, point_set: str) -> InhabitedPoints:
        with self._store.reading(self.number) as reader:
            return reader.points(point_set)

    def _slice(self, variable: str, system: str, period: str) -> Slice:
        """The figures of a variable as the files gave them, gaps where they gave none."""
        standing = self._standing.get((variable, system, Period(period)), [])
        areas = self._areas(system)
        if len(standing) == 1 and not standing[0].marked:
            with self._store.reading(self.number) as reader:
                return _plain(reader.plain_slice(variable, system, period), areas, standing[0])
        with self._store.reading(self.number) as reader:
            return _full(reader.full_slice(variable, system, period), areas)

    def _areas(self, system: str) -> AreaSystem:
        if system.startswith(RING_SYSTEM):
            return self.rings[system.removeprefix(RING_SYSTEM)].system
        return self.systems[system]

    @cached_property
    def _standing(self) -> Mapping[tuple[str, str, Period], list[State]]:
        """All states of a variable, system and period: one for each import that has a part."""
        found: dict[tuple[str, str, Period], list[State]] = {}
        for state in self.states:
            found.setdefault((state.variable, state.system, state.period), []).append(state)
        return found

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class WorkspaceHolder:
    """The one place of a process that knows which snapshot is the newest."""

    def __init__(self, folder: Path) -> None:
        self._store = Store.open(folder)
        self._lock = threading.Lock()
        self._seen = self._store.change_count()
        self._workspace = Workspace(self._store)

    def current(self) -> Workspace:
        """The newest snapshot; cheap where nothing was written since the last call."""
        with self._lock:
            seen = self._store.change_count()
            if seen != self._seen:
                newest = Workspace(self._store)
                if newest.number != self._workspace.number:
                    self._workspace = newest
                self._seen = seen
            return self._workspace

    def close(self) -> None:
        self._store.close()


def open_workspace(folder: Path) -> Workspace:
    """The newest snapshot of a workspace; raises what `Store.open` raises."""
    return Workspace(Store.open(folder))


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


def _plain(cells: Sequence[tuple[str, float]], areas: AreaSystem, state: State) -> Slice:
    """A slice of nothing but numbers, all from one import: the common case, and the fast one."""
    found = _empty(areas)
    if cells:
        area_ids, numbers = zip(*cells, strict=True)
        known, at = _places(area_ids, areas)
        found.values[at] = np.array(numbers, np.float64)[known]
        found.status[at] = Status.SHOWN
        found.import_ids[at] = state.import_id
    return found


def _full(cells: Sequence[FullCell], areas: AreaSystem) -> Slice:
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


def _coarsest_first(systems: Sequence[AreaSystem]) -> list[AreaSystem]:
    """Systems with few areas before those with many; what nests comes after what holds it."""
    return sorted(systems, key=lambda s: (len(s.nests_in), len(s), s.id))
