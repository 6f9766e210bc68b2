"""Whoever presents opens a second window: notes, what comes next, and a clock."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

from flask import Response

from geodata.workspace_holder import WorkspaceHolder
from layers.late_files import late_files
from layers.words import section, words

_ASSETS = Path(__file__).parents[1] / "assets"

_PAGE = """<!DOCTYPE html>
<html lang="de">
    <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <link rel="stylesheet" href="{style}">
    </head>
    <body>
        <main id="speaker" data-words="{said}"></main>
        <script src="{script}"></script>
    </body>
</html>"""


def speaker_page(holder: WorkspaceHolder) -> Response:
    """The window; assets/speaker/speaker.js fills it and follows the stage."""
    said = escape(json.dumps(section("stories.speaker"), ensure_ascii=False))
    title = escape(words("stories.speaker_title", title=holder.current().title))
    style, script = late_files(_ASSETS, "/assets/", ("speaker",))
    page = _PAGE.format(title=title, said=said, style=style, script=script)
    response = Response(page, mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    return response
