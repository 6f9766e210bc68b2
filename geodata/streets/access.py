"""Who may travel on a street, in which direction, and whom a barrier stops."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.streets.mode_table import MODES, ModeRules, ModeTable

Tags = Mapping[str, str]

# Along the way and against it.
_ONEWAY = {
    **dict.fromkeys(("yes", "1", "true"), (True, False)),
    **dict.fromkeys(("-1", "reverse"), (False, True)),
    **dict.fromkeys(("no", "0", "false"), (True, True)),
    # It changes with the hour or the light: nobody can count on it.
    **dict.fromkeys(("reversible", "alternating"), (False, False)),
}
_ROUND = ("roundabout", "circular")


def permission(tags: Tags, keys: tuple[str, ...], table: ModeTable) -> bool | None:
    """What the first of the keys says that says anything; None where none does."""
    for key in keys:
        value = tags.get(key)
        if value in table.allowed:
            return True
        if value in table.forbidden:
            return False
    return None


def stopped(tags: Tags, table: ModeTable) -> tuple[bool, ...]:
    """Which of `MODES` the barrier on a point of a street stops."""
    return tuple(_is_stopped(tags, table.modes[mode], table) for mode in MODES)


def _is_stopped(tags: Tags, rules: ModeRules, table: ModeTable) -> bool:
    said = permission(tags, rules.access, table)
    if said is not None:
        return not said
    barrier = tags.get("barrier", "")
    if rules.passes is not None:
        return barrier not in rules.passes
    return barrier in rules.stopped_by


def directions(tags: Tags, rules: ModeRules) -> tuple[bool, bool]:
    """Whether a way may be travelled along and against its direction."""
    for key in rules.oneway:
        found = _ONEWAY.get(tags.get(key, ""))
        if found is not None:
            against = key == "oneway" and "oneway:bicycle" in rules.oneway and _contraflow(tags)
            return (True, True) if against else found
    implied = tags.get("junction") in _ROUND or tags.get("highway") == "motorway"
    return (True, not (implied and "oneway" in rules.oneway))


def _contraflow(tags: Tags) -> bool:
    """Whether a lane for bicycles runs against the one way."""
    lanes = [tags.get(f"cycleway{side}", "") for side in ("", ":left", ":right", ":both")]
    ways = [tags.get(f"cycleway:{side}:oneway") for side in ("left", "right")]
    return any(lane.startswith("opposite") for lane in lanes) or "-1" in ways or "no" in ways
