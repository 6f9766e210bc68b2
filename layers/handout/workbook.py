"""The figures as an Excel file: all periods, what must be said of them, and how they are read."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from geodata.workspace import Workspace
from layers.handout.facts import Handout
from layers.handout.table_rows import (
    HEAD,
    READING_HEAD,
    VALUE_AT,
    particulars,
    reading_rows,
    rows_of_all_periods,
    value_rows,
)
from layers.theme import ACCENT, INK_SOFT
from layers.words import words

# The same at every making, so that the same figures are the same file.
_DATE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_WIDTHS = (12, 32, 14, 16, 18, 12, 32, 14, 14, 60)
_ABOUT_WIDTHS = (28, 110)
_READING_WIDTHS = (32, 14, 28, 12, 110)

Cells = Sequence[str | float | None]


def workbook(workspace: Workspace, told: Handout) -> bytes:
    """XLSX with the sheets „Werte“, „Angaben“ and „Lesarten“, a change with one more."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        # What begins with "=" in a name is no formula, and no address a link.
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    book.set_properties(
        {
            "title": told.heading,
            "subject": f"{told.title}, {told.period}, {told.level}",
            "author": f"{words('app.name')} · {told.workspace_title}",
            "comments": told.made_with,
            "created": _DATE.replace(tzinfo=None),
        }
    )
    sheets = _Sheets(book, told.figures.indicator.shown_decimals)
    if told.view.since:
        changes = [row.cells for row in value_rows(told.figures)]
        sheets.add(words("handout.sheets.change"), HEAD, changes, _WIDTHS)
    values = [row.cells for row in rows_of_all_periods(workspace, told)]
    sheets.add(words("handout.sheets.values"), HEAD, values, _WIDTHS)
    about = (words("handout.about.head"), words("handout.about.text"))
    sheets.add(words("handout.sheets.about"), about, particulars(told), _ABOUT_WIDTHS)
    readings = reading_rows(workspace, told)
    sheets.add(words("handout.sheets.readings"), READING_HEAD, readings, _READING_WIDTHS)
    book.close()
    return out.getvalue()


class _Sheets:
    """The look that all sheets share: a head that stays, numbers as numbers, text as text."""

    def __init__(self, book: Any, decimals: int) -> None:  # noqa: ANN401 - xlsxwriter has no hints
        self._book = book
        plain = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        places = "." + "0" * decimals if decimals else ""
        self._text = book.add_format({**plain, "text_wrap": True})
        self._number = book.add_format({**plain, "num_format": f"#,##0{places}"})
        self._head = book.add_format(
            {**plain, "bold": True, "font_color": ACCENT, "bottom": 1, "bottom_color": INK_SOFT}
        )

    def add(
        self, name: str, head: Sequence[str], rows: Sequence[Cells], widths: Sequence[int]
    ) -> None:
        sheet = self._book.add_worksheet(name)
        for column, (title, width) in enumerate(zip(head, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, self._head)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                self._write(sheet, number, column, value)
        sheet.freeze_panes(1, VALUE_AT if head is HEAD else 0)
        if rows:
            sheet.autofilter(0, 0, len(rows), len(head) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _write(self, sheet: Any, row: int, column: int, value: str | float | None) -> None:  # noqa: ANN401
        if isinstance(value, str):
            sheet.write_string(row, column, value, self._text)
        elif value is not None:
            sheet.write_number(row, column, value, self._number)
