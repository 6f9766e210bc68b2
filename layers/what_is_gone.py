"""What an old link asks for that is no longer there, and what is shown in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geodata.period import Period, UnknownPeriod
from geodata.workspace import Workspace
from layers.fitting_view import fitting_view
from layers.view import View, unknown_names
from layers.words import words

_MOST_NAMES = 5
_LONGEST_NAME = 30


def what_is_gone(search: str, workspace: Workspace, *, reach: bool = False) -> list[str]:
    """One sentence for each thing; empty where the link shows what it names.

    `reach` is True where the path asks how far it is: no indicator is shown then.
    """
    asked = View.from_search(search)
    found = [*_strange_names(unknown_names(search)), *_story_gone(asked, workspace)]
    if not (reach or asked.reach.asked):
        found += _figures_gone(asked, workspace)
    return found


def _strange_names(names: Sequence[str]) -> Iterator[str]:
    if names:
        shown = ", ".join(f"„{name[:_LONGEST_NAME]}“" for name in names[:_MOST_NAMES])
        yield words("gone.names", names=shown + (" …" if len(names) > _MOST_NAMES else ""))


def _story_gone(asked: View, workspace: Workspace) -> Iterator[str]:
    if asked.story and asked.story not in workspace.stories:
        yield words("gone.story")


def _figures_gone(asked: View, workspace: Workspace) -> Iterator[str]:
    shown = fitting_view(asked, workspace)
    if not shown.indicator:
        return
    title = workspace.indicators[shown.indicator].title
    if asked.indicator and shown.indicator != asked.indicator:
        yield words("gone.indicator", asked=asked.indicator[:_LONGEST_NAME], shown=title)
    if asked.system and shown.system != asked.system:
        system = workspace.systems.get(shown.system)
        yield words("gone.system", shown=system.title if system else shown.system)
    if asked.period and not shown.period.startswith(asked.period):
        yield words(
            "gone.period", asked=_german(asked.period), shown=_german(shown.period), title=title
        )
    if asked.since and not shown.since:
        yield words("gone.since", asked=_german(asked.since))
    gone = len(asked.areas) - len(shown.areas)
    if gone:
        yield words("gone.area" if gone == 1 else "gone.areas", count=gone)


def _german(period: str) -> str:
    try:
        return Period(period).german
    except UnknownPeriod:
        return f"„{period[:_LONGEST_NAME]}“"
