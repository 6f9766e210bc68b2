"""One layer of a geometry file, as it stands in the file."""

from __future__ import annotations

import logging
import warnings
from pathlib import Path, PurePosixPath

import geopandas as gpd
import pandas as pd
import pyarrow
import pyarrow.parquet
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, GeometryError

from geodata.geometries.geojson import read_geojson
from geodata.geometries.kinds import Kind
from geodata.geometries.private_copy import PrivateCopy
from geodata.geometries.refusals import (
    BrokenFile,
    NoFeatures,
    NoGeometryColumn,
    SeveralLayers,
    UnknownLayer,
)
from geodata.geometries.shapefile import text_encoding
from geodata.geometries.wording import listed

# Everything pyogrio and shapely raise on a damaged file.
_READING_ERRORS = (
    DataSourceError,
    DataLayerError,
    FeatureError,
    GeometryError,
    LookupError,
    UnboundLocalError,  # pyogrio 0.13, where GDAL cannot write the CRS down
    TypeError,
    ValueError,
    RuntimeError,
    OSError,
    pyarrow.ArrowException,
)
_ONE_LAYER = (Kind.GEOJSON, Kind.GEOPARQUET, Kind.SHAPEFILE)
# Without these GDAL fetches the schema that a GML file names from the internet.
_OFFLINE = {"GML_DOWNLOAD_SCHEMA": "NO", "GML_DOWNLOAD_WFS_SCHEMA": "NO"}

logging.getLogger("pyogrio").addHandler(logging.NullHandler())


def read_layer(copy: PrivateCopy, *, layer: str | None, file: str) -> tuple[str, gpd.GeoDataFrame]:
    """The name of the layer and its features, indexed by their number in the file from 1.

    Raises a refusal where there are several layers and none is named, or nothing in it.
    """
    pyogrio.set_gdal_config_options(_OFFLINE)
    with warnings.catch_warnings():
        # What matters of them is checked and said in German afterwards.
        warnings.simplefilter("ignore")
        name, frame = _read(copy, layer=layer, file=file)
    if len(frame) == 0:
        raise NoFeatures(file=file)
    if not isinstance(frame, gpd.GeoDataFrame) or frame.active_geometry_name is None:
        raise NoGeometryColumn(file=file)
    return name, frame.set_axis(pd.RangeIndex(1, len(frame) + 1), axis="index")


def _read(copy: PrivateCopy, *, layer: str | None, file: str) -> tuple[str, gpd.GeoDataFrame]:
    if copy.kind in _ONE_LAYER and layer and PurePosixPath(layer).stem != copy.layer:
        raise UnknownLayer(file=file, layer=layer, layers=f"„{copy.layer}“")
    if copy.kind is Kind.GEOJSON:
        return copy.layer, read_geojson(copy.path, file=file)
    try:
        if copy.kind is Kind.GEOPARQUET:
            return copy.layer, _read_parquet(copy.path, file=file)
        if copy.kind is Kind.SHAPEFILE:
            encoding = text_encoding(copy.path)
            frame = pyogrio.read_dataframe(copy.path, encoding=encoding, on_invalid="fix")
            return copy.layer, frame
        name = _chosen_layer(copy.path, layer=layer, file=file)
        return name, pyogrio.read_dataframe(copy.path, layer=name, on_invalid="fix")
    except _READING_ERRORS as error:
        raise BrokenFile(file=file, kind=copy.kind) from error


def _read_parquet(path: Path, *, file: str) -> gpd.GeoDataFrame:
    schema = pyarrow.parquet.read_schema(path)
    if b"geo" not in (schema.metadata or {}):
        raise NoGeometryColumn(file=file)
    return gpd.read_parquet(path)


def _chosen_layer(path: Path, *, layer: str | None, file: str) -> str:
    layers = pyogrio.list_layers(path)
    spatial = [str(name) for name, geometry_type in layers if geometry_type is not None]
    if not len(layers):
        raise NoFeatures(file=file)
    if not spatial:
        raise NoGeometryColumn(file=file)
    names = listed((f"„{name}“" for name in spatial), most=30)
    if layer is not None and layer not in spatial:
        raise UnknownLayer(file=file, layer=layer, layers=names)
    if layer is None and len(spatial) > 1:
        raise SeveralLayers(file=file, layers=names)
    return layer or spatial[0]
