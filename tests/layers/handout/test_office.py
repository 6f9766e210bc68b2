"""The tables as LibreOffice opens them with German settings."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from geodata.workspace import Workspace
from layers.handout.csv_file import view_csv
from layers.handout.facts import handout
from layers.handout.workbook import workbook
from tests.layers.handout.conftest import CHILDREN, HOSTILE

PERCENT = replace(CHILDREN, since="2020", change="percent")
# Separator, quotes, UTF-8, from the first line, German.
_CSV = "Text - txt - csv (StarCalc):59,34,76,1,,1031"
_GERMAN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>de-DE</value></prop></item></oor:items>"""


def opened_again(content: bytes, name: str, folder: Path, *, to: str, how: str = "") -> Path:
    """The folder with what LibreOffice makes of a file."""
    for program, package in (("soffice", "libreoffice-calc"), ("pdftotext", "poppler-utils")):
        if shutil.which(program) is None:
            pytest.skip(f"{program} fehlt (Debian-Paket {package})")
    (folder / name).write_bytes(content)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_GERMAN, "utf-8")
    call = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    call += [f"--infilter={how}"] if how else []
    call += ["--convert-to", to, "--outdir", str(folder / "again"), str(folder / name)]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    return folder / "again"


def text_of(pdf: Path) -> str:
    call = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(call, check=True, capture_output=True).stdout.decode()


def test_csv_has_figures_and_names_in_their_columns(workspace: Workspace, tmp_path: Path) -> None:
    content = view_csv(handout(workspace, PERCENT))
    made = opened_again(content, "t.csv", tmp_path, to="xlsx", how=_CSV)
    rows = list(openpyxl.load_workbook(made / "t.xlsx").active.values)
    assert rows[0][:3] == ("Schlüssel", "Gebiet", "Wert")
    assert [(row[1], row[2]) for row in rows[1:4]] == [
        ("Ahausen", 33.3),
        ("Bedorf", 2.8),
        ("Cetal", None),
    ]


def test_a_workbook_is_read_as_germans_write(workspace: Workspace, tmp_path: Path) -> None:
    told = handout(workspace, PERCENT)
    made = opened_again(workbook(workspace, told), "t.xlsx", tmp_path, to="pdf")
    seen = [row.split() for row in text_of(made / "t.pdf").splitlines()]
    assert ["03354002", "Bedorf", "+2,8", "%", "Wert"] in [row[:5] for row in seen]
    assert ["03354002", "Bedorf", "1.234", "Wert"] in [row[:4] for row in seen]
    assert any(row[2:5] == ["%", "geheim", "gehalten"] for row in seen)
    assert f"Programm {told.made_with}".split() in seen


def test_nothing_in_a_workbook_is_reckoned(hostile_workspace: Workspace, tmp_path: Path) -> None:
    content = workbook(hostile_workspace, handout(hostile_workspace, CHILDREN))
    made = opened_again(content, "t.xlsx", tmp_path, to="fods")
    text = (made / "t.fods").read_text("utf-8")
    assert "table:formula" not in text
    assert HOSTILE[1] in text
