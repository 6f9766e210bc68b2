"""From the coordinates of the file to EPSG:25832, never by a silent guess."""

from __future__ import annotations

import warnings
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError, ProjError
from pyproj.transformer import TransformerGroup

from geodata.area_system import CRS as TARGET
from geodata.geometries.refusals import MissingCrs, OutsideGermany, UnknownCrs
from geodata.geometries.wording import feature, listed, number
from geodata.german_count import counted

# Degrees west, south, east, north: Germany with its sea, and room for a neighbour drawn behind.
GERMANY = (3.0, 46.5, 16.5, 56.5)
CUSTOMARY = (
    "EPSG:4326",
    "EPSG:25832",
    "EPSG:25833",
    "EPSG:4647",
    "EPSG:3035",
    "EPSG:3857",
    "EPSG:31466",
    "EPSG:31467",
    "EPSG:31468",
    "EPSG:31469",
)

Geometries = NDArray[np.object_]


@dataclass(frozen=True)
class Projected:
    """Geometries in EPSG:25832, where they came from, and what has to be said about it.

    `exchanged` says whether all of them had their axes the wrong way round.
    """

    geometries: Geometries
    crs_from: str
    warnings: tuple[str, ...]
    exchanged: bool = False


def projected(
    geometries: Geometries, declared: CRS | None, names: pd.Series, *, crs: str | None, file: str
) -> Projected:
    """Geometries in EPSG:25832; `crs` overrides what the file declares.

    Exchanged axes are put right and said. `names` (by row in the file) speak in refusals.
    Raises refusals for a missing or unknown CRS and for features outside Germany.
    """
    source, remarks = _source(geometries, declared, crs=crs, file=file)
    _check_known(source, file=file)
    exchanged = bool(_outside(geometries, source).any())
    if exchanged:
        turned = shapely.transform(geometries, lambda pairs: pairs[:, ::-1])
        if _outside(turned, source).any():
            raise _outside_germany(geometries, source, names, file=file)
        geometries = turned
        remarks.append(
            f"In „{file}“ waren Länge und Breite (Rechts- und Hochwert) vertauscht; "
            "sie wurden zurückgetauscht."
        )
    remarks.extend(_accuracy(source))
    moved = _transformed(geometries, source, TARGET)
    return Projected(moved, label(source), tuple(remarks), exchanged)


def label(crs: CRS) -> str:
    """„EPSG:25832“ where the CRS has a number there, else its own name."""
    code = crs.to_epsg(min_confidence=60)
    if code is not None:
        return f"EPSG:{code}"
    return "EPSG:4326" if crs.to_authority() == ("OGC", "CRS84") else str(crs.name)


def _source(
    geometries: Geometries, declared: CRS | None, *, crs: str | None, file: str
) -> tuple[CRS, list[str]]:
    usable = declared is not None and (declared.is_geographic or declared.is_projected)
    if crs is None:
        if declared is None or not usable:
            raise MissingCrs(file=file, hint=_hint(geometries))
        return declared, []
    try:
        wanted = CRS.from_user_input(crs)
    except CRSError as error:
        raise UnknownCrs(file=file, crs=crs) from error
    if declared is None or not usable or label(declared) == label(wanted):
        return wanted, []
    sentence = f"„{file}“ nennt {label(declared)}; gelesen wurde wie angegeben als {label(wanted)}."
    return wanted, [sentence]


def _check_known(source: CRS, *, file: str) -> None:
    """A damaged description can be read as a CRS that no transformation leads out of."""
    try:
        Transformer.from_crs(source, TARGET, always_xy=True)
    except ProjError as error:
        raise UnknownCrs(file=file, crs=label(source)) from error


def _transformed(geometries: Geometries, source: CRS, target: str) -> Geometries:
    transformer = Transformer.from_crs(source, target, always_xy=True)

    def moved(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(transformer.transform(pairs[:, 0], pairs[:, 1]))

    result: Geometries = shapely.transform(geometries, moved)
    return result


def _outside(geometries: Geometries, source: CRS) -> NDArray[np.bool_]:
    """Whether any corner of each geometry lies outside Germany."""
    pairs, owner = shapely.get_coordinates(geometries, return_index=True)
    transformer = Transformer.from_crs(source, "EPSG:4326", always_xy=True)
    lon, lat = transformer.transform(pairs[:, 0], pairs[:, 1])
    west, south, east, north = GERMANY
    inside = (lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)
    outside = np.zeros(len(geometries), dtype=bool)
    outside[owner[~inside]] = True
    return outside


def _outside_germany(
    geometries: Geometries, source: CRS, names: pd.Series, *, file: str
) -> OutsideGermany:
    outside = _outside(geometries, source)
    x, y = shapely.get_coordinates(geometries[outside][:1])[0]
    rows = names.index[outside]
    return OutsideGermany(
        file=file,
        number=number(len(rows)),
        total=counted(len(names), "Objekt", "Objekten"),
        features=listed(feature(row, names[row]) for row in rows),
        crs=label(source),
        x=number(x, decimals=2),
        y=number(y, decimals=2),
        hint=_hint(geometries) if outside.all() else "",
    )


def _hint(geometries: Geometries) -> str:
    """The customary systems in which all these coordinates would lie in Germany."""
    fitting = [crs for crs in CUSTOMARY if not _outside(geometries, CRS(crs)).any()]
    if not fitting:
        return ""
    return f" Den Zahlen nach kommt in Frage: {' oder '.join(fitting)}."


def _accuracy(source: CRS) -> list[str]:
    """A word where the exact transformation needs a grid that is not installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        group = TransformerGroup(source, TARGET, always_xy=True)
    if group.best_available or not group.transformers:
        return []
    metres = group.transformers[0].accuracy
    if metres <= 1:
        return []
    return [f"Umrechnung aus {label(source)} ohne Gitterdatei: auf etwa {metres:.0f} m genau."]
