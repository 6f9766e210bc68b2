"""The figures as an Excel file: all periods, what must be said of them, and how they are read."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from geodata.workspace import Workspace
from indicators.published import published
from layers.handout.cell_sizes import column_widths, row_height
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
_A4 = 9

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
    sheets = _Sheets(book)
    decimals = told.figures.indicator.shown_decimals
    if told.view.since:
        changes = [row.cells for row in value_rows(told.figures)]
        sheets.add(words("handout.sheets.change"), HEAD, changes, _signed_format(decimals))
        decimals = published(workspace, told.view.query).indicator.shown_decimals
    values = [row.cells for row in rows_of_all_periods(workspace, told)]
    sheets.add(words("handout.sheets.values"), HEAD, values, _number_format(decimals))
    about = (words("handout.about.head"), words("handout.about.text"))
    sheets.add(words("handout.sheets.about"), about, particulars(told))
    readings = reading_rows(workspace, told) or [("", "", "", "", words("handout.no_readings"))]
    sheets.add(words("handout.sheets.readings"), READING_HEAD, readings)
    book.close()
    return out.getvalue()


def _number_format(decimals: int) -> str:
    """As spreadsheets name it; which sign stands for thousands is theirs to say."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _signed_format(decimals: int) -> str:
    plain = _number_format(decimals)
    return f"+{plain};-{plain};{plain}"


class _Sheets:
    """The look that all sheets share: a head that stays, numbers as numbers, text as text."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - xlsxwriter has no hints
        self._book = book
        self._plain = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        head = {"bold": True, "font_color": ACCENT, "bottom": 1, "bottom_color": INK_SOFT}
        left = {"align": "left", "indent": 1}
        self._text = book.add_format({**self._plain, **left, "text_wrap": True})
        self._head = book.add_format({**self._plain, **head, **left})
        self._number_head = book.add_format({**self._plain, **head, "align": "right"})

    def add(
        self, name: str, head: Sequence[str], rows: Sequence[Cells], number_format: str = ""
    ) -> None:
        """A sheet; one with a format of numbers has values in the column `VALUE_AT`."""
        sheet = self._book.add_worksheet(name)
        numbers = self._book.add_format({**self._plain, "num_format": number_format})
        widths = column_widths([head, *rows])
        for column, (title, width) in enumerate(zip(head, widths, strict=True)):
            sheet.set_column(column, column, width)
            is_value = number_format and column == VALUE_AT
            sheet.write_string(0, column, title, self._number_head if is_value else self._head)
        for number, row in enumerate(rows, start=1):
            sheet.set_row(number, row_height(row, widths))
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, value, self._text)
                elif value is not None:
                    sheet.write_number(number, column, value, numbers)
        sheet.freeze_panes(1, VALUE_AT if number_format else 0)
        sheet.autofilter(0, 0, len(rows), len(head) - 1)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
