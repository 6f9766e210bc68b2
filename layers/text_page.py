"""Pages that are read and need no script: „Hilfe“, „Erklärung zur Barrierefreiheit“, not found."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from geodata.workspace import Workspace
from layers.glossary import glossary
from layers.starting_questions import starting_questions
from layers.text_paths import ACCESSIBILITY_PATH, HELP_PATH
from layers.words import section

TOUR_MARK = "rundgang"


def help_page(workspace: Workspace, *, styles: tuple[str, ...], back: str) -> str:
    """Questions to begin with, the tour, the keys, and the glossary.

    `styles` are addresses of style sheets, `back` is the search of the view somebody came from.
    """
    return _page(
        "help.html",
        workspace,
        styles,
        back,
        path=HELP_PATH,
        questions=starting_questions(workspace),
        tour=section("tour"),
        groups=glossary(),
    )


def accessibility_page(
    workspace: Workspace, *, styles: tuple[str, ...], back: str, contact: str
) -> str:
    """What was checked, what is known not to work, and whom to tell: `contact`, "" for nobody."""
    told = section("accessibility")
    return _page(
        "accessibility.html",
        workspace,
        styles,
        back,
        path=ACCESSIBILITY_PATH,
        told=told,
        contact=contact,
    )


def not_found_page(workspace: Workspace, *, styles: tuple[str, ...]) -> str:
    """That there is nothing under an address, and where to go instead."""
    return _page("not_found.html", workspace, styles, "", path="", told=section("not_found"))


def _page(
    name: str, workspace: Workspace, styles: tuple[str, ...], back: str, **facts: object
) -> str:
    return (
        _templates()
        .get_template(name)
        .render(
            title=workspace.title,
            app=section("app"),
            words=section("help"),
            styles=styles,
            back=back,
            help_path=HELP_PATH,
            accessibility_path=ACCESSIBILITY_PATH,
            tour_mark=TOUR_MARK,
            **facts,
        )
    )


@cache
def _templates() -> Environment:
    """Whatever is written into a page is text there, never markup."""
    folder = Path(__file__).with_name("templates")
    return Environment(
        loader=FileSystemLoader(folder), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
