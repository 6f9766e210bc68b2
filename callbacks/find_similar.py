"""Somebody looks for the areas most like one, by the topic's indicators or by chosen ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from geodata.catalogue import Indicator
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from indicators.choices import periods, topic_of, topics
from indicators.comparison.profile import shared_indicators
from indicators.comparison.refusals import NothingToCompare
from layers.similar_choice import similar_choice
from layers.view import View
from layers.words import words

_FEWEST_ALIKE = 3
_FEWEST_MEASURES = 2


def similar(workspace: Workspace, view: View, *, beside: Sequence[str]) -> dict[str, Any]:
    """The board „Ähnliche“; `beside` are areas to begin with where none is picked on the map."""
    if len(workspace.systems[view.system]) < _FEWEST_ALIKE:
        return {"refusal": words("boards.aehnlich.too_few")}
    usual = _usual(workspace, view)
    able = {record.id for record in _able(workspace, view)}
    chosen = [name for name in view.alike_by if name in able]
    topic = topic_of(workspace, view.indicator)
    told = similar_choice(
        topics(workspace),
        able,
        chosen or [record.id for record in usual],
        topic=topic.title if topic else "",
        is_own=bool(chosen),
    )
    asked = view.areas or tuple(beside)
    if not asked:
        return {**told, "refusal": words("boards.aehnlich.choose")}
    records = [workspace.indicators[name] for name in chosen] if chosen else usual
    try:
        return {**told, **_found(workspace, view, asked[0], records, is_own=bool(chosen))}
    except NothingToCompare as refusal:
        # Nobody asked for this area: rather let one be picked.
        sentence = str(refusal) if view.areas else words("boards.aehnlich.choose")
        return {**told, "refusal": sentence}
    except Refusal as refusal:
        return {**told, "refusal": str(refusal)}


def _found(
    workspace: Workspace, view: View, area_id: str, records: Sequence[Indicator], *, is_own: bool
) -> dict[str, Any]:
    from indicators.comparison.similar import similar_areas
    from layers.similar_board import similar_board

    known = {
        record.id: [choice.period.text for choice in periods(workspace, record.id, view.system)]
        for record in records
    }
    at = {name: view.period for name, texts in known.items() if view.period in texts}
    topic = topic_of(workspace, view.indicator)
    return similar_board(
        similar_areas(workspace, view.system, area_id, list(known), periods=at),
        topic="" if is_own or topic is None else topic.title,
        system=view.system,
        without_counts=not is_own and len(records) < len(_of_topic(workspace, view)),
        with_counts=is_own and any(record.kind == "count" for record in records),
        is_picked=bool(view.areas),
    )


def _usual(workspace: Workspace, view: View) -> list[Indicator]:
    """Those of the topic; counts tell above all how large an area is."""
    records = _of_topic(workspace, view)
    measures = [record for record in records if record.kind != "count"]
    return measures if len(measures) >= _FEWEST_MEASURES else list(records)


def _of_topic(workspace: Workspace, view: View) -> Sequence[Indicator]:
    topic = topic_of(workspace, view.indicator)
    return shared_indicators(workspace, view.system, view.system, topic.title if topic else "")


def _able(workspace: Workspace, view: View) -> list[Indicator]:
    """All indicators that this system has."""
    return [
        record
        for topic in topics(workspace)
        for record in topic.indicators
        if periods(workspace, record.id, view.system)
    ]
