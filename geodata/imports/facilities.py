"""Facilities brought into a workspace: a kind at a time, and nothing of it lost in silence."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.facilities.columns import normal
from geodata.facilities.doubles import Double, doubles
from geodata.facilities.facility import Facility, FacilitySet, NatureName
from geodata.facilities.kind import FacilityKind, known_kinds
from geodata.facilities.osm_file import ATTRIBUTION as OSM_ATTRIBUTION
from geodata.facilities.osm_file import is_osm
from geodata.facilities.read import FacilityFile, read_facilities
from geodata.facilities.refusals import FarAway, UnknownFacilityKind
from geodata.german_count import counted, german_count
from geodata.imports.facility_report import facility_report
from geodata.imports.grid import county_areas
from geodata.imports.missing_places import write_missing_places
from geodata.imports.originals import taken_in
from geodata.store import Reader, Store

MOST_KM = 200
_ID_LENGTH = 10


def import_facilities(
    store: Store,
    path: Path,
    *,
    kind: str,
    tag: str | None = None,
    title: str = "",
    attribution: str = "",
    nature: NatureName = "real",
    capacity_nature: NatureName | None = None,
    layer: str | None = None,
    sheet: str | None = None,
    crs: str | None = None,
    missing: Path | None = None,
) -> dict[str, Any]:
    """Read the facilities of one kind and store them in place of those of that kind before.

    `capacity_nature` is that of the facilities where it is not given. Where `missing` is given and
    any facility has no place, the list is written there, to be completed and read again. Returns
    the report that `geodata facilities --json` prints. Raises a `Refusal`; the store is then as it
    was.
    """
    with store.reading() as reader:
        chosen = _kind(reader, kind)
    with taken_in(path) as original:
        read = read_facilities(
            original.path,
            kind=kind,
            tag=tag,
            layer=layer,
            sheet=sheet,
            crs=crs,
            nature=nature,
            capacity_nature=capacity_nature or nature,
        )
        with store.writing("facilities", file=path.name, sha256=original.sha256) as writer:
            found = _located(read, county_areas(writer.before))
            twice = doubles(found)
            kept = _identified(found, read.given, twice, kind)
            earlier = _earlier(writer.before, kind)
            writer.replace_facilities(kind, kept)
            writer.report = {
                **facility_report(read, found, kept, twice),
                "import_id": writer.number,
                "kind": kind,
                "kind_title": chosen.title,
                "title": title or chosen.many,
                "attribution": attribution or (OSM_ATTRIBUTION if is_osm(path) else ""),
                "nature": nature,
                "capacity_nature": capacity_nature or nature,
                "missing_file": _written(missing, read),
                "warnings": [*read.warnings, *_replaced(earlier, chosen, writer.before)],
            }
            original.keep(store.originals)
    return dict(writer.report)


def _kind(reader: Reader, kind: str) -> FacilityKind:
    kinds = known_kinds(reader.facility_kinds(), (s.kind for s in reader.facility_sets()))
    if kind not in kinds:
        raise UnknownFacilityKind(kind=kind, kinds=", ".join(sorted(kinds)))
    return kinds[kind]


def _located(read: FacilityFile, areas: NDArray[np.object_]) -> list[Facility]:
    """The facilities, told whether they lie in the county; far ones are refused."""
    facilities = read.facilities
    placed = [at for at, facility in enumerate(facilities) if facility.is_placed]
    found = list(facilities)
    if not placed:
        return found
    points = shapely.points([(facilities[at].x, facilities[at].y) for at in placed])
    (at_point, _), metres = shapely.STRtree(areas).query_nearest(
        points, return_distance=True, all_matches=False
    )
    for which, distance in zip(at_point, metres, strict=True):
        facility = found[placed[which]]
        if distance > MOST_KM * 1000:
            km = german_count(round(distance / 1000))
            name = facility.name or "ohne Namen"
            row = f"{read.listing.row_is} {facility.row}"
            raise FarAway(file=read.listing.file, row=row, name=name, km=km, most=MOST_KM)
        found[placed[which]] = replace(facility, inside=bool(distance == 0))
    return found


def _identified(
    found: Sequence[Facility], given: Sequence[str], twice: Sequence[Double], kind: str
) -> list[Facility]:
    """Those that stand there once, each with an id that it has again in the next file.

    The ids of the file where all have one and no two the same; else made of name, address, place.
    """
    dropped = {double.later for double in twice if double.same}
    kept = [at for at in range(len(found)) if at not in dropped]
    own = [_slug(given[at]) for at in kept]
    if not all(own) or len(set(own)) < len(own):
        own = [_digest(found[at]) for at in kept]
    seen: Counter[str] = Counter()
    identified = []
    for at, name in zip(kept, own, strict=True):
        seen[name] += 1
        again = f"-{seen[name]}" if seen[name] > 1 else ""
        identified.append(replace(found[at], id=f"{kind}:{name}{again}"))
    return identified


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9/]+", "-", plain).strip("-")[:60]


def _digest(facility: Facility) -> str:
    place = f"{facility.x:.0f} {facility.y:.0f}" if facility.x and facility.y else ""
    said = "\n".join((normal(facility.name), normal(facility.address), place))
    return hashlib.sha256(said.encode()).hexdigest()[:_ID_LENGTH]


def _earlier(before: Reader, kind: str) -> FacilitySet | None:
    return next((found for found in before.facility_sets() if found.kind == kind), None)


def _replaced(earlier: FacilitySet | None, kind: FacilityKind, before: Reader) -> list[str]:
    if earlier is None:
        return []
    entry = before.entry(earlier.import_id)
    file = f" aus „{entry.file}“" if entry and entry.file else ""
    count = counted(earlier.count, "Einrichtung", "Einrichtungen")
    return [
        f"Ersetzt: die bisherige Liste „{kind.many}“ ({count}{file}, Eintrag {earlier.import_id})."
    ]


def _written(missing: Path | None, read: FacilityFile) -> str | None:
    if missing is None or all(facility.is_placed for facility in read.facilities):
        return None
    write_missing_places(missing, read)
    return missing.name
