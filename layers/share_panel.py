"""What the dialog „Teilen“ says, as assets/share/dialog.js draws it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from geodata.stories import LONGEST_NAME, SavedView, Story
from layers.link import known_address
from layers.words import section, words

LONGEST_QR = 1200


def share_told(base: str, address: str, qr_address: str) -> dict[str, Any]:
    """The link and its QR code; without a `base` how to share all the same."""
    link = base + address if base else ""
    return {
        "words": section("share.scripts"),
        "address": address,
        "link": link,
        # A code with more in it is too fine for a camera across a table.
        "qr": qr_address if link and len(link) <= LONGEST_QR else "",
        "no_qr": words("share.too_long_for_qr") if len(link) > LONGEST_QR else "",
        "how": "" if link else words("share.only_here"),
    }


def views_told(views: Sequence[SavedView], *, editor: bool, may_sign_in: bool) -> dict[str, Any]:
    """The saved views, each with its link on this page."""
    return {
        "views": [
            {
                "name": view.name,
                "address": known_address(view.address),
                "saved": words("share.saved_on", day=view.saved.strftime("%d.%m.%Y")),
            }
            for view in views
        ],
        "editor": editor,
        "may_sign_in": may_sign_in and not editor,
        "most_name": LONGEST_NAME,
    }


def story_choices(stories: Mapping[str, Story]) -> list[dict[str, str]]:
    """The stories that a view can become a chapter of."""
    return [{"id": story.id, "title": story.title} for story in _by_title(stories.values())]


def _by_title(stories: Iterable[Story]) -> list[Story]:
    return sorted(stories, key=lambda story: story.title.casefold())
