"""Somebody takes the view along: as a picture, a document, a table, or all portraits of a level."""

from __future__ import annotations

import logging

from flask import Response, request

from callbacks.file_answer import file_answer, refused_file
from callbacks.own_address import shared_base
from callbacks.plain_answer import asked_search, plain_answer
from callbacks.snapshot import asked_workspace
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from layers.handout.offers import offers
from layers.link import shown_view
from layers.view import View

_LOG = logging.getLogger("sozialraumatlas")


def offer(holder: WorkspaceHolder) -> Response:
    """What the dialog offers for the path and the search of the request."""
    view = shown_view(request.args.get("pfad", "/"), asked_search())
    return plain_answer(offers(_workspace(view, holder), view))


def hand_out(product: str, holder: WorkspaceHolder) -> Response:
    """The file of a view; where refused the sentence, with 404 where its question is unknown."""
    # Drawing and typesetting load with the first file.
    from layers.handout.products import made_file
    from layers.handout.refusals import UnknownQuestion

    view = View.from_search(asked_search())
    try:
        file = made_file(_workspace(view, holder), product, view, base=shared_base())
    except UnknownQuestion as refusal:
        return refused_file(refusal, status=404)
    except Refusal as refusal:
        return refused_file(refusal)
    return file_answer(file.content, file.mimetype, file.name)


def portraits_state(holder: WorkspaceHolder) -> Response:
    """How many of the portraits of a level are made; the first question sets them going."""
    from layers.handout.all_portraits import portraits_of
    from layers.handout.facts import asked_handout
    from layers.handout.portrayed import portrayed_level
    from layers.handout.refusals import PortraitsFailed

    view = View.from_search(asked_search())
    workspace = _workspace(view, holder)
    try:
        told = asked_handout(workspace, view, base=shared_base())
        portrayed_level(told)
        made = portraits_of(workspace, told, base=shared_base())
        if made.failure is not None:
            _LOG.error("Porträts nicht fertig geworden", exc_info=made.failure)
            raise PortraitsFailed
    except Refusal as refusal:
        return plain_answer({"error": str(refusal)}, status=400)
    return plain_answer({"done": made.done, "total": made.total, "ready": made.is_ready})


def _workspace(view: View, holder: WorkspaceHolder) -> Workspace:
    return asked_workspace(view.entry, holder)
