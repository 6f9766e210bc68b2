"""A file of facilities, whatever its kind: what they are, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from geodata.facilities.coordinates import Places, pair_in, read_pairs
from geodata.facilities.entries import Unread, read_entries
from geodata.facilities.facility import Facility, NatureName
from geodata.facilities.layer_file import read_layer_list
from geodata.facilities.listing import Listing
from geodata.facilities.osm_file import is_osm, read_osm_list
from geodata.facilities.refusals import NeitherPlaceNorAddress, TagNeeded, TagWithoutOsm
from geodata.facilities.table_file import read_table_list
from geodata.tables.filekind import file_kind
from geodata.tables.refusals import GeometryAsTable

_ADDRESSES = ("address", "street", "place", "postcode")
_PAIRS = (("lon", "lat"), ("east", "north"))


@dataclass(frozen=True, eq=False)
class FacilityFile:
    """Facilities as a file tells them, without ids; `swapped` (n,) whose pairs were turned.

    `given` are the ids of the file by row, "" where it has none. `half` are rows with one of two
    coordinates only.
    """

    listing: Listing
    facilities: tuple[Facility, ...]
    given: tuple[str, ...]
    swapped: NDArray[np.bool_]
    half: tuple[int, ...]
    unread: tuple[Unread, ...]
    crs_from: tuple[str, ...]
    warnings: tuple[str, ...]


def read_facilities(
    path: Path,
    *,
    kind: str,
    tag: str | None = None,
    layer: str | None = None,
    sheet: str | None = None,
    crs: str | None = None,
    nature: NatureName = "real",
    capacity_nature: NatureName = "real",
) -> FacilityFile:
    """All facilities of a file.

    `tag` chooses among the objects of an OpenStreetMap file; `crs` names the system where neither
    file nor numbers tell it. Raises the refusals of `geodata.facilities.refusals` and what the
    readers of tables and geometries raise.
    """
    listing = _listing(path, tag=tag, layer=layer, sheet=sheet, crs=crs)
    entries = read_entries(listing, kind=kind, nature=nature, capacity_nature=capacity_nature)
    places = _places(listing, crs)
    placed = [
        replace(facility, x=float(point.x), y=float(point.y)) if point else facility
        for facility, point in zip(entries.facilities, places.points, strict=True)
    ]
    return FacilityFile(
        listing=listing,
        facilities=tuple(placed),
        given=tuple(" ".join(text.split()) for text in _ids(listing)),
        swapped=places.swapped,
        half=places.half,
        unread=entries.unread,
        crs_from=places.crs_from,
        warnings=(*listing.warnings, *places.warnings, *entries.warnings),
    )


def _listing(
    path: Path, *, tag: str | None, layer: str | None, sheet: str | None, crs: str | None
) -> Listing:
    if is_osm(path):
        if not tag:
            raise TagNeeded(file=path.name)
        return read_osm_list(path, tag)
    if tag:
        raise TagWithoutOsm(file=path.name)
    try:
        file_kind(path)
    except GeometryAsTable:
        return read_layer_list(path, layer=layer, crs=crs)
    return read_table_list(path, sheet=sheet)


def _ids(listing: Listing) -> list[str]:
    ids: list[str] = listing.column("id").tolist()
    return ids


def _places(listing: Listing, crs: str | None) -> Places:
    """The points of the layer, else those of the pair of columns that most rows have."""
    count = len(listing.texts)
    if listing.points is not None:
        swapped = np.full(count, listing.swapped)
        return Places(listing.points, swapped, (), (listing.crs_from,), ())
    fields, names = listing.columns.fields, listing.column("name")
    pairs = [
        (listing.column(left), listing.column(right))
        for left, right in _PAIRS
        if left in fields and right in fields
    ]
    if "position" in fields:
        both = listing.column("position").map(pair_in)
        pairs.append((both.str[0], both.str[1]))
    if not pairs:
        if not any(field in fields for field in _ADDRESSES):
            listed = ", ".join(f"„{header}“" for header in listing.headers if header)
            raise NeitherPlaceNorAddress(file=listing.file, columns=listed)
        nowhere: NDArray[np.object_] = np.full(count, None, dtype=object)
        return Places(nowhere, np.zeros(count, bool), (), (), ())
    left, right = max(pairs, key=lambda pair: int(((pair[0] != "") & (pair[1] != "")).sum()))
    return read_pairs(left, right, names, file=listing.file, crs=crs)
