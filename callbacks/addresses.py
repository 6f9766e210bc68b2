"""What is asked by an address of its own, not through Dash: by the page's scripts, and by programs.

For each answer of a callback Dash asks every component of the page, which takes longer than all
the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from dash import Dash
from flask import Response, jsonify

from callbacks.late import late
from callbacks.plain_answer import FOR_GOOD
from geodata.workspace_holder import WorkspaceHolder
from layers.background import ADDRESS
from layers.late_files import LateFolder, late_files
from layers.page_files import PageFile
from layers.shell import COMPARISON_PATH, FACILITIES_PATH, REACH_PATH, STORIES_PATH
from layers.text_paths import ACCESSIBILITY_PATH, HELP_PATH

# Which function of this folder answers; it is given what the address names, and the workspace.
READ = {
    f"{ADDRESS}<name>.json": "draw_map.geometry_file",
    "/karte/klassen": "draw_map.show_classes",
    "/karte/werte": "draw_map.show_values",
    "/karte/daneben": "show_beside.show_beside",
    "/karte/streuung": "show_noise.show_noise",
    "/zahl/herkunft": "show_provenance.show_provenance",
    "/lesarten": "write_note.read_notes",
    "/geheimhaltung": "audit_secrecy.audit_secrecy",
    "/vergleich/tafel": "compare.show_board",
    "/vergleich/gebiete": "compare.find_areas",
    "/einrichtungen/liste": "find_facilities.show_list",
    "/einrichtungen/auswahl": "find_facilities.show_found",
    f"{REACH_PATH}/<part>": "reach.answer",
    "/ansicht/hinweis": "check_link.check_link",
    "/teilen": "share.show_sharing",
    "/teilen/qr.svg": "share.qr_code",
    "/geschichten": "tell_stories.read_stories",
    "/geschichten/kapitel": "tell_stories.screen_as_chapters",
    "/geschichten/datei": "tell_stories.story_file",
    "/praesentation/vortrag": "speak.speaker_page",
    "/praesentation/gebiete": "tell_chapter.chosen_areas",
    "/praesentation/zeichen": "tell_chapter.over_the_map",
    "/ausgabe/angebot": "hand_out_view.offer",
    "/ausgabe/portraets/stand": "hand_out_view.portraits_state",
    "/praesentation/kapitel.png": "hand_out_story.chapter_picture",
    "/ausgabe/geschichte.pdf": "hand_out_story.story_pdf",
    "/ausgabe/geschichte.pptx": "hand_out_story.story_pptx",
    "/ausgabe/<product>": "hand_out_view.hand_out",
    "/daten/<indicator>": "hand_out_figures.figures",
    "/healthz": "hand_out_figures.health",
    HELP_PATH: "show_text_page.show_help",
    ACCESSIBILITY_PATH: "show_text_page.show_accessibility",
    f"{HELP_PATH}/woerter": "show_text_page.show_words",
}
WRITTEN = {
    "/lesarten": "write_note.write_note",
    "/schreiben/klassen": "keep_classes.keep",
    "/schreiben/ansichten": "share.save_view",
    "/schreiben/geschichten": "tell_stories.write_story",
    f"{REACH_PATH}/anhalten": "reach.stop",
    "/schreiben/erreichbarkeit": "reach.save",
}

# The folders of scripts and styles that come with the first visit to a mode.
LATE: Mapping[str, tuple[LateFolder, ...]] = {
    COMPARISON_PATH: ("boards", "comparison"),
    FACILITIES_PATH: ("boards", "signs", "facilities"),
    # The filter and the signs of facilities are those of the mode that looks for them.
    REACH_PATH: ("boards", "signs", "facilities", "reach"),
    HELP_PATH: ("help",),
    # What lies over a chapter's map has the signs of facilities.
    STORIES_PATH: ("signs", "stories"),
    "/teilen": ("share",),
    # The dialog looks like that of sharing.
    "/ausgabe": ("share", "handout"),
}


def register(app: Dash, holder: WorkspaceHolder, files: Sequence[PageFile] = ()) -> None:
    """Bind all addresses; whoever may not write is refused by what answers."""
    for method, answers in (("GET", READ), ("POST", WRITTEN)):
        for address, name in answers.items():
            answer = late(name, holder=holder)
            app.server.add_url_rule(address, view_func=answer, methods=[method])
    for path, folders in LATE.items():
        late_ones = partial(files_of_mode, app, folders)
        app.server.add_url_rule(f"{path}/dateien", f"dateien-{folders[-1]}", late_ones)
    for file in files:
        app.server.add_url_rule(file.address, file.address, partial(own_file, file))


def own_file(file: PageFile) -> Response:
    """The scripts or the styles of the page."""
    response = Response(file.content, mimetype=file.mimetype)
    response.headers["Cache-Control"] = FOR_GOOD
    return response


def files_of_mode(app: Dash, folders: Sequence[LateFolder]) -> Response:
    """Where the scripts and the style of a mode are that come with the first visit to it."""
    prefix = f"{app.config.requests_pathname_prefix}{app.config.assets_url_path.strip('/')}/"
    return jsonify(late_files(Path(app.config.assets_folder), prefix, folders))
