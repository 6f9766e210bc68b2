"""Published figures as a GeoPackage to hand out: what the map shows, and nothing else."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence, Set
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio

from geodata.area_system import CRS, AreaSystem
from geodata.imports.refusals import AlreadyThere, CannotWrite
from geodata.workspace import Workspace
from indicators.choices import periods, systems, topics
from indicators.hand_out import COLUMNS, handed_out, rows_of
from indicators.published import published
from indicators.query import Query
from indicators.refusals import NotAGeoPackage

# Column names of a layer that no indicator can have.
_TAKEN = ("area_id", "name", "fid", "geom", "geometry")
_TOLD = ("status", "nature", "period")
# SQLite takes so many columns in a table.
_MOST_COLUMNS = 2000
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


def export_geopackage(
    workspace: Workspace, path: Path, *, overwrite: bool = False
) -> dict[str, Any]:
    """Write a layer per area system with the latest figures, and a table of all periods.

    A layer with more indicators than a table has columns for holds areas only; "areas_only" in the
    answer names it, and its figures stand in the table of all periods.
    The file is written aside and then moved, so that a broken export never stands at `path`.
    Raises `NotAGeoPackage`, `AlreadyThere` and `CannotWrite`.
    """
    if path.suffix.lower() != ".gpkg":
        raise NotAGeoPackage(file=path.name)
    if path.is_file() and not overwrite:
        raise AlreadyThere(file=path)
    values = _all_values(workspace)
    too_wide = [system for system in workspace.systems.values() if _too_wide(workspace, system)]
    with tempfile.TemporaryDirectory() as folder:
        aside = Path(folder) / path.name
        for system in workspace.systems.values():
            pyogrio.write_dataframe(
                _latest(workspace, system, [] if system in too_wide else _shown(workspace, system)),
                aside,
                layer=_layer(system),
                driver="GPKG",
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
        "areas_only": [system.title for system in too_wide],
    }


def _layer(system: AreaSystem) -> str:
    return f"gebiete_{system.id}" if system.id in (_VALUES, _ABOUT) else system.id


def _shown(workspace: Workspace, system: AreaSystem) -> list[str]:
    """The ids of the indicators that have figures in a system."""
    return [
        indicator.id
        for topic in topics(workspace)
        for indicator in topic.indicators
        if system in systems(workspace, indicator.id)
    ]


def _too_wide(workspace: Workspace, system: AreaSystem) -> bool:
    columns = len(_shown(workspace, system)) * (1 + len(_TOLD))
    return columns + len(_TAKEN) > _MOST_COLUMNS


def _latest(
    workspace: Workspace, system: AreaSystem, indicators: Sequence[str]
) -> gpd.GeoDataFrame:
    """Areas with value, status, nature and period of each indicator: a layer is looked at alone."""
    columns: dict[str, Any] = {"area_id": system.area_ids, "name": system.names}
    taken = set(_TAKEN)
    for indicator in indicators:
        rows = rows_of(published(workspace, Query(indicator, system.id)))
        name = _free_name(indicator, taken)
        columns[name] = [row["value"] for row in rows]
        for told in _TOLD:
            columns[f"{name}_{told}"] = [row[told] for row in rows]
        taken |= {column.lower() for column in columns}
    return gpd.GeoDataFrame(columns, geometry=workspace.geometries(system.id), crs=CRS)


def _free_name(indicator: str, taken: Set[str]) -> str:
    """A column name whose companions are free too; SQLite knows no upper and lower case."""
    name = indicator
    while taken & {name.lower(), *(f"{name}_{told}".lower() for told in _TOLD)}:
        name = f"wert_{name}"
    return name


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
