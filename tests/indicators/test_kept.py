"""Results live as long as their snapshot."""

from __future__ import annotations

import gc
import weakref

import pytest

from geodata.catalogue import Indicator
from geodata.store import Store
from geodata.workspace import Workspace, WorkspaceHolder
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
