"""Stories and saved views, written to and read from the store."""

from __future__ import annotations

import datetime
import json
from dataclasses import asdict

from sqlalchemy import Connection

from geodata.stories import Chapter, SavedView, Story

_HOLDS = "removed = 0 AND from_import <= ? AND (withdrawn_by IS NULL OR withdrawn_by > ?)"
_STORIES = f"SELECT story_id, title, number, chapters FROM story WHERE {_HOLDS} ORDER BY story_id"  # noqa: S608 - a constant
_VIEWS = f"SELECT name, address, saved FROM saved_view WHERE {_HOLDS} ORDER BY name"  # noqa: S608 - a constant
# What is removed leaves an empty row in its place, so that an undo can bring it back.
_WITHDRAW_STORY = (
    "UPDATE story SET withdrawn_by = ? WHERE story_id = ? AND withdrawn_by IS NULL "
    "AND from_import < ?"
)
_INSERT_STORY = (
    "INSERT INTO story (story_id, title, number, chapters, removed, import_id, from_import) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_WITHDRAW_VIEW = (
    "UPDATE saved_view SET withdrawn_by = ? WHERE name = ? AND withdrawn_by IS NULL "
    "AND from_import < ?"
)
_INSERT_VIEW = (
    "INSERT INTO saved_view (name, address, saved, removed, import_id, from_import) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)


class StoryReading:
    """What a `Reader` knows of stories and saved views."""

    _connection: Connection
    number: int

    def stories(self) -> dict[str, Story]:
        """The stories that hold now, by id."""
        rows = self._connection.exec_driver_sql(_STORIES, (self.number, self.number))
        return {
            row.story_id: Story(
                row.story_id,
                row.title,
                tuple(Chapter(**chapter) for chapter in json.loads(row.chapters)),
                row.number,
            )
            for row in rows
        }

    def saved_views(self) -> tuple[SavedView, ...]:
        """The views that hold now, by name."""
        rows = self._connection.exec_driver_sql(_VIEWS, (self.number, self.number))
        return tuple(
            SavedView(row.name, row.address, datetime.date.fromisoformat(row.saved)) for row in rows
        )


class StoryWriting:
    """How a `Writer` stores stories and saved views."""

    _connection: Connection
    number: int

    def put_story(self, story: Story) -> None:
        """Store a story in place of an earlier one with the same id."""
        self._replace_story(story, removed=False)

    def remove_story(self, story: Story) -> None:
        """Take a story away; it comes back when this is undone."""
        self._replace_story(story, removed=True)

    def put_view(self, view: SavedView) -> None:
        """Store a view in place of an earlier one with the same name."""
        self._replace_view(view, removed=False)

    def remove_view(self, view: SavedView) -> None:
        """Take a view away; it comes back when this is undone."""
        self._replace_view(view, removed=True)

    def _replace_story(self, story: Story, *, removed: bool) -> None:
        chapters = [] if removed else [asdict(chapter) for chapter in story.chapters]
        text = json.dumps(chapters, ensure_ascii=False)
        told = (story.id, story.title, story.number, text, int(removed))
        self._connection.exec_driver_sql(_WITHDRAW_STORY, (self.number, story.id, self.number))
        self._connection.exec_driver_sql(_INSERT_STORY, (*told, self.number, self.number))

    def _replace_view(self, view: SavedView, *, removed: bool) -> None:
        told = (view.name, view.address, view.saved.isoformat(), int(removed))
        self._connection.exec_driver_sql(_WITHDRAW_VIEW, (self.number, view.name, self.number))
        self._connection.exec_driver_sql(_INSERT_VIEW, (*told, self.number, self.number))
