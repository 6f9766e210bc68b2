"""A Vergleichsring: counties that one county measures itself against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from geodata.area_system import AreaSystem

# So begin the ids of the area systems under which the figures of a ring's members stand.
RING_SYSTEM = "ring:"


@dataclass(frozen=True)
class Member:
    """A Kreis of a ring: its key of five digits and its name."""

    key: str
    name: str


@dataclass(frozen=True)
class Ring:
    """A named set of counties; `definition` says by what they were chosen.

    With `anonymous`, no other member is named and nobody is ranked: only the own position, the
    median and the quartiles are told.
    """

    id: str
    title: str
    definition: str
    members: tuple[Member, ...]
    anonymous: bool = False

    @property
    def system_id(self) -> str:
        """Under which the observations of the members are stored."""
        return RING_SYSTEM + self.id

    @cached_property
    def system(self) -> AreaSystem:
        """The members as areas without geometries, ordered by key."""
        ordered = sorted(self.members, key=lambda member: member.key)
        return AreaSystem(
            id=self.system_id,
            title=self.title,
            attribution="",
            valid="",
            geometry_hash="",
            area_ids=tuple(member.key for member in ordered),
            names=tuple(member.name for member in ordered),
            nests_in=(),
            context=True,
            import_id=0,
        )


def ring_as_plain(ring: Ring) -> dict[str, Any]:
    """A ring as JSON can hold it."""
    return asdict(ring)


def ring_from_plain(plain: Mapping[str, Any]) -> Ring:
    members = tuple(Member(**member) for member in plain["members"])
    return Ring(**{**plain, "members": members})
