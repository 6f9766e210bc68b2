"""The areas of a workspace, to be looked up by every form of their key and of their name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geodata.join.key_column import is_land
from geodata.join.keys import LEVEL_OF_LENGTH
from geodata.join.names import SpokenName, bases, spoken

_KIND_OF_SYSTEM = {
    "kreis": "kreis",
    "samtgemeinde": "verband",
    "verbandsgemeinde": "verband",
    "amt": "verband",
    "gemeinde": "gemeinde",
}


@dataclass(frozen=True)
class AreaNames:
    """Ids and names of one area system, in the same order."""

    system: str
    area_ids: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """One area. `land` is the same for one piece of land on two levels (a gemeindefreies Gebiet
    is its own Verband); `kinds` are the words of the kind that fit it.
    """

    system: str
    area_id: str
    name: str
    canonical: str
    land: str
    kinds: frozenset[str]

    @property
    def label(self) -> str:
        return f"{self.area_id} {self.name}".strip()


class Register:
    """Areas by id, by canonical key, by id in small letters and by name."""

    def __init__(self, systems: Sequence[AreaNames]) -> None:
        self.systems = tuple(system.system for system in systems)
        self.areas = tuple(area for system in systems for area in _areas_of(system))
        self.by_id = _grouped((area.area_id, area) for area in self.areas)
        self.by_key = _grouped((area.canonical, area) for area in self.areas)
        self.by_caseless = _grouped((area.area_id.casefold(), area) for area in self.areas)
        self.by_full_name = _grouped((spoken(area.name).full, area) for area in self.areas)
        self.by_base_name = _grouped(
            (base, area) for area in self.areas for base in sorted(bases(area.name))
        )
        self.levels = {system: self._levels_of(system) for system in self.systems}
        self.covered = frozenset(
            (LEVEL_OF_LENGTH[len(area.canonical)], area.canonical[:5])
            for area in self.areas
            if _is_regional(area.canonical)
        )
        self.kreise = frozenset(kreis for _, kreis in self.covered)
        self.free_lengths = frozenset(
            len(area.area_id)
            for area in self.areas
            if area.area_id.isdigit() and not _is_regional(area.canonical)
        )

    def of_key(self, key: str) -> tuple[Area, ...]:
        """All areas whose id or canonical key this is, those with this very id first."""
        same_id = self.by_id.get(key, ())
        if key not in self.by_key:
            return same_id
        return same_id + tuple(a for a in self.by_key.get(key, ()) if a not in same_id)

    def named(self, name: SpokenName) -> tuple[Area, ...]:
        """All areas a name fits; a word of the kind ("SG", "Stadt") narrows them."""
        if not name.kind:
            return self.by_base_name.get(name.base, ())
        known = self.by_base_name.get(name.base, ())
        fitting = tuple(area for area in known if name.kind in area.kinds)
        return fitting or self.by_full_name.get(name.full, ())

    def _levels_of(self, system: str) -> frozenset[str]:
        return frozenset(
            LEVEL_OF_LENGTH[len(area.canonical)]
            for area in self.areas
            if area.system == system and _is_regional(area.canonical)
        )


def _grouped(pairs: Iterable[tuple[str, Area]]) -> dict[str, tuple[Area, ...]]:
    groups: dict[str, list[Area]] = {}
    for key, area in pairs:
        group = groups.setdefault(key, [])
        if area not in group:
            group.append(area)
    return {key: tuple(group) for key, group in groups.items()}


def _is_regional(canonical: str) -> bool:
    return canonical.isdigit() and len(canonical) in LEVEL_OF_LENGTH and is_land(canonical)


def _areas_of(system: AreaNames) -> Iterable[Area]:
    of_gemeinden, of_kreise = _character(system)
    for area_id, name in zip(system.area_ids, system.names, strict=True):
        canonical = _canonical(area_id, of_gemeinden=of_gemeinden, of_kreise=of_kreise)
        land = _land(canonical)
        kinds = _kinds(canonical, land, name, system.system)
        yield Area(system.system, area_id, name, canonical, land, kinds)


def _character(system: AreaNames) -> tuple[bool, bool]:
    """Whether the ids that end in zeros are Gemeinden, and whether they are Kreise.

    "010010000000" is a Gemeinde, a Verband and a Kreis: only its neighbours tell.
    """
    ars = [area_id for area_id in system.area_ids if len(area_id) == 12 and area_id.isdigit()]
    ags = [area_id for area_id in system.area_ids if len(area_id) == 8 and area_id.isdigit()]
    of_verbaende = any(key.endswith("000") and key[5:9] != "0000" for key in ars)
    of_gemeinden = not of_verbaende and any(not key.endswith("000") for key in ars)
    of_kreise = all(key.endswith("000") for key in ags) and not of_verbaende
    return of_gemeinden, of_kreise and (len(ags) > 1 or system.system == "kreis" or bool(ars))


def _canonical(area_id: str, *, of_gemeinden: bool, of_kreise: bool) -> str:
    if not area_id.isdigit():
        return area_id
    kreis = area_id[:5]
    if len(area_id) == 12:
        if not area_id.endswith("000"):
            return kreis + area_id[9:]
        if area_id.endswith("0000000") and of_gemeinden:
            return kreis + "000"
        return kreis if area_id.endswith("0000000") and of_kreise else area_id[:9]
    if len(area_id) == 8 and area_id.startswith("03") and area_id[5] == "4":
        return f"{kreis}5{area_id[5:]}"
    if len(area_id) == 8 and area_id.endswith("000") and of_kreise:
        return kreis
    return area_id


def _land(canonical: str) -> str:
    if len(canonical) == 9 and canonical.isdigit() and canonical[5] in "09":
        return canonical[:5] + canonical[6:]
    return canonical


def _kinds(canonical: str, land: str, name: str, system: str) -> frozenset[str]:
    said = spoken(name).kind
    # Niedersachsen numbers its gemeindefreie Gebiete from 501; elsewhere the name must say it.
    numbered = _is_regional(land) and len(land) == 8 and land[:2] == "03" and land[5] == "5"
    if said == "gemeindefrei" or numbered or (land != canonical and canonical[5] == "9"):
        return frozenset({"gemeindefrei"})
    if _is_regional(canonical):
        both = {LEVEL_OF_LENGTH[len(canonical)], LEVEL_OF_LENGTH[len(land)]}
        return frozenset(both)
    return frozenset({_KIND_OF_SYSTEM.get(system, system)})
