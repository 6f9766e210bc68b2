"""Square cells of the European statistical grid (INSPIRE, EPSG:3035): their names and outlines."""

from __future__ import annotations

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import Transformer

from geodata.area_system import CRS

GRID_CRS = "EPSG:3035"
# What offices cut Germany into, in metres.
CUSTOMARY_SIZES = (100, 200, 250, 500, 1000, 5000, 10_000)
# Both ways of writing: CRS3035RES1000mN2689000E4337000 in metres, 1kmN2689E4337 in cells.
_LONG = r"CRS3035RES(?P<size>\d{2,6})mN(?P<north>\d{1,7})E(?P<east>\d{1,7})"
_SHORT = r"(?P<size>\d{1,5})(?P<unit>k?m)N(?P<north>\d{1,6})E(?P<east>\d{1,6})"

Metres = NDArray[np.float64]


def read_cell_ids(ids: pd.Series) -> pd.DataFrame:
    """`size`, `east` and `north` of the lower left corner, in metres; NaN where it is no id.

    >>> read_cell_ids(pd.Series(["1kmN2689E4337"])).iloc[0].tolist()
    [1000.0, 4337000.0, 2689000.0]
    """
    long = ids.str.extract(f"^{_LONG}$")
    short = ids.str.extract(f"^{_SHORT}$")
    step = pd.to_numeric(short["size"]) * short["unit"].map({"m": 1.0, "km": 1000.0})
    found = {
        "size": pd.to_numeric(long["size"]).fillna(step),
        "east": pd.to_numeric(long["east"]).fillna(pd.to_numeric(short["east"]) * step),
        "north": pd.to_numeric(long["north"]).fillna(pd.to_numeric(short["north"]) * step),
    }
    return pd.DataFrame(found).astype("float64")


def cell_id(size: int, east: float, north: float) -> str:
    """The id by INSPIRE, as the census of 2022 writes it."""
    return f"CRS3035RES{size}mN{int(north)}E{int(east)}"


def cell_name(size: int, east: float, north: float) -> str:
    """As people read it: „Zelle N2689 E4337“, counted in cells."""
    return f"Zelle N{int(north // size)} E{int(east // size)}"


def outlines(size: int, east: Metres, north: Metres) -> NDArray[np.object_]:
    """The cells as polygons in EPSG:25832; neighbours share their corners to the last digit."""
    cells: NDArray[np.object_] = shapely.transform(
        shapely.box(east, north, east + size, north + size), _to_ours
    )
    return cells


def midpoints(size: int, east: Metres, north: Metres) -> tuple[Metres, Metres]:
    """The middles of the cells in EPSG:25832."""
    moved = _to_ours(np.column_stack([east + size / 2, north + size / 2]))
    return moved[:, 0], moved[:, 1]


def frame_in_grid(bounds: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """West, south, east, north in EPSG:3035 of a frame in EPSG:25832, wide enough for all of it."""
    found = Transformer.from_crs(CRS, GRID_CRS, always_xy=True).transform_bounds(*bounds)
    return found[0], found[1], found[2], found[3]


def _to_ours(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
    transformer = Transformer.from_crs(GRID_CRS, CRS, always_xy=True)
    return np.column_stack(transformer.transform(pairs[:, 0], pairs[:, 1]))
