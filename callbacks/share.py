"""Somebody shares what is on the screen: the link, its QR code, and the views that have a name."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from flask import Response, abort, request

from callbacks.own_address import shared_base
from callbacks.plain_answer import asked_search, plain_answer
from callbacks.recognise_editor import comes_from_the_page, may_sign_in, may_write
from callbacks.snapshot import asked_workspace
from callbacks.this_day import today
from geodata.imports.saved_views import put_view, remove_view
from geodata.refusals import Refusal
from geodata.store import Store
from geodata.workspace_holder import WorkspaceHolder
from layers.handout.offers import sheet_address
from layers.link import link_address, shown_view
from layers.share_panel import LONGEST_QR, share_told, story_choices, views_told
from layers.words import words

QR_ADDRESS = "/teilen/qr.svg"


def show_sharing(holder: WorkspaceHolder) -> Response:
    """What the dialog shows for the path and the search of the request."""
    path = request.args.get("pfad", "/")
    address = link_address(path, asked_search())
    qr_address = f"{QR_ADDRESS}?{urlencode({'adresse': address})}"
    told = share_told(shared_base(), address, qr_address)
    view = shown_view(path, asked_search())
    pdf = sheet_address(asked_workspace(view.entry, holder), view)
    return plain_answer({**told, "pdf": pdf, **_kept(holder)})


def qr_code(holder: WorkspaceHolder) -> Response:  # noqa: ARG001 - all answers get it
    """The code of a link to this atlas, and to nothing else."""
    # A library for this one picture.
    import io

    import segno

    path, _, search = request.args.get("adresse", "").partition("?")
    base, address = shared_base(), link_address(path, f"?{search}")
    if not base or len(base + address) > LONGEST_QR:
        abort(404)
    drawn = io.BytesIO()
    code = segno.make_qr(base + address, error="m")
    code.save(drawn, kind="svg", border=4, light="#ffffff", omitsize=True, xmldecl=False)
    response = Response(drawn.getvalue(), mimetype="image/svg+xml")
    response.headers["Cache-Control"] = "no-store"
    return response


def save_view(holder: WorkspaceHolder) -> Response:
    """Keep the view sent under its name, or remove the one of that name."""
    if not comes_from_the_page():
        return plain_answer({"error": words("editor.foreign")}, status=403)
    if not may_write():
        return plain_answer({"error": words("share.readers_only")}, status=403)
    sent = request.get_json(silent=True)
    given = sent if isinstance(sent, dict) else {}
    name, path, search = (_text(given, key) for key in ("name", "path", "search"))
    try:
        # A view hides and tells no figure: nothing has to be reckoned before it is kept.
        with Store.open(holder.current().path) as store:
            if given.get("remove") is True:
                number = remove_view(store, name)
            else:
                number = put_view(store, name, link_address(path, search), on=today())
    except Refusal as refusal:
        return plain_answer({"error": str(refusal)}, status=400)
    return plain_answer({**_kept(holder), "number": number})


def _kept(holder: WorkspaceHolder) -> dict[str, Any]:
    workspace = holder.current()
    told = views_told(workspace.saved_views, editor=may_write(), may_sign_in=may_sign_in())
    return {**told, "stories": story_choices(workspace.stories)}


def _text(given: dict[str, Any], name: str) -> str:
    found = given.get(name, "")
    return found if isinstance(found, str) else ""
