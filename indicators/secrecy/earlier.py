"""Whether the figures of an earlier day may still be shown as they were."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.catalogue import Indicator
from geodata.store.disclosure import CellKey
from geodata.story_age import was_taken_back
from geodata.workspace import Workspace


def may_still_be_shown(now: Workspace, earlier: Workspace) -> bool:
    """Whether nothing of an earlier snapshot was taken back since, and nothing of it hidden.

    Asked of whole snapshots: one figure that has to be hidden today is enough for all others to be
    shown as they are today, since figures next to each other can give a hidden one away.
    """
    if was_taken_back(now.journal(), earlier.number):
        return False
    if rules_of(now.indicators) != rules_of(earlier.indicators):
        return False
    return all(key in earlier.hidden_cells for key in now.hidden_cells if _was_there(earlier, key))


def _was_there(earlier: Workspace, key: CellKey) -> bool:
    """Whether a hidden cell can have been seen then; what is made from others always can."""
    variable, system, period, _ = key
    states = earlier.states_of.get((variable, system))
    return states is None or any(found.text == period for found in states)


def rules_of(indicators: Mapping[str, Indicator]) -> dict[str, tuple[object, ...]]:
    """What the catalogue says of protection, by indicator."""
    return {
        record.id: (record.minimum, record.width, record.minimum_base, record.zeros, record.adds_to)
        for record in indicators.values()
        if record.minimum or record.minimum_base or record.adds_to
    }
