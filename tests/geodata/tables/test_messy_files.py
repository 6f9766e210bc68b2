"""Tables as they really come: right values, or one sentence that names the place."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from geodata.tables.read import read_table
from geodata.tables.refusals import KeysInARow, NoValueColumn

Write = Callable[..., Path]
A, B, C, D = "03354001", "03354002", "03354003", "03354401"


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """An XLSX of rows, with merged ranges and the number formats of cells."""

    def make(
        *rows: Sequence[Any], merged: Sequence[str] = (), shown: dict[str, str] | None = None
    ) -> Path:
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        for cells in merged:
            book.active.merge_cells(cells)
        for cell, form in (shown or {}).items():
            book.active[cell].number_format = form
        book.save(tmp_path / "kinder.xlsx")
        return tmp_path / "kinder.xlsx"

    return make


def column(write: Write, *cells: str, header: str = "Betten 2022") -> list[float | str]:
    """The values of one column, signs where there is none."""
    rows = [f"{key};{cell}" for key, cell in zip((A, B, C, D), cells, strict=False)]
    found = read_table(write(f"AGS;{header}\n" + "\n".join(rows) + "\n")).cells
    pairs = zip(found["value"], found["marker"], strict=True)
    return [sign if math.isnan(value) else value for value, sign in pairs]


def test_two_rows_of_merged_head(workbook: Callable[..., Path]) -> None:
    path = workbook(
        ["AGS", "31.12.2021", None, "31.12.2022", None],
        [None, "männlich", "weiblich", "männlich", "weiblich"],
        [A, 1, 2, 3, 4],
        [B, 5, 6, 7, 8],
        merged=["A1:A2", "B1:C1", "D1:E1"],
    )
    cells = read_table(path).cells
    women = cells[(cells["variable"] == "weiblich") & (cells["period"] == "2022-12-31")]
    assert women["value"].tolist() == [4, 8]


def test_a_cell_shown_in_percent_is_read_in_percent_and_this_is_said(
    workbook: Callable[..., Path],
) -> None:
    path = workbook(["AGS", "Quote 2022"], [A, 0.125], [B, 0.07], shown={"B2": "0.0%", "B3": "0 %"})
    reading = read_table(path)
    assert reading.cells["value"].tolist() == [12.5, 7]
    assert reading.variables[0].unit == "Prozent"
    assert (
        "in Prozent gelesen, wie die Mappe es zeigt (zum Beispiel 12,5 %)." in reading.warnings[0]
    )


def test_a_column_that_is_only_partly_percent_is_doubted(workbook: Callable[..., Path]) -> None:
    path = workbook(["AGS", "Quote 2022"], [A, 0.125], [B, 0.07], shown={"B2": "0.0%"})
    assert "1 von 2 Zahlen sind aber nicht so formatiert" in read_table(path).warnings[0]


@pytest.mark.parametrize(("form", "period"), [("mmm yy", "2023-12"), ("yyyy", "2023")])
def test_a_day_shown_as_month_or_year_is_that(
    workbook: Callable[..., Path], form: str, period: str
) -> None:
    head = ["AGS", datetime.date(2023, 12, 1)]
    reading = read_table(workbook(head, [A, 1], [B, 2], shown={"B1": form}))
    assert reading.cells["period"].tolist() == [period, period]


def test_minus_zero_is_zero(write: Write) -> None:
    found = column(write, "-0", "-0,0", "−0", "±0", header="Saldo 2022")
    assert [math.copysign(1, float(value)) for value in found] == [1, 1, 1, 1]


@pytest.mark.parametrize("sign", ["n. v.", "n.v.", "k. A.", "o. A.", "#NV", "keine Daten"])
def test_words_for_nothing_known_are_no_number(write: Write, sign: str) -> None:
    assert column(write, sign, "4", "5") == ["x", 4, 5]


@pytest.mark.parametrize("sign", ["<3", "< 5", "unter 3"])
def test_a_small_count_below_a_limit_is_secret_and_this_is_said(write: Write, sign: str) -> None:
    assert column(write, sign, "4", "5") == [".", 4, 5]
    reading = read_table(write(f"AGS;Betten 2022\n{A};{sign}\n{B};4\n"))
    assert reading.warnings == (f"„{sign}“ wird als geheim gehalten gelesen.",)


def test_money_signs_and_blanks_after_a_minus_belong_to_the_number(write: Write) -> None:
    found = column(write, "1.234,50 €", "€ 2.000,00", "3.000,- €", "- 4")
    assert found == [1234.5, 2000, 3000, -4]


def test_a_raised_digit_is_a_footnote(write: Write) -> None:
    assert column(write, "13¹", "14", "15") == [13, 14, 15]


@pytest.mark.parametrize("key", ["'{}", '"=""{}"""', "„{}“"])
def test_keys_in_quotes_are_keys(write: Write, key: str) -> None:
    reading = read_table(write(f"AGS;Betten 2022\n{key.format(A)};1\n{key.format(B)};2\n"))
    assert all(A in found or B in found for found in reading.rows["key"])


def test_keys_side_by_side_are_to_be_turned(write: Write) -> None:
    with pytest.raises(KeysInARow, match=r"Zeile 1.*Transponieren"):
        read_table(write(f"Jahr;{A};{B}\n2021;1;2\n2022;3;4\n"))


def test_where_no_column_holds_numbers_it_is_said_what_stands_there(write: Write) -> None:
    with pytest.raises(NoValueColumn, match=r"Zeile 2, Spalte „Betten 2022“ steht „ca\. 30“"):
        read_table(write(f"AGS;Betten 2022\n{A};ca. 30\n{B};rd. 40\n"))


def test_formulas_that_were_never_calculated_are_named(workbook: Callable[..., Path]) -> None:
    with pytest.raises(NoValueColumn, match="„Betten 2022“ ist leer; stehen dort Formeln"):
        read_table(workbook(["AGS", "Name", "Betten 2022"], [A, "X", "=1+1"], [B, "Y", "=2+2"]))


def test_a_column_of_near_numbers_is_not_left_out_in_silence(write: Write) -> None:
    path = write(f"AGS;Betten 2022;Plätze 2022\n{A};1;ca. 30\n{B};2;ca. 40\n")
    (warning,) = read_table(path).warnings
    assert warning.startswith("Spalte „Plätze 2022“ wurde nicht gelesen")


def test_unter_3_in_a_head_or_among_age_groups_is_no_figure(
    write: Write, workbook: Callable[..., Path]
) -> None:
    path = workbook(
        ["AGS", "Kinder 2022", None],
        [None, "unter 3", "3 bis unter 6"],
        [A, 1, 2],
        [B, 3, 4],
        merged=["B1:C1"],
    )
    assert [variable.id for variable in read_table(path).variables] == [
        "kinder_unter_3",
        "kinder_3_bis_unter_6",
    ]
    groups = [f"{key};{age};{n}" for n, key in enumerate((A, B)) for age in ("unter 3", "unter 6")]
    reading = read_table(write("AGS;Alter;Kinder 2022\n" + "\n".join(groups) + "\n"))
    assert [variable.id for variable in reading.variables] == ["kinder_unter_3", "kinder_unter_6"]


def test_a_word_for_a_number_is_to_be_written_as_one(write: Write) -> None:
    said = r"Zeile 2, Spalte „Kinder 2022“ steht „zwölf“\. Bitte die Werte als Zahlen schreiben"
    with pytest.raises(NoValueColumn, match=said):
        read_table(write(f"AGS;Kinder 2022\n{A};zwölf\n"))


def test_people_below_zero_or_in_parts_are_doubted_by_row(write: Write) -> None:
    reading = read_table(write(f"AGS;Kinder 2022\n{A};-5\n{B};2,5\n"))
    assert list(reading.warnings) == [
        "Spalte „Kinder 2022“, Zeile 2: -5 ist eine negative Anzahl.",
        "Spalte „Kinder 2022“, Zeile 3: 2,5 ist keine ganze Anzahl von Menschen.",
    ]


@pytest.mark.parametrize(
    "header",
    ["Kinder je Frau 2022", "Bevölkerungsdichte 2022", "Personen je Haushalt 2022"],
)
def test_what_is_no_count_of_people_may_have_parts(write: Write, header: str) -> None:
    assert read_table(write(f"AGS;{header}\n{A};1,4\n{B};2,5\n")).warnings == ()


def test_people_that_came_or_left_may_be_below_zero(write: Write) -> None:
    text = f"AGS;Wanderungssaldo Personen 2022\n{A};-5\n{B};2\n"
    assert read_table(write(text)).warnings == ()
