"""Tables as offices make them, read from small files."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.tables.read import read_table
from geodata.tables.reading import TableReading
from geodata.tables.refusals import (
    DoubledHeader,
    ImpossiblePeriod,
    PeriodNotInFile,
    SeveralPeriods,
    SeveralVariables,
    UnknownColumn,
)

Write = Callable[..., Path]


def values(reading: TableReading) -> list[tuple[int, str, str, float]]:
    cells = reading.cells
    columns = (cells["row"], cells["variable"], cells["period"], cells["value"])
    return list(zip(*(column.tolist() for column in columns), strict=True))


PLAIN = "AGS;Gemeinde;Einwohner 2020\n03354001;Bergen;1.422\n03354005;Gartow;1.452\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_gives_the_same_names(write: Write, encoding: str) -> None:
    path = write("AGS;Gemeinde;Einwohner 2020\n03354018;Lüchow;9393\n", encoding=encoding)
    assert read_table(path).rows["name"].tolist() == ["Lüchow"]


def test_windows_letters_are_read(write: Write) -> None:
    path = write("AGS;Gemeinde;Einwohner 2020\n03354018;Lüchow – Stadt;9393\n", encoding="cp1252")
    assert read_table(path).rows["name"].tolist() == ["Lüchow – Stadt"]


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_every_delimiter_is_found(write: Write, sign: str) -> None:
    path = write(PLAIN.replace(";", sign).replace("1.422", "1422").replace("1.452", "1452"))
    assert values(read_table(path))[0] == (2, "einwohner", "2020", 1422.0)


def test_the_line_sep_of_excel_names_the_delimiter_and_counts_as_a_row(write: Write) -> None:
    reading = read_table(write("sep=;\n" + PLAIN))
    assert reading.rows["row"].tolist() == [3, 4]


def test_titles_notes_and_sums_are_no_data_and_are_named(write: Write) -> None:
    text = (
        "Bevölkerung im Landkreis\nStand: 31.12.2020\n\n" + "AGS;Gemeinde;Einwohner\n"
        "03354001;Bergen;1422\n\n03354005;Gartow;1452\n;Insgesamt;2874\n\n"
        "Quelle: LSN\n1) vorläufig\n"
    )
    reading = read_table(write(text))
    assert reading.rows["row"].tolist() == [5, 7]
    assert (8, "Summenzeile „Insgesamt“") in reading.left_out
    assert [row for row, _ in reading.left_out] == [1, 2, 8, 10, 11]
    assert set(reading.cells["period"]) == {"2020-12-31"}
    assert "Der Zeitpunkt 31.12.2020 stammt aus dem Titel (Zeile 2)." in reading.warnings


def test_a_head_of_two_lines_is_joined(write: Write) -> None:
    text = "AGS;Name;Einwohner;;Anteil\n;;2019;2020;in %\n03354001;Bergen;1400;1422;3,5\n"
    reading = read_table(write(text))
    assert values(reading) == [
        (3, "einwohner", "2019", 1400.0),
        (3, "einwohner", "2020", 1422.0),
        (3, "anteil", "", 3.5),
    ]
    assert [v.unit for v in reading.variables] == ["", "Prozent"]


def test_a_row_that_counts_the_columns_is_left_out(write: Write) -> None:
    text = "AGS;Gemeinde;Einwohner 2020\n1;2;3\n03354001;Bergen;1422\n"
    reading = read_table(write(text))
    assert reading.rows["key"].tolist() == ["03354001"]


@pytest.mark.parametrize(
    ("header", "period"),
    [
        ("2015", "2015"),
        ("31.12.2020", "2020-12-31"),
        ("einwohner_20200630", "2020-06-30"),
        ("Einwohner 2021", "2021"),
        ("Einwohner am 31.12.2020", "2020-12-31"),
        ("Einwohner (Stand: 30.06.2020)", "2020-06-30"),
        ("Einwohner 2021/22", "2021/2022"),
        ("Schuljahr 2021/2022", "2021/2022"),
    ],
)
def test_a_header_tells_its_time(write: Write, header: str, period: str) -> None:
    reading = read_table(write(f"AGS;{header}\n03354001;1422\n03354002;1500\n"))
    assert reading.variables[0].periods == (period,)


def test_years_in_columns_are_one_figure(write: Write) -> None:
    text = "Einwohner\nGemeinde;2019;2020;2021\nGartow;1400;1452;1460\n"
    reading = read_table(write(text))
    assert [(v.id, v.periods) for v in reading.variables] == [
        ("einwohner", ("2019", "2020", "2021"))
    ]


def test_years_in_rows_are_periods(write: Write) -> None:
    text = "AGS;Jahr;Einwohner\n03354001;2019;1400\n03354001;2020;1422\n"
    assert values(read_table(write(text))) == [
        (2, "einwohner", "2019", 1400.0),
        (3, "einwohner", "2020", 1422.0),
    ]


def test_a_column_of_figure_names_makes_figures(write: Write) -> None:
    text = (
        "AGS;Jahr;Merkmal;Einheit;Wert\n03354001;2020;Kinder;Anzahl;40\n03354001;2020;Quote;%;3,5\n"
    )
    reading = read_table(write(text))
    assert [(v.id, v.unit) for v in reading.variables] == [
        ("kinder", "Anzahl"),
        ("quote", "Prozent"),
    ]


def test_sexes_in_rows_split_the_figure(write: Write) -> None:
    text = "AGS;Geschlecht;Kinder 2020\n" + "".join(
        f"0335400{i};{sex};{i}0\n" for i in (1, 2) for sex in ("insgesamt", "weiblich")
    )
    assert [v.id for v in read_table(write(text)).variables] == ["kinder", "kinder_weiblich"]


def test_a_level_column_is_neither_value_nor_name(write: Write) -> None:
    reading = read_table(write("ags;ebene;einwohner_20200630\n03354;Kreis;48455\n"))
    assert reading.rows["name"].tolist() == [""]
    assert [v.id for v in reading.variables] == ["einwohner"]


def test_keys_stay_as_they_are(write: Write) -> None:
    text = "Schlüssel;Name;Wert 2020\n3354001.0;Bergen;1\n 0335 4005 ;Gartow;2\n03354403;SG;3\n"
    assert read_table(write(text)).rows["key"].tolist() == ["3354001.0", "0335 4005", "03354403"]


def test_a_table_without_keys_has_names(write: Write) -> None:
    reading = read_table(write("Kommune;Einwohner 2020\nGartow;1452\nSG Gartow;3664\n"))
    assert reading.rows["name"].tolist() == ["Gartow", "SG Gartow"]


def test_every_marker_is_kept_and_an_empty_cell_is_nothing(write: Write) -> None:
    signs = ["-", ".", "...", "x", "/", "(12)", "7p", "8 rs", "-9999", ""]
    lines = "".join(f"0335400{i};{sign}\n" for i, sign in enumerate(signs))
    cells = read_table(write("AGS;Fälle 2020\n" + lines)).cells
    assert cells["marker"].tolist() == ["-", ".", "...", "x", "/", "()", "", "", "x"]
    assert cells["flags"].tolist() == ["", "", "", "", "", "", "p", "rs", ""]
    assert [v for v in cells["value"] if not math.isnan(v)] == [12.0, 7.0, 8.0]


def test_a_column_of_dashes_is_warned_about(write: Write) -> None:
    text = "AGS;Fälle 2020\n03354001;-\n03354002;-\n03354003;4\n"
    assert any("2 von 3 Angaben sind „-“" in w for w in read_table(write(text)).warnings)


def test_a_share_over_100_is_named(write: Write) -> None:
    text = "AGS;Anteil 2020\n03354001;12\n03354002;120\n"
    assert (
        "Spalte „Anteil 2020“, Zeile 3: 120 % ist mehr als 100 %."
        in read_table(write(text)).warnings
    )


def test_a_negative_count_is_named_and_a_loss_is_not(write: Write) -> None:
    text = "AGS;Kinder 2020;Wanderungssaldo 2020\n03354001;-5;-7\n"
    warnings = read_table(write(text)).warnings
    assert warnings == ("Spalte „Kinder 2020“, Zeile 2: -5 ist eine negative Anzahl.",)


def test_an_ambiguous_point_is_said(write: Write) -> None:
    text = "AGS;Einwohner 2020\n03354001;1.422\n03354002;2.289\n"
    reading = read_table(write(text))
    assert reading.cells["value"].tolist() == [1422.0, 2289.0]
    assert "„1.422“ ist mehrdeutig und wurde als 1.422 gelesen (Tausender)" in reading.warnings[0]


def test_an_ambiguous_point_follows_the_decimal_points_of_its_neighbours(write: Write) -> None:
    text = "AGS,Quote 2020,Dichte 2020\n03354001,0.5,1.422\n03354002,0.7,2.289\n"
    reading = read_table(write(text))
    assert reading.cells["value"].tolist() == [0.5, 1.422, 0.7, 2.289]


def test_text_in_a_value_column_is_no_value_and_named(write: Write) -> None:
    text = "AGS;Fälle 2020\n03354001;1\n03354002;NaN\n03354003;3\n03354004;Infinity\n"
    reading = read_table(write(text))
    assert reading.cells["value"].tolist() == [1.0, 3.0]
    assert reading.warnings[0] == (
        "Spalte „Fälle 2020“: 2 Angaben sind keine Zahlen und wurden nicht übernommen: „NaN“ in "
        "Zeile 3, „Infinity“ in Zeile 5. Bitte berichtigen oder leer lassen und die Datei noch "
        "einmal einlesen."
    )


def test_what_is_no_number_is_quoted_short_and_on_one_line(write: Write) -> None:
    cells = ["viele", "\x1b[31mrot", "=cmd()", "lang " * 99, "noch eins"]
    numbers = "".join(f"033540{n};{n}\n" for n in range(10, 20))
    rows = "".join(f'0335400{n};"{cell}"\n' for n, cell in enumerate(cells, start=1))
    (warning,) = read_table(write(f"AGS;Fälle 2020\n{rows}{numbers}")).warnings
    assert "„viele“ in Zeile 2, „[31mrot“ in Zeile 3, „=cmd()“ in Zeile 4 und 2 weitere." in warning


def test_formulas_and_scripts_in_names_are_plain_text(write: Write) -> None:
    names = ["=cmd()", "<script>alert(1)</script>"]
    text = "AGS;Name;Fälle 2020\n" + "".join(f"0335400{i};{n};1\n" for i, n in enumerate(names))
    assert read_table(write(text)).rows["name"].tolist() == names


def test_a_year_of_five_digits_is_refused_in_a_row(write: Write) -> None:
    with pytest.raises(ImpossiblePeriod, match="Zeile 3: „20222“"):
        read_table(write("AGS;Jahr;Fälle\n03354001;2022;1\n03354002;20222;1\n"))


def test_a_year_of_five_digits_is_refused_in_a_header(write: Write) -> None:
    with pytest.raises(ImpossiblePeriod, match="Fälle 20222"):
        read_table(write("AGS;Fälle 2021;Fälle 20222\n03354001;2;1\n"))


def test_two_columns_of_one_name_are_refused(write: Write) -> None:
    with pytest.raises(DoubledHeader, match="B und C"):
        read_table(write("AGS;Fälle 2021;Fälle 2021\n03354001;2;1\n"))


def test_a_count_and_its_share_are_two_figures(write: Write) -> None:
    reading = read_table(write("AGS;Kinder (Anzahl);Kinder (in %)\n03354001;2;1,5\n"))
    assert [v.id for v in reading.variables] == ["kinder_anzahl", "kinder_prozent"]


def test_one_named_column_becomes_the_indicator(write: Write) -> None:
    text = "AGS;Einwohner;Fläche\n03354001;1422;30,5\n"
    reading = read_table(
        write(text), value="Einwohner", indicator="bevoelkerung", period="31.12.2020"
    )
    assert values(reading) == [(2, "bevoelkerung", "2020-12-31", 1422.0)]


def test_a_column_that_is_not_there_is_refused_with_the_list(write: Write) -> None:
    with pytest.raises(UnknownColumn, match="„Einwohner 2020“"):
        read_table(write(PLAIN), value="Kinder")


def test_an_indicator_for_several_figures_is_refused(write: Write) -> None:
    with pytest.raises(SeveralVariables, match="kinder"):
        read_table(write("AGS;Kinder 2020;Alte 2020\n03354001;1;2\n"), indicator="x")


TWO_STATES = "AGS;Stichtag;Einwohner\n03354001;15.05.2022;1\n03354001;31.12.2022;2\n"


def test_a_year_with_two_states_is_refused_with_the_list(write: Write) -> None:
    with pytest.raises(SeveralPeriods, match=r"15.05.2022, 31.12.2022"):
        read_table(write(TWO_STATES), period="2022")


def test_a_wanted_state_leaves_the_other_rows_out(write: Write) -> None:
    reading = read_table(write(TWO_STATES), period="2022-12-31")
    assert reading.cells["value"].tolist() == [2.0]
    assert reading.rows["row"].tolist() == [3]
    assert [row for row, _ in reading.ignored] == [2]


def test_a_state_that_the_file_lacks_is_refused(write: Write) -> None:
    with pytest.raises(PeriodNotInFile, match=r"Vorhanden sind: 15\.05\.2022"):
        read_table(write(TWO_STATES), period="2019")


def test_a_quoted_name_over_two_lines_is_one_row(write: Write) -> None:
    text = 'AGS;Name;Fälle 2020\n03354001;"Bergen\nan der Dumme";1\n03354002;Clenze;2\n'
    assert read_table(write(text)).rows["row"].tolist() == [2, 3]


def test_a_short_row_is_read_and_said(write: Write) -> None:
    reading = read_table(write("AGS;Name;A 2020;B 2020\n03354001;Bergen;1\n03354002;Clenze;1;2\n"))
    assert len(reading.cells) == 3
    assert "weniger Felder" in reading.warnings[0]


def test_a_repeated_head_is_left_out(write: Write) -> None:
    text = "AGS;Name;E 2020\n03354001;Bergen;1\nAGS;Name;E 2020\n03354002;Clenze;2\n"
    assert read_table(write(text)).left_out == ((3, "Wiederholte Kopfzeile"),)


def test_kreis_over_numbers_is_a_key(write: Write) -> None:
    reading = read_table(write("Kreis;Schulabgänger 2021\n3354;12\n3355;20\n"))
    assert reading.rows["key"].tolist() == ["3354", "3355"]


def test_a_unit_below_the_name_is_a_unit(write: Write) -> None:
    text = "Gebiet;Einwohner je km²;Fläche\n;;km²\nGartow;35;12,5\n"
    reading = read_table(write(text))
    assert [(v.id, v.unit) for v in reading.variables][1] == ("flaeche", "km²")
    assert reading.variables[0].id == "einwohner_je_km2"
