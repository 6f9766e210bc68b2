"""What an import says when it takes the place of something, or does not belong here."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.imports.areas import import_areas
from geodata.imports.catalogue import apply_catalogue
from geodata.imports.catalogue_refusals import NoDenominator
from geodata.imports.refusals import OtherAreas
from geodata.imports.table import import_table
from geodata.store import Store
from tests.villages import geojson_of, levels, put_table, read


@pytest.fixture
def office_file(tmp_path: Path) -> Path:
    path = tmp_path / "jobcenter.csv"
    path.write_text("AGS;Gemeinde;Anteil\n03354001;Ahausen;7\n03354002;Bedorf;8\n", "utf-8")
    return path


def test_figures_that_are_replaced_are_named(three_villages: Store, office_file: Path) -> None:
    put_table(three_villages, "anteil", "2022", {"03354001": 5.0}, file="buero.xlsx")
    report, _ = import_table(three_villages, office_file, period="2022")
    assert any("ersetzt 1 Wert aus „buero.xlsx“" in warning for warning in report["warnings"])


def test_a_first_import_replaces_nothing(three_villages: Store, office_file: Path) -> None:
    report, _ = import_table(three_villages, office_file, period="2022")
    assert not [warning for warning in report["warnings"] if "ersetzt" in warning.lower()]


def test_areas_of_another_county_do_not_take_the_place_of_used_ones(
    three_villages: Store, tmp_path: Path
) -> None:
    put_table(three_villages, "kinder", "2022", {"03354001": 5.0})
    names, geometries = levels()["gemeinde"]
    foreign = {f"03360{area_id[5:]}": name for area_id, name in names.items()}
    path = geojson_of(foreign, geometries, tmp_path / "uelzen.geojson")
    with pytest.raises(OtherAreas, match=r"uelzen\.geojson"):
        import_areas(three_villages, path, system="gemeinde")
    assert read(three_villages, "kinder", "2022")[0] == 5.0


def test_areas_of_another_county_are_said(three_villages: Store, tmp_path: Path) -> None:
    names, geometries = levels()["gemeinde"]
    foreign = {f"03360{area_id[5:]}": name for area_id, name in names.items()}
    path = geojson_of(foreign, geometries, tmp_path / "uelzen.geojson")
    report = import_areas(three_villages, path, system="ortsteil")
    assert any(": 0 von 4 Gebieten. Auswählen" in warning for warning in report["warnings"])


def test_areas_keep_their_title_where_none_is_given(three_villages: Store, tmp_path: Path) -> None:
    names, geometries = levels()["gemeinde"]
    path = geojson_of(names, geometries, tmp_path / "neu.geojson")
    with three_villages.reading() as reader:
        before = {s.id: s.title for s in reader.area_systems(context=False)}
    import_areas(three_villages, path, system="gemeinde")
    with three_villages.reading() as reader:
        assert {s.id: s.title for s in reader.area_systems(context=False)} == before


def test_a_share_in_percent_gets_its_factor_from_the_unit(
    three_villages: Store, tmp_path: Path
) -> None:
    path = tmp_path / "katalog.toml"
    path.write_text(
        '[[indicator]]\nid = "quote"\ntitle = "Quote"\nkind = "share"\n'
        'numerator = ["kinder"]\ndenominator = ["einwohner"]\n',
        "utf-8",
    )
    report = apply_catalogue(three_villages, path)
    with three_villages.reading() as reader:
        quote = reader.indicators()["quote"]
    assert (quote.unit, quote.factor) == ("%", 100.0)
    assert report["warnings"] == ["quote: Aus der Einheit „%“ folgt der Faktor 100."]


def test_a_share_without_denominator_is_refused(three_villages: Store, tmp_path: Path) -> None:
    path = tmp_path / "katalog.toml"
    path.write_text(
        '[[indicator]]\nid = "quote"\ntitle = "Quote"\nkind = "share"\nnumerator = ["kinder"]\n',
        "utf-8",
    )
    with pytest.raises(NoDenominator, match="quote"):
        apply_catalogue(three_villages, path)
