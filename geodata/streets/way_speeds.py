"""How fast each mode travels on a way, by its tags."""

from __future__ import annotations

import math

from geodata.streets.access import Tags, directions, permission
from geodata.streets.mode_table import MODES, Mode, ModeRules, ModeTable
from geodata.streets.tag_values import maxspeed

# Tags that say something here; others need not be read.
KEYS = frozenset(
    {
        *("highway", "route", "duration", "junction", "motorroad", "barrier"),
        *("oneway", "oneway:bicycle", "oneway:foot"),
        *("cycleway", "cycleway:left", "cycleway:right", "cycleway:both"),
        *("cycleway:left:oneway", "cycleway:right:oneway"),
        *("maxspeed", "maxspeed:forward", "maxspeed:backward"),
        *("surface", "tracktype", "smoothness"),
        *("access", "foot", "bicycle", "vehicle", "motor_vehicle", "motorcar"),
    }
)
_NOWHERE = (0.0, 0.0)
_BY_TABLE = ("surface", "tracktype", "smoothness")


def says_something(key: str, value: str, table: ModeTable) -> bool:
    """Whether a tag can make a difference; most say nothing of who travels how fast.

    >>> from geodata.streets.mode_table import mode_table
    >>> [says_something("surface", value, mode_table()) for value in ("sand", "asphalt")]
    [True, False]
    """
    if key in _BY_TABLE:
        return any(value in getattr(rules, key) for rules in table.modes.values())
    return key in KEYS


def way_speeds(tags: Tags, table: ModeTable) -> tuple[tuple[float, float], ...]:
    """km/h of each of `MODES` along a way and against it; 0 where it may not go.

    A track that only farmers may drive on, for those on foot, by bicycle and by car:

    >>> from geodata.streets.mode_table import mode_table
    >>> track = {"highway": "track", "motor_vehicle": "agricultural", "surface": "gravel"}
    >>> foot, bike, _, car = way_speeds(track, mode_table())
    >>> foot, bike, car
    ((5.0, 5.0), (6.0, 6.0), (0.0, 0.0))
    """
    return tuple(_speeds(tags, mode, table) for mode in MODES)


def _speeds(tags: Tags, mode: Mode, table: ModeTable) -> tuple[float, float]:
    rules = table.modes[mode]
    said = permission(tags, rules.access, table)
    on_motorroad = tags.get("motorroad") == "yes" and mode != "car"
    if said is False or (on_motorroad and not said):
        return _NOWHERE
    if tags.get("route") == "ferry":
        taken = said or not rules.ferry_must_say
        return (rules.ferry_kmh, rules.ferry_kmh) if taken else _NOWHERE
    base = _base(tags, rules, table)
    if not base:
        pushed = _pushed(tags, rules, table)
        return pushed, pushed
    ways = zip(("forward", "backward"), directions(tags, rules), strict=True)
    along, against = (
        _reached(tags, way, base, rules, table) if goes else 0.0 for way, goes in ways
    )
    return along, against


def _base(tags: Tags, rules: ModeRules, table: ModeTable) -> float:
    """km/h by the class of the street; 0 where it is neither listed nor opened by a tag."""
    highway = tags.get("highway", "")
    if highway in rules.kmh:
        return rules.kmh[highway]
    opened = highway in table.highways and permission(tags, rules.access[:-1], table)
    return rules.unlisted_kmh if opened else 0.0


def _pushed(tags: Tags, rules: ModeRules, table: ModeTable) -> float:
    """What is open to those on foot is open to those who push."""
    walks = permission(tags, table.modes["foot"].access, table) is not False
    return rules.pushed_kmh.get(tags.get("highway", ""), 0.0) if walks else 0.0


def _reached(tags: Tags, way: str, base: float, rules: ModeRules, table: ModeTable) -> float:
    limit = maxspeed(tags.get(f"maxspeed:{way}") or tags.get("maxspeed", ""), table.maxspeed)
    kmh = base
    if limit is not None and rules.of_maxspeed:
        kmh = min(rules.of_maxspeed * limit, rules.fastest.get(tags.get("highway", ""), math.inf))
    caps = [
        speeds[tags[key]]
        for key, speeds in (
            ("surface", rules.surface),
            ("tracktype", rules.tracktype),
            ("smoothness", rules.smoothness),
        )
        if tags.get(key) in speeds
    ]
    return min(rules.times * min(kmh, *caps, math.inf), math.inf if limit is None else limit)
