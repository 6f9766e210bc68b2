"""The list as a file to complete: first those without a place, then all others."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
from pyproj import Transformer

from geodata.area_system import CRS
from geodata.facilities.facility import Facility
from geodata.facilities.read import FacilityFile
from geodata.imports.refusals import CannotWrite

_PLACES = ("lon", "lat", "east", "north", "position")
_DECIMALS = 6
# A cell that starts so is a formula for Excel; a quote in front makes it text. A lone sign is none.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_missing_places(path: Path, read: FacilityFile) -> None:
    """Write all rows, with degrees where they are known and empty cells where they are to come.

    It takes the place of the original: reading it stores the whole list. Raises `CannotWrite`.
    """
    try:
        path.write_bytes(_text(read).encode("utf-8-sig"))
    except OSError as reason:
        raise CannotWrite(file=path, reason=reason.strerror) from None


def _text(read: FacilityFile) -> str:
    listing = read.listing
    fields = listing.columns.fields
    replaced = {fields[name] for name in _PLACES if name in fields}
    kept = [at for at, header in enumerate(listing.headers) if header and at not in replaced]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([*(_cell(listing.headers[at]) for at in kept), "lon", "lat"])
    rows = listing.texts[kept].to_numpy(dtype=object).tolist()
    ordered = sorted(range(len(rows)), key=lambda at: read.facilities[at].is_placed)
    for at in ordered:
        degrees = _degrees(read.facilities[at])
        writer.writerow([*map(_cell, rows[at]), *degrees])
    return out.getvalue()


def _degrees(facility: Facility) -> tuple[str, str]:
    if not facility.is_placed:
        return "", ""
    transformer = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True)
    pair = np.round(transformer.transform(facility.x, facility.y), _DECIMALS)
    lon, lat = (f"{degree:.{_DECIMALS}f}".replace(".", ",") for degree in pair)
    return lon, lat


def _cell(text: str) -> str:
    return "'" + text if len(text) > 1 and text.startswith(_FORMULA_STARTS) else text
