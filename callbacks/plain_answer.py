"""How answers to the page's own scripts are sent."""

from __future__ import annotations

import json
from typing import Any

from flask import Response, request

# Of files whose address names what is in them.
FOR_GOOD = "public, max-age=31536000, immutable"


def plain_answer(told: Any, *, status: int = 200) -> Response:  # noqa: ANN401 - whatever JSON holds
    """JSON that no browser keeps: it belongs to one moment, and perhaps to one person."""
    return text_answer(as_text(told), status=status)


def text_answer(told: str, *, status: int = 200) -> Response:
    """The same of what is JSON already."""
    response = Response(told, status=status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


def as_text(told: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    return json.dumps(told, ensure_ascii=False)


def asked_search() -> str:
    """The query of the request as the page's address has it: `?indikator=…`."""
    asked = request.query_string.decode("ascii", "replace")
    return f"?{asked}" if asked else ""
