"""How an XLSX workbook shows its cells: 0.125 as 12,5 %, a day as its month or year."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Literal

from defusedxml import ElementTree

Shown = Literal["percent", "month", "year"]

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BUILT_IN: Mapping[int, Shown] = {9: "percent", 10: "percent", 17: "month"}
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>")
_PLACE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_LITERALS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


def shown_cells(path: Path, sheet: str) -> dict[tuple[int, int], Shown]:
    """Cells (row and column from 0) of a sheet that show another thing than they hold.

    Empty where no format of the workbook does so, which most workbooks have not.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            styles = _styles(archive.read("xl/styles.xml"))
            return _cells(archive.read(_part_of(archive, sheet)), styles) if styles else {}
    except (KeyError, ValueError, ElementTree.ParseError):
        # no formats, or such as nobody can read: the cells are what they hold
        return {}


def _cells(content: bytes, styles: Mapping[int, Shown]) -> dict[tuple[int, int], Shown]:
    found: dict[tuple[int, int], Shown] = {}
    for cell in _CELL.finditer(content):
        style, place = _STYLE.search(cell[1]), _PLACE.search(cell[1])
        if style and place and int(style[1]) in styles:
            found[int(place[2]) - 1, _column(place[1])] = styles[int(style[1])]
    return found


def _styles(content: bytes) -> dict[int, Shown]:
    """By number of the cell style what it shows, where that is one of ours."""
    root = ElementTree.fromstring(content, forbid_dtd=True)
    formats: dict[int, Shown] = dict(_BUILT_IN)
    for entry in root.iter(f"{_MAIN}numFmt"):
        if shown := _shown(entry.get("formatCode", "")):
            formats[int(entry.get("numFmtId", -1))] = shown
    cells = root.find(f"{_MAIN}cellXfs")
    numbers = [int(entry.get("numFmtId", 0)) for entry in cells] if cells is not None else []
    return {style: formats[number] for style, number in enumerate(numbers) if number in formats}


def _shown(code: str) -> Shown | None:
    plain = _LITERALS.sub("", code.split(";")[0]).lower()
    if "%" in plain:
        return "percent"
    if "y" not in plain.replace("j", "y") or set(plain) & set("dths"):
        return None
    return "month" if "m" in plain else "year"


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The member of the archive that holds a sheet, "" where the workbook does not say."""
    workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"), forbid_dtd=True)
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), forbid_dtd=True)
    targets = {entry.get("Id"): entry.get("Target", "") for entry in relations}
    for entry in workbook.iter(f"{_MAIN}sheet"):
        if entry.get("name") == sheet:
            target = targets.get(entry.get(_RELATION), "")
            return (
                target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl", target))
            )
    return ""


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
