"""An open page learns that an import was stored."""

from __future__ import annotations

from pathlib import Path

from dash import no_update

from callbacks.notice_new_data import newest
from geodata.store import Store
from geodata.workspace_holder import WorkspaceHolder
from tests.villages import AHAUSEN, put_table


def test_a_page_of_the_newest_number_is_left_alone(told_villages: WorkspaceHolder) -> None:
    assert newest(1, told_villages.current().number, told_villages) is no_update


def test_an_import_is_told(counted_villages: Path, told_villages: WorkspaceHolder) -> None:
    number = told_villages.current().number
    with Store.open(counted_villages) as other:
        put_table(other, "kinder", "2023", {AHAUSEN: 5.0})
    assert newest(2, number, told_villages) == number + 1
