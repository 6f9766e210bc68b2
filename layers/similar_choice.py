"""By which indicators areas are called alike: those of the topic, or chosen ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from indicators.choices import Topic
from layers.view import MOST_ALIKE_BY
from layers.words import words


def similar_choice(
    topics: Sequence[Topic],
    able: Collection[str],
    chosen: Collection[str],
    *,
    topic: str,
    is_own: bool,
) -> dict[str, Any]:
    """The choice as assets/comparison/similar.js draws it.

    `able` are the indicators that the area system has, `chosen` those that count now, by
    themselves where `is_own` says so, else as those of `topic`. "all" are the measures of every
    topic: counts tell above all how large an area is.
    """
    offered = [
        {
            "title": one.title,
            "indicators": [
                {"id": record.id, "title": record.title, "chosen": record.id in chosen}
                for record in one.indicators
                if record.id in able
            ],
        }
        for one in topics
    ]
    measures = [
        record.id
        for one in topics
        for record in one.indicators
        if record.id in able and record.kind != "count"
    ]
    name = "by_own" if is_own else "by_topic"
    return {
        "by": {
            "title": words(f"boards.aehnlich.{name}", topic=topic, count=len(chosen)),
            "topics": [one for one in offered if one["indicators"]],
            "all": measures[:MOST_ALIKE_BY],
            "back": words("boards.aehnlich.by_back", topic=topic) if is_own else "",
            "most": MOST_ALIKE_BY,
        }
    }
