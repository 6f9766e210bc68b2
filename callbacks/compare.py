"""Somebody compares: answer with the one board that is open."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from flask import Response, jsonify, request

from callbacks.find_similar import similar
from callbacks.plain_answer import asked_search, plain_answer
from geodata.refusals import Refusal
from geodata.ring import Member
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.choices import periods, systems, topic_of, topics
from indicators.comparison.place import Place
from indicators.comparison.profile import Comparison, profile, proposed_pairs
from indicators.published import Published, published
from indicators.query import Query
from layers.comparison_panel import board_answer, found_areas, refused_board
from layers.fitting_view import fitting_view
from layers.profile_board import profile_board, side_choice
from layers.side_text import both_sides, place_from, place_of
from layers.view import View
from layers.words import words

_LONGEST_SEARCH = 80


def show_board(holder: WorkspaceHolder) -> Response:
    """The board that the address of the request names."""
    return plain_answer(board(asked_search(), holder))


def find_areas(holder: WorkspaceHolder) -> Response:
    """The areas whose names hold what was typed."""
    text = request.args.get("suche", "")[:_LONGEST_SEARCH]
    return jsonify(found_areas(holder.current(), text))


def board(search: str, holder: WorkspaceHolder) -> dict[str, Any]:
    """The board that an address names, or the sentence why there is none."""
    workspace = holder.current()
    view = fitting_view(View.from_search(search), workspace)
    if not view.indicator:
        return refused_board(view.board, words("map.empty"))
    try:
        told = _BOARDS[view.board](workspace, view)
    except Refusal as refusal:
        return refused_board(view.board, str(refusal))
    return board_answer(view.board, told)


def _profile(workspace: Workspace, view: View) -> dict[str, Any]:
    proposed = proposed_pairs(workspace)
    a, b = (_side(workspace, view, text) for text in (view.side_a, view.side_b))
    sides = both_sides(a, b, proposed)
    told: dict[str, Any] = {
        "pairs": [[side_choice(workspace, place) for place in pair] for pair in proposed],
        "picked": _picked(workspace, view, sides or ()),
    }
    if sides is None:
        known = {"a": side_choice(workspace, a) if a else None}
        known["b"] = side_choice(workspace, b) if b else None
        return {**told, **known, "refusal": words("boards.profil.choose")}
    a, b = sides
    topic = _topic_of(workspace, view.indicator)
    found = profile(workspace, a, b, topic, period=view.period)
    drawn = profile_board(
        [(one, _figures_behind(workspace, one)) for one in found],
        workspace.indicators,
        topic=topic,
        county_name=workspace.title,
        asked=view.indicator,
    )
    sides_told = {"a": side_choice(workspace, a), "b": side_choice(workspace, b)}
    return {**told, **sides_told, "sides": _on_the_map(workspace, view), **drawn}


def _side(workspace: Workspace, view: View, text: str) -> Place | None:
    """A side of the address; the areas that the View names together keep their name."""
    place = place_from(text, workspace)
    if place is None or set(place.area_ids) != set(view.areas):
        return place
    return _named(place, view)


def _named(place: Place, view: View) -> Place:
    return replace(place, name=view.areas_name) if place.members else place


def _picked(workspace: Workspace, view: View, sides: Sequence[Place]) -> dict[str, Any] | None:
    """What is selected on the map and stands on neither side yet."""
    here = [place for place in sides if place.system == view.system]
    known = {area_id for place in here for area_id in place.area_ids}
    if not view.areas or set(view.areas) <= known:
        return None
    return side_choice(workspace, _named(place_of(view.system, view.areas), view))


def _figures_behind(workspace: Workspace, found: Comparison) -> tuple[Published, Published]:
    one, other = (
        published(workspace, Query(found.indicator.id, side.place.system, side.period.text))
        for side in (found.a, found.b)
    )
    return one, other


def _association(workspace: Workspace, view: View) -> dict[str, Any]:
    from indicators.comparison.association import association
    from layers.association_board import association_board, question_options

    able = _able(workspace, view)
    if not able:
        return {"refusal": words("boards.zusammenhang.no_second")}
    measures = [name for name in able if workspace.indicators[name].kind != "count"]
    usual = (measures or able)[0]
    second = view.second_indicator if view.second_indicator in able else usual
    told: dict[str, Any] = {"mit": second, "options": question_options(topics(workspace), able)}
    told["sides"] = _on_the_map(workspace, view)
    beside = fitting_view(replace(view, indicator=second, since="", change=""), workspace)
    try:
        x, y = published(workspace, view.drawn_query), published(workspace, beside.query)
        found = association(x, y)
        drawn = association_board(
            found,
            x,
            y,
            selected=view.areas,
            sides=_sides_here(workspace, view),
            elsewhere=_more_pairs(workspace, view, second) if found.why_none == "too_few" else None,
        )
    except Refusal as refusal:
        return {**told, "refusal": str(refusal)}
    return {**told, **drawn}


def _more_pairs(workspace: Workspace, view: View, second: str) -> tuple[str, int] | None:
    """The level where most areas have both figures, and how many; None where it is too few too."""
    from indicators.comparison.association import FEWEST_PAIRS, association

    counted = []
    for system in systems(workspace, view.indicator):
        here = fitting_view(replace(view, system=system.id), workspace)
        beside = fitting_view(replace(here, indicator=second, since="", change=""), workspace)
        if beside.system != system.id:
            continue
        with suppress(Refusal):
            x, y = published(workspace, here.drawn_query), published(workspace, beside.query)
            counted.append((association(x, y).n, system.title))
    n, title = max(counted, default=(0, ""))
    return (title, n) if n >= FEWEST_PAIRS else None


def _sides_here(workspace: Workspace, view: View) -> dict[str, str]:
    """The areas of the shown system that stand on a side of the first board, "a" or "b"."""
    a, b = (place_from(text, workspace) for text in (view.side_a, view.side_b))
    sides = both_sides(a, b, proposed_pairs(workspace)) or ()
    return {
        area_id: name
        for name, place in zip("ab", sides, strict=False)
        if place.system == view.system
        for area_id in place.area_ids
    }


def _on_the_map(workspace: Workspace, view: View) -> dict[str, list[str]]:
    """The areas of each side that the map shows."""
    found = _sides_here(workspace, view)
    return {side: [area for area, name in found.items() if name == side] for side in "ab"}


def _able(workspace: Workspace, view: View) -> list[str]:
    """The other indicators that this system has, those of the same topic first."""
    own = _topic_of(workspace, view.indicator)
    ordered = sorted(topics(workspace), key=lambda topic: topic.title != own)
    return [
        record.id
        for topic in ordered
        for record in topic.indicators
        if record.id != view.indicator and periods(workspace, record.id, view.system)
    ]


def _similar(workspace: Workspace, view: View) -> dict[str, Any]:
    side_a = [area for area, name in _sides_here(workspace, view).items() if name == "a"]
    return similar(workspace, view, beside=side_a)


def _ring(workspace: Workspace, view: View) -> dict[str, Any]:
    from indicators.comparison.ring import ring_indicators, ring_position
    from layers.ring_board import ring_board

    rings = list(workspace.rings.values())
    if not rings:
        return {"refusal": words("boards.ring.none")}
    ring = workspace.rings.get(view.ring, rings[0])
    found = [
        ring_position(workspace, record.id, ring.id)
        for record in ring_indicators(workspace, ring.id)
    ]
    return ring_board(ring, rings, found, county=Member(workspace.county, workspace.title))


def _pattern(workspace: Workspace, view: View) -> dict[str, Any]:
    from indicators.comparison.autocorrelation import autocorrelation
    from layers.pattern_board import pattern_board

    figures = published(workspace, view.drawn_query)
    return pattern_board(autocorrelation(workspace, view.drawn_query), figures)


def _topic_of(workspace: Workspace, indicator: str) -> str:
    found = topic_of(workspace, indicator)
    return found.title if found else ""


_BOARDS = {
    "profil": _profile,
    "zusammenhang": _association,
    "aehnlich": _similar,
    "ring": _ring,
    "muster": _pattern,
}
