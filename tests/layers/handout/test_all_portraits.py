"""All portraits of a level are made in turn, kept for who waits, and fetched when made."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest

from geodata.workspace import Workspace
from layers.handout import all_portraits
from layers.handout.all_portraits import portraits_of, portraits_zip, ready_portraits
from layers.handout.facts import Handout, handout
from layers.handout.products import made_file
from layers.handout.refusals import ManyPortraitsWait, PortraitsFailed, PortraitsNotReady
from layers.view import View
from tests.layers.handout.conftest import CHILDREN
from tests.villages import BEDORF

EARLIER = replace(CHILDREN, period="2020")


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    all_portraits._kept.clear()
    yield
    all_portraits._kept.clear()


def told_in(workspace: Workspace, number: int, view: View = CHILDREN) -> Handout:
    return handout(workspace, replace(view, class_count=number))


def test_what_no_portrait_shows_makes_no_other_portraits(workspace: Workspace) -> None:
    first = portraits_of(workspace, handout(workspace, CHILDREN))
    for other in (
        replace(CHILDREN, areas=(BEDORF,), shown_list="tabelle", basemap=True),
        replace(CHILDREN, side_a="x", supplied="y", story="z", chapter=3),
    ):
        assert portraits_of(workspace, handout(workspace, other)) is first
    for other in (replace(CHILDREN, class_count=3), replace(CHILDREN, like="?"), EARLIER):
        assert portraits_of(workspace, handout(workspace, other)) is not first


def test_whose_turn_is_not_yet_waits_and_is_not_forgotten(workspace: Workspace) -> None:
    asked = [told_in(workspace, number) for number in (3, 4, 5, 6)]
    with all_portraits._turn:
        waiting = [portraits_of(workspace, told) for told in asked]
        assert [portraits_of(workspace, told) for told in asked] == waiting
        assert {(job.done, job.is_ready) for job in waiting} == {(0, False)}
        with pytest.raises(ManyPortraitsWait):
            portraits_of(workspace, told_in(workspace, 7))
    for job, told in zip(waiting, asked, strict=True):
        assert len(zipfile.ZipFile(io.BytesIO(job.content())).namelist()) == 4
        assert portraits_of(workspace, told) is job
    assert portraits_of(workspace, told_in(workspace, 7)).content()


def test_only_made_ones_are_dropped_where_they_grow_large(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(all_portraits, "_MOST_KEPT_BYTES", 1)
    first, second = told_in(workspace, 3), told_in(workspace, 4)
    portraits_of(workspace, first).content()
    portraits_of(workspace, second).content()
    with all_portraits._turn:
        waiting = portraits_of(workspace, told_in(workspace, 5))
        with pytest.raises(PortraitsNotReady):
            ready_portraits(workspace, first)
        assert ready_portraits(workspace, second)
        assert portraits_of(workspace, told_in(workspace, 5)) is waiting


def test_what_is_not_ready_is_refused_at_once(workspace: Workspace) -> None:
    told = handout(workspace, CHILDREN)
    with pytest.raises(PortraitsNotReady):
        made_file(workspace, "portraets.zip", CHILDREN)
    with all_portraits._turn:
        job = portraits_of(workspace, told)
        with pytest.raises(PortraitsNotReady):
            made_file(workspace, "portraets.zip", CHILDREN)
    # Kept once, where it is made.
    assert job.content() is made_file(workspace, "portraets.zip", CHILDREN).content
    all_portraits._kept.clear()
    with pytest.raises(PortraitsNotReady):
        made_file(workspace, "portraets.zip", CHILDREN)


def test_a_failure_is_told_once_and_then_tried_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> bytes:
        raise OSError("kein Platz")

    told = handout(workspace, CHILDREN)
    with monkeypatch.context() as patched:
        patched.setattr(all_portraits, "portraits_zip", broken)
        failed = portraits_of(workspace, told)
        with pytest.raises(OSError, match="kein Platz"):
            failed.content()
    with pytest.raises(PortraitsFailed):
        ready_portraits(workspace, told)
    assert portraits_of(workspace, told) is failed
    assert portraits_of(workspace, told).content()


def test_areas_called_alike_have_files_of_their_own(
    hostile_workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(all_portraits, "area_portrait", lambda *_, **__: b"")
    told = handout(hostile_workspace, CHILDREN)
    keys, names = ("A 1", "a-1", "2", "3"), ("Dorf/Nord", "dorf nord", "con", "x" * 200)
    system = replace(told.figures.system, area_ids=keys, names=names)
    alike = replace(told, figures=replace(told.figures, system=system))
    made = zipfile.ZipFile(io.BytesIO(portraits_zip(hostile_workspace, alike)))
    expected = ["A-1_Dorf-Nord", "a-1_dorf-nord-2", "2_con-", f"3_{'x' * 60}"]
    assert made.namelist() == [f"{name}.pdf" for name in expected]
