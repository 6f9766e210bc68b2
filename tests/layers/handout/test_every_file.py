"""What every file of a view says, whatever its kind, and that it is the same file again."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pyogrio
import pytest
from PIL import Image

from geodata.workspace import Workspace
from layers.handout.facts import program_version
from layers.handout.products import PRODUCTS, made_file
from layers.view import View
from layers.words import words
from tests.layers.handout.conftest import CHILDREN
from tests.layers.handout.tagged import Tagged
from tests.villages import BEDORF

BASE = "http://atlas"
VIEW = replace(CHILDREN, areas=(BEDORF,))
# The ZIP is made aside, of the same portraits.
ASKED = [product for product in PRODUCTS if product != "portraets.zip"]
# All of them hold a day of their making only where their kind of file wants one.
SAME_BYTES = [product for product in ASKED if not product.endswith(".gpkg")]

DRAWN_ELSEWHERE = """
import hashlib, sys
from pathlib import Path
from geodata.workspace import open_workspace
from layers.handout.products import made_file
from layers.view import View
with open_workspace(Path(sys.argv[1])) as workspace:
    for product in sys.argv[3:]:
        made = made_file(workspace, product, View.from_search(sys.argv[2]), base="http://atlas")
        print(hashlib.sha256(made.content).hexdigest())
"""


def png_text(content: bytes, _: Path) -> str:
    return " ".join(map(str, Image.open(io.BytesIO(content)).info.values()))


def svg_text(content: bytes, _: Path) -> str:
    return re.sub(r"&amp;", "&", content.decode())


def pdf_text(content: bytes, folder: Path) -> str:
    return Tagged(content).text(folder)


def xlsx_text(content: bytes, _: Path) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return " ".join(str(row) for sheet in book for row in sheet.values)


def csv_text(content: bytes, _: Path) -> str:
    return content.decode("utf-8-sig")


def gpkg_text(content: bytes, folder: Path) -> str:
    (folder / "k.gpkg").write_bytes(content)
    layers = [name for name, _ in pyogrio.list_layers(folder / "k.gpkg")]
    frames = [pyogrio.read_dataframe(folder / "k.gpkg", layer=name) for name in layers]
    return " ".join(frame.to_csv() for frame in frames)


READ: dict[str, Callable[[bytes, Path], str]] = {
    "png": png_text,
    "svg": svg_text,
    "pdf": pdf_text,
    "xlsx": xlsx_text,
    "csv": csv_text,
    "gpkg": gpkg_text,
}


@pytest.mark.parametrize("product", ASKED)
def test_it_names_source_state_gaps_view_and_version(
    product: str, workspace: Workspace, tmp_path: Path
) -> None:
    content = made_file(workspace, product, VIEW, base=BASE).content
    text = " ".join(READ[product.rpartition(".")[2]](content, tmp_path).split())
    assert "Kreisamt" in text
    assert "dl-de/by-2-0" in text
    assert "2022" in text
    assert "geheim gehalten" in text
    assert "Die Zahl wird zum Schutz" in text
    assert "http://atlas/?indikator=kinder" in text.replace("/ ?", "/?")
    made_with = words("handout.made_with", version=program_version(), number=workspace.number)
    assert made_with in text


def elsewhere(workspace: Workspace, view: View, **settings: str) -> list[str]:
    """The sums of all files, made by a program of its own under other settings."""
    call = [sys.executable, "-c", DRAWN_ELSEWHERE, str(workspace.path), view.search, *SAME_BYTES]
    done = subprocess.run(
        call, check=True, capture_output=True, text=True, env={**os.environ, **settings}
    )
    return done.stdout.split()


def test_other_programs_days_and_countries_make_the_same_bytes(workspace: Workspace) -> None:
    here = [
        hashlib.sha256(made_file(workspace, product, VIEW, base=BASE).content).hexdigest()
        for product in SAME_BYTES
    ]
    far = {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}
    assert elsewhere(workspace, VIEW, **far, SOURCE_DATE_EPOCH="86400") == here


def test_no_container_holds_the_day_of_its_making(workspace: Workspace) -> None:
    content = made_file(workspace, "tabelle.xlsx", VIEW, base=BASE).content
    days = {entry.date_time[:3] for entry in zipfile.ZipFile(io.BytesIO(content)).infolist()}
    assert days == {(1980, 1, 1)}
