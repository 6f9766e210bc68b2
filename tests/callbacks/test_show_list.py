"""The table comes when it is opened, once."""

from __future__ import annotations

from dash import no_update

from callbacks.show_list import open_table
from layers.ids import Id


def test_the_ranking_needs_no_table() -> None:
    assert open_table("rangliste", None) is no_update


def test_the_table_is_made_when_it_is_first_opened() -> None:
    made = open_table("tabelle", None)
    assert made.id == Id.TABLE
    assert made.dangerously_allow_code is False
    assert open_table("tabelle", {"props": {}}) is no_update
