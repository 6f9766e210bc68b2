"""The view as CSV, as German offices open it, with what must be said of it below the values."""

from __future__ import annotations

import codecs

from indicators.hand_out import csv_of
from layers.handout.facts import Handout
from layers.handout.table_rows import HEAD, particulars, value_rows


def view_csv(told: Handout) -> bytes:
    """UTF-8 with BOM, `;`, decimal comma; an empty line parts values and particulars.

    Values have the decimals of the screen, all of them; the workbook holds them unrounded.
    """
    lines = [HEAD, *(row.cells for row in value_rows(told.figures)), (), *particulars(told)]
    text = csv_of(lines, decimals=told.figures.indicator.shown_decimals)
    return codecs.BOM_UTF8 + text.encode("utf-8")
