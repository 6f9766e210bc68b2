"""What the one file of a workspace is, seen from outside."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from geodata.store import Store
from geodata.store.refusals import NotAWorkspace, NoWorkspace, WorkspaceExists
from geodata.workspace import open_workspace
from tests.villages import AHAUSEN, BEDORF, put_table, village_store

Ask = Callable[[Path, str], list[tuple[object, ...]]]


def ogrinfo(path: Path, *more: str) -> str:
    if shutil.which("ogrinfo") is None:
        pytest.skip("ogrinfo (Debian: gdal-bin) ist nicht eingerichtet.")
    done = subprocess.run(["ogrinfo", "-ro", "-so", path, *more], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "ERROR" not in done.stderr
    return done.stdout


def test_at_rest_the_one_file_is_complete(three_villages: Store) -> None:
    put_table(three_villages, "kinder", "2022", {AHAUSEN: 12})
    three_villages.close()
    assert [path.name for path in three_villages.folder.iterdir()] == ["atlas.gpkg"]


def test_a_copy_of_the_one_file_has_the_import_while_an_atlas_runs(
    three_villages: Store, tmp_path: Path
) -> None:
    three_villages.change_count()
    with Store.open(three_villages.folder) as importer:
        number = put_table(importer, "kinder", "2022", {AHAUSEN: 12})
    copy = tmp_path / "kopie"
    copy.mkdir()
    shutil.copyfile(three_villages.path, copy / "atlas.gpkg")
    with open_workspace(copy) as copied:
        assert copied.number == number


def test_who_only_reads_changes_not_a_byte(three_villages: Store) -> None:
    put_table(three_villages, "kinder", "2022", {AHAUSEN: 12})
    three_villages.close()
    before = three_villages.path.read_bytes()
    with open_workspace(three_villages.folder) as workspace:
        assert workspace.slice("kinder", "gemeinde", "2022").values[0] == 12
    assert three_villages.path.read_bytes() == before


def test_who_only_reads_puts_right_what_a_killed_atlas_left(three_villages: Store) -> None:
    put_table(three_villages, "kinder", "2022", {AHAUSEN: 12})
    killed = three_villages.folder.with_name("danach")
    shutil.copytree(three_villages.folder, killed)
    assert len(list(killed.glob("atlas.gpkg-*"))) == 2
    with open_workspace(killed) as workspace:
        assert workspace.slice("kinder", "gemeinde", "2022").values[0] == 12
    assert [path.name for path in killed.iterdir()] == ["atlas.gpkg"]


@pytest.mark.skipif(os.name != "posix", reason="Dateirechte gibt es so nur auf POSIX-Systemen.")
def test_only_its_owner_may_read_the_file(at_rest: Path) -> None:
    assert stat.S_IMODE(at_rest.stat().st_mode) == 0o600


def test_it_calls_itself_a_geopackage(at_rest: Path, asked: Ask) -> None:
    assert asked(at_rest, "PRAGMA application_id") == [(int.from_bytes(b"GPKG", "big"),)]
    assert asked(at_rest, "PRAGMA user_version") == [(10300,)]


def test_the_first_table_says_that_it_is_confidential(at_rest: Path, asked: Ask) -> None:
    names = asked(at_rest, "SELECT name FROM sqlite_master WHERE type = 'table'")
    own = [name for (name,) in names if not str(name).startswith("gpkg_")]
    assert own[0] == "VERTRAULICH"
    assert "Nicht weitergeben" in str(asked(at_rest, "SELECT hinweis FROM VERTRAULICH")[0][0])


def test_every_table_is_listed_for_qgis(at_rest: Path, asked: Ask) -> None:
    tables = asked(at_rest, "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
    own = {name for (name,) in tables if not str(name).startswith(("gpkg_", "sqlite_"))}
    listed = {name for (name,) in asked(at_rest, "SELECT table_name FROM gpkg_contents")}
    assert own - {"area"} <= listed
    assert listed <= own


def test_ogrinfo_lists_layers_and_tables(three_villages: Store) -> None:
    put_table(three_villages, "kinder", "2022", {AHAUSEN: 12, BEDORF: 3})
    three_villages.close()
    told = ogrinfo(three_villages.path)
    for name in ("VERTRAULICH", "journal", "observation", "record"):
        assert f"{name} (None)" in told
    assert "gebiete_gemeinde (Multi Polygon)" in told


def test_ogrinfo_reads_four_areas_in_their_place(at_rest: Path) -> None:
    told = ogrinfo(at_rest, "gebiete_gemeinde")
    assert "Feature Count: 4" in told
    assert "Extent: (650000.000000, 5870000.000000) - (652000.000000, 5872000.000000)" in told
    assert 'ID["EPSG",25832]' in told


def test_names_of_systems_never_share_a_layer(three_villages: Store, asked: Ask) -> None:
    from tests.villages import GEMEINDEN, put_areas, squares

    for system in ("a-b", "a_b"):
        put_areas(three_villages, system, GEMEINDEN, squares())
    put_areas(three_villages, "a", GEMEINDEN, squares(), context=True)
    put_areas(three_villages, "a_umgebung", GEMEINDEN, squares())
    three_villages.close()
    listed = asked(
        three_villages.path, "SELECT table_name FROM gpkg_contents WHERE data_type = 'features'"
    )
    # Inhabited points, facilities and what moves have layers of their own.
    assert len(listed) == 3 + 4 + 3


def test_there_is_one_workspace_in_a_folder(at_rest: Path) -> None:
    with pytest.raises(WorkspaceExists, match="schon ein Arbeitsbereich"):
        Store.create(at_rest.parent, title="Zweiter", county="03355")


def test_a_folder_without_a_store_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspace, match="python -m geodata init"):
        Store.open(tmp_path)


@pytest.mark.parametrize("size", [0, 1, 50, 4096, 20_000])
def test_a_truncated_file_is_refused(at_rest: Path, size: int) -> None:
    at_rest.write_bytes(at_rest.read_bytes()[:size])
    with pytest.raises(NotAWorkspace, match="Sicherung"):
        Store.open(at_rest.parent)


def test_a_file_of_something_else_is_refused(at_rest: Path) -> None:
    at_rest.write_text("AGS;Einwohner\n03354001;12\n" * 500)
    with pytest.raises(NotAWorkspace, match="kein Arbeitsbereich"):
        Store.open(at_rest.parent)


def test_a_foreign_geopackage_is_refused_and_stays_as_it_was(tmp_path: Path, at_rest: Path) -> None:
    import geopandas as gpd

    from tests.villages import squares

    at_rest.unlink()
    gpd.GeoDataFrame(geometry=squares(), crs=25832).to_file(at_rest, layer="flaechen")
    before = at_rest.read_bytes()
    with pytest.raises(NotAWorkspace, match="kein Arbeitsbereich"):
        Store.open(at_rest.parent)
    assert at_rest.read_bytes() == before


def test_a_setting_that_is_no_version_is_refused(at_rest: Path, asked: Ask) -> None:
    with_version(at_rest, "neun")
    with pytest.raises(NotAWorkspace):
        Store.open(at_rest.parent)


def with_version(path: Path, version: str) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE setting SET value = ? WHERE name = 'version'", (version,))
        connection.commit()


def test_damage_inside_is_said_in_one_sentence(at_rest: Path) -> None:
    content = bytearray(at_rest.read_bytes())
    with Store.open(at_rest.parent) as store, store.reading() as reader:
        count = len(reader.journal())
    for page in range(4, len(content) // 4096):
        content[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    at_rest.write_bytes(content)
    assert count == 5
    with pytest.raises(NotAWorkspace, match="beschädigt"):
        open_workspace(at_rest.parent)


def test_the_path_may_have_blanks_and_umlauts(tmp_path: Path) -> None:
    with village_store(tmp_path / "Büro für Ägypten #1 ?x=1 100%") as store:
        put_table(store, "kinder", "2022", {AHAUSEN: 1})
    assert Store.open(store.folder).path.is_file()
