"""The figures as Excel, CSV and GeoPackage."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import geopandas as gpd
import openpyxl
import pandas as pd
import pyogrio
import pytest

from geodata.markers import Status
from geodata.workspace import Workspace
from layers.handout.area_portrait import area_portrait
from layers.handout.csv_file import view_csv
from layers.handout.facts import handout
from layers.handout.geopackage import layer_name, view_geopackage
from layers.handout.map_sheet import Sheet, map_sheet
from layers.handout.qgis_style import style_qml
from layers.handout.table_rows import particulars
from layers.handout.workbook import workbook
from tests.layers.handout.conftest import CHILDREN, HOSTILE, QUESTION, TITLE
from tests.layers.handout.tagged import Tagged
from tests.villages import AHAUSEN, BEDORF


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def csv_lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


@pytest.fixture
def package(workspace: Workspace, tmp_path: Path) -> Path:
    path = tmp_path / "ansicht.gpkg"
    path.write_bytes(view_geopackage(workspace, handout(workspace, CHILDREN, base="http://atlas")))
    return path


def test_the_same_view_is_the_same_bytes(workspace: Workspace) -> None:
    told = handout(workspace, CHILDREN)
    assert workbook(workspace, told) == workbook(workspace, told)
    assert view_csv(told) == view_csv(told)


def test_a_workbook_has_all_periods_numbers_as_numbers(workspace: Workspace) -> None:
    sheet = opened(workbook(workspace, handout(workspace, CHILDREN)))["Werte"]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [(row[1], row[2], row[4], row[7]) for row in rows[:4]] == [
        ("Ahausen", 4, "Wert", "2022"),
        ("Bedorf", 1234, "Wert", "2022"),
        ("Cetal", None, "geheim gehalten", "2022"),
        ("Dornwald", 0, "nichts vorhanden", "2022"),
    ]
    assert [row[2] for row in rows[4:]] == [3, 1200, 5, 0]
    assert sheet["A2"].value == AHAUSEN


def test_a_workbook_says_what_must_be_said(workspace: Workspace) -> None:
    told = handout(workspace, CHILDREN, base="http://atlas")
    about = dict(opened(workbook(workspace, told))["Angaben"].iter_rows(values_only=True))
    assert about["Lizenz"] == "dl-de/by-2-0"
    assert about["Ansicht"] == "http://atlas/?indikator=kinder&zeit=2022&ebene=gemeinde"
    assert about["Programm"] == told.made_with
    assert about["Lücke"].startswith("geheim gehalten: Die Zahl wird zum Schutz")


def test_one_area_is_counted_as_one(workspace: Workspace) -> None:
    texts = [text for _, text in particulars(handout(workspace, CHILDREN))]
    assert any(text.endswith("(1 Gebiet)") for text in texts)
    assert not any("1 Gebiete" in text for text in texts)


def test_a_workbook_has_the_readings(workspace: Workspace) -> None:
    rows = list(opened(workbook(workspace, handout(workspace, CHILDREN)))["Lesarten"].values)
    assert rows[1] == ("Bedorf", "2022", "Jugendamt", "01.05.2023", "Bedorf hat gebaut.")


def test_a_change_has_a_sheet_of_its_own(workspace: Workspace) -> None:
    told = handout(workspace, replace(CHILDREN, since="2020"))
    book = opened(workbook(workspace, told))
    assert book.sheetnames == ["Veränderung", "Werte", "Angaben", "Lesarten"]
    assert book["Veränderung"]["C3"].value == 34


def test_text_in_a_workbook_is_never_a_formula(hostile_workspace: Workspace) -> None:
    book = opened(workbook(hostile_workspace, handout(hostile_workspace, CHILDREN)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell.value for cell in book["Werte"]["B"]][1:] == list(HOSTILE)
    assert all(cell.hyperlink is None for cell in cells)
    about = dict(book["Angaben"].iter_rows(values_only=True))
    assert (about["Frage"], about["Indikator"]) == (QUESTION, TITLE)


def test_text_in_a_style_is_never_markup(hostile_workspace: Workspace) -> None:
    told = handout(hostile_workspace, CHILDREN)
    root = ElementTree.fromstring(style_qml(told).partition("\n")[2])
    assert root.find(".//script") is None
    assert layer_name(told) == "script-alert-1-script_2022"


def test_csv_is_what_german_offices_open(workspace: Workspace) -> None:
    content = view_csv(handout(workspace, CHILDREN))
    assert content.startswith(b"\xef\xbb\xbf")
    lines = csv_lines(content)
    assert lines[0][:5] == ["Schlüssel", "Gebiet", "Wert", "Einheit", "Status"]
    assert lines[3][2:5] == ["", "", "geheim gehalten"]
    told = {line[0]: line[1] for line in lines[6:]}
    assert told["Quelle"] == "Kreisamt · © Kreisamt"
    assert told["Lizenz"] == "dl-de/by-2-0"


def test_long_text_in_a_workbook_has_the_room_it_needs(workspace: Workspace) -> None:
    long = replace(handout(workspace, CHILDREN), definition="Ein Satz, der lang ist. " * 20)
    sheet = opened(workbook(workspace, long))["Angaben"]
    heights = {sheet.cell(row, 1).value: sheet.row_dimensions[row].height for row in range(2, 9)}
    assert (heights["Indikator"], heights["Was die Zahl bedeutet"]) == (None, 90)
    assert sheet.column_dimensions["B"].width > 90


def test_a_sheet_without_readings_says_so(secret_workspace: Workspace) -> None:
    book = opened(workbook(secret_workspace, handout(secret_workspace, CHILDREN)))
    assert book["Lesarten"]["E2"].value == "Zu diesem Indikator gibt es noch keine Lesart."


def test_figures_of_a_change_keep_their_own_decimals(workspace: Workspace) -> None:
    told = handout(workspace, replace(CHILDREN, since="2020", change="percent"))
    book = opened(workbook(workspace, told))
    assert book["Veränderung"]["C2"].number_format == "+#,##0.0;-#,##0.0;#,##0.0"
    assert book["Werte"]["C2"].number_format == "#,##0"


def test_csv_has_the_same_decimals_in_every_row(workspace: Workspace) -> None:
    told = handout(workspace, CHILDREN)
    figures = replace(told.figures, indicator=replace(told.figures.indicator, decimals=1))
    lines = csv_lines(view_csv(replace(told, figures=figures)))
    assert [line[2] for line in lines[1:5]] == ["4,0", "1234,0", "", "0,0"]


def test_what_is_not_known_was_not_counted_either(workspace: Workspace) -> None:
    told = handout(workspace, replace(CHILDREN, since="2020", change="percent"))
    assert csv_lines(view_csv(told))[4][4:6] == ["keine Angabe", ""]


def test_csv_has_decimal_commas(workspace: Workspace) -> None:
    told = handout(workspace, replace(CHILDREN, since="2020", change="percent"))
    line = csv_lines(view_csv(told))[1]
    assert "," in line[2]
    assert "." not in line[2]


def test_text_in_csv_is_never_a_formula(hostile_workspace: Workspace) -> None:
    lines = csv_lines(view_csv(handout(hostile_workspace, CHILDREN)))
    names = [line[1] for line in lines[1:5]]
    assert ["Frage", "'" + QUESTION] in lines
    assert names == [HOSTILE[0], "'" + HOSTILE[1], *HOSTILE[2:]]
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line)


def test_a_geopackage_has_areas_with_figures_and_classes(package: Path) -> None:
    layer = gpd.read_file(package, layer="Kinder_2022")
    assert layer.crs.to_epsg() == 25832
    assert layer["gebiet"].tolist()[:2] == ["Ahausen", "Bedorf"]
    assert layer["wert"].isna().tolist() == [False, False, True, False]
    assert layer["klasse"].tolist() == ["0", "4", "s", "z"]
    about = pyogrio.read_dataframe(package, layer="angaben").set_index("angabe")["text"]
    assert about["Ansicht"] == "http://atlas/?indikator=kinder&zeit=2022&ebene=gemeinde"


def test_the_style_has_the_classes_of_the_screen(workspace: Workspace, package: Path) -> None:
    told = handout(workspace, CHILDREN)
    (style,) = pyogrio.read_dataframe(package, layer="layer_styles").to_dict("records")
    assert style["f_table_name"] == layer_name(told)
    assert bool(style["useAsDefault"])
    root = ElementTree.fromstring(style["styleQML"].partition("\n")[2])
    renderer = root.find("renderer-v2")
    assert renderer is not None
    assert renderer.get("attr") == "klasse"
    labels = {one.get("value"): one.get("label") for one in renderer.iter("category")}
    assert labels == {
        **{str(number): row.label for number, row in enumerate(told.classes)},
        "z": "nichts vorhanden",
        "s": "geheim gehalten",
    }
    colours = [
        option.get("value") for option in renderer.iter("Option") if option.get("name") == "color"
    ]
    highest = told.classes[-1].colour
    assert colours[0] == ",".join(str(int(highest[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"


def test_two_geopackages_hold_the_same(workspace: Workspace, tmp_path: Path) -> None:
    told = handout(workspace, CHILDREN)
    frames = []
    for name in ("a.gpkg", "b.gpkg"):
        (tmp_path / name).write_bytes(view_geopackage(workspace, told))
        frames.append(gpd.read_file(tmp_path / name, layer=layer_name(told)).to_csv())
    assert frames[0] == frames[1]


def test_another_program_reads_the_geopackage(package: Path) -> None:
    if shutil.which("ogrinfo") is None:
        pytest.skip("ogrinfo fehlt (Debian-Paket gdal-bin)")
    told = subprocess.run(
        ["ogrinfo", "-so", str(package), "Kinder_2022"], check=True, capture_output=True, text=True
    ).stdout
    assert "Feature Count: 4" in told
    assert "25832" in told


def test_what_is_hidden_stands_in_no_file(secret_workspace: Workspace, tmp_path: Path) -> None:
    told = handout(secret_workspace, CHILDREN)
    hidden = told.figures.status == Status.SUPPRESSED
    assert hidden[told.figures.system.position[AHAUSEN]]
    (tmp_path / "a.gpkg").write_bytes(view_geopackage(secret_workspace, told))
    layers = [name for name, _ in pyogrio.list_layers(tmp_path / "a.gpkg")]
    tables = [pyogrio.read_dataframe(tmp_path / "a.gpkg", layer=name) for name in layers]
    frames = [pd.DataFrame(table.drop(columns="geometry", errors="ignore")) for table in tables]
    book = opened(workbook(secret_workspace, told))
    texts = [
        view_csv(told).decode(),
        *(frame.to_csv() for frame in frames),
        *(str(list(sheet.values)) for sheet in book),
        Tagged(map_sheet(secret_workspace, told, Sheet())).text(tmp_path),
        Tagged(area_portrait(secret_workspace, told, AHAUSEN)).text(tmp_path),
        Tagged(area_portrait(secret_workspace, told, BEDORF)).text(tmp_path),
    ]
    assert [text for text in texts if "777" in text] == []
    assert "geheim gehalten" in texts[0]
