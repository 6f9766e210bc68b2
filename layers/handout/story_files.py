"""A story as files, each made once for all who ask for the same."""

from __future__ import annotations

from geodata.stories import Story
from geodata.workspace import Workspace
from indicators.kept import kept
from layers.handout.drawing import DRAWING
from layers.handout.story_document import story_document
from layers.handout.story_slides import story_slides

_KEPT = 4


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
