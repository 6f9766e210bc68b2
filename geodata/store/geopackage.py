"""What makes an SQLite file a GeoPackage: its own tables and its geometry blobs.

Source: OGC GeoPackage Encoding Standard 1.3 (OGC 12-128r17), sections 1.1 and 2.1.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

APPLICATION_ID = 0x47504B47
GEOPACKAGE_VERSION = 10300
SRS_ID = 25832
POINT_LAYER = "bewohnte_punkte"
FACILITY_LAYER = "einrichtungen"
MOBILITY_LAYER = "mobilitaet"

_HEADER = struct.Struct("<2sBBi4d")
_LITTLE_ENDIAN_ENVELOPE_XY = 0b00000011

_CORE = """
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))
"""

_UTM32 = (
    'PROJCS["ETRS89 / UTM zone 32N",GEOGCS["ETRS89",DATUM["European_Terrestrial_Reference_System_'
    '1989",SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG",'
    '"6258"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4258"]],PROJECTION["Transverse_Mercator"],'
    'PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",9],PARAMETER["scale_factor",'
    '0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1,'
    'AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],AUTHORITY["EPSG",'
    '"25832"]]'
)
_REFERENCE_SYSTEMS = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
    (
        "WGS 84",
        4326,
        "EPSG",
        4326,
        'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
        'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]',
    ),
    ("ETRS89 / UTM zone 32N", SRS_ID, "EPSG", SRS_ID, _UTM32),
)


def create_core(connection: Connection) -> None:
    """Make the tables that every GeoPackage has."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {GEOPACKAGE_VERSION}")
    for statement in _CORE.split(";"):
        connection.execute(text(statement))
    connection.exec_driver_sql(
        "INSERT INTO gpkg_spatial_ref_sys (srs_name, srs_id, organization, "
        "organization_coordsys_id, definition) VALUES (?, ?, ?, ?, ?)",
        list(_REFERENCE_SYSTEMS),
    )


def register_attributes(connection: Connection, tables: Iterable[tuple[str, str]]) -> None:
    """Enter plain tables, as pairs of name and title, so that QGIS lists them."""
    connection.exec_driver_sql(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description) "
        "VALUES (?, 'attributes', ?, ?)",
        [(name, name, title) for name, title in tables],
    )


def layer_name(system: str, *, context: bool) -> str:
    """The name under which QGIS shows an area system."""
    return ("umgebung_" if context else "gebiete_") + system


def register_layer(
    connection: Connection, system: str, title: str, *, context: bool, bounds: Sequence[float]
) -> None:
    """Show the areas of a system that hold now as a feature layer of its own, a view."""
    name = layer_name(system, context=context)
    drop_layer(connection, system, context=context)
    quoted = system.replace("'", "''")
    connection.exec_driver_sql(
        f'CREATE VIEW "{name}" AS SELECT id AS OGC_FID, area_id, name, geom FROM area '  # noqa: S608 - a view takes no parameters; quoted above
        f"WHERE system = '{quoted}' AND context = {int(context)} AND withdrawn_by IS NULL"
    )
    connection.exec_driver_sql(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, "
        "max_x, max_y, srs_id) VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?)",
        (name, name, title, *bounds, SRS_ID),
    )
    connection.exec_driver_sql(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)",
        (name, SRS_ID),
    )


def register_points(connection: Connection) -> None:
    """Show the inhabited points that hold now as a feature layer of their own, a view."""
    _register_view(
        connection,
        POINT_LAYER,
        "Bewohnte Punkte",
        table="inhabited_point",
        columns="point_set, name, population",
        geometry="POINT",
    )


def register_places(connection: Connection) -> None:
    """Show facilities, and what moves beside the timetable, as feature layers, views."""
    _register_view(
        connection,
        FACILITY_LAYER,
        "Einrichtungen",
        table="facility",
        columns="kind, facility_id, name, provider, address, attributes",
        geometry="POINT",
    )
    _register_view(
        connection,
        MOBILITY_LAYER,
        "Rufbusse, Mitfahrbänke und mobile Angebote",
        table="mobility",
        columns="kind, name, attributes",
        geometry="GEOMETRY",
    )


def _register_view(
    connection: Connection, name: str, title: str, *, table: str, columns: str, geometry: str
) -> None:
    connection.exec_driver_sql(
        f'CREATE VIEW "{name}" AS SELECT id AS OGC_FID, {columns}, geom '  # noqa: S608 - constant names
        f"FROM {table} WHERE withdrawn_by IS NULL"
    )
    connection.exec_driver_sql(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) "
        "VALUES (?, 'features', ?, ?, ?)",
        (name, name, title, SRS_ID),
    )
    connection.exec_driver_sql(
        "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)",
        (name, geometry, SRS_ID),
    )


def tell_extent(connection: Connection, layer: str, bounds: Sequence[float | None]) -> None:
    """QGIS zooms to where the features of a layer are: (west, south, east, north), or Nones."""
    connection.exec_driver_sql(
        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
        (*bounds, layer),
    )


def drop_layer(connection: Connection, system: str, *, context: bool) -> None:
    name = layer_name(system, context=context)
    connection.exec_driver_sql(f'DROP VIEW IF EXISTS "{name}"')
    for table in ("gpkg_geometry_columns", "gpkg_contents"):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE table_name = ?", (name,))  # noqa: S608 - constant names


def to_blobs(geometries: NDArray[np.object_]) -> list[bytes]:
    """GeoPackage blobs (header with envelope, then WKB) of polygons, as MultiPolygons."""
    import shapely

    bounds = shapely.bounds(geometries)
    blobs = []
    for geometry, (west, south, east, north) in zip(geometries, bounds, strict=True):
        multi = shapely.multipolygons(shapely.get_parts(geometry))
        header = _HEADER.pack(
            b"GP", 0, _LITTLE_ENDIAN_ENVELOPE_XY, SRS_ID, west, east, south, north
        )
        blobs.append(header + shapely.to_wkb(multi, byte_order=1))
    return blobs


def from_blobs(blobs: Sequence[bytes]) -> NDArray[np.object_]:
    """Geometries from blobs that `to_blobs` made."""
    import shapely

    geometries: NDArray[np.object_] = shapely.from_wkb([blob[_HEADER.size :] for blob in blobs])
    return geometries
