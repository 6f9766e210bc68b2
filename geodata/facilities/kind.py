"""What kinds of facilities there are: how they are shown, and whom they serve."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ICONS = ("circle", "square", "diamond", "hexagon", "triangle", "pentagon")
LONGEST_SIGN = 2
_FILE = Path(__file__).with_name("kinds.toml")


@dataclass(frozen=True)
class FacilityKind:
    """A kind; its sign on the map is a shape with a letter or two, so that no colour is needed.

    `serves` names the indicators that count those it is for; `serves_under_3` and `serves_from_3`
    those that the places under and from 3 years are for. All of them are counts of people.
    """

    id: str
    title: str
    plural: str = ""
    icon: str = "circle"
    sign: str = ""
    colour: str = "#5c574e"
    serves: tuple[str, ...] = ()
    serves_under_3: tuple[str, ...] = ()
    serves_from_3: tuple[str, ...] = ()

    @property
    def many(self) -> str:
        """The title for more than one."""
        return self.plural or self.title

    @property
    def letters(self) -> str:
        """What stands in its sign."""
        return self.sign or self.title[:1].upper()


def facility_kind_from_plain(plain: Mapping[str, Any]) -> FacilityKind:
    """A kind from its stored form; lists become tuples again."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in plain.items()
    }
    return FacilityKind(**values)


@cache
def built_in_kinds() -> Mapping[str, FacilityKind]:
    """The kinds that every workspace knows, by id."""
    plain = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {entry["id"]: facility_kind_from_plain(entry) for entry in plain["facility_kind"]}


def known_kinds(
    stored: Mapping[str, FacilityKind], used: Iterable[str] = ()
) -> dict[str, FacilityKind]:
    """The built-in kinds, those of the catalogue on top and behind them.

    A kind that is `used` and that no catalogue describes any more bears its id as its title.
    """
    known = {**built_in_kinds(), **stored}
    return known | {name: FacilityKind(name, name) for name in used if name not in known}
