"""XLSX, XLS and ODS files, written by other programs than the one that reads them."""

from __future__ import annotations

import datetime
import struct
from pathlib import Path

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from geodata.tables.read import read_table
from geodata.tables.refusals import DamagedWorkbook, SheetNeeded, TooLarge, UnknownSheet

Rows = list[list[object]]
SMALL: Rows = [
    ["AGS", "Gemeinde", "Einwohner 2020"],
    [3354001, "Bergen", 1422.5],
    [3354005, "Gartow", "-"],
]


def xlsx(path: Path, sheets: dict[str, Rows], merged: tuple[str, ...] = ()) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cells in merged:
            sheet.merge_cells(cells)
    book.save(path)
    return path


def xls(path: Path, rows: Rows) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Tabelle1")
    for i, row in enumerate(rows):
        for j, value in enumerate(row):
            sheet.write(i, j, value)
    book.save(str(path))
    return path


def ods(path: Path, rows: Rows) -> Path:
    book = OpenDocumentSpreadsheet()
    table = Table(name="Tabelle1")
    for row in rows:
        line = TableRow()
        for value in row:
            number = isinstance(value, (int, float))
            cell = TableCell(valuetype="float", value=value) if number else TableCell()
            if not number:
                cell = TableCell(valuetype="string")
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(str(path))
    return path


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_every_kind_of_workbook_reads_the_same(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "mappe.bin"
    if kind == "xlsx":
        xlsx(path, {"Tabelle1": SMALL})
    else:
        (xls if kind == "xls" else ods)(path, SMALL)
    reading = read_table(path)
    assert reading.layout == "workbook"
    assert reading.rows["key"].tolist() == ["3354001", "3354005"]
    assert reading.rows["row"].tolist() == [2, 3]
    assert reading.cells["marker"].tolist() == ["", "-"]
    assert reading.cells["value"].tolist()[0] == 1422.5


def test_rows_are_numbered_as_excel_shows_them(tmp_path: Path) -> None:
    rows = [["Bevölkerung"], [], *SMALL]
    reading = read_table(xlsx(tmp_path / "a.xlsx", {"A": rows}))
    assert reading.rows["row"].tolist() == [4, 5]


def test_days_as_dates_and_as_numbers_of_excel_are_periods(tmp_path: Path) -> None:
    rows: Rows = [
        ["AGS", "Stichtag", "Kinder"],
        ["03354001", datetime.date(2022, 12, 31), 5],
        ["03354001", 44561, 6],
    ]
    reading = read_table(xlsx(tmp_path / "a.xlsx", {"A": rows}))
    assert reading.cells["period"].tolist() == ["2022-12-31", "2021-12-31"]


def test_years_as_numbers_in_a_merged_head(tmp_path: Path) -> None:
    rows: Rows = [
        ["AGS", "Name", "Kinder", None, "Fläche (km²)"],
        [None, None, 2020, 2021, None],
        ["03354001", "Bergen", 40, 41, 12.5],
    ]
    merged = ("A1:A2", "B1:B2", "C1:D1", "E1:E2")
    reading = read_table(xlsx(tmp_path / "a.xlsx", {"A": rows}, merged))
    assert [(v.id, v.unit, v.periods) for v in reading.variables] == [
        ("kinder", "", ("2020", "2021")),
        ("flaeche", "km²", ("",)),
    ]


def test_a_merged_title_is_a_title(tmp_path: Path) -> None:
    rows: Rows = [["Kinder am 31.12.2020", None, None], *SMALL]
    reading = read_table(xlsx(tmp_path / "a.xlsx", {"A": rows}, ("A1:C1",)))
    assert reading.left_out == ((1, "Titelzeile „Kinder am 31.12.2020“"),)


def test_a_key_merged_downwards_holds_for_all_its_rows(tmp_path: Path) -> None:
    rows: Rows = [["AGS", "Jahr", "Kinder"], ["03354001", 2020, 4], [None, 2021, 5]]
    reading = read_table(xlsx(tmp_path / "a.xlsx", {"A": rows}, ("A2:A3",)))
    assert reading.rows["key"].tolist() == ["03354001", "03354001"]
    assert reading.cells["value"].tolist() == [4.0, 5.0]


def test_a_sheet_without_a_table_is_passed_over(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"Inhalt": [["Hinweise"], ["nur Text"]], "Daten": SMALL})
    assert read_table(path).sheet == "Daten"


def test_two_sheets_with_tables_are_asked_about(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"2020": SMALL, "2021": SMALL})
    with pytest.raises(SheetNeeded, match="„2020“, „2021“"):
        read_table(path)
    assert read_table(path, sheet="2021").sheet == "2021"


def test_a_sheet_that_is_not_there_is_refused_with_the_list(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"2020": SMALL})
    with pytest.raises(UnknownSheet, match="„2020“"):
        read_table(path, sheet="2019")


def test_a_number_written_as_text_is_read_as_germans_write_it(tmp_path: Path) -> None:
    rows: Rows = [["AGS", "Fläche in ha 2020"], ["03354001", "1.422,5"], ["03354002", 7.25]]
    reading = read_table(xlsx(tmp_path / "a.xlsx", {"A": rows}))
    assert reading.cells["value"].tolist() == [1422.5, 7.25]
    assert reading.warnings == ()


def test_a_formula_is_never_run_and_its_stored_value_is_read(tmp_path: Path) -> None:
    rows: Rows = [["AGS", "Name", "Kinder 2020"], ["03354001", "=cmd()", 4]]
    reading = read_table(xlsx(tmp_path / "a.xlsx", {"A": rows}))
    assert reading.cells["value"].tolist() == [4.0]


def test_an_xls_whose_sectors_run_in_a_circle_is_refused(tmp_path: Path) -> None:
    path = xls(tmp_path / "a.xls", SMALL)
    content = bytearray(path.read_bytes())
    table = (struct.unpack_from("<I", content, 76)[0] + 1) * 512
    struct.pack_into("<I", content, table, 0)
    path.write_bytes(bytes(content))
    with pytest.raises(DamagedWorkbook):
        read_table(path)


def test_a_sheet_of_16383_columns_is_refused(tmp_path: Path) -> None:
    rows: Rows = [[*SMALL[0], *[None] * 16_380, "weit weg"], *SMALL[1:]]
    with pytest.raises(TooLarge, match="16383 Spalten"):
        read_table(xlsx(tmp_path / "a.xlsx", {"A": rows}))
