"""What a chapter does not show of the screen that it was taken from."""

from __future__ import annotations

from layers.view import View
from layers.words import words


def left_out(view: View) -> tuple[str, ...]:
    """A sentence for each thing that neither the stage nor a file of the story draws."""
    asks_reach = view.reach.asked
    found = {
        "right": bool(view.right) and not asks_reach,
        "way": asks_reach and view.reach.origin is not None,
        "sides": bool(view.side_a and view.side_b),
    }
    return tuple(words(f"stories.left_out.{name}") for name, is_there in found.items() if is_there)
