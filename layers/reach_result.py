"""What a question of reachability comes to, in words and numbers beside the map."""

from __future__ import annotations

import re
from typing import Any

from geodata.workspace import Workspace
from indicators.reach.naming import by_text, definition_of, title_of
from indicators.reach.question import ReachQuestion, clock
from indicators.reach.summary import Summary, Within
from layers.counted_points import counted_points
from layers.german_number import german_number
from layers.own_places_result import counted_facilities, nature_badge, own_result
from layers.words import section, words

# Counts of people are told to so many digits: who lives where is known no better.
_DIGITS = 2
_LONGEST_ID = 80


def reach_result(
    workspace: Workspace, question: ReachQuestion, found: Summary | None
) -> dict[str, Any]:
    """The headline, the shares by limit, who is left out; drawn by assets/reach/result.js."""
    told: dict[str, Any] = {
        "words": section("reach.result"),
        "title": title_of(workspace, question),
        "id": short_name(title_of(workspace, question)),
        "method": definition_of(workspace, question),
        "badge": None,
    }
    if question.measure == "own":
        return {**told, **own_result(workspace, question)}
    if found is None:
        return {**told, "refusal": words("reach.result.too_few")}
    chosen = next(w for w in found.within if w.minutes == question.limit_minutes)
    return {
        **told,
        "badge": nature_badge(found.nature),
        "headline": _headline(workspace, question, chosen),
        "inside": words(
            "reach.result.inside",
            people=rounded_people(chosen.people),
            all=_everybody(workspace, question, found.people),
        ),
        "mean": _mean(found),
        "unreached": _unreached(found),
        "steps": [_step(within, question) for within in found.within],
        "left_out": [
            {"name": place.name, "text": minutes_text(place.minutes)} for place in found.left_out
        ],
        "gini": _gini(question, found),
        "beyond": _beyond(workspace, question, found),
        "grounds": words(
            "reach.result.grounds",
            facilities=counted_facilities(found.facilities),
            points=counted_points(workspace, found.points),
        ),
    }


def minutes_text(minutes: float | None) -> str:
    """`12 min`, `unter 1 min`, `keine Verbindung`."""
    if minutes is None:
        return words("flag.no_connection")
    if minutes < 1:
        return words("reach.under_a_minute")
    return words("reach.minutes", minutes=german_number(minutes, decimals=0))


def rounded_people(people: float) -> str:
    """`rund 36.000`, `weniger als 10`: no more digits than are known.

    >>> rounded_people(36412), rounded_people(154), rounded_people(3)
    ('rund 36.000', 'rund 150', 'weniger als 10')
    """
    if people < 10:
        return words("reach.result.few")
    return words("reach.result.about", number=german_number(_rounded(people), decimals=0))


def short_name(title: str) -> str:
    """A title as an id of the catalogue may be written.

    >>> short_name("Kitas: Minuten zu Fuß")
    'kitas_minuten_zu_fuss'
    """
    plain = title.casefold().translate({ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue"})
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_LONGEST_ID]


def _everybody(workspace: Workspace, question: ReachQuestion, people: float) -> str:
    record = workspace.indicators.get(question.group)
    number = german_number(_rounded(people), decimals=0)
    if record is None:
        return words("reach.result.about_all", number=number)
    return words("reach.result.about_group", number=number, group=record.title)


def _rounded(people: float) -> int:
    step: int = 10 ** max(0, len(str(round(people))) - _DIGITS)
    return step * round(people / step)


def _headline(workspace: Workspace, question: ReachQuestion, chosen: Within) -> str:
    """By bus it is told how long before the hour one sets out: waiting there counts, too."""
    record = workspace.indicators.get(question.group)
    sentence = words(
        "reach.result.sets_out" if question.mode == "transit" else "reach.result.needs",
        whom="" if record else words("reach.result.of_all"),
        share=german_number(100 * chosen.share, decimals=0),
        limit=question.limit_minutes,
        by=by_text(question),
        hour=clock(question.arrive_by_s),
    )
    if record is None:
        return sentence
    return words("reach.result.of_group", group=record.title, sentence=sentence)


def _mean(found: Summary) -> str:
    if found.mean_minutes is None:
        return words("reach.result.nobody")
    return words("reach.result.mean", minutes=minutes_text(found.mean_minutes))


def _unreached(found: Summary) -> str:
    """Said wherever there is anybody, however few."""
    if found.unreached_share <= 0 or found.mean_minutes is None:
        return ""
    share = 100 * found.unreached_share
    return words("reach.result.unreached", share=german_number(share, decimals=1))


def _beyond(workspace: Workspace, question: ReachQuestion, found: Summary) -> str:
    """How many places are meant by the few that are named."""
    if not found.beyond:
        return ""
    farther = words(
        "reach.result.beyond_one" if found.beyond == 1 else "reach.result.beyond",
        places=counted_points(workspace, found.beyond),
        limit=question.limit_minutes,
    )
    if not found.cut_off:
        return farther
    cut_off = words("reach.result.cut_off", count=german_number(found.cut_off, decimals=0))
    return f"{farther}, {cut_off}"


def _gini(question: ReachQuestion, found: Summary) -> str:
    if found.gini is None:
        return ""
    of = "gini_places" if question.measure in ("places", "graded") else "gini_minutes"
    return words(f"reach.result.{of}", gini=german_number(found.gini, decimals=2))


def _step(within: Within, question: ReachQuestion) -> dict[str, Any]:
    return {
        "limit": words("reach.result.step", minutes=within.minutes),
        "share": round(within.share, 4),
        "text": words("area.percent", number=german_number(100 * within.share, decimals=0)),
        "people": rounded_people(within.people),
        "chosen": within.minutes == question.limit_minutes,
    }
