"""Area geometries as static files, named by what is in them, compressed once and kept."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import brotli

from geodata.area_system import AreaSystem

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FORMAT = 1
_BROTLI_QUALITY = 9
_DISC_TOLERANCE_M = 8.0

Geometries: TypeAlias = "NDArray[np.object_]"


@dataclass(frozen=True)
class GeometryAsset:
    """One file in both compressions; `name` changes whenever the content does."""

    name: str
    brotli: bytes
    gzip: bytes


@lru_cache(maxsize=16)
def asset_name(system: AreaSystem) -> str:
    """`gemeinde-3f9a…`: system, and a hash of format, geometry, order and shown names."""
    role = "umland-" if system.context else ""
    parts = [str(FORMAT), system.geometry_hash, *system.area_ids, *_shown_names(system)]
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
    return f"{role}{system.id}-{digest}"


def geometry_asset(
    system: AreaSystem,
    read_geometries: Callable[[], Geometries],
    *,
    cache: Path,
    read_ground: Callable[[], Geometries] | None = None,
    weights: Sequence[float] = (),
    labels: Sequence[str] | None = None,
) -> GeometryAsset:
    """The file of a system, from the cache folder or made now and laid there.

    `read_geometries` gives the polygons (n,) in EPSG:25832 and is called only to make the file, as
    is `read_ground`: where places are drawn, on which areas they lie. `weights` (n,) say whose name
    comes first, else the larger area's does; `labels` (n,) what stands there in place of the names.
    """
    name = asset_name(system)
    kept = (cache / f"{name}.json.br", cache / f"{name}.json.gz")
    if all(path.is_file() for path in kept):
        return GeometryAsset(name, kept[0].read_bytes(), kept[1].read_bytes())
    ground = read_ground() if read_ground else None
    content = geometry_json(
        system, read_geometries(), ground=ground, weights=weights, labels=labels
    )
    made = GeometryAsset(
        name,
        brotli.compress(content, mode=brotli.MODE_TEXT, quality=_BROTLI_QUALITY),
        gzip.compress(content, compresslevel=6, mtime=0),
    )
    _keep(made, kept)
    return made


def geometry_json(
    system: AreaSystem,
    geometries: Geometries,
    *,
    ground: Geometries | None = None,
    weights: Sequence[float] = (),
    labels: Sequence[str] | None = None,
) -> bytes:
    """Outline, the common outer border and, for neighbours behind, their names.

    Where a `ground` is given, the border is its border.
    """
    # Loaded on first use: once the file is kept, no start of the atlas needs projections.
    from geodata.geometries.outline import outline

    # Discs are small and round: simplified like areas, they would be neither.
    fine = None if ground is None else _DISC_TOLERANCE_M
    collection = json.loads(outline(system.area_ids, geometries, tolerance_m=fine))
    for label, weight in zip(collection["labels"], weights, strict=False):
        label[2] = weight
    for label, text in zip(collection["labels"], labels or (), strict=False):
        label.append(text)
    if ground is None:
        collection["border"] = border(collection["features"])
    else:
        beneath = json.loads(outline([str(at) for at in range(len(ground))], ground))
        collection["ground"] = [feature["geometry"] for feature in beneath["features"]]
        collection["border"] = border(beneath["features"])
    if system.context:
        collection["names"] = _shown_names(system)
    return json.dumps(collection, separators=(",", ":"), ensure_ascii=False).encode()


def border(features: list[dict[str, Any]]) -> dict[str, Any]:
    """The line around all areas together, as GeoJSON, on the same simplified vertices."""
    import shapely

    shapes = shapely.from_geojson([json.dumps(feature["geometry"]) for feature in features])
    try:
        whole = shapely.coverage_union_all(shapes)
    except shapely.GEOSException:
        # Overlapping areas are no coverage: the slower union takes them too.
        whole = shapely.union_all(shapely.make_valid(shapes))
    # The vertices come from a file with few decimals, so that plain JSON keeps them short.
    line: dict[str, Any] = json.loads(shapely.to_geojson(shapely.boundary(whole)))
    return line


def _shown_names(system: AreaSystem) -> list[str]:
    return list(system.names) if system.context else []


def _keep(made: GeometryAsset, paths: tuple[Path, Path]) -> None:
    try:
        paths[0].parent.mkdir(parents=True, exist_ok=True)
        for path, content in zip(paths, (made.brotli, made.gzip), strict=True):
            # Two threads or processes may make the same file at once.
            half = path.with_name(f"{path.name}.{os.getpid()}-{threading.get_ident()}.neu")
            half.write_bytes(content)
            half.replace(path)
    except OSError:
        # A folder that cannot be written costs time at the next start, nothing else.
        return
