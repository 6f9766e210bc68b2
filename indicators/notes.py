"""The readings that belong to a figure."""

from __future__ import annotations

from geodata.notes import Note
from geodata.workspace import Workspace
from indicators.published import published
from indicators.query import Query


def notes_on(
    workspace: Workspace, query: Query, area_id: str = "", *, drafts: bool = False
) -> tuple[Note, ...]:
    """The departments' notes on an indicator at a query's period, the latest first.

    Those on the area, or with "" those on the county as a whole. Drafts are only for those who
    write. Raises what `published` raises.
    """
    period = published(workspace, query).period.text
    system = query.system if area_id else ""
    found = [
        note
        for note in workspace.notes
        if (note.key.indicator, note.key.system, note.key.area_id, note.key.period)
        == (query.indicator, system, area_id, period)
        and (drafts or note.stage == "approved")
    ]
    return tuple(sorted(found, key=lambda note: note.written, reverse=True))
