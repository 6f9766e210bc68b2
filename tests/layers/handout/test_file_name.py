"""Names of files."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.workspace import Workspace
from layers.handout.facts import handout
from layers.handout.file_name import distinct_names, file_name, safe_name
from tests.layers.handout.conftest import CHILDREN


@given(st.text(max_size=200))
def test_any_name_becomes_a_name_that_every_system_takes(text: str) -> None:
    name = safe_name(text)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,60}", name)
    assert name.lower() not in {"con", "nul", "aux", "prn", "com1", "lpt1"}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Ost/West: Mitte", "Ost-West-Mitte"),
        ("..\\..\\atlas.gpkg", "atlas-gpkg"),
        ("COM¹", "COM1-"),
        ("aux.", "aux-"),
        ("ﬁnster\u202egnp.exe", "finstergnp-exe"),
        ("漢字", "ansicht"),
        ("x" * 200, "x" * 60),
    ],
)
def test_what_no_system_takes_is_written_otherwise(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.lists(st.text(alphabet="aAbB-2", max_size=4), max_size=12))
def test_no_two_files_have_one_name(names: list[str]) -> None:
    found = distinct_names(names)
    assert len({name.lower() for name in found}) == len(names)


def test_umlauts_are_written_out() -> None:
    assert safe_name("Göhrde, Größe") == "Goehrde-Groesse"


def test_a_file_is_named_by_what_it_shows(workspace: Workspace) -> None:
    told = handout(workspace, CHILDREN)
    assert file_name(told, "png") == "Kinder_Gemeinde_2022.png"
    change = handout(workspace, replace(CHILDREN, since="2020"))
    assert file_name(change, "svg") == "Veraenderung-Kinder_Gemeinde_2020-bis-2022.svg"
