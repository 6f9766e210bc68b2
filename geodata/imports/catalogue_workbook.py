"""The catalogue as an Excel workbook: a sheet for each kind of record."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from geodata.archive import check_archive
from geodata.catalogue import Indicator, Record, RecordKind, Source
from geodata.facilities.kind import FacilityKind
from geodata.imports.catalogue_refusals import UnreadableCatalogue
from geodata.tables.workbook import open_workbook

_SHEETS: Mapping[RecordKind, tuple[str, type[Record]]] = {
    "source": ("Quellen", Source),
    "indicator": ("Indikatoren", Indicator),
    "facility_kind": ("Einrichtungsarten", FacilityKind),
}
_STRUCTURED = ("breaks", "classes", "reach")
_LISTS = (
    "numerator",
    "denominator",
    "adds_to",
    "serves",
    "serves_under_3",
    "serves_from_3",
)
_WHOLE = ("decimals", "minimum", "width", "minimum_base")
_MOST_COLUMNS, _MOST_ROWS = 200, 20_000
# Without these a record is none; an empty cell of any other column empties the field.
_NEEDED = ("id", "title")
_TRUTHS = {"ja": True, "nein": False}


def write_workbook(plain: Mapping[RecordKind, list[dict[str, Any]]], path: Path) -> None:
    """One row per record; lists with semicolons, structured fields as JSON, no formulas."""
    # Loaded on first use: openpyxl is needed for nothing else.
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    for kind, (title, record) in _SHEETS.items():
        sheet = book.create_sheet(title)
        names = [field.name for field in fields(record)]
        sheet.append(names)
        for entry in plain[kind]:
            cells = []
            for name in names:
                cell = WriteOnlyCell(sheet, value=_to_cell(name, entry.get(name)))
                if cell.data_type == "f":
                    cell.data_type = "s"
                cells.append(cell)
            sheet.append(cells)
    # Through memory: openpyxl leaves broken writers behind where a place cannot be written.
    made = io.BytesIO()
    book.save(made)
    path.write_bytes(made.getvalue())


def read_workbook(path: Path) -> dict[RecordKind, list[dict[str, Any]]]:
    """The entries of a workbook that `write_workbook` made and an office has edited."""
    check_archive(path)
    book = open_workbook(path, "xlsx")
    present = set(book.sheet_names)
    return {
        kind: _entries(_rows(book, title, path.name) if title in present else [], path.name)
        for kind, (title, _) in _SHEETS.items()
    }


def _rows(book: CalamineWorkbook, title: str, file: str) -> list[list[Any]]:
    try:
        sheet = book.get_sheet_by_name(title)
        if sheet.total_width > _MOST_COLUMNS or sheet.total_height > _MOST_ROWS:
            reason = f"das Blatt „{title}“ ist zu groß"
            raise UnreadableCatalogue(file=file, reason=reason)
        rows: list[list[Any]] = sheet.to_python()
    except CalamineError:
        reason = f"das Blatt „{title}“ ist beschädigt"
        raise UnreadableCatalogue(file=file, reason=reason) from None
    return rows


def _entries(rows: list[list[Any]], file: str) -> list[dict[str, Any]]:
    if not rows:
        return []
    names = [str(name).strip() for name in rows[0]]
    return [
        {
            name: _from_cell(name, value, file) if value not in ("", None) else None
            for name, value in zip(names, row, strict=False)
            if name and (value not in ("", None) or name not in _NEEDED)
        }
        for row in rows[1:]
        if any(value not in ("", None) for value in row)
    ]


def _to_cell(name: str, value: Any) -> Any:  # noqa: ANN401 - what a cell can hold
    if value is None:
        return None
    if name in _LISTS:
        return "; ".join(value)
    if name in _STRUCTURED:
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return value


def _from_cell(name: str, value: Any, file: str) -> Any:  # noqa: ANN401 - what a cell can hold
    if name in _LISTS:
        return [part.strip() for part in str(value).split(";") if part.strip()]
    if name in _STRUCTURED:
        try:
            return json.loads(str(value))
        except json.JSONDecodeError:
            reason = f"„{value}“ in der Spalte {name} ist kein JSON"
            raise UnreadableCatalogue(file=file, reason=reason) from None
    if isinstance(value, str) and value.strip().lower() in _TRUTHS and name in ("listed", "people"):
        return _TRUTHS[value.strip().lower()]
    if name in _WHOLE and isinstance(value, float) and value.is_integer():
        return int(value)
    return value.strip() if isinstance(value, str) else value
