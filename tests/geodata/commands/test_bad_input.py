"""Every bad input of docs/SCHLECHTE-EINGABEN.md, through the command line.

Each test has the name that stands in its row; the sentence that is checked is the one in the row.
"""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
from click.testing import Result
from shapely.geometry import LineString, Point, Polygon, mapping

from geodata.store import Store
from geodata.store import file as opened_file
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    GEMEINDEN,
    put_table,
    read,
    squares,
)

Run = Callable[..., Result]
Table = Callable[..., Path]
Door = Callable[..., str]

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "SCHLECHTE-EINGABEN.md"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
AREAS = ("areas",)
AS_GEMEINDEN = ("--system", "gemeinde")


def documented() -> dict[str, tuple[str, str]]:
    """For every test that the document names: refused or accepted, and the sentence."""
    rows = re.findall(
        r"^\| [^|]+ \| (abgelehnt|angenommen) \| (.*) \| `(test_\w+)` \|$",
        DOCUMENT.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    return {name: (verdict, said.replace("&#124;", "|")) for verdict, said, name in rows}


@pytest.fixture
def spoken(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str, Result], None]:
    """Checks that a command answered what the document promises for this test."""

    def check(verdict: str, result: Result) -> None:
        told = result.stderr.replace(f"{tmp_path}/", "").strip()
        promised, sentence = documented()[request.node.originalname]
        assert promised == verdict
        # Sizes differ by the version of zlib and GDAL.
        told, sentence = (re.sub(r"[\d.]+(-mal| Byte)", r"…\1", s) for s in (told, sentence))
        assert sentence in told if verdict == "angenommen" else sentence == told
        assert "Traceback" not in result.output

    return check


@pytest.fixture
def refused(run: Run, spoken: Any, numbers: Callable[[], object], tmp_path: Path) -> Door:
    """Refused by status 1 and one sentence, on stderr and as JSON; the store is as it was."""

    def check(*arguments: object) -> str:
        before = numbers()
        result = run(*arguments, "--json")
        assert result.exit_code == 1, result.output
        assert result.stderr.count("\n") == 1
        answer = json.loads(result.stdout)
        assert answer == {"schema": 1, "stored": False, "error": result.stderr.strip()}
        spoken("abgelehnt", result)
        assert numbers() == before
        return result.stderr

    return check


@pytest.fixture
def accepted(run: Run, spoken: Any) -> Callable[..., Any]:
    """Stored with status 0; what is to be said stands on stderr, the answer on stdout."""

    def check(*arguments: object) -> Any:
        result = run(*arguments, "--json")
        assert result.exit_code == 0, result.output
        spoken("angenommen", result)
        answer = json.loads(result.stdout)
        assert answer["stored"] is True
        return answer

    return check


@pytest.fixture
def packed(tmp_path: Path) -> Callable[..., Path]:
    def pack(name: str, members: dict[str, bytes | str]) -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        return path

    return pack


@pytest.fixture
def document(tmp_path: Path) -> Callable[..., Path]:
    """A GeoJSON of features given as pairs of properties and geometry."""

    def write(*features: tuple[dict[str, Any], Any], crs: bool = True) -> Path:
        path = tmp_path / "gebiete.geojson"
        crs_25832 = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}
        listed = [
            {
                "type": "Feature",
                "properties": properties,
                "geometry": None if shape is None else mapping(shape),
            }
            for properties, shape in features
        ]
        whole: dict[str, Any] = {"type": "FeatureCollection", "features": listed}
        path.write_text(json.dumps({**whole, "crs": crs_25832} if crs else whole))
        return path

    return write


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], Path]:
    """A file that Windows refuses to open while another program has it."""

    def hold(path: Path) -> Path:
        def refuse(source: Path, *_: Path) -> None:
            raise PermissionError(13, "The process cannot access the file", str(source))

        monkeypatch.setattr("shutil.copyfile", refuse)
        return path

    return hold


def feature(area_id: str, shape: Any, name: str = "") -> tuple[dict[str, str], Any]:
    return {"AGS": area_id, "GEN": name or GEMEINDEN.get(area_id, "Dorf")}, shape


# Tables


def test_a_table_that_is_not_there(refused: Door, tmp_path: Path) -> None:
    refused("table", tmp_path / "fehlt.csv")


def test_a_folder_as_table(refused: Door, tmp_path: Path) -> None:
    (tmp_path / "ordner.csv").mkdir()
    refused("table", tmp_path / "ordner.csv")


def test_an_empty_table(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file(""))


def test_a_table_with_a_header_only(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file("AGS;Betten 2022\n"))


def test_binary_junk_as_table(refused: Door, tmp_path: Path) -> None:
    (tmp_path / "werte.csv").write_bytes(bytes((i * 37 + 11) % 256 for i in range(1, 5000)))
    refused("table", tmp_path / "werte.csv")


def test_an_html_error_page_named_csv(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file("<!DOCTYPE html><html><body>502 Bad Gateway</body></html>"))


def test_a_wrong_delimiter(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file("AGS:Betten 2022\n03354001:1422\n03354002:3\n"))


def test_a_ragged_row(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file("AGS;Betten 2022\n03354001;1\n03354002;1;2;3\n03354003;4\n"))


def test_an_unclosed_quote(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file('AGS;Name;Betten 2022\n03354001;"Ahausen;1\n03354002;Bedorf;2\n'))


def test_nul_bytes(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file("AGS;Betten 2022\n03354001;1\n03354\x00002;2\n"))


def test_doubled_headers(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file("AGS;Betten 2022;Betten 2022\n03354001;1;2\n03354002;3;4\n"))


def test_a_password_protected_workbook(refused: Door, tmp_path: Path) -> None:
    content = OLE + b"\x00" * 512 + "EncryptedPackage".encode("utf-16-le")
    (tmp_path / "werte.xlsx").write_bytes(content)
    refused("table", tmp_path / "werte.xlsx")


def test_entities_in_a_workbook(refused: Door, packed: Callable[..., Path]) -> None:
    members = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": ENTITIES + "<x>&a;</x>"}
    refused("table", packed("werte.xlsx", members))


def test_entities_in_an_opendocument_table(refused: Door, packed: Callable[..., Path]) -> None:
    members = {"content.xml": ENTITIES + "<x>&a;</x>", "META-INF/manifest.xml": "<m/>"}
    refused("table", packed("werte.ods", members))


def test_a_zip_bomb_as_workbook(refused: Door, packed: Callable[..., Path]) -> None:
    members = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": b" " * 30_000_000}
    refused("table", packed("werte.xlsx", members))


def test_a_zip_bomb_that_is_never_unpacked(refused: Door, tmp_path: Path) -> None:
    path = tmp_path / "werte.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    content = bytearray(path.read_bytes())
    # The directory claims 4 GB; whoever believed it would unpack them.
    at = content.index(b"PK\x01\x02") + 24
    content[at : at + 4] = (4_000_000_000).to_bytes(4, "little")
    path.write_bytes(content)
    refused("table", path)


def test_geometries_as_table(refused: Door, areas_file: Path) -> None:
    refused("table", areas_file)


def test_forty_percent_of_unknown_keys(refused: Door, csv_file: Table) -> None:
    known = [f"{key};1" for key in (AHAUSEN, BEDORF, CETAL)]
    refused("table", csv_file("\n".join(["AGS;Betten 2022", *known, "03354098;1", "03354099;1"])))


def test_unknown_keys_that_are_allowed(accepted: Any, csv_file: Table, folder: Path) -> None:
    known = [f"{key};1" for key in (AHAUSEN, BEDORF, CETAL)]
    path = csv_file("\n".join(["AGS;Betten 2022", *known, "03354098;1", "03354099;1"]))
    answer = accepted("table", path, "--allow-unmatched")
    assert (answer["matched"], answer["unmatched_count"]) == (3, 2)


def test_a_table_of_another_county(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file("AGS;Betten 2022\n09162000;1\n09163000;2\n"))


def test_doubled_rows_with_different_values(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file("AGS;Betten 2022\n03354001;1\n03354002;7\n03354001;2\n"))


def test_a_row_repeated_and_then_contradicted(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file("AGS;Betten 2022\n03354001;1\n03354001;1\n03354001;2\n"))


def test_doubled_rows_with_the_same_value(accepted: Any, csv_file: Table) -> None:
    path = csv_file("AGS;Betten 2022\n03354001;1\n03354002;7\n03354001;1\n")
    answer = accepted("table", path)
    assert answer["double"] == [
        {"row": 4, "same_as": 2, "area_id": AHAUSEN, "name": answer["double"][0]["name"]}
    ]
    assert [entry["row"] for entry in answer["ignored"]] == [4]


def test_values_without_a_period(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file("AGS;Betten\n03354001;1\n03354002;7\n"))


def test_a_column_that_is_not_there(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file("AGS;Betten 2022\n03354001;1\n03354002;2\n"), "--key", "Schlüssel")


def test_an_id_that_no_catalogue_could_hold(refused: Door, csv_file: Table) -> None:
    path = csv_file("AGS;Betten 2022\n03354001;1\n03354002;2\n")
    refused("table", path, "--value", "Betten 2022", "--indicator", "Betten & mehr")


def test_a_recipe_that_is_no_recipe(refused: Door, csv_file: Table, tmp_path: Path) -> None:
    (tmp_path / "rezept.toml").write_text("sheet = [")
    path = csv_file("AGS;Betten 2022\n03354001;1\n03354002;2\n")
    refused("table", path, "--recipe", tmp_path / "rezept.toml")


def test_a_recipe_that_cannot_be_saved(refused: Door, csv_file: Table, tmp_path: Path) -> None:
    path = csv_file("AGS;Betten 2022\n03354001;1\n03354002;2\n")
    refused("table", path, "--save-recipe", tmp_path / "fehlt" / "rezept.toml")


def test_formulas_and_markup_in_a_table(
    accepted: Any, csv_file: Table, run_indicators: Run
) -> None:
    path = csv_file("AGS;=cmd() <script>alert(1)</script> 2022\n03354001;1\n03354002;7\n")
    answer = accepted("table", path)
    (variable,) = answer["variables"]
    assert "<script>" in variable["label"]
    assert re.fullmatch("[a-z0-9_]+", variable["id"])


def test_a_share_over_100_percent(accepted: Any, csv_file: Table) -> None:
    accepted("table", csv_file("AGS;Quote 2022 (in %)\n03354001;12\n03354002;120\n"))


def test_children_below_zero(accepted: Any, csv_file: Table) -> None:
    accepted("table", csv_file("AGS;Kinder 2022\n03354001;-5\n03354002;120\n"))


def test_a_word_where_a_number_should_be(accepted: Any, csv_file: Table) -> None:
    accepted("table", csv_file(f"AGS;Kinder 2022\n{AHAUSEN};viele\n{BEDORF};120\n{CETAL};80\n"))


def test_a_column_of_nothing_but_dashes(accepted: Any, csv_file: Table) -> None:
    rows = "".join(f"{key};-\n" for key in (AHAUSEN, BEDORF, CETAL))
    accepted("table", csv_file(f"AGS;Betten 2022\n{rows}03354401;3\n"))


# Areas


def test_areas_that_are_not_there(refused: Door, tmp_path: Path) -> None:
    refused("areas", tmp_path / "fehlt.gpkg", *AS_GEMEINDEN)


def test_an_empty_geometry_file(refused: Door, tmp_path: Path) -> None:
    (tmp_path / "leer.gpkg").touch()
    refused("areas", tmp_path / "leer.gpkg", *AS_GEMEINDEN)


def test_areas_with_a_header_only(refused: Door, document: Callable[..., Path]) -> None:
    refused("areas", document(), *AS_GEMEINDEN)


def test_binary_junk_as_areas(refused: Door, tmp_path: Path) -> None:
    (tmp_path / "gebiete.gpkg").write_bytes(bytes((i * 37 + 11) % 256 for i in range(1, 5000)))
    refused("areas", tmp_path / "gebiete.gpkg", *AS_GEMEINDEN)


def test_a_truncated_geopackage(refused: Door, tmp_path: Path) -> None:
    path = tmp_path / "gebiete.gpkg"
    gpd.GeoDataFrame({"AGS": list(GEMEINDEN)}, geometry=squares(), crs=25832).to_file(path)
    path.write_bytes(path.read_bytes()[:40_000])
    refused("areas", path, *AS_GEMEINDEN)


@pytest.fixture
def shapefile(tmp_path: Path) -> Path:
    path = tmp_path / "gebiete.shp"
    gpd.GeoDataFrame({"AGS": list(GEMEINDEN)}, geometry=squares(), crs=25832).to_file(path)
    return path


def test_a_shapefile_without_dbf(refused: Door, shapefile: Path) -> None:
    shapefile.with_suffix(".dbf").unlink()
    refused("areas", shapefile, *AS_GEMEINDEN)


def test_a_shapefile_without_shp(
    refused: Door, shapefile: Path, packed: Callable[..., Path]
) -> None:
    parts = {p.name: p.read_bytes() for p in shapefile.parent.glob("gebiete.*") if p != shapefile}
    refused("areas", packed("gebiete.zip", parts), *AS_GEMEINDEN)


def test_a_path_traversal_in_a_zip(refused: Door, packed: Callable[..., Path]) -> None:
    refused("areas", packed("gebiete.zip", {"../../boese.shp": "x"}), *AS_GEMEINDEN)


def test_a_zip_bomb_as_areas(refused: Door, packed: Callable[..., Path]) -> None:
    members = {"gebiete.geojson": b" " * 30_000_000}
    refused("areas", packed("gebiete.zip", members), *AS_GEMEINDEN)


def test_entities_in_a_kml(refused: Door, tmp_path: Path) -> None:
    (tmp_path / "gebiete.kml").write_text(ENTITIES + "<kml><name>&a;</name></kml>")
    refused("areas", tmp_path / "gebiete.kml", *AS_GEMEINDEN)


def test_entities_in_a_gml(refused: Door, tmp_path: Path) -> None:
    (tmp_path / "gebiete.gml").write_text(
        ENTITIES + '<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml">&a;'
        "</gml:FeatureCollection>"
    )
    refused("areas", tmp_path / "gebiete.gml", *AS_GEMEINDEN)


def with_coordinate(areas_file: Path, text: str) -> Path:
    areas_file.write_text(areas_file.read_text().replace("650000.0", text, 1))
    return areas_file


def test_a_coordinate_that_is_nan(refused: Door, areas_file: Path) -> None:
    refused("areas", with_coordinate(areas_file, "NaN"), *AS_GEMEINDEN)


def test_a_coordinate_that_is_infinite(refused: Door, areas_file: Path) -> None:
    refused("areas", with_coordinate(areas_file, "1e999"), *AS_GEMEINDEN)


def test_coordinates_outside_germany(refused: Door, document: Callable[..., Path]) -> None:
    shape = Polygon([(2.3, 48.8), (2.4, 48.8), (2.4, 48.9)])
    refused("areas", document(feature(AHAUSEN, shape), crs=False), *AS_GEMEINDEN)


def test_a_file_without_crs(refused: Door, shapefile: Path) -> None:
    shapefile.with_suffix(".prj").unlink()
    refused("areas", shapefile, *AS_GEMEINDEN)


def test_a_bow_tie(accepted: Any, document: Callable[..., Path]) -> None:
    tie = Polygon([(650e3, 587e4), (651e3, 5871e3), (651e3, 587e4), (650e3, 5871e3)])
    answer = accepted("areas", document(feature(AHAUSEN, tie)), *AS_GEMEINDEN)
    assert len(answer["repaired_geometries"]) == 1


def test_duplicate_keys(refused: Door, document: Callable[..., Path]) -> None:
    a, b, *_ = squares()
    refused("areas", document(feature(AHAUSEN, a), feature(AHAUSEN, b)), *AS_GEMEINDEN)


def test_null_geometries_only(refused: Door, document: Callable[..., Path]) -> None:
    refused("areas", document(feature(AHAUSEN, None), feature(BEDORF, None)), *AS_GEMEINDEN)


def test_one_null_geometry(accepted: Any, document: Callable[..., Path]) -> None:
    path = document(feature(AHAUSEN, squares()[0]), feature(BEDORF, None))
    assert accepted("areas", path, *AS_GEMEINDEN)["matched"] == 1


def test_mixed_types(accepted: Any, document: Callable[..., Path]) -> None:
    point = Point(650_500, 5_870_500)
    path = document(feature(AHAUSEN, squares()[0]), feature(BEDORF, point))
    assert accepted("areas", path, *AS_GEMEINDEN)["matched"] == 1


def test_lines_only(refused: Door, document: Callable[..., Path]) -> None:
    line = LineString([(650e3, 587e4), (651e3, 5871e3)])
    refused("areas", document(feature(AHAUSEN, line)), *AS_GEMEINDEN)


def test_heights(accepted: Any, document: Callable[..., Path]) -> None:
    high = Polygon([(650e3, 587e4, 17), (651e3, 587e4, 18), (651e3, 5871e3, 19)])
    assert accepted("areas", document(feature(AHAUSEN, high)), *AS_GEMEINDEN)["matched"] == 1


def test_an_html_error_page_named_geojson(refused: Door, csv_file: Table) -> None:
    page = csv_file("<!DOCTYPE html><html><body>404</body></html>", "gebiete.geojson")
    refused("areas", page, *AS_GEMEINDEN)


def test_a_table_as_areas(refused: Door, csv_file: Table) -> None:
    refused("areas", csv_file("AGS;Betten 2022\n03354001;1\n"), *AS_GEMEINDEN)


def test_overlapping_areas(accepted: Any, document: Callable[..., Path]) -> None:
    a, *_ = squares()
    path = document(feature(AHAUSEN, a), feature(BEDORF, a.buffer(-200)))
    assert accepted("areas", path, *AS_GEMEINDEN)["overlaps"] == [
        {"a": AHAUSEN, "b": BEDORF, "m2": 360_000.0}
    ]


def test_a_table_that_another_program_holds(refused: Door, csv_file: Table, held: Any) -> None:
    refused("table", held(csv_file("AGS;Betten 2022\n03354001;1\n")))


def test_areas_that_another_program_holds(
    refused: Door, document: Callable[..., Path], held: Any
) -> None:
    refused("areas", held(document(feature(AHAUSEN, squares()[0]))), *AS_GEMEINDEN)


def test_a_catalogue_that_another_program_holds(refused: Door, csv_file: Table, held: Any) -> None:
    path = csv_file('[[indicator]]\nid = "a"\n', "katalog.toml")
    refused("catalogue", "apply", held(path))


def test_areas_that_cover_half_of_the_county(accepted: Any, document: Callable[..., Path]) -> None:
    a, b, *_ = squares()
    answer = accepted("areas", document(feature(AHAUSEN, a), feature(BEDORF, b)), *AS_GEMEINDEN)
    # Nordkreis is made of these two; Südkreis holds none of them.
    assert answer["nests_in"] == ["samtgemeinde"]


def test_formulas_and_markup_in_names(
    accepted: Any, document: Callable[..., Path], folder: Path, run_indicators: Run
) -> None:
    a, b, *_ = squares()
    path = document(feature(AHAUSEN, a, "=cmd()"), feature(BEDORF, b, "<script>alert(1)</script>"))
    accepted("areas", path, *AS_GEMEINDEN)
    with Store.open(folder) as store:
        put_table(store, "betten", "2022", {AHAUSEN: 1, BEDORF: 2})
    lines = run_indicators("values", "betten", "--system", "gemeinde").stdout.splitlines()
    assert [line.split(";")[1] for line in lines[1:]] == ["'=cmd()", "<script>alert(1)</script>"]


# The catalogue


def catalogue(tmp_path: Path, text: str) -> tuple[object, ...]:
    path = tmp_path / "katalog.toml"
    path.write_text(text, encoding="utf-8")
    return ("catalogue", "apply", path)


def test_a_catalogue_that_is_no_toml(refused: Door, tmp_path: Path) -> None:
    refused(*catalogue(tmp_path, "[[indicator"))


def test_a_catalogue_with_an_unknown_variable(refused: Door, tmp_path: Path) -> None:
    refused(*catalogue(tmp_path, '[[indicator]]\nid = "quote"\nnumerator = ["schafe"]\n'))


def test_a_catalogue_with_a_cycle(refused: Door, tmp_path: Path) -> None:
    text = '[[indicator]]\nid = "a"\nnumerator = ["b"]\n[[indicator]]\nid = "b"\nweight = "a"\n'
    refused(*catalogue(tmp_path, text))


def test_a_catalogue_with_an_unknown_field(refused: Door, tmp_path: Path) -> None:
    refused(*catalogue(tmp_path, '[[source]]\nid = "amt"\nfarbe = "rot"\n'))


def test_a_catalogue_with_a_doubled_id(refused: Door, tmp_path: Path) -> None:
    refused(*catalogue(tmp_path, '[[source]]\nid = "amt"\n[[source]]\nid = "amt"\n'))


def test_a_catalogue_with_a_wrong_type(refused: Door, tmp_path: Path) -> None:
    refused(*catalogue(tmp_path, '[[indicator]]\nid = "kinder"\nfactor = "hundert"\n'))


def test_a_catalogue_with_a_change_from_nowhere(refused: Door, tmp_path: Path) -> None:
    text = '[[indicator]]\nid = "wandel"\nkind = "change"\nnumerator = ["kinder"]\n'
    refused(*catalogue(tmp_path, text))


def test_an_empty_catalogue(refused: Door, tmp_path: Path) -> None:
    refused(*catalogue(tmp_path, ""))


def test_a_zip_bomb_as_catalogue(refused: Door, packed: Callable[..., Path]) -> None:
    refused("catalogue", "apply", packed("katalog.xlsx", {"xl/workbook.xml": b" " * 30_000_000}))


def test_entities_in_a_catalogue_workbook(refused: Door, packed: Callable[..., Path]) -> None:
    members = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": ENTITIES + "<x>&a;</x>"}
    refused("catalogue", "apply", packed("katalog.xlsx", members))


# The workspace


def test_a_second_import_at_the_same_time(
    refused: Door, csv_file: Table, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened_file, "WAIT_SECONDS", 0.05)
    path = csv_file("AGS;Betten 2022\n03354001;1\n03354002;2\n")
    with closing(sqlite3.connect(folder / "atlas.gpkg")) as other:
        other.execute("BEGIN IMMEDIATE")
        refused("table", path)


def test_areas_undone_under_their_tables(refused: Door, folder: Path) -> None:
    with Store.open(folder) as store:
        put_table(store, "betten", "2022", {AHAUSEN: 1})
    refused("undo", 4)


def test_an_import_that_never_was(refused: Door) -> None:
    refused("undo", 99)


def test_a_newer_workspace(refused: Door, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "atlas.gpkg")) as connection:
        connection.execute("UPDATE setting SET value = '99' WHERE name = 'version'")
        connection.commit()
    refused("status")


def test_a_truncated_workspace(run: Run, spoken: Any, folder: Path) -> None:
    path = folder / "atlas.gpkg"
    path.write_bytes(path.read_bytes()[:20_000])
    result = run("status")
    assert result.exit_code == 1
    spoken("abgelehnt", result)


def test_a_workspace_that_is_none(run: Run, spoken: Any, tmp_path: Path) -> None:
    result = run("status", workspace=tmp_path / "nirgends")
    assert result.exit_code == 1
    spoken("abgelehnt", result)


# Grids and places


GRID = ("--cell", 1000, "--period", "2022-05-15")
# The cell of 1 km in the middle of the villages, and its neighbour to the east.
CELL, NEXT = "1kmN3318E4404", "1kmN3318E4405"
MIDDLE = "4404500;3318500"


def grid_of(*rows: str, head: str = "GITTER_ID_1km;Einwohner") -> str:
    return "\n".join([head, *rows, ""])


def test_a_grid_without_the_named_column(refused: Door, csv_file: Table) -> None:
    refused("grid", csv_file(grid_of(f"{CELL};7"), "raster.csv"), *GRID, "--population", "Leute")


def test_a_grid_without_people(refused: Door, csv_file: Table) -> None:
    text = grid_of(f"{CELL};7", head="GITTER_ID_1km;Alter")
    refused("grid", csv_file(text, "raster.csv"), *GRID)


def test_a_table_as_grid(refused: Door, csv_file: Table) -> None:
    refused("grid", csv_file("AGS;Einwohner\n03354001;7\n", "raster.csv"), *GRID)


def test_a_workbook_as_grid(refused: Door, tmp_path: Path) -> None:
    import openpyxl

    openpyxl.Workbook().save(tmp_path / "raster.xlsx")
    refused("grid", tmp_path / "raster.xlsx", *GRID)


def test_a_cell_that_is_none(refused: Door, csv_file: Table) -> None:
    refused("grid", csv_file(grid_of(f"{CELL};7", "03354001;8"), "raster.csv"), *GRID)


def test_cells_of_another_size(refused: Door, csv_file: Table) -> None:
    refused("grid", csv_file(grid_of(f"{CELL};7"), "raster.csv"), "--cell", 100)


def test_cells_that_are_not_aligned(refused: Door, csv_file: Table) -> None:
    text = grid_of(f"{MIDDLE};7", "4400513;3300477;8", head="x_mp_1km;y_mp_1km;Einwohner")
    refused("grid", csv_file(text, "raster.csv"), *GRID)


def test_a_cell_that_stands_twice(refused: Door, csv_file: Table) -> None:
    text = grid_of(f"{CELL};7", f"{NEXT};8", f"{CELL};7")
    refused("grid", csv_file(text, "raster.csv"), *GRID)


def test_people_below_zero(refused: Door, csv_file: Table) -> None:
    refused("grid", csv_file(grid_of(f"{CELL};7", f"{NEXT};-3"), "raster.csv"), *GRID)


def test_people_that_are_no_number(refused: Door, csv_file: Table) -> None:
    refused("grid", csv_file(grid_of(f"{CELL};7", f"{NEXT};viele"), "raster.csv"), *GRID)


def test_cells_of_another_county(refused: Door, csv_file: Table) -> None:
    refused("grid", csv_file(grid_of("1kmN2689E4337;7"), "raster.csv"), *GRID)


def test_a_grid_in_which_nobody_lives(refused: Door, csv_file: Table) -> None:
    refused("grid", csv_file(grid_of(f"{CELL};-1"), "raster.csv"), *GRID)


def test_a_grid_in_the_place_of_areas(refused: Door, csv_file: Table) -> None:
    path = csv_file(grid_of(f"{CELL};7"), "raster.csv")
    refused("grid", path, *GRID, "--system", "gemeinde")


def test_a_grid_of_an_impossible_day(refused: Door, csv_file: Table) -> None:
    path = csv_file(grid_of(f"{CELL};7"), "raster.csv")
    refused("grid", path, "--cell", 1000, "--period", "2022-02-30")


def test_a_grid_before_all_areas(run: Run, spoken: Any, csv_file: Table, empty: Path) -> None:
    result = run("grid", csv_file(grid_of(f"{CELL};7"), "raster.csv"), *GRID, workspace=empty)
    assert result.exit_code == 1
    spoken("abgelehnt", result)


def test_a_grid_without_a_time(accepted: Any, csv_file: Table) -> None:
    path = csv_file(grid_of(f"{CELL};7"), "raster.csv")
    assert accepted("grid", path, "--cell", 1000)["indicator"] == ""


def test_places_without_coordinates(refused: Door, csv_file: Table) -> None:
    refused("places", csv_file("Name;Einwohner\nAhausen;7\n", "orte.csv"))


def test_places_beyond_germany(refused: Door, csv_file: Table) -> None:
    refused("places", csv_file("Name;lon;lat;Einwohner\nParis;2,3;48,8;7\n", "orte.csv"))


def test_places_of_another_county(refused: Door, csv_file: Table) -> None:
    refused("places", csv_file("Name;lon;lat;Einwohner\nUlm;10,0;48,4;7\n", "orte.csv"))


def test_a_place_that_stands_twice(refused: Door, csv_file: Table) -> None:
    rows = "Name;x;y;Einwohner\nAhausen;650500;5871500;7\nA.;650500,2;5871500;7\n"
    refused("places", csv_file(rows, "orte.csv"))


def test_areas_as_places(refused: Door, areas_file: Path) -> None:
    frame = gpd.read_file(areas_file).assign(einwohner=1)
    frame.to_file(areas_file, driver="GeoJSON")
    refused("places", areas_file)


def test_places_without_names(accepted: Any, csv_file: Table) -> None:
    path = csv_file("x;y;Einwohner\n650500;5871500;7\n", "orte.csv")
    assert accepted("places", path)["name_column"] == ""


def test_places_in_metres_of_no_named_system(accepted: Any, csv_file: Table) -> None:
    path = csv_file("Name;x;y;Einwohner\nAhausen;650500;5871500;7\n", "orte.csv")
    assert accepted("places", path)["crs_from"] == "EPSG:25832"


def test_formulas_and_markup_in_places(accepted: Any, csv_file: Table, folder: Path) -> None:
    name = "=cmd()<script>"
    path = csv_file(f"Name;x;y;Einwohner\n{name};650500;5871500;7\n", "orte.csv")
    accepted("places", path)
    with Store.open(folder) as store, store.reading() as reader:
        assert reader.points("Orte").names == (name,)


# Einrichtungen

KITA = ("--kind", "kita")
DORFKITA = "Name;Anschrift;lon;lat\nKita A;Dorfstr. 1;{lon};{lat}\n"


def kitas(lon: str, lat: str) -> str:
    return DORFKITA.format(lon=lon, lat=lat)


def test_facilities_that_are_not_there(refused: Door, tmp_path: Path) -> None:
    refused("facilities", tmp_path / "fehlt.csv", *KITA)


def test_facilities_of_an_unknown_kind(refused: Door, csv_file: Table) -> None:
    refused("facilities", csv_file(kitas("11,2", "53,0"), "kitas.csv"), "--kind", "zoo")


def test_a_list_without_names(refused: Door, csv_file: Table) -> None:
    refused("facilities", csv_file("Fax;Telefon\n1;2\n", "kitas.csv"), *KITA)


def test_a_list_with_a_head_only(refused: Door, csv_file: Table) -> None:
    refused("facilities", csv_file("Name;Anschrift;Plätze\n", "kitas.csv"), *KITA)


def test_a_list_without_place_and_address(refused: Door, csv_file: Table) -> None:
    refused("facilities", csv_file("Name;Plätze\nKita A;20\n", "kitas.csv"), *KITA)


def test_degrees_and_minutes(refused: Door, csv_file: Table) -> None:
    path = csv_file(kitas("10°52'56\"", "53°04'12\""), "kitas.csv")
    refused("facilities", path, *KITA)


def test_a_facility_in_the_atlantic(refused: Door, csv_file: Table) -> None:
    refused("facilities", csv_file(kitas("0", "0"), "kitas.csv"), *KITA)


def test_a_facility_beyond_germany(refused: Door, csv_file: Table) -> None:
    refused("facilities", csv_file(kitas("2,35", "48,85"), "kitas.csv"), *KITA)


def test_a_facility_far_away(refused: Door, csv_file: Table) -> None:
    refused("facilities", csv_file(kitas("10,0", "48,4"), "kitas.csv"), *KITA)


def test_coordinates_that_are_text(refused: Door, csv_file: Table) -> None:
    refused("facilities", csv_file(kitas("unbekannt", "53,0"), "kitas.csv"), *KITA)


def test_roads_as_facilities(refused: Door, tmp_path: Path) -> None:
    line = LineString([(650_000, 5_870_000), (650_100, 5_870_000)])
    frame = gpd.GeoDataFrame({"name": ["Weg"]}, geometry=[line], crs="EPSG:25832")
    frame.to_file(tmp_path / "wege.geojson")
    refused("facilities", tmp_path / "wege.geojson", *KITA)


OSM = (
    '<osm version="0.6"><node id="1" lat="53.0" lon="11.2"><tag k="amenity" v="bar"/></node></osm>'
)


def test_an_osm_file_without_a_tag(refused: Door, csv_file: Table) -> None:
    refused("facilities", csv_file(OSM, "karte.osm"), *KITA)


def test_a_tag_that_is_none(refused: Door, csv_file: Table) -> None:
    refused("facilities", csv_file(OSM, "karte.osm"), *KITA, "--tag", "kindergarten")


def test_a_tag_that_nothing_has(refused: Door, csv_file: Table) -> None:
    refused("facilities", csv_file(OSM, "karte.osm"), *KITA, "--tag", "amenity=kindergarten")


def test_a_tag_for_a_table(refused: Door, csv_file: Table) -> None:
    path = csv_file(kitas("11,2", "53,0"), "kitas.csv")
    refused("facilities", path, *KITA, "--tag", "amenity=kindergarten")


def test_entities_in_an_osm_file(refused: Door, csv_file: Table) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE osm [<!ENTITY a "aaa">]>' + OSM
    refused("facilities", csv_file(text, "karte.osm"), *KITA, "--tag", "amenity=bar")


def test_a_truncated_osm_file(refused: Door, csv_file: Table) -> None:
    path = csv_file(OSM[:70], "karte.osm")
    refused("facilities", path, *KITA, "--tag", "amenity=bar")


def test_facilities_before_all_areas(run: Run, spoken: Any, csv_file: Table, empty: Path) -> None:
    path = csv_file(kitas("11,2", "53,0"), "kitas.csv")
    result = run("facilities", path, *KITA, workspace=empty)
    assert result.exit_code == 1
    spoken("abgelehnt", result)


def test_a_list_to_complete_that_is_there_already(refused: Door, csv_file: Table) -> None:
    kept = csv_file("von Hand ergänzt", "fehlt.csv")
    path = csv_file(kitas("", ""), "kitas.csv")
    refused("facilities", path, *KITA, "--missing", kept)
    assert kept.read_text(encoding="utf-8") == "von Hand ergänzt"


def test_a_facility_without_a_place(accepted: Any, csv_file: Table) -> None:
    answer = accepted("facilities", csv_file(kitas("", ""), "kitas.csv"), *KITA)
    assert (answer["placed"], answer["without_place"]) == (0, 1)


def test_swapped_coordinates(accepted: Any, csv_file: Table) -> None:
    answer = accepted("facilities", csv_file(kitas("53,0", "11,2"), "kitas.csv"), *KITA)
    assert (answer["placed"], answer["swapped"]) == (1, 1)


def test_a_facility_beside_the_county(accepted: Any, csv_file: Table) -> None:
    answer = accepted("facilities", csv_file(kitas("10,4", "53,2"), "kitas.csv"), *KITA)
    assert (answer["kept"], answer["outside"]) == (1, 1)


def test_a_facility_that_stands_twice(accepted: Any, csv_file: Table) -> None:
    path = csv_file(kitas("11,2", "53,0") + "Kita A;;11,2;53,0\n", "kitas.csv")
    answer = accepted("facilities", path, *KITA)
    assert (answer["kept"], answer["doubles"]) == (1, 1)


def test_places_that_are_no_number(accepted: Any, csv_file: Table) -> None:
    path = csv_file("Name;Anschrift;Plätze\nKita A;Dorfstr. 1;ca. 20\n", "kitas.csv")
    assert accepted("facilities", path, *KITA)["without_capacity"] == 1


def test_pupils_without_a_year(accepted: Any, csv_file: Table) -> None:
    path = csv_file("Name;Anschrift;Schüler\nSchule A;Dorfstr. 1;120\n", "schulen.csv")
    accepted("facilities", path, "--kind", "schule")


def test_formulas_and_markup_in_facilities(accepted: Any, csv_file: Table, folder: Path) -> None:
    name = "=cmd()<script>"
    path = csv_file(f"Name;Anschrift\n{name};Dorfstr. 1\n", "kitas.csv")
    accepted("facilities", path, *KITA)
    with Store.open(folder) as store, store.reading() as reader:
        assert [facility.name for facility in reader.facilities()] == [name]


# Vergleichsring


@pytest.fixture
def ring_file(tmp_path: Path) -> Callable[..., Path]:
    """A ring that would do, but for what a test changes."""

    def write(text: str = "", **changes: str) -> Path:
        entries = {
            "id": '"nachbarn"',
            "title": '"Nachbarn"',
            "definition": '"grenzen an"',
            "members": '["03354", "03355", "03360"]',
            **changes,
        }
        path = tmp_path / "ring.toml"
        lines = "".join(f"{name} = {value}\n" for name, value in entries.items() if value)
        path.write_text(text or lines, encoding="utf-8")
        return path

    return write


def test_a_ring_that_is_not_there(refused: Door, tmp_path: Path) -> None:
    refused("ring", tmp_path / "fehlt.toml")


def test_a_ring_that_is_no_toml(refused: Door, ring_file: Table) -> None:
    refused("ring", ring_file("id = "))


def test_a_ring_with_an_unknown_kreis(refused: Door, ring_file: Table) -> None:
    refused("ring", ring_file(members='["03354", "03355", "03399"]'))


def test_a_ring_with_a_kreis_twice(refused: Door, ring_file: Table) -> None:
    refused("ring", ring_file(members='["03354", "03355", "03355"]'))


def test_a_ring_of_two(refused: Door, ring_file: Table) -> None:
    refused("ring", ring_file(members='["03354", "03355"]'))


def test_a_ring_without_names_of_three(refused: Door, ring_file: Table) -> None:
    refused("ring", ring_file(anonymous="true"))


def test_a_ring_without_a_title(refused: Door, ring_file: Table) -> None:
    refused("ring", ring_file(title=""))


def test_a_ring_with_an_unknown_entry(refused: Door, ring_file: Table) -> None:
    refused("ring", ring_file(farbe='"blau"'))


def test_a_table_for_a_ring_that_is_not_there(refused: Door, csv_file: Table) -> None:
    refused("table", csv_file("Kreis;Betten 2022\n03354;1\n"), "--ring", "freunde")


def test_a_table_without_a_number_for_any_member(
    run: Run, refused: Door, csv_file: Table, ring_file: Table
) -> None:
    assert run("ring", ring_file()).exit_code == 0
    table = csv_file("Kreis;Betten 2022\n03354;-\n03355;.\n03360;-\n")
    refused("table", table, "--ring", "nachbarn")


# Zones on call, benches and mobile offices

BENCH = "10,9;53,0"


def benches_of(*rows: str, head: str = "Name;lon;lat;Zeiten") -> str:
    return "\n".join([head, *rows, ""])


def test_a_mobile_stop_at_no_time(refused: Door, csv_file: Table) -> None:
    text = benches_of(f"Ahausen;{BENCH};Di 25:61")
    refused("mobility", csv_file(text, "halte.csv"), "--kind", "mobil")


def test_a_table_as_zones(refused: Door, csv_file: Table) -> None:
    path = csv_file(benches_of(f"Ahausen;{BENCH};"), "halte.csv")
    refused("mobility", path, "--kind", "rufbus")


def test_areas_as_benches(refused: Door, areas_file: Path) -> None:
    refused("mobility", areas_file, "--kind", "mitfahrbank")


def test_benches_of_another_county(refused: Door, csv_file: Table) -> None:
    path = csv_file(benches_of("Fern;8,6;49,4;"), "halte.csv")
    refused("mobility", path, "--kind", "mitfahrbank")


def test_benches_without_names(accepted: Any, csv_file: Table) -> None:
    text = "x;y;Richtung\n650500;5871500;Lüchow\n"
    path = csv_file(text, "halte.csv")
    accepted("mobility", path, "--kind", "mitfahrbank", "--crs", "EPSG:25832")


def test_formulas_and_markup_on_a_bench(accepted: Any, csv_file: Table, folder: Path) -> None:
    text = "Name;x;y;Richtung\n=cmd()<script>;650500;5871500;<b>\n"
    path = csv_file(text, "halte.csv")
    accepted("mobility", path, "--kind", "mitfahrbank", "--crs", "EPSG:25832")
    with Store.open(folder) as store, store.reading() as reader:
        (bench,) = reader.mobility()
        assert (bench.name, bench.directions) == ("=cmd()<script>", ("<b>",))


# The document itself


def test_every_row_has_its_test_and_every_test_its_row() -> None:
    files = sorted(Path(__file__).parent.glob("test_bad_*.py"))
    source = "\n".join(file.read_text(encoding="utf-8") for file in files)
    about_the_document = {
        "test_every_row_has_its_test_and_every_test_its_row",
        "test_a_store_that_refused_still_works",
    }
    written = re.findall(r"^def (test_\w+)\(", source, re.MULTILINE)
    assert sorted(documented()) == sorted(set(written) - about_the_document)


def test_a_store_that_refused_still_works(run: Run, csv_file: Table, folder: Path) -> None:
    assert run("table", csv_file("")).exit_code == 1
    assert run("table", csv_file("AGS;Betten 2022\n03354001;1\n03354002;2\n")).exit_code == 0
    with Store.open(folder) as store:
        assert read(store, "betten", "2022")[:2] == [1, 2]
