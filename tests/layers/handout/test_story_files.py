"""Files of stories are made once for all who ask, and a few at a time."""

from __future__ import annotations

from dataclasses import replace

from geodata.workspace import Workspace
from layers.handout.story_files import story_pdf, story_pptx
from tests.layers.handout.test_story import STORY


def test_who_asks_again_gets_the_same_file(workspace: Workspace) -> None:
    document = story_pdf(workspace, STORY, base="")
    assert story_pdf(workspace, replace(STORY), base="") is document
    assert story_pdf(workspace, STORY, base="http://atlas") != document
    slides = story_pptx(workspace, STORY, base="", notes=False)
    assert story_pptx(workspace, STORY, base="", notes=False) is slides


def test_notes_and_changed_stories_are_files_of_their_own(workspace: Workspace) -> None:
    read = story_pptx(workspace, STORY, base="", notes=False)
    spoken = story_pptx(workspace, STORY, base="", notes=True)
    assert spoken != read
    assert story_pptx(workspace, replace(STORY, title="Anders"), base="", notes=False) != read
