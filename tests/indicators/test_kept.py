"""Results live as long as their snapshot."""

from __future__ import annotations

import gc
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest

from geodata.catalogue import Indicator
from geodata.store import Store
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators import measures
from indicators.choices import topics
from indicators.kept import kept
from indicators.portrait import portrait
from indicators.published import published
from indicators.query import Query
from tests.villages import AHAUSEN, BEDORF, put_records, put_table


def test_a_question_is_reckoned_once_and_the_longest_unused_goes(villages: Store) -> None:
    reckoned = []

    @kept(2)
    def doubled(_: Workspace, number: int) -> int:
        reckoned.append(number)
        return 2 * number

    workspace = Workspace(villages)
    assert [doubled(workspace, number) for number in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert reckoned == [1, 2, 3, 2]


def test_who_asks_what_another_is_reckoning_waits_for_it(villages: Store) -> None:
    reckoned = []
    begun, may_end = threading.Event(), threading.Event()

    @kept(2)
    def slowly(_: Workspace, number: int) -> int:
        reckoned.append(number)
        begun.set()
        assert may_end.wait(timeout=30)
        return 2 * number

    workspace = Workspace(villages)
    with ThreadPoolExecutor() as pool:
        first = pool.submit(slowly, workspace, 4)
        assert begun.wait(timeout=30)
        second = pool.submit(slowly, workspace, 4)
        may_end.set()
        assert (first.result(), second.result(), reckoned) == (8, 8, [4])


def test_what_failed_is_reckoned_again(villages: Store) -> None:
    reckoned = []

    @kept(2)
    def at_the_second_time(_: Workspace) -> int:
        reckoned.append(1)
        if len(reckoned) == 1:
            raise ValueError("zuerst")
        return 7

    workspace = Workspace(villages)
    with pytest.raises(ValueError, match="zuerst"):
        at_the_second_time(workspace)
    assert at_the_second_time(workspace) == 7


def test_an_old_snapshot_goes_when_the_holder_has_a_new_one(villages: Store) -> None:
    put_table(villages, "einwohner", "2021", {AHAUSEN: 10, BEDORF: 20})
    holder = WorkspaceHolder(villages.folder)
    old = weakref.ref(holder.current())
    topics(holder.current())
    figures = weakref.ref(published(holder.current(), Query("einwohner", "gemeinde")))
    portrait(holder.current(), Query("einwohner", "gemeinde"), AHAUSEN)
    put_table(villages, "einwohner", "2022", {AHAUSEN: 11, BEDORF: 20})
    assert holder.current().number > 0
    gc.collect()
    assert (old(), figures()) == (None, None)
    holder.close()


def test_a_deep_catalogue_reckons_each_sum_once(
    villages: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_table(villages, "n0", "2022", {AHAUSEN: 1, BEDORF: 1})
    deep = [
        Indicator(f"n{at}", f"N{at}", numerator=(f"n{at - 1}", f"n{at - 1}")) for at in range(1, 31)
    ]
    put_records(villages, deep)
    added = []
    real = measures.added
    monkeypatch.setattr(measures, "added", lambda parts: added.append(1) or real(parts))
    found = published(Workspace(villages), Query("n30", "gemeinde"))
    assert (found.cell(AHAUSEN).value, len(added)) == (2**30, 30)
