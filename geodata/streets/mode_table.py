"""How fast each mode travels on which street and where it may go, as `modes.toml` says."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

Mode = Literal["foot", "bike", "pedelec", "car"]
MODES: tuple[Mode, ...] = ("foot", "bike", "pedelec", "car")
FILE = Path(__file__).with_name("modes.toml")

Speeds = Mapping[str, float]


@dataclass(frozen=True)
class ModeRules:
    """One way of travelling: speeds in km/h by the value of a tag, and what holds it up.

    `access` and `oneway` are keys, the most exact first. `unlisted_kmh` holds on streets that only
    a tag opens to it, `times` makes it faster than its table where it is not pushed. It is stopped
    by the barriers in `stopped_by`, or, where `passes` is given, by all that are not in it.
    """

    access: tuple[str, ...]
    oneway: tuple[str, ...]
    kmh: Speeds
    pushed_kmh: Speeds
    unlisted_kmh: float
    times: float
    ferry_kmh: float
    ferry_must_say: bool
    of_maxspeed: float | None
    fastest: Speeds
    surface: Speeds
    tracktype: Speeds
    smoothness: Speeds
    stopped_by: frozenset[str]
    passes: frozenset[str] | None


@dataclass(frozen=True)
class ModeTable:
    """All modes; the walk from a place to the next street in km/h, and how far it may be in m."""

    walking_kmh: float
    farthest_m: float
    allowed: frozenset[str]
    forbidden: frozenset[str]
    maxspeed: Speeds
    modes: Mapping[Mode, ModeRules]

    @cached_property
    def highways(self) -> frozenset[str]:
        """The classes of streets that anyone travels on."""
        listed = (
            speeds for rules in self.modes.values() for speeds in (rules.kmh, rules.pushed_kmh)
        )
        return frozenset(highway for speeds in listed for highway in speeds)


@cache
def mode_table() -> ModeTable:
    """The table as it stands in the file."""
    text = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return ModeTable(
        walking_kmh=text["walking_kmh"],
        farthest_m=text["farthest_m"],
        allowed=frozenset(text["allowed"]),
        forbidden=frozenset(text["forbidden"]),
        maxspeed=text["maxspeed"],
        modes={mode: _rules(text["mode"], mode) for mode in MODES},
    )


def _rules(modes: Mapping[str, Any], mode: Mode) -> ModeRules:
    own = modes[mode]
    rules = {**modes[own["like"]], **own} if "like" in own else own
    passes = rules.get("passes")
    return ModeRules(
        access=tuple(rules["access"]),
        oneway=tuple(rules["oneway"]),
        kmh=rules["kmh"],
        pushed_kmh=rules.get("pushed_kmh", {}),
        unlisted_kmh=rules["unlisted_kmh"],
        times=rules.get("times", 1.0),
        ferry_kmh=rules["ferry_kmh"],
        ferry_must_say=rules.get("ferry_must_say", False),
        of_maxspeed=rules.get("of_maxspeed"),
        fastest=rules.get("fastest", {}),
        surface=rules.get("surface", {}),
        tracktype=rules.get("tracktype", {}),
        smoothness=rules.get("smoothness", {}),
        stopped_by=frozenset(rules.get("stopped_by", ())),
        passes=None if passes is None else frozenset(passes),
    )
