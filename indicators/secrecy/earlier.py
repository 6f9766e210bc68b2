"""Whether the figures of an earlier day may still be shown as they were."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.catalogue import Indicator
from geodata.store.disclosure import CellKey
from geodata.store.earlier import Protection
from geodata.story_age import newer_figures, was_taken_back
from geodata.workspace import Workspace
from indicators.kept import kept


@kept(1000)
def shows_its_day(now: Workspace, number: int) -> bool:
    """Whether a story about a journal number shows other figures than the newest.

    It does where there are newer ones and the earlier may still be shown.
    """
    return bool(newer_figures(now.journal(), number)) and may_still_be_shown(now, number)


def may_still_be_shown(now: Workspace, number: int) -> bool:
    """Whether nothing of an earlier state was taken back since, and nothing of it hidden.

    Neither by the rules of the catalogue nor by the source itself. Asked of the whole state: one
    figure that has to be hidden today is enough for all others to be shown as they are today, since
    figures next to each other can give a hidden one away.
    """
    if was_taken_back(now.journal(), number):
        return False
    earlier = now.protection_at(number)
    if rules_of(now.indicators) != rules_of(earlier.indicators):
        return False
    if any(_was_there(earlier, key) for key in now.hidden_cells if key not in earlier.hidden):
        return False
    return not now.is_kept_back_since(number)


def _was_there(earlier: Protection, key: CellKey) -> bool:
    """Whether a hidden cell can have been seen then; what is made from others always can."""
    variable, system, period, _ = key
    found = [s.period.text for s in earlier.states if (s.variable, s.system) == (variable, system)]
    return not found or period in found


def rules_of(indicators: Mapping[str, Indicator]) -> dict[str, tuple[object, ...]]:
    """What the catalogue says of protection, by indicator."""
    return {
        record.id: (record.minimum, record.width, record.minimum_base, record.zeros, record.adds_to)
        for record in indicators.values()
        if record.minimum or record.minimum_base or record.adds_to
    }
