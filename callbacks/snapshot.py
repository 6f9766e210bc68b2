"""Which state of the workspace an address asks for: the newest, or that of a story."""

from __future__ import annotations

from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder


def asked_workspace(entry: int, holder: WorkspaceHolder) -> Workspace:
    """The snapshot at a journal number that a story stands at, else the newest.

    Numbers that no story has are not answered: an import that was taken back stays out of sight.
    Nor is a state of which something was taken back or hidden since.
    """
    now = holder.current()
    if not entry or entry >= now.number:
        return now
    if all(story.number != entry for story in now.stories.values()):
        return now
    return story_workspace(now, entry, holder)


def story_workspace(now: Workspace, number: int, holder: WorkspaceHolder) -> Workspace:
    """The figures at a story's number, where they are others than the newest and may be shown."""
    return holder.at(number) if keeps_its_day(now, number) else now


def keeps_its_day(now: Workspace, number: int) -> bool:
    """The same as a bare answer: the figures of that day are not read for it."""
    # What reckons is loaded with the first map; the page opens without it.
    from indicators.secrecy.earlier import shows_its_day

    return shows_its_day(now, number)
