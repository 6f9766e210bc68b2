"""How files that somebody takes along are sent."""

from __future__ import annotations

from flask import Response

from geodata.refusals import Refusal


def file_answer(content: bytes, mimetype: str, name: str) -> Response:
    """The file, to be saved under its name."""
    answer = Response(content, mimetype=mimetype)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return _not_kept(answer)


def refused_file(refusal: Refusal, *, status: int = 400) -> Response:
    """The sentence alone."""
    return _not_kept(Response(f"{refusal}\n", status=status, mimetype="text/plain"))


def _not_kept(answer: Response) -> Response:
    """A browser that kept figures would show them when a later rule hides some."""
    answer.headers["Cache-Control"] = "no-store"
    return answer
