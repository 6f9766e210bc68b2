"""Zones on call, benches and stops of a mobile office, from a layer or a table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from pyproj import CRS

from geodata.geometries.columns import as_text, attribute_columns
from geodata.geometries.layers import read_layer
from geodata.geometries.polygons import repaired, surfaces
from geodata.geometries.private_copy import private_copy
from geodata.geometries.projection import projected
from geodata.imports.people_column import column_like, named_column
from geodata.imports.place_file import (
    NAMES,
    TABLES,
    crs_remarks,
    read_points,
)
from geodata.mobility.offer import MobileOffer, MobilityKind
from geodata.mobility.refusals import NoSuchTime, ZonesFromATable

_HOURS = r"(betriebs|bedien|öffnungs|oeffnungs|sprech)?zeit(en)?|opening_hours|hours|uhrzeit(en)?"
_DIRECTIONS = r"richtung(en)?|ziele?|directions?|destination"
_CONTACT = r"telefon(nummer)?|kontakt|phone|contact|anmeldung|buchung|tel"
_BETWEEN_DIRECTIONS = re.compile(r"[;,|/]")
# „7:30“, „07.30 Uhr“: what looks like a time of day must be one.
_TIME = re.compile(r"(?<![\d.])(\d{1,2}):(\d{2})(?!\d)|(?<![\d.])(\d{1,2})\.(\d{2})(?= ?Uhr)")


@dataclass(frozen=True)
class OfferFile:
    """What a file offers, in its order, and which of its columns said what; "" where none did."""

    offers: tuple[MobileOffer, ...]
    name: str
    hours: str
    directions: str
    contact: str
    crs_from: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class _Read:
    """Texts by row of the file, and the shapes beside them."""

    table: pd.DataFrame
    shapes: NDArray[np.object_]
    declared: CRS | None
    warnings: tuple[str, ...] = ()


def read_offers(
    path: Path,
    kind: MobilityKind,
    *,
    name: str | None = None,
    layer: str | None = None,
    crs: str | None = None,
) -> OfferFile:
    """All offers of a file: zones from a layer of polygons, the others from points or a table.

    Columns are found by their names. Raises refusals for the wrong kind of shape and for a time of
    day that there is not.
    """
    file = path.name
    read = (
        _zones(path, layer) if kind == "rufbus" else _Read(*read_points(path, layer=layer, crs=crs))
    )
    columns = [str(column) for column in read.table.columns]
    named = named_column(columns, name, file=file) if name else column_like(columns, NAMES) or ""
    hours, directions, contact = (
        column_like(columns, pattern) or "" for pattern in (_HOURS, _DIRECTIONS, _CONTACT)
    )
    texts = {
        key: _texts(read.table, column)
        for key, column in {"name": named, "hours": hours, "contact": contact}.items()
    }
    _refuse_strange_times(texts["hours"], hours, file=file)
    moved = projected(read.shapes, read.declared, texts["name"], crs=crs, file=file)
    shapes = repaired(moved.geometries)[0] if kind == "rufbus" else moved.geometries
    rows = zip(
        texts["name"],
        shapes,
        texts["hours"],
        _texts(read.table, directions),
        texts["contact"],
        strict=True,
    )
    return OfferFile(
        offers=tuple(
            MobileOffer(kind, title, shape, when, _directions(towards), reach)
            for title, shape, when, towards, reach in rows
        ),
        name=named,
        hours=hours,
        directions=directions,
        contact=contact,
        crs_from=moved.crs_from,
        warnings=(*read.warnings, *moved.warnings, *crs_remarks(path, read.declared, crs)),
    )


def _zones(path: Path, layer: str | None) -> _Read:
    if path.suffix.lower() in TABLES:
        raise ZonesFromATable(file=path.name)
    with private_copy(path, layer=layer) as copy:
        _, frame = read_layer(copy, layer=layer, file=path.name)
    unnamed = pd.Series("", index=frame.index)
    found = surfaces(frame, unnamed, file=path.name)
    texts = {str(name): as_text(found.frame[name]) for name in attribute_columns(found.frame)}
    table = pd.DataFrame(texts, index=found.frame.index)
    shapes = np.asarray(found.frame.geometry.values, dtype=object)
    return _Read(table, shapes, found.frame.crs, found.warnings)


def _texts(table: pd.DataFrame, column: str) -> pd.Series:
    return table[column] if column else pd.Series("", index=table.index)


def _directions(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _BETWEEN_DIRECTIONS.split(text) if part.strip())


def _refuse_strange_times(texts: pd.Series, column: str, *, file: str) -> None:
    for row, text in texts.items():
        for found in _TIME.finditer(text):
            hour, minute = (int(part) for part in found.groups() if part is not None)
            if hour > 24 or minute > 59 or (hour == 24 and minute):
                raise NoSuchTime(file=file, row=row, time=found[0], column=column)


def is_inside(offers: tuple[MobileOffer, ...], areas: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Which offers (n,) touch any of the areas."""
    shapes = np.array([offer.place for offer in offers], dtype=object)
    found = np.zeros(len(shapes), bool)
    shapely.prepare(areas)
    found[shapely.STRtree(shapes).query(areas, predicate="intersects")[1]] = True
    return found
