"""The Gemeindeverzeichnis workbook, cut to the county with its head and notes kept."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import openpyxl

NAME = "gemeindeverzeichnis_2024-06-30.xlsx"
SHEET = "Onlineprodukt_Gemeinden30062024"
HEAD_ROWS = 6
COUNTY = ("03", "3", "54")
MIDNIGHT = (2024, 6, 30, 0, 0, 0)
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def register_file(workbook: bytes) -> bytes:
    """The cut workbook: the same sheet with its six head rows, the county's rows and the notes.

    The bytes depend on nothing but the input: every time stamp in the file is fixed.
    """
    rows = _rows(workbook)
    cut = openpyxl.Workbook()
    sheet = cut.active
    sheet.title = SHEET
    for row in [*rows[:HEAD_ROWS], *(row for row in rows if _of_county(row)), *_notes(rows)]:
        sheet.append(row)
    written = io.BytesIO()
    cut.save(written)
    return _with_fixed_times(written.getvalue())


def _rows(workbook: bytes) -> list[list[Any]]:
    book = openpyxl.load_workbook(io.BytesIO(workbook), read_only=True)
    return [list(row) for row in book[SHEET].iter_rows(values_only=True)]


def _of_county(row: list[Any]) -> bool:
    return tuple(row[2:5]) == COUNTY


def _notes(rows: list[list[Any]]) -> list[list[Any]]:
    """What follows the last Gemeinde: remarks on the columns, and the source note."""
    last = max(number for number, row in enumerate(rows) if row[2])
    return rows[last + 1 :]


def _with_fixed_times(workbook: bytes) -> bytes:
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as loose,
        zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as fixed,
    ):
        for name in sorted(loose.namelist()):
            content = loose.read(name)
            if name == "docProps/core.xml":
                content = _TIME.sub(b"2024-06-30T00:00:00Z", content)
            entry = zipfile.ZipInfo(name, MIDNIGHT)
            entry.external_attr = 0o600 << 16
            fixed.writestr(entry, content)
    return written.getvalue()
