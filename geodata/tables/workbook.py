"""XLSX, XLS and ODS workbooks, read without executing anything."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from geodata.tables.cell_formats import Shown
from geodata.tables.compound import check_compound
from geodata.tables.filekind import UNREADABLE, FileKind
from geodata.tables.grid import Grid
from geodata.tables.refusals import DamagedWorkbook, PasswordProtected, TooLarge, XmlEntities

MOST_CELLS = 10_000_000
MOST_COLUMNS = 2_000
_DANGEROUS = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_POSITION = re.compile(rb'<(?:\w+:)?(?:row|c)\s[^>]*?\br="([A-Z]{0,3})(\d{1,7})"')
_CHUNK = 1 << 22
_ODS_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ODS_VALUE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type"


def open_workbook(path: Path, kind: FileKind) -> CalamineWorkbook:
    """The workbook, once its parts are known to be harmless.

    Raises
    ------
    XmlEntities, TooLarge, PasswordProtected, DamagedWorkbook
    """
    try:
        if kind in ("xlsx", "ods"):
            _check_parts(path)
        if kind == "ods":
            _check_repetitions(path)
        if kind == "xls":
            check_compound(path)
        with _damage_named(path.name):
            return CalamineWorkbook.from_path(str(path))
    except PasswordError as reason:
        raise PasswordProtected(file=path.name) from reason
    except DefusedXmlException as reason:
        raise XmlEntities(file=path.name, member="content.xml") from reason
    except (*UNREADABLE, ElementTree.ParseError) as reason:
        raise DamagedWorkbook(file=path.name) from reason


def read_sheet(
    workbook: CalamineWorkbook,
    sheet: str,
    file: str,
    *,
    shown: Mapping[tuple[int, int], Shown] | None = None,
) -> Grid:
    """All cells of one sheet; numbers as numbers, dates as 31.12.2022, keys as they are.

    `shown` are cells that people see otherwise: 0.125 as 12,5 %, a day as its month.
    """
    with _damage_named(file):
        found = workbook.get_sheet_by_name(sheet)
        if found.total_width > MOST_COLUMNS:
            raise TooLarge(file=file, size=f"{found.total_width} Spalten", most="2.000 Spalten")
        rows = found.to_python(skip_empty_area=False)
        merged = found.merged_cell_ranges or []
    width = max((len(row) for row in rows), default=0)
    cells = np.full((len(rows), width), "", dtype=object)
    for number, row in enumerate(rows):
        cells[number, : len(row)] = row
    for (number, column), form in (shown or {}).items():
        if number < len(rows) and column < width:
            cells[number, column] = _as_shown(cells[number, column], form)
    texts = {j: pd.Series([_text(v) for v in cells[:, j]], dtype="str") for j in range(width)}
    numbers = {j: np.array([_number(v) for v in cells[:, j]], dtype=float) for j in range(width)}
    return Grid(
        file=file,
        sheet=sheet,
        text=pd.DataFrame(texts),
        numbers=pd.DataFrame(numbers),
        merged=tuple((top, left, bottom, right) for (top, left), (bottom, right) in merged),
    )


@contextmanager
def _damage_named(file: str) -> Iterator[None]:
    """The reader is written in Rust: on some damaged files it panics, which is no `Exception`."""
    try:
        yield
    except PasswordError:
        raise
    except CalamineError as reason:
        if "password" in str(reason).lower():
            raise PasswordProtected(file=file) from reason
        raise DamagedWorkbook(file=file) from reason
    except BaseException as panic:
        if type(panic).__name__ == "PanicException":
            raise DamagedWorkbook(file=file) from panic
        raise


@dataclass(frozen=True)
class _Percent:
    """A share that the workbook shows in percent."""

    percent: float


def _as_shown(value: Any, form: Shown) -> Any:  # noqa: ANN401 - a cell is whatever the workbook holds
    if form == "percent":
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        return _Percent(round(value * 100, 10)) if is_number else value
    if isinstance(value, datetime.date):
        return value.strftime("%Y-%m" if form == "month" else "%Y")
    return value


def _text(value: Any) -> str:  # noqa: ANN401 - a cell is whatever the workbook holds
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, _Percent):
        return f"{_text(float(value.percent))} %"
    if isinstance(value, bool):
        return "WAHR" if value else "FALSCH"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.date):
        return value.strftime("%d.%m.%Y")
    return str(value)


def _number(value: Any) -> float:  # noqa: ANN401 - a cell is whatever the workbook holds
    if isinstance(value, _Percent):
        return value.percent
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return float(value) if is_number else float("nan")


def _check_parts(path: Path) -> None:
    """Read every XML part through zipfile once: a part that lies about its size is damaged."""
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if not member.filename.lower().endswith((".xml", ".rels", ".vml", ".rdf")):
                continue
            corners = [10**7, 0, 10**7, 0]
            for chunk in _chunks(archive, member):
                if _DANGEROUS.search(chunk) or _DANGEROUS.search(chunk.replace(b"\0", b"")):
                    raise XmlEntities(file=path.name, member=member.filename)
                if member.filename.startswith("xl/worksheets/"):
                    _stretch(corners, chunk)
            area = max(corners[1] - corners[0] + 1, 0) * max(corners[3] - corners[2] + 1, 0)
            _refuse_vast(path, area)


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Pieces that overlap, so that what is looked for is never cut in two."""
    with archive.open(member) as part:
        tail = b""
        while piece := part.read(_CHUNK):
            yield tail + piece
            tail = piece[-200:]


def _stretch(corners: list[int], chunk: bytes) -> None:
    found = _POSITION.findall(chunk)
    rows = [int(digits) for _, digits in found]
    columns = [_column(letters) for letters in {letters for letters, _ in found} if letters]
    if rows:
        corners[0], corners[1] = min(corners[0], *rows), max(corners[1], *rows)
    if columns:
        corners[2], corners[3] = min(corners[2], *columns), max(corners[3], *columns)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_repetitions(path: Path) -> None:
    """An ODS cell may say "me, a million times": count what it would become."""
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as part:
        rows = width = cell_end = valued_end = pending = 0
        for event, element in ElementTree.iterparse(part, events=("start", "end"), forbid_dtd=True):
            if event == "start" and element.tag == f"{_ODS_TABLE}table":
                rows = width = pending = 0
            elif event == "start" and element.tag == f"{_ODS_TABLE}table-row":
                cell_end = valued_end = 0
            elif event == "end" and element.tag == f"{_ODS_TABLE}table-cell":
                cell_end += int(element.get(f"{_ODS_TABLE}number-columns-repeated", 1))
                if element.get(_ODS_VALUE):
                    valued_end = cell_end
            elif event == "end" and element.tag == f"{_ODS_TABLE}table-row":
                pending += int(element.get(f"{_ODS_TABLE}number-rows-repeated", 1))
                if valued_end:
                    rows, pending, width = rows + pending, 0, max(width, valued_end)
                    _refuse_vast(path, rows * width)
                element.clear()


def _refuse_vast(path: Path, cells: int) -> None:
    if cells > MOST_CELLS:
        size = f"{cells:,} Zellen".replace(",", ".")
        raise TooLarge(file=path.name, size=size, most="10.000.000 Zellen")
