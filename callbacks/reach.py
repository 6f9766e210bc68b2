"""Somebody asks how far it is: answer with the panel, the figures, the way and what is reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Response, abort, request

from callbacks.plain_answer import asked_search, plain_answer
from callbacks.recognise_editor import comes_from_the_page, may_write
from geodata.refusals import Refusal
from geodata.store import Store
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.reach.bus_way import bus_way
from indicators.reach.day_offers import day_offers
from indicators.reach.isochrone import isochrone
from indicators.reach.naming import title_of
from indicators.reach.question import ReachQuestion, question_of_id
from indicators.reach.saving import save_question
from indicators.reach.summary import summary
from indicators.reach.way import street_way
from indicators.reach.work import stop as stop_work
from layers.fitting_view import fitting_view
from layers.in_degrees import metres_of
from layers.isochrone_text import isochrone_told
from layers.mobility_layers import layers_day, mobility_layer
from layers.offers_text import offers_told
from layers.reach_board import reach_board
from layers.reach_result import reach_result
from layers.view import View
from layers.way_text import way_told
from layers.words import words

_LONGEST_TITLE = 160
_Told = Callable[[Workspace, View, ReachQuestion], dict[str, Any]]


def answer(holder: WorkspaceHolder, part: str) -> Response:
    """What is asked of the present workspace, or the sentence why there is no answer."""
    told = _PARTS.get(part)
    if told is None:
        abort(404)
    workspace = holder.current()
    view = fitting_view(View.from_search(asked_search()), workspace)
    if not view.reach.asked:
        return plain_answer({"refusal": ""}, status=400)
    try:
        return plain_answer(told(workspace, view, question_of_id(view.indicator)))
    except Refusal as refusal:
        return plain_answer({"refusal": str(refusal)})


def stop(holder: WorkspaceHolder) -> Response:
    """Stop reckoning what the map of an address waits for."""
    if not comes_from_the_page():
        return plain_answer({"error": words("editor.foreign")}, status=403)
    workspace = holder.current()
    view = fitting_view(View.from_search(asked_search()), workspace)
    if view.reach.asked:
        stop_work(workspace, question_of_id(view.indicator).trip)
    return plain_answer({})


def save(holder: WorkspaceHolder) -> Response:
    """Keep the question of the address as an indicator; the answer says so, with its number."""
    if not comes_from_the_page():
        return plain_answer({"error": words("editor.foreign")}, status=403)
    if not may_write():
        return plain_answer({"error": words("editor.readers_only")}, status=403)
    workspace = holder.current()
    view = fitting_view(View.from_search(asked_search()), workspace)
    sent = request.get_json(silent=True)
    named = {k: v for k, v in sent.items() if isinstance(v, str)} if isinstance(sent, dict) else {}
    # The engine behind it loads slowly, and only editors need it.
    from indicators.secrecy.guard import keep_secret

    try:
        with Store.open(workspace.path) as store:
            store.ask_before_commit(keep_secret)
            question = question_of_id(view.indicator)
            title = named.get("title", "")[:_LONGEST_TITLE]
            number = save_question(store, workspace, named.get("id", ""), question, title=title)
    except Refusal as refusal:
        return plain_answer({"error": str(refusal)}, status=400)
    said = words("reach.result.saved", title=title or title_of(workspace, question))
    return plain_answer({"said": said, "number": number})


def _board(workspace: Workspace, view: View, question: ReachQuestion) -> dict[str, Any]:
    return reach_board(workspace, view, question)


def _result(workspace: Workspace, _view: View, question: ReachQuestion) -> dict[str, Any]:
    found = None if question.measure == "own" else summary(workspace, question)
    told = reach_result(workspace, question, found)
    return {**told, "editor": may_write()}


def _way(workspace: Workspace, view: View, question: ReachQuestion) -> dict[str, Any]:
    if view.reach.origin is None:
        return {}
    find = bus_way if question.mode == "transit" else street_way
    return way_told(workspace, question, find(workspace, question, *metres_of(*view.reach.origin)))


def _offers(workspace: Workspace, view: View, question: ReachQuestion) -> dict[str, Any]:
    if view.reach.origin is None or question.mode != "transit":
        return {}
    return offers_told(day_offers(workspace, question, *metres_of(*view.reach.origin)))


def _isochrone(workspace: Workspace, _view: View, question: ReachQuestion) -> dict[str, Any]:
    return isochrone_told(isochrone(workspace, question))


def _layer(workspace: Workspace, view: View, question: ReachQuestion) -> dict[str, Any]:
    """One layer of those in the address: the one that the request names."""
    name = request.args.get("schicht", "")
    if name not in view.reach.layers:
        return {}
    return mobility_layer(workspace, name, question.day or layers_day(workspace))


_PARTS: dict[str, _Told] = {
    "tafel": _board,
    "ergebnis": _result,
    "weg": _way,
    "fahrten": _offers,
    "flaeche": _isochrone,
    "schicht": _layer,
}
