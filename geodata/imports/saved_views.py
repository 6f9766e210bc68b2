"""Views kept under a name, each as one line of the journal."""

from __future__ import annotations

import datetime

from geodata.german_count import german_count
from geodata.imports.plain_line import plain_line
from geodata.imports.story_refusals import NoSuchView, WrongSavedView
from geodata.store import Store
from geodata.stories import LONGEST_ADDRESS, LONGEST_NAME, MOST_SAVED_VIEWS, SavedView


def put_view(store: Store, name: str, address: str, *, on: datetime.date) -> int:
    """Keep a view under a name, in place of the one that had it. Returns the journal number.

    Raises `WrongSavedView` for a name that is missing or too long, an address that is too long, or
    where there are too many views.
    """
    kept = SavedView(plain_line(name), address, on)
    if not kept.name:
        raise WrongSavedView(problem="Bitte einen Namen eingeben")
    if len(kept.name) > LONGEST_NAME:
        count = german_count(len(kept.name))
        raise WrongSavedView(
            problem=f"Der Name hat {count} Zeichen. Bitte auf {LONGEST_NAME} kürzen"
        )
    if len(address) > LONGEST_ADDRESS:
        raise WrongSavedView(
            problem="Die Ansicht ist zu verwickelt. Bitte weniger Gebiete auswählen"
        )
    with store.writing("view") as writer:
        others = [view for view in writer.before.saved_views() if view.name != kept.name]
        if len(others) >= MOST_SAVED_VIEWS:
            raise WrongSavedView(
                problem=f"Es gibt schon {MOST_SAVED_VIEWS}. Bitte alte Ansichten löschen"
            )
        writer.put_view(kept)
        writer.report = {"schema": 1, "view": "written", "name": kept.name}
        return writer.number


def remove_view(store: Store, name: str) -> int:
    """Take a view away; an undo brings it back. Returns the journal number; raises `NoSuchView`."""
    name = plain_line(name)
    with store.writing("view") as writer:
        found = next((v for v in writer.before.saved_views() if v.name == name), None)
        if found is None:
            raise NoSuchView(name=name[:LONGEST_NAME])
        writer.remove_view(found)
        writer.report = {"schema": 1, "view": "removed", "name": name}
        return writer.number
