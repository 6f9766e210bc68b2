"""The view as a GeoPackage: its areas with figures, and the style in which QGIS draws them."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from geodata.area_system import CRS
from geodata.workspace import Workspace
from layers.handout.facts import Handout
from layers.handout.file_name import safe_name
from layers.handout.ground import geometries_of
from layers.handout.qgis_style import CLASS_COLUMN, class_column, style_qml
from layers.handout.table_rows import particulars, value_rows

ABOUT, STYLES = "angaben", "layer_styles"
_COLUMNS = (
    "schluessel",
    "gebiet",
    "wert",
    "einheit",
    "status",
    "art",
    "hinweise",
    "stand",
    "grundlage",
    "quelle",
)
# What the QGIS of older offices reads without a warning.
_VERSION = "1.2"
_DATE = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def view_geopackage(workspace: Workspace, told: Handout) -> bytes:
    """A layer with the figures of the view, the table `angaben` and the style of the layer."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ansicht.gpkg"
        layer = layer_name(told)
        areas = _areas(workspace, told)
        pyogrio.write_dataframe(
            areas, path, layer=layer, driver="GPKG", dataset_options={"VERSION": _VERSION}
        )
        about = pd.DataFrame(particulars(told), columns=["angabe", "text"])
        pyogrio.write_dataframe(about, path, layer=ABOUT, driver="GPKG", append=True)
        style = pd.DataFrame([_style(told, layer)])
        pyogrio.write_dataframe(style, path, layer=STYLES, driver="GPKG", append=True, FID="id")
        return path.read_bytes()


def layer_name(told: Handout) -> str:
    """Title and state, without the names that the file needs for itself."""
    return f"{safe_name(told.title)}_{safe_name(told.figures.period.text)}"


def _areas(workspace: Workspace, told: Handout) -> gpd.GeoDataFrame:
    rows = [row.cells for row in value_rows(told.figures)]
    columns: dict[str, Any] = {
        name: list(column) for name, column in zip(_COLUMNS, zip(*rows, strict=True), strict=True)
    }
    columns["wert"] = [float("nan") if value is None else value for value in columns["wert"]]
    columns[CLASS_COLUMN] = class_column(told)
    shapes, _ = geometries_of(workspace, told)
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=CRS)


def _style(told: Handout, layer: str) -> dict[str, Any]:
    """A row of the table in which QGIS keeps styles; it takes the default one when it opens."""
    return {
        "f_table_catalog": "",
        "f_table_schema": "",
        "f_table_name": layer,
        "f_geometry_column": "geom",
        "styleName": "Sozialraumatlas",
        "styleQML": style_qml(told),
        "styleSLD": "",
        "useAsDefault": True,
        "description": told.title,
        "owner": "",
        "ui": "",
        "update_time": _DATE,
    }
