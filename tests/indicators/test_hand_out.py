"""Figures as rows, as CSV and as a GeoPackage to hand out."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from pathlib import Path

import pyogrio
import pytest

from geodata.catalogue import Indicator, Source
from geodata.imports.refusals import CannotWrite
from geodata.store import Store
from geodata.workspace import Workspace
from indicators import export
from indicators.export import export_geopackage
from indicators.hand_out import COLUMNS, as_csv, handed_out
from indicators.query import Query
from indicators.refusals import NotAGeoPackage
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    FOREST,
    MODEL,
    OFFICE,
    levels,
    put_areas,
    put_records,
    put_table,
)

CELLS = {AHAUSEN: 1234.5, BEDORF: ".", CETAL: "-", FOREST: -3}


def rows(store: Store, period: str = "") -> list[dict[str, object]]:
    return handed_out(Workspace(store), Query("einwohner", "gemeinde", period))


def test_a_row_has_the_promised_entries(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", CELLS)
    assert rows(villages)[0] == {
        "area_id": AHAUSEN,
        "name": "Ahausen",
        "value": 1234.5,
        "status": "shown",
        "nature": "real",
        "flags": [],
        "period": "2022",
        "source": "Kreisamt",
    }
    assert [row["status"] for row in rows(villages)] == ["shown", "suppressed", "zero", "shown"]
    assert rows(villages)[1]["value"] is None


def test_all_periods_come_the_earliest_first(villages: Store) -> None:
    for period in ("2022", "2020", "2021"):
        put_table(villages, "einwohner", period, CELLS)
    assert [row["period"] for row in rows(villages, "all")][::4] == ["2020", "2021", "2022"]


def test_csv_has_decimal_commas_and_empty_gaps(villages: Store) -> None:
    put_table(villages, "einwohner", "2022", CELLS)
    lines = as_csv(rows(villages)).split("\r\n")
    assert lines[0] == ";".join(COLUMNS)
    assert lines[1] == f"{AHAUSEN};Ahausen;1234,5;shown;real;;2022;Kreisamt"
    assert lines[2] == f"{BEDORF};Bedorf;;suppressed;real;;2022;Kreisamt"
    assert lines[4].startswith(f"{FOREST};Dornwald;-3;")


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_name_is_a_formula(villages: Store, name: str) -> None:
    shapes = levels()["gemeinde"][1]
    put_areas(villages, "gemeinde", {AHAUSEN: name}, shapes[:1])
    put_table(villages, "einwohner", "2022", {AHAUSEN: 1})
    text = as_csv(rows(villages))
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert read[1][1] == "'" + name


def test_no_source_is_a_formula(villages: Store) -> None:
    source = Source("boese", '=HYPERLINK("http://x")')
    put_table(villages, "einwohner", "2022", {AHAUSEN: 1}, source=source)
    assert not as_csv(rows(villages)).split("\r\n")[1].split(";")[-1].startswith("=")


def test_an_export_has_a_layer_per_level_and_no_hidden_figure(
    villages: Store, tmp_path: Path
) -> None:
    put_table(villages, "einwohner", "2022", CELLS)
    put_table(villages, "einwohner", "2021", {AHAUSEN: 5})
    put_records(villages, [Indicator("versteckt", "Versteckt", listed=False)])
    put_table(villages, "versteckt", "2022", {AHAUSEN: 424242})
    out = tmp_path / "weitergeben.gpkg"
    report = export_geopackage(Workspace(villages), out)
    assert report == {
        "schema": 1,
        "file": out.name,
        "layers": 3,
        "values": 2 * (1 + 2 + 4),
        "areas_only": [],
    }
    names = {str(name) for name, _ in pyogrio.list_layers(out)}
    assert names == {"kreis", "samtgemeinde", "gemeinde", "werte", "indikatoren"}
    gemeinden = pyogrio.read_dataframe(out, layer="gemeinde")
    assert gemeinden.crs.to_epsg() == 25832
    assert gemeinden["einwohner"].isna().tolist() == [False, True, False, False]
    assert gemeinden["einwohner_status"].tolist() == ["shown", "suppressed", "zero", "shown"]
    assert gemeinden["einwohner_period"].tolist() == ["2022"] * 4
    with closing(sqlite3.connect(out)) as connection:
        assert "424242" not in "".join(connection.iterdump())


def test_an_export_says_on_what_terms_its_figures_stand(villages: Store, tmp_path: Path) -> None:
    put_table(villages, "einwohner", "2022", CELLS)
    out = tmp_path / "weitergeben.gpkg"
    export_geopackage(Workspace(villages), out)
    told = pyogrio.read_dataframe(out, layer="indikatoren").iloc[0]
    assert (told["attribution"], told["licence"]) == (OFFICE.attribution, OFFICE.licence)


def test_a_model_figure_is_named_so_in_its_layer(villages: Store, tmp_path: Path) -> None:
    put_table(villages, "einwohner", "2022", {AHAUSEN: 5}, source=MODEL)
    out = tmp_path / "weitergeben.gpkg"
    export_geopackage(Workspace(villages), out)
    assert pyogrio.read_dataframe(out, layer="gemeinde")["einwohner_nature"][0] == "model"


@pytest.mark.parametrize("system", ["werte", "indikatoren"])
def test_a_system_may_have_the_name_of_a_table(
    villages: Store, tmp_path: Path, system: str
) -> None:
    put_areas(villages, system, {"x1": "Ahausen"}, levels()["gemeinde"][1][:1])
    put_table(villages, "einwohner", "2022", CELLS)
    out = tmp_path / "weitergeben.gpkg"
    export_geopackage(Workspace(villages), out)
    assert len(pyogrio.read_dataframe(out, layer=f"gebiete_{system}")) == 1
    assert len(pyogrio.read_dataframe(out, layer="werte")) >= 4


def test_an_export_replaces_the_earlier_one(villages: Store, tmp_path: Path) -> None:
    out = tmp_path / "weitergeben.gpkg"
    for value in (1, 2):
        put_table(villages, "einwohner", "2022", {AHAUSEN: value})
        export_geopackage(Workspace(villages), out, overwrite=True)
    assert pyogrio.read_dataframe(out, layer="gemeinde")["einwohner"][0] == 2


@pytest.mark.parametrize("variable", ["name", "fid", "geom", "area_id", "geometry"])
def test_an_indicator_may_have_the_name_of_a_column(
    villages: Store, tmp_path: Path, variable: str
) -> None:
    put_table(villages, variable, "2022", {AHAUSEN: 7})
    out = tmp_path / "weitergeben.gpkg"
    export_geopackage(Workspace(villages), out)
    found = pyogrio.read_dataframe(out, layer="gemeinde")
    assert found["area_id"][0] == AHAUSEN
    assert found["name"][0] == "Ahausen"
    assert found.geometry.area.tolist() == [1_000_000] * 4


def test_a_workspace_without_figures_is_exported_as_its_areas(
    villages: Store, tmp_path: Path
) -> None:
    out = tmp_path / "weitergeben.gpkg"
    assert export_geopackage(Workspace(villages), out)["values"] == 0
    assert len(pyogrio.read_dataframe(out, layer="gemeinde")) == 4


def test_an_empty_workspace_is_exported_without_a_crash(tmp_path: Path) -> None:
    with Store.create(tmp_path / "leer", title="Leer", county="03355") as store:
        report = export_geopackage(Workspace(store), tmp_path / "leer.gpkg")
    assert report["layers"] == 0


def test_only_a_geopackage_is_written(villages: Store, tmp_path: Path) -> None:
    with pytest.raises(NotAGeoPackage):
        export_geopackage(Workspace(villages), tmp_path / "werte.shp")
    with pytest.raises(CannotWrite, match="anderen Ort"):
        export_geopackage(Workspace(villages), tmp_path / "fehlt" / "werte.gpkg")


def test_no_indicator_overwrites_the_status_of_another(villages: Store, tmp_path: Path) -> None:
    for number, variable in enumerate(("a", "a_status", "B", "b"), start=1):
        put_table(villages, variable, "2022", {AHAUSEN: number})
    out = tmp_path / "werte.gpkg"
    export_geopackage(Workspace(villages), out)
    layer = pyogrio.read_dataframe(out, layer="gemeinde")
    ahausen = layer[layer["area_id"] == AHAUSEN].iloc[0]
    numbers = [v for v in ahausen.tolist() if isinstance(v, float) and v in (1, 2, 3, 4)]
    assert sorted(numbers) == [1, 2, 3, 4]
    assert list(ahausen == "shown").count(True) == 4


def test_a_layer_too_wide_for_a_table_holds_areas_only_and_says_so(
    villages: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_table(villages, "einwohner", "2022", CELLS)
    monkeypatch.setattr(export, "_MOST_COLUMNS", 8)
    out = tmp_path / "werte.gpkg"
    report = export_geopackage(Workspace(villages), out)
    assert "Gemeinde" in report["areas_only"]
    assert list(pyogrio.read_dataframe(out, layer="gemeinde").columns) == [
        "area_id",
        "name",
        "geometry",
    ]
    assert len(pyogrio.read_dataframe(out, layer="werte")) == report["values"]
