"""Somebody takes a story along: as a document, or as slides."""

from __future__ import annotations

from flask import Response, abort, request

from callbacks.file_answer import file_answer, refused_file
from callbacks.own_address import shared_base
from callbacks.plain_answer import asked_search
from callbacks.recognise_editor import may_write
from callbacks.snapshot import asked_workspace, story_workspace
from geodata.refusals import Refusal
from geodata.stories import Story
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from layers.view import View


def story_pdf(holder: WorkspaceHolder) -> Response:
    """A page for each chapter; 404 for a story that is not there."""
    # Drawing and typesetting load with the first file.
    from layers.handout import story_files
    from layers.handout.drawing import file_asked

    workspace, story = _asked(holder)
    try:
        with file_asked():
            content = story_files.story_pdf(workspace, story, base=shared_base())
    except Refusal as refusal:
        return refused_file(refusal)
    return file_answer(content, "application/pdf", f"geschichte-{story.id}.pdf")


def story_pptx(holder: WorkspaceHolder) -> Response:
    """A slide for each chapter; notes go with those who may write only."""
    from layers.handout import story_files
    from layers.handout.drawing import file_asked
    from layers.handout.story_slides import MIMETYPE

    workspace, story = _asked(holder)
    try:
        with file_asked():
            content = story_files.story_pptx(
                workspace, story, base=shared_base(), notes=may_write()
            )
    except Refusal as refusal:
        return refused_file(refusal)
    return file_answer(content, MIMETYPE, f"geschichte-{story.id}.pptx")


def chapter_picture(holder: WorkspaceHolder) -> Response:
    """The map of the address as a small picture, as the speaker's window shows what comes next."""
    from layers.handout import story_files
    from layers.handout.drawing import file_asked

    view = View.from_search(asked_search())
    try:
        with file_asked():
            content = story_files.chapter_picture(asked_workspace(view.entry, holder), view)
    except Refusal as refusal:
        return refused_file(refusal)
    return file_answer(content, "image/png", "kapitel.png")


def _asked(holder: WorkspaceHolder) -> tuple[Workspace, Story]:
    """The story of the request, and the state of the workspace that it shows."""
    now = holder.current()
    story = now.stories.get(request.args.get("geschichte", ""))
    if story is None:
        abort(404)
    return story_workspace(now, story.number, holder), story
