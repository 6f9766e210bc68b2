"""A question of reachability as an indicator like all others."""

from __future__ import annotations

from geodata.catalogue import Indicator, Kind
from geodata.workspace import Workspace
from indicators.reach.naming import definition_of, title_of
from indicators.reach.question import Measure, ReachQuestion, question_of_id

TOPIC = "Mobilität"
MINUTE_BREAKS, MINUTE_PALETTE = (5, 10, 15, 30, 45), "OrRd"
_KIND: dict[Measure, Kind] = {
    "minutes": "minutes",
    "share": "share",
    "number": "mean",
    "places": "rate",
    "graded": "rate",
    "own": "rate",
}
_UNIT: dict[Measure, str] = {
    "minutes": "min",
    "share": "%",
    "number": "",
    "places": "je 100",
    "graded": "je 100",
    "own": "je 100",
}


def asked_record(workspace: Workspace, indicator_id: str) -> Indicator:
    """The record of a question that nobody has stored, under the id that is the question itself.

    Raises `WrongReach` for a question that means nothing.
    """
    return reach_record(workspace, indicator_id, question_of_id(indicator_id))


def reach_record(
    workspace: Workspace, indicator_id: str, question: ReachQuestion, *, title: str = ""
) -> Indicator:
    """A record under „Mobilität“ with the question in it.

    Minutes and shares are classed by the same limits everywhere, so that two maps can be compared.
    """
    classes: dict[str, object] = {"method": "quantile", "count": 5, "palette": "YlGnBu"}
    if question.measure == "minutes":
        classes = {"method": "own", "breaks": list(MINUTE_BREAKS), "palette": MINUTE_PALETTE}
    elif question.measure == "share":
        classes = {"method": "own", "breaks": [20, 40, 60, 80], "palette": "YlGnBu"}
    return Indicator(
        id=indicator_id,
        title=title or title_of(workspace, question),
        topic=TOPIC,
        definition=definition_of(workspace, question),
        unit=_UNIT[question.measure],
        kind=_KIND[question.measure],
        direction="high_is_bad" if question.measure == "minutes" else "high_is_good",
        classes=classes,
        reach=question.texts(),
    )
