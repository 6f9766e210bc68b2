"""A story as files, each made once for all who ask for the same."""

from __future__ import annotations

from geodata.stories import Story
from geodata.workspace import Workspace
from indicators.kept import kept
from layers.handout.drawing import DRAWING
from layers.handout.facts import handout
from layers.handout.map_picture import map_png
from layers.handout.story_document import story_document
from layers.handout.story_slides import story_slides
from layers.view import View

_KEPT, _KEPT_PICTURES = 4, 40
_SMALL_MM, _SMALL_DPI = (96.0, 64.0), 110


@kept(_KEPT)
def story_pdf(workspace: Workspace, story: Story, *, base: str) -> bytes:
    """Raises `EmptyStory`."""
    with DRAWING:
        return story_document(workspace, story, base=base)


@kept(_KEPT)
def story_pptx(workspace: Workspace, story: Story, *, base: str, notes: bool) -> bytes:
    """`notes` says whether what only the speaker reads goes with it. Raises `EmptyStory`."""
    with DRAWING:
        return story_slides(workspace, story, base=base, notes=notes)


@kept(_KEPT_PICTURES)
def chapter_picture(workspace: Workspace, view: View) -> bytes:
    """The map of a chapter as a small PNG, for the speaker; raises what `handout` raises."""
    told = handout(workspace, view)
    width, height = _SMALL_MM
    with DRAWING:
        return map_png(
            workspace, told, width_mm=width, height_mm=height, dpi=_SMALL_DPI, names=False
        )
