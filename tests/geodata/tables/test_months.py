"""Figures by month: each month of a table is a time of its own, and no year."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.tables import states
from geodata.tables.read import read_table
from geodata.tables.refusals import ImpossiblePeriod, MonthsWithoutYear, SeveralPeriods

Write = Callable[..., Path]

DECEMBER = [
    "Dez 2023",
    "Dez. 2023",
    "Dez-23",
    "Dez. 23",
    "12/2023",
    "12.2023",
    "2023-12",
    "2023/12",
    "2023-Dez",
    "Dezember 2023",
    "im Dezember 2023",
]


@pytest.mark.parametrize("text", DECEMBER)
def test_every_way_of_writing_a_month_in_a_header_is_that_month(write: Write, text: str) -> None:
    path = write(f"AGS;Arbeitslose {text}\n03354001;7\n03354002;5\n")
    reading = read_table(path)
    assert set(reading.cells["period"]) == {"2023-12"}
    assert [variable.id for variable in reading.variables] == ["arbeitslose"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("31.12.2023", "2023-12-31"),
        ("31/12/2023", "2023-12-31"),
        ("2022/23", "2022/2023"),
        ("Jan-Dez 2023", "2023"),
        ("Januar bis Dezember 2023", "2023"),
        ("3. Mai 2023", "2023-05-03"),
        ("03/04/2023", ""),
        ("13/2023", ""),
    ],
)
def test_what_only_looks_like_a_month_is_none(text: str, state: str) -> None:
    assert states.state_of(text) == state


def test_a_span_of_months_keeps_its_words_and_its_year(write: Write) -> None:
    reading = read_table(write("AGS;Geborene Januar bis Juni 2023\n03354001;7\n03354002;5\n"))
    (variable,) = reading.variables
    assert (variable.id, variable.periods) == ("geborene_januar_bis_juni", ("2023",))


def test_month_columns_side_by_side_are_one_figure_at_several_times(write: Write) -> None:
    path = write("AGS;Dez 2023;Jan 2024\n03354001;7;8\n03354002;5;6\n", name="arbeitslose.csv")
    (variable,) = read_table(path).variables
    assert (variable.id, variable.periods) == ("arbeitslose", ("2023-12", "2024-01"))


def test_one_month_is_chosen_by_name_and_a_year_with_two_is_refused(write: Write) -> None:
    path = write("AGS;Arbeitslose Nov 2023;Arbeitslose Dez 2023\n03354001;7;8\n03354002;5;6\n")
    assert read_table(path, period="Dezember 2023").cells["value"].tolist() == [8, 6]
    with pytest.raises(SeveralPeriods, match=r"November 2023, Dezember 2023"):
        read_table(path, period="2023")


@pytest.mark.parametrize("months", [("11", "12"), ("November", "Dezember"), ("Nov.", "Dez.")])
def test_a_month_beside_its_year_makes_one_time(write: Write, months: tuple[str, str]) -> None:
    first, second = months
    path = write(f"AGS;Jahr;Monat;Arbeitslose\n03354001;2023;{first};7\n03354001;2023;{second};8\n")
    cells = read_table(path).cells
    assert list(zip(cells["period"], cells["value"], strict=True)) == [
        ("2023-11", 7),
        ("2023-12", 8),
    ]


def test_a_column_of_whole_months_is_the_time(write: Write) -> None:
    path = write("AGS;Jahr;Monat;Arbeitslose\n03354001;2023;2023-11;7\n03354001;2023;2023-12;8\n")
    reading = read_table(path)
    assert reading.cells["period"].tolist() == ["2023-11", "2023-12"]
    assert [variable.id for variable in reading.variables] == ["arbeitslose"]


MONTHS = "AGS;Januar;Februar;März\n03354001;1;2;3\n03354002;4;5;6\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Arbeitslose 2024;;;\n{MONTHS}", "tabelle.csv"),
        (f"Arbeitslose 2024;;;\nStand: 15.01.2025;;;\n{MONTHS}", "tabelle.csv"),
        (MONTHS, "arbeitslose_2024.csv"),
    ],
)
def test_bare_months_are_those_of_the_year_that_title_or_file_names(
    write: Write, text: str, name: str
) -> None:
    reading = read_table(write(text, name=name))
    assert [variable.id for variable in reading.variables] == ["arbeitslose"]
    assert reading.variables[0].periods == ("2024-01", "2024-02", "2024-03")
    assert [said for said in reading.warnings if "2024" in said] == [
        "Die Spalten „Januar“, „Februar“ und „März“ wurden als Monate des Jahres 2024 gelesen "
        "(Größe „Arbeitslose“); das Jahr stammt aus Titel oder Dateiname. Falls es falsch ist, "
        "bitte das Jahr in die Überschriften schreiben."
    ]
    first = reading.cells[reading.cells["row"] == reading.cells["row"].min()]
    assert first["value"].tolist() == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (MONTHS, "nennen aber kein Jahr"),
        (f"Arbeitslose 2023 und 2024;;;\n{MONTHS}", "nennen aber mehrere Jahre (2023, 2024)"),
        (f"Arbeitslose 2023/2024;;;\n{MONTHS}", "nennen aber mehrere Jahre (2023, 2024)"),
        (
            f"Arbeitslose 2024;;;\n{MONTHS.replace('März', 'Insgesamt')}",
            "daneben stehen aber andere Werte („Insgesamt“)",
        ),
        ("Jahr;AGS;Mai;Juni\n2024;03354001;1;2\n", "steht aber in einer eigenen Spalte"),
    ],
)
def test_bare_months_of_no_certain_year_are_refused(write: Write, text: str, fault: str) -> None:
    with pytest.raises(MonthsWithoutYear, match=re.escape(fault)):
        read_table(write(text))


def test_a_single_month_is_read_where_its_time_is_given(write: Write) -> None:
    reading = read_table(write(MONTHS), value="Februar", indicator="alo", period="2024-02")
    assert reading.variables[0].periods == ("2024-02",)
    assert reading.cells["value"].tolist() == [2, 5]


def test_a_recipe_reads_the_months_of_the_next_year(write: Write) -> None:
    recipe = read_table(write(f"Arbeitslose 2024;;;\n{MONTHS}")).recipe
    reading = read_table(write(f"Arbeitslose 2025;;;\n{MONTHS}"), recipe=recipe)
    assert [variable.id for variable in reading.variables] == ["arbeitslose"]
    assert reading.variables[0].periods == ("2025-01", "2025-02", "2025-03")


@pytest.mark.parametrize("date", ["31.13.2024", "31.02.2024", "2024-02-30"])
def test_a_header_with_an_impossible_date_is_refused(write: Write, date: str) -> None:
    said = f"Spalte „Kinder {date}“: „{date}“ ist kein möglicher Zeitpunkt"
    with pytest.raises(ImpossiblePeriod, match=re.escape(said)):
        read_table(write(f"AGS;Kinder {date}\n03354001;1\n03354002;2\n"))
