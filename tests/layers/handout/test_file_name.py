"""Names of files."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from geodata.workspace import Workspace
from layers.handout.facts import handout
from layers.handout.file_name import file_name, safe_name
from tests.layers.handout.conftest import CHILDREN


@given(st.text(max_size=200))
def test_any_name_becomes_a_name_that_every_system_takes(text: str) -> None:
    name = safe_name(text)
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,60}", name)
    assert name.lower() not in {"con", "nul", "aux", "prn", "com1", "lpt1"}


def test_umlauts_are_written_out() -> None:
    assert safe_name("Göhrde, Größe") == "Goehrde-Groesse"


def test_a_file_is_named_by_what_it_shows(workspace: Workspace) -> None:
    told = handout(workspace, CHILDREN)
    assert file_name(told, "png") == "Kinder_Gemeinde_2022.png"
    change = handout(workspace, replace(CHILDREN, since="2020"))
    assert file_name(change, "svg") == "Veraenderung-Kinder_Gemeinde_2020-bis-2022.svg"
