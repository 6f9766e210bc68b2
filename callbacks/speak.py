"""Whoever presents opens a second window: notes, what comes next, and a clock."""

from __future__ import annotations

import json
from html import escape

from flask import Response

from geodata.workspace_holder import WorkspaceHolder
from layers.words import section, words

_PAGE = """<!DOCTYPE html>
<html lang="de">
    <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <link rel="stylesheet" href="/assets/speaker/speaker.css">
    </head>
    <body>
        <main id="speaker" data-words="{said}"></main>
        <script src="/assets/speaker/speaker.js"></script>
    </body>
</html>"""


def speaker_page(holder: WorkspaceHolder) -> Response:
    """The window; assets/speaker/speaker.js fills it and follows the stage."""
    said = escape(json.dumps(section("stories.speaker"), ensure_ascii=False))
    title = escape(words("stories.speaker_title", title=holder.current().title))
    response = Response(_PAGE.format(title=title, said=said), mimetype="text/html")
    response.headers["Cache-Control"] = "no-store"
    return response
