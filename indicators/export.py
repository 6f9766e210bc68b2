"""Published figures as a GeoPackage to hand out: what the map shows, and nothing else."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from geodata.area_system import CRS, AreaSystem
from geodata.imports.refusals import CannotWrite
from geodata.workspace import Workspace
from indicators.choices import periods, systems, topics
from indicators.hand_out import COLUMNS, handed_out, rows_of
from indicators.published import published
from indicators.query import Query
from indicators.refusals import NotAGeoPackage

# Column names of a layer that no indicator can have.
_TAKEN = ("area_id", "name", "fid", "geom", "geometry")
# Tables of the export that are no layers.
_VALUES, _ABOUT = "werte", "indikatoren"
_METADATA = (
    "indicator",
    "title",
    "question",
    "topic",
    "unit",
    "definition",
    "periods",
    "sources",
    "attribution",
    "licence",
)


def export_geopackage(workspace: Workspace, path: Path) -> dict[str, Any]:
    """Write a layer per area system with the latest figures, and a table of all periods.

    The file is written aside and then moved, so that a broken export never stands at `path`.
    Raises `NotAGeoPackage` and `CannotWrite`.
    """
    if path.suffix.lower() != ".gpkg":
        raise NotAGeoPackage(file=path.name)
    values = _all_values(workspace)
    with tempfile.TemporaryDirectory() as folder:
        aside = Path(folder) / path.name
        for system in workspace.systems.values():
            pyogrio.write_dataframe(
                _latest(workspace, system), aside, layer=_layer(system), driver="GPKG"
            )
        for name, frame in ((_VALUES, values), (_ABOUT, _metadata(workspace))):
            pyogrio.write_dataframe(frame, aside, layer=name, driver="GPKG", append=True)
        try:
            half = path.with_name(path.name + ".neu")
            half.write_bytes(aside.read_bytes())
            half.replace(path)
        except OSError as reason:
            raise CannotWrite(file=path, reason=reason.strerror) from None
    return {
        "schema": 1,
        "file": path.name,
        "layers": len(workspace.systems),
        "values": len(values),
    }


def _layer(system: AreaSystem) -> str:
    return f"gebiete_{system.id}" if system.id in (_VALUES, _ABOUT) else system.id


def _latest(workspace: Workspace, system: AreaSystem) -> gpd.GeoDataFrame:
    """Areas with value, status, nature and period of each indicator: a layer is looked at alone."""
    columns: dict[str, Any] = {"area_id": system.area_ids, "name": system.names}
    for topic in topics(workspace):
        for indicator in topic.indicators:
            if system in systems(workspace, indicator.id):
                rows = rows_of(published(workspace, Query(indicator.id, system.id)))
                name = f"wert_{indicator.id}" if indicator.id in _TAKEN else indicator.id
                columns[name] = [row["value"] for row in rows]
                for told in ("status", "nature", "period"):
                    columns[f"{name}_{told}"] = [row[told] for row in rows]
    return gpd.GeoDataFrame(columns, geometry=workspace.geometries(system.id), crs=CRS)


def _all_values(workspace: Workspace) -> pd.DataFrame:
    rows = [
        {"indicator": indicator.id, "system": system.id, **row, "flags": " ".join(row["flags"])}
        for topic in topics(workspace)
        for indicator in topic.indicators
        for system in systems(workspace, indicator.id)
        for row in handed_out(workspace, Query(indicator.id, system.id, "all"))
    ]
    return pd.DataFrame(rows, columns=["indicator", "system", *COLUMNS])


def _metadata(workspace: Workspace) -> pd.DataFrame:
    rows = []
    for topic in topics(workspace):
        for indicator in topic.indicators:
            known = [
                choice.period.text
                for system in systems(workspace, indicator.id)
                for choice in periods(workspace, indicator.id, system.id)
            ]
            system = systems(workspace, indicator.id)[0].id
            sources = published(workspace, Query(indicator.id, system)).sources
            rows.append(
                {
                    "indicator": indicator.id,
                    "title": indicator.title,
                    "question": indicator.question,
                    "topic": topic.title,
                    "unit": indicator.unit,
                    "definition": indicator.definition,
                    "periods": " ".join(sorted(set(known))),
                    "sources": "; ".join(source.title for source in sources),
                    "attribution": "; ".join(filter(None, (s.attribution for s in sources))),
                    "licence": "; ".join(sorted({s.licence for s in sources if s.licence})),
                }
            )
    return pd.DataFrame(rows, columns=_METADATA)
