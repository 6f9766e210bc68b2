"""The record behind an id: that of the catalogue, that of a bare variable, or a question's own."""

from __future__ import annotations

from geodata.catalogue import Indicator
from geodata.workspace import Workspace
from indicators.reach.question import is_asked


def record_of(workspace: Workspace, indicator_id: str) -> Indicator:
    """A variable that the catalogue does not know is a count under its own name."""
    return known_record(workspace, indicator_id) or Indicator(indicator_id, indicator_id)


def known_record(workspace: Workspace, indicator_id: str) -> Indicator | None:
    """The record of an indicator or of a question of reachability; None for what is neither.

    Raises `WrongReach` for a question that means nothing.
    """
    record = workspace.indicators.get(indicator_id)
    if record is None and is_asked(indicator_id):
        # It stands on much that stands on this.
        from indicators.reach.record import asked_record

        return asked_record(workspace, indicator_id)
    return record
