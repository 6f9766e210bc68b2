"""What an import of facilities answers: what became of every row, and what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from geodata.facilities.doubles import Double
from geodata.facilities.facility import Facility
from geodata.facilities.read import FacilityFile

Line = dict[str, Any]


def facility_report(
    read: FacilityFile,
    found: Sequence[Facility],
    kept: Sequence[Facility],
    twice: Sequence[Double],
) -> dict[str, Any]:
    """Counts, and a line for each row that a person should look at.

    `found` are all facilities of the file in its order, `kept` those that are stored.
    """
    listing = read.listing
    columns = listing.columns
    told = {listing.headers[at]: field for field, at in columns.fields.items()}
    told |= {listing.headers[at]: f"pupils {period}" for period, at in columns.pupils.items()}
    return {
        "schema": 1,
        "stored": True,
        "row_is": listing.row_is,
        "rows": len(found),
        "kept": len(kept),
        "placed": sum(facility.is_placed for facility in kept),
        "without_place": sum(not facility.is_placed for facility in kept),
        "swapped": int(read.swapped.sum()),
        "outside": sum(facility.is_placed and not facility.inside for facility in kept),
        "doubles": sum(double.same for double in twice),
        "without_capacity": sum(facility.capacity is None for facility in kept),
        "left_out": [{"row": row, "reason": reason} for row, reason in listing.left_out],
        "columns": told,
        "unread_columns": list(columns.unread),
        "crs_from": list(read.crs_from),
        "look_at": sorted(_lines(read, found, twice), key=lambda line: line["row"]),
    }


def _lines(
    read: FacilityFile, found: Sequence[Facility], twice: Sequence[Double]
) -> Iterator[Line]:
    dropped = {double.later for double in twice if double.same}
    for at, facility in enumerate(found):
        if at in dropped:
            continue
        if not facility.is_placed:
            half = "nur eine von zwei Koordinaten" if facility.row in read.half else ""
            yield _line(facility, "without_place", half or facility.address)
        elif not facility.inside:
            yield _line(facility, "outside", facility.address)
        if read.swapped[at]:
            yield _line(facility, "swapped", "")
    for double in twice:
        what = "double" if double.same else "alike"
        yield _line(found[double.later], what, f"wie Zeile {found[double.earlier].row}")
    for cell in read.unread:
        text = f"„{cell.text}“ in der Spalte „{cell.header}“"
        yield {"row": cell.row, "name": cell.name, "what": "unread", "text": text}


def _line(facility: Facility, what: str, text: str) -> Line:
    return {"row": facility.row, "name": facility.name, "what": what, "text": text}
