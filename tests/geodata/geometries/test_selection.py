"""Choosing features by patterns."""

from __future__ import annotations

import geopandas as gpd
import pytest

from geodata.geometries.refusals import NothingSelected, UnknownColumn, UnreadableFilter
from geodata.geometries.selection import selected


@pytest.fixture
def towns(village: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return village.assign(GF=[4, 4, 2, 4], BEZ=["Stadt", "Gemeinde", "Stadt", "Stadt"])


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ("AGS=03354*", ["Küsten", "Clenze", "Lüchow (Wendland)", "Göhrde"]),
        ("AGS=*002", ["Clenze"]),
        ("ags=03354002", ["Clenze"]),
        ("GF=4", ["Küsten", "Clenze", "Göhrde"]),
        ("GF=4,BEZ=Stadt", ["Küsten", "Göhrde"]),
        ("GF=4; BEZ=Stadt", ["Küsten", "Göhrde"]),
        ("AGS=*1,*4", ["Küsten", "Göhrde"]),
        ("AGS=*1;AGS=*4", ["Küsten", "Göhrde"]),
        ("GEN=L*(W*)", ["Lüchow (Wendland)"]),
    ],
)
def test_patterns_choose(towns: gpd.GeoDataFrame, where: str, names: list[str]) -> None:
    assert list(selected(towns, where, file="x.gpkg")["GEN"]) == names


def test_signs_of_regular_expressions_mean_themselves(towns: gpd.GeoDataFrame) -> None:
    with pytest.raises(NothingSelected):
        selected(towns, "GEN=K.sten", file="x.gpkg")


def test_nothing_left_shows_what_there_is(towns: gpd.GeoDataFrame) -> None:
    with pytest.raises(NothingSelected, match=r"in „x\.gpkg“ keines von 4 Objekten.*03354001"):
        selected(towns, "AGS=05*", file="x.gpkg")


def test_an_unknown_column_lists_the_others(towns: gpd.GeoDataFrame) -> None:
    with pytest.raises(UnknownColumn, match=r"„KRS“.*AGS, GEN, GF und BEZ"):
        selected(towns, "KRS=1", file="x.gpkg")


@pytest.mark.parametrize("where", ["AGS", "=5", "AGS=", ",", "AGS=5,,"])
def test_a_filter_that_says_nothing_is_refused(towns: gpd.GeoDataFrame, where: str) -> None:
    with pytest.raises(UnreadableFilter, match="SPALTE=MUSTER"):
        selected(towns, where, file="x.gpkg")
