"""Files of the GENESIS databases and the Gemeindeverzeichnis: real ones and small ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.tables.read import read_table
from geodata.tables.refusals import (
    ImpossiblePeriod,
    IncompleteHead,
    RaggedRow,
    SeveralPeriods,
    SeveralVariables,
)

Write = Callable[..., Path]
OLD = (
    "Statistik_Code;Statistik_Label;Zeit_Code;Zeit_Label;Zeit;1_Merkmal_Code;1_Merkmal_Label;"
    "1_Auspraegung_Code;1_Auspraegung_Label;2_Merkmal_Code;2_Merkmal_Label;2_Auspraegung_Code;"
    "2_Auspraegung_Label;BEV036__Bevoelkerung__Anzahl;BEV036__Bevoelkerung__Anzahl__q;"
    "ANT001__Anteil_an_allen__Prozent\n"
    "12411;Fortschreibung;STAG;Stichtag;31.12.2020;GEMEIN;Gemeinden;03354001;Bergen;GES;Geschlecht;"
    "GESW;weiblich;711;e;50,1\n"
    "12411;Fortschreibung;STAG;Stichtag;31.12.2020;GEMEIN;Gemeinden;03354001;Bergen;GES;Geschlecht;"
    ";Insgesamt;1422;();...\n"
)
NEW_HEAD = (
    "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;"
    "1_variable_attribute_code;1_variable_attribute_label;value;value_q;value_unit;"
    "value_variable_code;value_variable_label\n"
)


def _new(time: str, key: str, value: str, quality: str) -> str:
    return (
        f"12411;Bevölkerung;STAG;Stichtag;{time};GEMEIN;Gemeinden;{key};Ort;{value};{quality};"
        "Anzahl;BEVSTD;Bevölkerungsstand\n"
    )


def _real(shared_data: Path, start: str) -> Path:
    return next((shared_data / "may-ship" / "genesis").glob(f"{start}*.csv"))


def test_the_old_layout_has_one_figure_per_column_and_attribute(write: Write) -> None:
    reading = read_table(write(OLD, encoding="utf-8-sig"))
    assert reading.layout == "genesis-flat"
    assert [(v.id, v.label, v.unit) for v in reading.variables] == [
        ("bev036_gesw", "Bevoelkerung, weiblich", "Anzahl"),
        ("bev036", "Bevoelkerung", "Anzahl"),
        ("ant001_gesw", "Anteil an allen, weiblich", "Prozent"),
        ("ant001", "Anteil an allen", "Prozent"),
    ]
    cells = reading.cells.set_index("variable")
    assert cells.loc["bev036_gesw", "flags"] == "e"
    assert cells.loc["bev036", "marker"] == "()"
    assert cells.loc["ant001", "marker"] == "..."
    assert set(cells["period"]) == {"2020-12-31"}


def test_the_quality_column_adds_flags_and_markers(write: Write) -> None:
    lines = [("5", "e"), ("6", "()"), ("...", ""), ("7", "pr"), ("/", "/"), ("8", "")]
    text = NEW_HEAD + "".join(
        _new("2020-12-31", f"0335400{i}", value, q) for i, (value, q) in enumerate(lines)
    )
    cells = read_table(write(text)).cells
    assert cells["flags"].tolist() == ["e", "", "", "pr", "", ""]
    assert cells["marker"].tolist() == ["", "()", "...", "", "/", ""]


def test_a_year_with_two_states_is_refused(write: Write) -> None:
    text = (
        NEW_HEAD + _new("2022-05-15", "03354001", "1", "") + _new("2022-12-31", "03354001", "2", "")
    )
    path = write(text)
    with pytest.raises(SeveralPeriods, match=r"15\.05\.2022, 31\.12\.2022"):
        read_table(path, period="2022")
    reading = read_table(path, period="2022-05-15")
    assert reading.cells["value"].tolist() == [1.0]
    assert reading.ignored == ((3, "anderer Zeitpunkt als 2022-05-15"),)


def test_an_impossible_time_is_refused(write: Write) -> None:
    with pytest.raises(ImpossiblePeriod, match="Zeile 2: „20222“"):
        read_table(write(NEW_HEAD + _new("20222", "03354001", "1", "")))


@pytest.mark.parametrize("gone", ["time", "value", "1_variable_attribute_label"])
def test_a_head_that_lacks_a_column_is_refused(write: Write, gone: str) -> None:
    text = NEW_HEAD.replace(f";{gone};", ";anders;") + _new("2020", "03354001", "1", "")
    with pytest.raises(IncompleteHead, match=f"„{gone}“"):
        read_table(write(text))


def test_a_line_cut_short_is_refused(write: Write) -> None:
    with pytest.raises(RaggedRow, match="Zeile 3"):
        read_table(write(NEW_HEAD + _new("2020", "03354001", "1", "") + "12411;Bev;STAG;Stich\n"))


def test_the_census_of_2022_sums_as_printed(shared_data: Path) -> None:
    reading = read_table(_real(shared_data, "1000A"))
    ours = reading.rows[reading.rows["key"].str.startswith("03354")]
    values = reading.cells[reading.cells["row"].isin(ours["row"])]
    assert reading.base == "Zensus 2022"
    assert set(values["variable"]) == {"prs018"}
    assert (len(values), values["value"].sum()) == (27, 46_637)


def test_the_shares_of_the_regionalatlas_cover_all_29_units(shared_data: Path) -> None:
    reading = read_table(_real(shared_data, "AI-N"))
    ours = reading.rows[reading.rows["key"].str.fullmatch(r"03354\d{3}")]
    values = reading.cells[reading.cells["row"].isin(ours["row"])]
    shares = values[(values["variable"] == "ai0111") & (values["marker"] == "")]
    assert len(shares) == 29
    assert {v.unit for v in reading.variables} == {"Prozent"}


def test_sexes_become_figures_and_the_total_adds_nothing(shared_data: Path) -> None:
    reading = read_table(_real(shared_data, "12411"))
    assert {v.id for v in reading.variables} == {"bevstd", "bevstd_gesm", "bevstd_gesw"}
    assert reading.source is not None
    assert reading.source.attribution == "© Statistische Ämter des Bundes und der Länder"


def test_one_figure_can_be_taken_out_and_renamed(shared_data: Path) -> None:
    path = _real(shared_data, "12411")
    reading = read_table(path, value="bevstd_gesw", indicator="frauen")
    assert [v.id for v in reading.variables] == ["frauen"]
    assert len(reading.rows) + len(reading.ignored) == 1467
    with pytest.raises(SeveralVariables):
        read_table(path, indicator="frauen")


def test_a_table_that_does_not_serve_its_level_is_warned_about(shared_data: Path) -> None:
    reading = read_table(_real(shared_data, "13111"))
    assert "483 von 550 Angaben sind „-“" in reading.warnings[0]
    assert len(reading.cells) == len(reading.rows) == 3300


@pytest.mark.parametrize("start", ["11111", "12211", "2000S", "32421", "46181", "73111"])
def test_every_other_real_file_is_read_whole(shared_data: Path, start: str) -> None:
    path = _real(shared_data, start)
    reading = read_table(path)
    lines = path.read_text(encoding="utf-8-sig").strip().count("\n")
    assert len(reading.rows) == len(reading.cells) == lines


def test_the_classic_table_has_three_lines_of_head_and_a_line_of_units(shared_data: Path) -> None:
    folder = shared_data / "test-only" / "formats"
    reading = read_table(next(folder.glob("regionalstatistik*")))
    cells = reading.cells.merge(reading.rows, on="row")
    ours = cells[cells["key"] == "03354"]
    assert reading.layout == "genesis-datencsv"
    assert ours["value"].fillna(-1).tolist() == [2496, 122823, -1, 121798, 3, 1022, -1]
    assert set(ours["period"]) == {"2023-12-31"}
    assert [v.unit for v in reading.variables] == ["EUR"] + ["Tsd. EUR"] * 6
    assert reading.rows["name"].tolist()[-1] == "Bremen"


@pytest.mark.parametrize(
    ("path", "gemeinden", "people", "period", "base", "key"),
    [
        ("may-ship/gemeindeverzeichnis/AuszugGV2QAktuell.xlsx", 10_959, 49_178, "2022-12-31",
         "Zensus 2011", "033545403010"),
        ("test-only/formats/31122021_Auszug_GV.xlsx", 10_997, None, "2021-12-31", "Zensus 2011",
         "033545403010"),
        ("test-only/formats/31122005_Auszug_GV.xlsx", 12_415, None, "2005-12-31", "",
         "033540403010"),
    ],
)  # fmt: skip
def test_the_gemeindeverzeichnis_of_three_times(
    shared_data: Path,
    path: str,
    gemeinden: int,
    people: int | None,
    period: str,
    base: str,
    key: str,
) -> None:
    reading = read_table(shared_data / path)
    ours = reading.rows[reading.rows["key"].str.startswith("03354")]
    cells = reading.cells[reading.cells["row"].isin(ours["row"])]
    population = cells[cells["variable"] == "bevoelkerung"]
    sexes = cells[
        cells["variable"].str.startswith("bevoelkerung_") & ~cells["variable"].str.endswith("km2")
    ]
    assert (reading.layout, len(reading.rows), reading.base) == (
        "gemeindeverzeichnis",
        gemeinden,
        base,
    )
    assert set(reading.cells["period"]) == {period}
    assert ours[ours["name"] == "Höhbeck"]["key"].tolist() == [key]
    assert population["value"].sum() == sexes["value"].sum()
    assert people is None or population["value"].sum() == people


def test_the_lsn_table_has_two_states_and_three_levels(shared_data: Path) -> None:
    reading = read_table(next((shared_data / "may-ship" / "lsn").glob("*.csv")))
    cells = reading.cells.merge(reading.rows, on="row")
    assert cells[cells["key"] == "03354"]["value"].tolist() == [48_455.0, 46_425.0]
    assert reading.variables[0].periods == ("2020-06-30", "2025-06-30")
    assert "03354403" in set(reading.rows["key"])


def test_the_rents_of_the_deutschlandatlas_keep_their_gaps(shared_data: Path) -> None:
    folder = shared_data / "test-only" / "formats"
    reading = read_table(next(folder.glob("deutschlandatlas*")), period="2022")
    assert reading.cells["marker"].tolist().count("x") == 3
    assert reading.rows["key"].tolist()[0] == "10010000"
