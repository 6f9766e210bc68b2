"""An open page learns that an import was stored."""

from __future__ import annotations

from pathlib import Path

from dash import no_update

from callbacks.notice_new_data import is_up_to_date
from geodata.store import Store
from geodata.workspace_holder import WorkspaceHolder
from tests.villages import AHAUSEN, put_table


def test_a_page_of_the_newest_number_is_left_alone(told_villages: WorkspaceHolder) -> None:
    assert is_up_to_date(1, told_villages.current().number, told_villages) is no_update


def test_an_import_shows_the_notice(counted_villages: Path, told_villages: WorkspaceHolder) -> None:
    number = told_villages.current().number
    with Store.open(counted_villages) as other:
        put_table(other, "kinder", "2023", {AHAUSEN: 5.0})
    assert is_up_to_date(2, number, told_villages) is False
