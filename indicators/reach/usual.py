"""What a question of reachability means where it leaves something open."""

from __future__ import annotations

from dataclasses import replace

from geodata.workspace import Workspace
from indicators.reach.networks import usual_day
from indicators.reach.question import ReachQuestion

_FIRST_KIND = "kita"


def completed(workspace: Workspace, question: ReachQuestion) -> ReachQuestion:
    """The question with a kind of facility, and by bus with a day.

    Kitas are meant, else the first kind of which there are any: the way to any facility at all
    says nothing. A usual school day is meant.
    """
    kinds = tuple(workspace.facility_sets)
    if not question.filter.kinds and kinds:
        kind = _FIRST_KIND if _FIRST_KIND in kinds else kinds[0]
        question = replace(question, filter=replace(question.filter, kinds=(kind,)))
    if question.mode == "transit" and not question.day and "timetable" in workspace.network_states:
        question = replace(question, day=usual_day(workspace))
    return question
