"""The offices' own files meet the areas of the Bundesamt für Kartographie."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from geodata.join.doctor import AreaNames, Diagnosis

Examined = Callable[..., Diagnosis]


def _areas_in(file: Path, system: str, key: str) -> AreaNames:
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    named = sorted((one["properties"][key], one["properties"]["GEN"]) for one in features)
    return AreaNames(system, tuple(key for key, _ in named), tuple(name for _, name in named))


@pytest.fixture(scope="module")
def official_areas(shared_data: Path) -> tuple[AreaNames, ...]:
    folder = shared_data / "may-ship" / "vg250_2016"
    prefix = "luechow_dannenberg_"
    return (
        _areas_in(folder / f"{prefix}gemeinden_29.geojson", "gemeinde", "AGS"),
        _areas_in(folder / f"{prefix}samtgemeinden.geojson", "samtgemeinde", "RS"),
        AreaNames("kreis", ("03354",), ("Lüchow-Dannenberg",)),
    )


def _genesis(folder: Path, code: str) -> list[tuple[str, str]]:
    (file,) = (folder / "may-ship" / "genesis").glob(f"{code}__*.csv")
    table = pd.read_csv(file, sep=";", dtype=str, keep_default_na=False, encoding="utf-8-sig")
    columns = ["1_variable_attribute_code", "1_variable_attribute_label"]
    return list(table[columns].itertuples(index=False, name=None))


def test_the_census_file_of_all_germany_gives_27_gemeinden(
    examined: Examined, official_areas: tuple[AreaNames, ...], shared_data: Path
) -> None:
    diagnosis = examined(_genesis(shared_data, "1000A-0000"), areas=official_areas)
    assert Counter(diagnosis.rows["outcome"]) == {"matched": 27, "outside": 10760}
    assert diagnosis.warnings == ()


def test_the_land_use_file_gives_all_29_units(
    examined: Examined, official_areas: tuple[AreaNames, ...], shared_data: Path
) -> None:
    rows = examined(_genesis(shared_data, "AI-N-01-2-5"), areas=official_areas).rows
    inside = rows[rows["outcome"] == "matched"]
    assert set(inside["area_id"]) == set(official_areas[0].area_ids)
    assert Counter(rows["outcome"]) == {"matched": 58, "outside": 27074}


def test_the_kreis_file_gives_the_county_only(
    examined: Examined, official_areas: tuple[AreaNames, ...], shared_data: Path
) -> None:
    rows = examined(_genesis(shared_data, "12411-01-01-4"), areas=official_areas).rows
    assert set(rows["outcome"]) == {"matched", "outside"}
    assert set(rows.loc[rows["outcome"] == "matched", "area_id"]) == {"03354"}


def test_the_file_of_the_land_serves_three_levels(
    examined: Examined, official_areas: tuple[AreaNames, ...], shared_data: Path
) -> None:
    file = shared_data / "may-ship" / "lsn" / "lsn_A100001G_luechow_dannenberg.csv"
    keys = pd.read_csv(file, sep=";", dtype=str)["ags"]
    rows = examined([(key, "") for key in keys], areas=official_areas).rows
    assert set(rows["outcome"]) == {"matched"}
    assert Counter(rows["system"]) == {"gemeinde": 27, "samtgemeinde": 3, "kreis": 1}


def test_the_deutschlandatlas_gets_its_zeros_back(
    examined: Examined, official_areas: tuple[AreaNames, ...], shared_data: Path
) -> None:
    folder = shared_data / "test-only" / "formats"
    (file,) = folder.glob("deutschlandatlas_*.csv")
    table = pd.read_csv(file, sep=";", dtype=str)
    diagnosis = examined(table.iloc[:, :2].itertuples(index=False), areas=official_areas)
    inside = diagnosis.rows[diagnosis.rows["outcome"] == "repaired"]
    assert tuple(sorted(inside["area_id"])) == tuple(sorted(official_areas[1].area_ids))
    assert Counter(diagnosis.rows["outcome"]) == {"repaired": 5, "outside": 15}
    assert "führenden Nullen verloren" in diagnosis.warnings[0]


def test_all_of_germany_without_its_zeros_is_found_again(
    examined: Examined, shared_data: Path
) -> None:
    file = shared_data / "may-ship" / "vg250_2016" / "de_gemeinden_vg250_2016.parquet"
    table = pd.read_parquet(file, columns=["AGS", "GEN", "RS"])
    everywhere = (AreaNames("gemeinde", tuple(table["AGS"]), tuple(table["GEN"])),)
    for keys in (table["AGS"], table["RS"]):
        without_zero = [(key.removeprefix("0"), "") for key in keys]
        rows = examined(without_zero, areas=everywhere).rows
        assert list(rows["area_id"]) == list(table["AGS"])
