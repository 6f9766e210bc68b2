"""One key and name examined: which areas they fit, or why they fit none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from geodata.join import reasons
from geodata.join.key_column import KeyColumn
from geodata.join.key_text import KeyText, key_text
from geodata.join.keys import Candidate, Reading, read
from geodata.join.kreise import kreise
from geodata.join.names import LAENDER, evened, spoken
from geodata.join.near_misses import suggestion
from geodata.join.register import Area, Register

_NATION_KEYS = frozenset({"DG", "D", "DE", "DEU", "DINSG", "00"})
_LAENDER = frozenset(f"{land:02}" for land in range(1, 17))
_CITY_STATES = frozenset({"02", "11"})
_LEVEL_TITLES = {"kreis": "Kreis", "verband": "Gemeindeverband", "gemeinde": "Gemeinde"}


@dataclass(frozen=True)
class Hit:
    """An area that fits, and how it was found. The lower the rank, the closer to what stands."""

    area: Area
    how: str
    repaired: bool
    rank: int = 0


@dataclass(frozen=True)
class Finding:
    """Areas that fit (`hits`, of one piece of land or of several levels), or a final outcome."""

    hits: tuple[Hit, ...] = ()
    outcome: str = ""
    how: str = ""
    suggestion: str = ""

    @property
    def by_key(self) -> bool:
        return bool(self.hits) and self.hits[0].how != reasons.BY_NAME


@dataclass(frozen=True)
class Examination:
    """Examines pairs of key and name against one register.

    `county` is the Kreis of the workspace; `system` the area system asked for, or None;
    `name_level` the level that the header above the names speaks of, or "".
    """

    register: Register
    column: KeyColumn
    county: str
    system: str | None
    name_level: str = ""

    def of(self, key: str, name: str) -> Finding:
        if not key.strip() and not name.strip():
            return Finding(outcome="ignored", how=reasons.EMPTY)
        text = key_text(key, precision=self.column.precision)
        reading = read(text, self.column)
        if hits := self._by_key(text, reading):
            return Finding(hits)
        if how := self._outside(text, reading, name):
            return Finding(outcome="outside", how=how)
        levels = reading.levels
        if how := self._other_level(levels):
            return Finding(outcome="ignored", how=how)
        if how := self._missing_level(text, levels):
            return Finding(outcome="unmatched", how=how)
        return self._by_name(text, name, levels)

    def _by_key(self, text: KeyText, reading: Reading) -> tuple[Hit, ...]:
        if not text.text:
            return ()
        if near := self._hits(reading, far=False):
            return near
        if not text.is_number and (areas := self.register.by_caseless.get(text.text.casefold())):
            how = reasons.joined(text.how, reasons.CASE)
            return tuple(Hit(area, how, repaired=True) for area in areas)
        return self._hits(reading, far=True)

    def _hits(self, reading: Reading, *, far: bool) -> tuple[Hit, ...]:
        found: dict[Area, Hit] = {}
        for rank, candidate in enumerate(reading.candidates):
            if candidate.far is far:
                for area in self.register.of_key(candidate.key):
                    found.setdefault(area, _hit(area, candidate, rank))
        return tuple(found.values())

    def _outside(self, text: KeyText, reading: Reading, name: str) -> str:
        if text.text.upper() in _NATION_KEYS:
            return reasons.NATION
        if not text.text:
            return self._outside_by_name(name)
        key = reading.key
        if not key or len(text.text) in self.register.free_lengths or key[:2] not in _LAENDER:
            return ""
        if len(key) < 5:
            return reasons.LAND if len(key) == 2 else reasons.BEZIRK
        if key[:5] == self.county or self._is_covered(reading):
            return ""
        if key[2:5] == "000" and key[:2] not in _CITY_STATES:
            return reasons.LAND
        if key[3:5] == "00" and key[:2] not in _CITY_STATES:
            return reasons.BEZIRK
        # 99999999 could be a key of Land 09 that lost its zero, were there such a Bezirk.
        if key[0] == "0" and key[:3] not in _bezirke():
            return ""
        return reasons.OTHER_KREIS.format(kreis=key[:5])

    def _outside_by_name(self, name: str) -> str:
        said = spoken(name)
        if self.register.named(said):
            return ""
        if said.full == "deutschland":
            return reasons.NATION
        return reasons.LAND if said.full in LAENDER else ""

    def _is_covered(self, reading: Reading) -> bool:
        kreis = reading.key[:5]
        if kreis not in self.register.kreise:
            return False
        return any((level, kreis) in self.register.covered for level in reading.levels)

    def _other_level(self, levels: frozenset[str]) -> str:
        served = self.register.levels.get(self.system or "", frozenset())
        if not served or not levels or served & levels:
            return ""
        broadest = next(level for level in _LEVEL_TITLES if level in levels)
        return reasons.OTHER_SYSTEM.format(system=_LEVEL_TITLES[broadest])

    def _missing_level(self, text: KeyText, levels: frozenset[str]) -> str:
        """A key of a level that no area system here has: no other area can be meant."""
        if not levels or len(text.text) in self.register.free_lengths:
            return ""
        if any(levels & served for served in self.register.levels.values()):
            return ""
        broadest = next(level for level in _LEVEL_TITLES if level in levels)
        return reasons.NO_SUCH_LEVEL.format(level=_LEVEL_TITLES[broadest])

    def _of_header_level(self, areas: tuple[Area, ...]) -> tuple[Area, ...]:
        """Under „Kreis“ only Kreise stand; under „Samtgemeinde“ also a Gemeinde that is in none."""
        fitting = tuple(
            area
            for area in areas
            if self.name_level in area.kinds
            or (self.name_level == "kreis" and area.canonical.endswith("000"))
        )
        return fitting if fitting or self.name_level == "kreis" else areas

    def _by_name(self, text: KeyText, name: str, levels: frozenset[str]) -> Finding:
        # Where no name stands beside it, the key column itself may hold the names.
        said = name.strip() or ("" if text.is_number else text.text)
        areas = self.register.named(spoken(said)) if evened(said) else ()
        if not text.is_number:
            areas = self._of_header_level(areas)
            if not areas and self.name_level == "kreis":
                missing = self._missing_level(text, frozenset({"kreis"}))
                return Finding((), "unmatched", missing or _why_unmatched(text, levels))
        if levels:
            kinds = levels | ({"gemeindefrei"} if "gemeinde" in levels else set())
            areas = tuple(area for area in areas if area.kinds & kinds)
        asked = tuple(area for area in areas if area.system == self.system) or areas
        if levels and asked:
            # A whole key that no area has is that of another area, perhaps a dissolved one.
            return Finding((), "unmatched", reasons.UNKNOWN_KEY, suggestion(asked))
        if len({area.land for area in asked}) == 1:
            return Finding(tuple(Hit(area, reasons.BY_NAME, repaired=True) for area in asked))
        if asked:
            return Finding((), "unmatched", reasons.SEVERAL, suggestion(asked))
        return Finding((), "unmatched", _why_unmatched(text, levels))


@cache
def _bezirke() -> frozenset[str]:
    """Land and Regierungsbezirk, three digits, of all Kreise."""
    return frozenset(key[:3] for key in kreise())


def _hit(area: Area, candidate: Candidate, rank: int) -> Hit:
    exact = area.area_id == candidate.key
    if (
        rank
        and len(area.area_id) == 12
        and not exact
        and candidate.how.endswith(reasons.ARS_TO_AGS)
    ):
        return Hit(area, reasons.OTHER_VERBAND, repaired=True, rank=rank)
    return Hit(area, candidate.how, candidate.damaged, rank)


def _why_unmatched(text: KeyText, levels: frozenset[str]) -> str:
    if not text.text:
        return reasons.UNKNOWN_NAME
    if text.lossy:
        return reasons.DIGITS_LOST
    return reasons.UNKNOWN_KEY if levels else reasons.NO_KEY
