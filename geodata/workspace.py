"""The store as it was at one journal number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from geodata.area_system import AreaSystem
from geodata.catalogue import Indicator, Source
from geodata.facilities.facility import Facility, FacilitySet
from geodata.facilities.kind import FacilityKind, known_kinds
from geodata.inhabited_points import InhabitedPoints, PointSet
from geodata.mobility.offer import MobileOffer
from geodata.notes import Note
from geodata.period import Period
from geodata.ring import Ring
from geodata.store import JournalEntry, State, Store
from geodata.store.disclosure import (
    WEIGHED_WITH,
    CellKey,
    HiddenCell,
    hidden_cells,
    is_reckoned,
    protected_variables,
    released_values,
)
from geodata.store.earlier import Protection, is_kept_back_since, protection
from geodata.store.networks import NetworkKind, NetworkState, StoredNetwork
from geodata.store.pending import Pending
from geodata.store.rows import RowOfFile
from geodata.stories import SavedView, Story

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from geodata.slice import Slice

_KEPT_SLICES = 512


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
            self.weighed_with = int(settings.get(WEIGHED_WITH, "0"))
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

    def earlier(self, number: int) -> Workspace:
        """The snapshot at an earlier journal number, from the same store.

        Of its notes only those that stand word for word in this one: what a department took back
        or wrote anew is not told again.
        """
        standing = {(note.key, note.stage, note.text) for note in self.notes}
        found = Workspace(self._store, number)
        found.notes = tuple(n for n in found.notes if (n.key, n.stage, n.text) in standing)
        return found

    def journal(self) -> list[JournalEntry]:
        return list(self._journal)

    @cached_property
    def _journal(self) -> list[JournalEntry]:
        with self._store.reading(self.number) as reader:
            return reader.journal()

    def protection_at(self, number: int) -> Protection:
        """What an earlier journal number knew of protection, without reading all else of it."""
        with self._store.reading(number) as reader:
            return protection(reader)

    def is_kept_back_since(self, number: int) -> bool:
        """Whether a source keeps a figure secret that it told at an earlier journal number."""
        with self._store.reading(self.number) as reader:
            return is_kept_back_since(reader, number)

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
    def counted_systems(self) -> Mapping[str, AreaSystem]:
        """All that figures can stand in: the systems of the map, and the members of each ring."""
        return {**self.systems, **{ring.system_id: ring.system for ring in self.rings.values()}}

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """How departments read the figures, drafts among them."""
        with self._store.reading(self.number) as reader:
            return reader.notes()

    @cached_property
    def stories(self) -> Mapping[str, Story]:
        """What is told with maps, by id."""
        with self._store.reading(self.number) as reader:
            return reader.stories()

    @cached_property
    def saved_views(self) -> tuple[SavedView, ...]:
        """The views that were given a name, by name."""
        with self._store.reading(self.number) as reader:
            return reader.saved_views()

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
        from geodata.slice import full_slice, plain_slice

        standing = self._standing.get((variable, system, Period(period)), [])
        areas = self.counted_systems[system]
        if len(standing) == 1 and not standing[0].marked:
            with self._store.reading(self.number) as reader:
                return plain_slice(reader.plain_slice(variable, system, period), areas, standing[0])
        with self._store.reading(self.number) as reader:
            return full_slice(reader.full_slice(variable, system, period), areas)

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


def open_workspace(folder: Path) -> Workspace:
    """The newest snapshot of a workspace, to read; raises what `Store.open` raises."""
    return Workspace(Store.open(folder, only_to_read=True))


def _coarsest_first(systems: Sequence[AreaSystem]) -> list[AreaSystem]:
    """Systems with few areas before those with many; what nests comes after what holds it."""
    return sorted(systems, key=lambda s: (len(s.nests_in), len(s), s.id))
