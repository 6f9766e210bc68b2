"""Somebody asks for help, or how far the atlas is free of barriers."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from flask import Response, current_app, jsonify, request

from geodata.workspace_holder import WorkspaceHolder
from layers.glossary import terms
from layers.late_files import late_files
from layers.text_page import accessibility_page, help_page, not_found_page
from layers.text_paths import HELP_PATH
from layers.view import View
from layers.words import section

STYLES, CONTACT, ASSETS = "ATLAS_STYLES", "ATLAS_CONTACT", "ATLAS_ASSETS"


def show_help(holder: WorkspaceHolder) -> Response:
    """The page „Hilfe“."""
    return _page(help_page(holder.current(), styles=_styles(), back=_back()))


def show_accessibility(holder: WorkspaceHolder) -> Response:
    """The page „Erklärung zur Barrierefreiheit“."""
    contact = current_app.config[CONTACT]
    told = accessibility_page(holder.current(), styles=_styles(), back=_back(), contact=contact)
    return _page(told)


def show_not_found(holder: WorkspaceHolder) -> Response:
    """What is said where the atlas has no such address."""
    answer = _page(not_found_page(holder.current(), styles=_styles()))
    answer.status_code = 404
    return answer


def show_words(holder: WorkspaceHolder) -> Response:  # noqa: ARG001 - as all that answer
    """What the scripts of help say: terms by id, the tour, and where all terms stand."""
    told = {name: asdict(term) for name, term in terms().items()}
    return jsonify(terms=told, tour=section("tour"), words=section("help"), page=HELP_PATH)


def _page(told: str) -> Response:
    answer = Response(told, mimetype="text/html")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def _styles() -> tuple[str, ...]:
    late = late_files(Path(current_app.config[ASSETS]), "/assets/", ("help",))
    return (current_app.config[STYLES], *(file for file in late if ".css?" in file))


def _back() -> str:
    """The view that somebody came from, as the address writes it."""
    return View.from_search(request.query_string.decode("ascii", "replace")).search
