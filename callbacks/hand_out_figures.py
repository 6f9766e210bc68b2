"""Somebody fetches figures without the page: the same that the map and the command line show."""

from __future__ import annotations

from flask import Response, jsonify, request

from geodata.refusals import Refusal
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.choices import systems
from indicators.hand_out import as_csv, handed_out
from indicators.query import Query
from layers.words import words

FORMATS = ("csv", "json")


class UnknownFormat(Refusal):
    sentence = words("hand_out.unknown_format")


def figures(indicator: str, holder: WorkspaceHolder) -> Response:
    """The rows of an indicator as CSV or JSON; 400 with the sentence where refused."""
    wanted = request.args.get("format", "csv")
    try:
        workspace = holder.current()
        if wanted not in FORMATS:
            raise UnknownFormat(format=wanted)
        system = request.args.get("system") or _finest(workspace, indicator)
        query = Query(indicator, system, request.args.get("period", ""))
        rows = handed_out(workspace, query)
    except Refusal as refusal:
        return _refused(str(refusal), wanted)
    if wanted == "json":
        answer = jsonify(rows)
    else:
        name = f"{indicator}-{query.system}.csv"
        answer = Response("\ufeff" + as_csv(rows), mimetype="text/csv")
        answer.headers.set("Content-Disposition", "attachment", filename=name)
    # A browser that kept them would show them when a later rule hides some.
    answer.headers["Cache-Control"] = "no-store"
    return answer


def health(holder: WorkspaceHolder) -> Response:
    """For a monitor: that the atlas answers, and from which journal number; else 503 and why."""
    try:
        return jsonify({"status": "ok", "number": holder.current().number})
    except Refusal as refusal:
        answer = jsonify({"status": "error", "error": str(refusal)})
        answer.status_code = 503
        return answer


def _finest(workspace: Workspace, indicator: str) -> str:
    known = systems(workspace, indicator) if indicator in workspace.indicators else ()
    return known[-1].id if known else next(iter(reversed(list(workspace.systems))), "")


def _refused(sentence: str, wanted: str) -> Response:
    if wanted == "json":
        answer = jsonify({"error": sentence})
    else:
        answer = Response(sentence + "\n", mimetype="text/plain")
    answer.status_code = 400
    return answer
