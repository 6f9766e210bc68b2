"""Grids brought in: cells as areas, their people as points and as an indicator."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import shapely
from pyproj import Transformer

from geodata.geometries.cells import cell_id
from geodata.imports.areas import import_areas
from geodata.imports.grid import import_grid
from geodata.imports.refusals import CellsElsewhere, NobodyLives, SystemTaken, WrongCellSize
from geodata.imports.undo import undo_import
from geodata.markers import Status
from geodata.store import Store
from geodata.store.refusals import AreasInUse
from geodata.workspace import Workspace
from tests.villages import EAST, NORTH, put_table, village_store

Write = Callable[..., Path]

# The cell of 1 km in which the middle of the villages lies.
_MIDDLE = Transformer.from_crs("EPSG:25832", "EPSG:3035", always_xy=True).transform(
    EAST + 1000, NORTH + 1000
)
ACROSS, UP = (math.floor(metres / 1000) * 1000 for metres in _MIDDLE)


@pytest.fixture
def village(tmp_path: Path) -> Iterator[Store]:
    with village_store(tmp_path / "w") as store:
        yield store


@pytest.fixture
def file(tmp_path: Path) -> Write:
    def write(text: str, name: str = "raster.csv") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def mine(store: Store, path: Path, **options: str) -> dict[str, object]:
    return import_grid(store, path, cell=1000, period="2022-05-15", **options)


def ids_of(*cells: str) -> str:
    """The middle cell with each kind of figure, ids as the census of 2022 writes them."""
    rows = [f"{cell_id(1000, ACROSS + 1000 * at, UP)};{cell}" for at, cell in enumerate(cells)]
    return "\n".join(["GITTER_ID_1km;Einwohner", *rows, ""])


def test_cells_become_areas_points_and_an_indicator(village: Store, file: Write) -> None:
    report = mine(village, file(ids_of("12")), title="Zensusraster")
    workspace = Workspace(village)
    assert workspace.systems["raster"].area_ids == (cell_id(1000, ACROSS, UP),)
    assert workspace.systems["raster"].title == "Zensusraster"
    assert workspace.points("raster").population.tolist() == [12]
    assert workspace.slice("einwohner_raster", "raster", "2022-05-15").values.tolist() == [12]
    assert (report["kept"], report["inhabited"], report["population"]) == (1, 1, 12.0)


def test_the_three_ways_of_naming_cells_mean_the_same(village: Store, file: Write) -> None:
    short = f"Gitter_ID_1km,Einwohner\n1kmN{UP // 1000}E{ACROSS // 1000},5\n"
    middles = f'x_mp_1km;y_mp_1km;Einwohner\n"{ACROSS + 500},0";{UP + 500};5\n'
    found = []
    for text in (ids_of("5"), short, middles):
        report = mine(village, file(text))
        workspace = Workspace(village)
        found.append((workspace.geometries("raster")[0].wkt, workspace.points("raster").x.tolist()))
        undo_import(village, int(str(report["import_id"])))
    assert found[0] == found[1] == found[2]


def test_a_cell_is_drawn_where_it_lies_and_its_point_within(village: Store, file: Write) -> None:
    mine(village, file(ids_of("1", "1")))
    workspace = Workspace(village)
    corners = shapely.get_coordinates
    left, right = workspace.geometries("raster")
    points = workspace.points("raster")
    assert shapely.contains_xy([left, right], points.x, points.y).all()
    assert 990_000 < left.area < 1_010_000
    # Neighbours share two corners to the last digit.
    assert len(set(map(tuple, corners(left))) & set(map(tuple, corners(right)))) == 2


def test_what_touches_no_area_is_left_out_and_counted(village: Store, file: Write) -> None:
    far = f"{cell_id(1000, ACROSS + 50_000, UP)};900\n"
    report = mine(village, file(ids_of("5") + far))
    assert (report["rows"], report["kept"], report["outside"]) == (2, 1, 1)
    assert report["population"] == 5


def test_nobody_a_gap_and_a_secret_are_three_things(village: Store, file: Write) -> None:
    report = mine(village, file(ids_of("7", "0")))
    found = Workspace(village).slice("einwohner_raster", "raster", "2022-05-15")
    assert (found.values.tolist(), found.status.tolist()) == ([7, 0], [0, 0])
    assert report["inhabited"] == 1
    for sign, status, secret in (
        ("-1", Status.MISSING, 0),
        ("–", Status.MISSING, 0),
        ("", Status.MISSING, 0),
        ("-9", Status.SUPPRESSED, 1),
        (".", Status.SUPPRESSED, 1),
    ):
        report = mine(village, file(ids_of("7", sign)))
        found = Workspace(village).slice("einwohner_raster", "raster", "2022-05-15")
        assert (found.values[0], found.status.tolist()) == (7, [Status.SHOWN, status])
        assert (report["without_figure"], report["secret"]) == (1, secret)


def test_the_census_is_known_by_the_name_of_its_file(village: Store, file: Write) -> None:
    path = file(ids_of("7"), "Zensus2022_Bevoelkerungszahl_1km-Gitter.csv")
    report = import_grid(village, path, cell=1000)
    assert report["period"] == "2022-05-15"
    assert [state.base for state in Workspace(village).states] == ["Zensus 2022"]


def test_without_a_time_the_people_are_weights_only(village: Store, file: Write) -> None:
    report = import_grid(village, file(ids_of("7")), cell=1000)
    assert (report["indicator"], report["period"]) == ("", "")
    assert "--period" in str(report["warnings"])
    workspace = Workspace(village)
    assert workspace.states == ()
    assert workspace.point_sets["raster"].people == 7


def test_undone_the_cells_and_their_points_are_gone(village: Store, file: Write) -> None:
    report = mine(village, file(ids_of("7")))
    undo_import(village, int(str(report["import_id"])))
    workspace = Workspace(village)
    assert "raster" not in workspace.systems
    assert workspace.point_sets == {}
    assert workspace.states == ()
    assert [entry.kind for entry in workspace.journal()][-2:] == ["grid", "undo"]


def test_undone_the_earlier_grid_is_back(village: Store, file: Write) -> None:
    mine(village, file(ids_of("7")))
    second = mine(village, file(ids_of("8", "9")))
    undo_import(village, int(str(second["import_id"])))
    workspace = Workspace(village)
    assert len(workspace.systems["raster"]) == 1
    assert workspace.points("raster").population.tolist() == [7]
    assert workspace.slice("einwohner_raster", "raster", "2022-05-15").values.tolist() == [7]


def test_a_grid_that_tables_stand_on_is_not_undone(village: Store, file: Write) -> None:
    report = mine(village, file(ids_of("7")))
    put_table(village, "betten", "2022", {cell_id(1000, ACROSS, UP): 4}, system="raster")
    with pytest.raises(AreasInUse, match=r"tabelle\.csv"):
        undo_import(village, int(str(report["import_id"])))


def test_the_original_is_kept(village: Store, file: Write) -> None:
    path = file(ids_of("7"))
    mine(village, path)
    (kept,) = village.originals.iterdir()
    assert kept.read_bytes() == path.read_bytes()


def test_a_grid_never_takes_the_place_of_areas(village: Store, file: Write) -> None:
    with pytest.raises(SystemTaken, match="„gemeinde“"):
        mine(village, file(ids_of("7")), system="gemeinde")


@pytest.mark.parametrize("cells", [("-1",), ("0",), ("–",)])
def test_a_grid_without_people_is_refused(
    village: Store, file: Write, cells: tuple[str, ...]
) -> None:
    with pytest.raises(NobodyLives, match="„Einwohner“"):
        mine(village, file(ids_of(*cells)))
    assert "raster" not in Workspace(village).systems


def test_another_county_has_none_of_these_cells(village: Store, file: Write) -> None:
    far = f"x;y;Einwohner\n{ACROSS + 90_500};{UP + 500};3\n"
    with pytest.raises(CellsElsewhere, match=r"Keine Zelle .*in der Datei: 1"):
        mine(village, file(far))


# The census of 2011


def real_county(tmp_path: Path, shared: Path) -> Store:
    store = Store.create(tmp_path / "kreis", title="Lüchow-Dannenberg", county="03354")
    areas = shared / "may-ship/vg250_2016/luechow_dannenberg_gemeinden_29.geojson"
    import_areas(store, areas, system="gemeinde", key="AGS", name="GEN")
    return store


def test_the_census_of_2011_keeps_everybody(tmp_path: Path, shared_data: Path) -> None:
    path = shared_data / "test-only/zensus2011_grid/zensus_1km_luechow_dannenberg.csv"
    with real_county(tmp_path, shared_data) as store:
        report = import_grid(store, path, cell=1000, period="2011-05-09")
        assert (report["kept"], report["inhabited"], report["outside"]) == (1228, 553, 0)
        assert (report["population"], report["without_figure"]) == (49_193, 675)
        points = Workspace(store).points("raster")
        assert points.population.sum() == 49_193
        county = shapely.union_all(Workspace(store).geometries("gemeinde"))
        inside = shapely.contains_xy(county, points.x, points.y)
        assert points.population[~inside].sum() <= 0.005 * 49_193


def test_cells_of_100_m_are_no_cells_of_1_km(tmp_path: Path, shared_data: Path) -> None:
    name = "zensus_100m_alter_unter10_luechow_dannenberg.csv"
    path = shared_data / "test-only/zensus2011_grid" / name
    with real_county(tmp_path, shared_data) as store:
        with pytest.raises(WrongCellSize, match="--cell 100 angeben"):
            import_grid(store, path, cell=1000, population="value")
        report = import_grid(store, path, cell=100, population="value", system="raster100")
        assert report["kept"] == report["rows"]
        assert report["population"] == np.nansum(Workspace(store).points("raster100").population)
