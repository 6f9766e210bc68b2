"""A program that has its say before a change takes hold."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from geodata.imports.table import import_table
from geodata.refusals import Refusal
from geodata.store import Store, Writer
from geodata.store.pending import Pending
from geodata.workspace import Workspace
from tests.villages import AHAUSEN, put_table, read, village_store


class NotToday(Refusal):
    sentence = "Heute nicht."


def never(writer: Writer) -> None:
    raise NotToday


@pytest.fixture
def beds(tmp_path: Path) -> Path:
    path = tmp_path / "betten.csv"
    path.write_text("AGS;Betten 2022\n03354001;7\n03354002;9\n", encoding="utf-8")
    return path


def test_what_it_refuses_leaves_nothing_behind(
    three_villages: Store, beds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Workspace(three_villages).number
    monkeypatch.setattr(Store, "before_commit", never)
    with pytest.raises(NotToday):
        import_table(three_villages, beds)
    assert Workspace(three_villages).number == before
    assert list(three_villages.originals.glob("*")) == []


def test_one_store_is_asked_for_itself_and_no_other(tmp_path: Path) -> None:
    with village_store(tmp_path / "streng") as strict, village_store(tmp_path / "frei") as free:
        strict.ask_before_commit(never)
        with pytest.raises(NotToday):
            put_table(strict, "kinder", "2022", {AHAUSEN: 12})
        put_table(free, "kinder", "2022", {AHAUSEN: 12})
        assert math.isnan(read(strict, "kinder", "2022")[0])
        assert read(free, "kinder", "2022")[0] == 12


def test_it_reads_what_is_about_to_hold_and_what_held(
    three_villages: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def look(writer: Writer) -> None:
        now = Workspace(Pending(writer))
        before = Workspace(Pending(writer), writer.number - 1)
        seen.append((writer.kind, len(before.states), len(now.states)))
        seen.append(now.slice("kinder", "gemeinde", "2022").values[0])

    monkeypatch.setattr(Store, "before_commit", look)
    put_table(three_villages, "kinder", "2022", {AHAUSEN: 12})
    assert seen == [("table", 0, 1), 12]
    assert read(three_villages, "kinder", "2022")[0] == 12
