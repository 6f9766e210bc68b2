"""Somebody lists, shows, writes, hands out or takes in a story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from flask import Response, abort, request

from callbacks.own_address import shared_base
from callbacks.plain_answer import asked_search, plain_answer
from callbacks.recognise_editor import comes_from_the_page, may_sign_in, may_write
from callbacks.snapshot import keeps_its_day
from geodata.imports.plain_line import plain_line
from geodata.imports.stories import put_story, remove_story
from geodata.imports.story_file import story_as_file, story_from_file
from geodata.imports.story_refusals import NoSuchStory
from geodata.refusals import Refusal
from geodata.store import Store
from geodata.stories import LONGEST_TITLE, Chapter, Story
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from layers.story_told import chapters_of, stories_told, story_told
from layers.words import words

_MOST_NAME = 60


class IncompleteStory(Refusal):
    sentence = words("stories.incomplete")


class ChangedMeanwhile(Refusal):
    sentence = words("stories.changed_meanwhile")


def read_stories(holder: WorkspaceHolder) -> Response:
    """All stories, with notes for those who write."""
    return plain_answer(_everything(holder))


def story_file(holder: WorkspaceHolder) -> Response:
    """A story as one JSON file; notes go out with those who may write only."""
    story = holder.current().stories.get(request.args.get("geschichte", ""))
    if story is None:
        abort(404)
    if not may_write():
        story = replace(story, chapters=tuple(replace(c, note="") for c in story.chapters))
    answer = Response(story_as_file(story), mimetype="application/json")
    name = f"geschichte-{story.id}.json"
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def screen_as_chapters(holder: WorkspaceHolder) -> Response:
    """The chapters that the address of a screen makes, for a story being written."""
    chapters = chapters_of(asked_search(), holder.current())
    return plain_answer({"chapters": [asdict(chapter) for chapter in chapters]})


def write_story(holder: WorkspaceHolder) -> Response:
    """One change; the answer has all stories, the id of the changed one and the journal number."""
    if not comes_from_the_page():
        return plain_answer({"error": words("editor.foreign")}, status=403)
    if not may_write():
        return plain_answer({"error": words("stories.readers_only")}, status=403)
    sent = request.get_json(silent=True)
    given = sent if isinstance(sent, dict) else {}
    change = next((_CHANGES[name] for name in _CHANGES if name in given), None)
    try:
        if change is None:
            raise IncompleteStory
        workspace = holder.current()
        # A story hides and tells no figure: nothing has to be reckoned before it is kept.
        with Store.open(workspace.path) as store:
            changed = change(store, workspace, given)
    except Refusal as refusal:
        return plain_answer({"error": str(refusal)}, status=400)
    number = holder.current().number
    return plain_answer({**_everything(holder), "changed": changed, "number": number})


def _everything(holder: WorkspaceHolder) -> Any:  # noqa: ANN401 - JSON
    now, editor = holder.current(), may_write()
    told = [
        story_told(story, now, frozen=keeps_its_day(now, story.number), editor=editor)
        for story in now.stories.values()
    ]
    return stories_told(told, editor=editor, sign_in=may_sign_in(), base=shared_base())


def _put(store: Store, workspace: Workspace, given: dict[str, Any]) -> str:
    """The story sent, over what it was made from; with `renew` about the newest figures."""
    story = _story(given["story"])
    known = workspace.stories.get(story.id)
    if known and "before" in given and replace(known, number=0) != _story(given["before"]):
        raise ChangedMeanwhile
    number = known.number if known and given.get("renew") is not True else workspace.number
    return put_story(store, replace(story, number=number)).id


def _add(store: Store, workspace: Workspace, given: dict[str, Any]) -> str:
    """What is on the screen as a last chapter; from then on the story is about today's figures."""
    search = _text(given, "search")
    story = _new() if given["add"] == "" else _known(workspace, given["add"])
    chapters = (*story.chapters, *chapters_of(search, workspace))
    return put_story(store, replace(story, chapters=chapters, number=workspace.number)).id


def _copy(store: Store, workspace: Workspace, given: dict[str, Any]) -> str:
    story = _known(workspace, given["copy"])
    title = words("stories.copy_of", title=story.title)[:LONGEST_TITLE]
    return put_story(store, replace(story, id="", title=title)).id


def _remove(store: Store, _workspace: Workspace, given: dict[str, Any]) -> str:
    remove_story(store, _text(given, "remove"))
    return ""


def _take_in(store: Store, workspace: Workspace, given: dict[str, Any]) -> str:
    content = _text(given, "file").encode(errors="replace")
    name = plain_line(_text(given, "name"))[-_MOST_NAME:] or words("stories.a_file")
    return put_story(store, story_from_file(content, file=name, number=workspace.number)).id


_CHANGES: dict[str, Callable[[Store, Workspace, dict[str, Any]], str]] = {
    "story": _put,
    "add": _add,
    "copy": _copy,
    "remove": _remove,
    "file": _take_in,
}


def _new() -> Story:
    return Story("", words("stories.new_title"), (), 0)


def _known(workspace: Workspace, story_id: object) -> Story:
    found = workspace.stories.get(story_id) if isinstance(story_id, str) else None
    if found is None:
        raise NoSuchStory
    return found


def _story(sent: object) -> Story:
    given = sent if isinstance(sent, dict) else {}
    chapters = given.get("chapters")
    if not isinstance(chapters, list) or not all(isinstance(one, dict) for one in chapters):
        raise IncompleteStory
    read = [
        Chapter(*(_text(one, name) for name in ("question", "search", "text", "note")))
        for one in chapters
    ]
    return Story(_text(given, "id"), _text(given, "title"), tuple(read), 0)


def _text(given: dict[str, Any], name: str) -> str:
    found = given.get(name, "")
    if not isinstance(found, str):
        raise IncompleteStory
    return found
