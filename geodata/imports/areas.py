"""Area geometries brought into a workspace."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from geodata.geometries.nesting import nesting
from geodata.geometries.outline import geometry_hash
from geodata.geometries.read import read_areas
from geodata.geometries.reading import AreaReading
from geodata.imports.originals import kept_copy
from geodata.imports.refusals import BadSystemId, NoSuchFile, OnlyNeighbours
from geodata.period import Period
from geodata.store import NewArea, Reader, Store, Writer

_NAMED = 200


def import_areas(
    store: Store,
    path: Path,
    *,
    system: str,
    title: str,
    key: str | None = None,
    name: str | None = None,
    where: str | None = None,
    context: bool = False,
    valid: str = "",
    attribution: str = "",
    layer: str | None = None,
    crs: str | None = None,
) -> dict[str, Any]:
    """Read, check and store the areas of a system in place of those that held before.

    With `context` they are the neighbours drawn behind; areas of the system itself are left out.
    Returns the report that `geodata areas --json` prints. Raises a `Refusal`; the store is then
    as it was.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,39}", system):
        raise BadSystemId(system=system)
    if not path.exists():
        raise NoSuchFile(file=path)
    if valid:
        valid = Period(valid).text
    reading = read_areas(
        path, key=key, name=name, where=where, layer=layer, crs=crs, covering=not context
    )
    with (
        kept_copy(path, store.originals) as original,
        store.writing("areas", file=path.name, sha256=original.sha256) as writer,
    ):
        areas = _without_own(reading, writer.before, system) if context else reading.areas
        if areas.empty:
            raise OnlyNeighbours(file=path.name, system=system)
        ids = [str(area_id) for area_id in areas["area_id"]]
        geometries = areas.geometry.to_numpy()
        warnings = [*reading.warnings, *_left_behind(writer.before, system, ids, context=context)]
        writer.replace_areas(
            system,
            [NewArea(i, str(n)) for i, n in zip(ids, areas["name"], strict=True)],
            geometries,
            title=title,
            attribution=attribution,
            valid=valid,
            geometry_hash=geometry_hash(ids, geometries),
            context=context,
        )
        store_nesting(writer)
        writer.report = _report(reading, writer, system, len(ids), warnings, context=context)
        original.keep()
    return dict(writer.report)


def store_nesting(writer: Writer) -> None:
    """Find anew which area systems nest in which, from the geometries that hold now."""
    systems = writer.now.area_systems(context=False)
    areas = {s.id: (s.area_ids, writer.now.geometries(s.id, context=False)) for s in systems}
    found = {}
    for child in systems:
        for parent in systems:
            if child.id != parent.id and len(child) >= len(parent):
                parents = nesting(areas[child.id], areas[parent.id])
                if parents is not None:
                    found[child.id, parent.id] = parents
    writer.replace_nesting(found)


def _without_own(reading: AreaReading, before: Reader, system: str) -> Any:  # noqa: ANN401 - a frame
    own = {s.id: s.area_ids for s in before.area_systems(context=False)}.get(system, ())
    return reading.areas[~reading.areas["area_id"].isin(own)]


def _left_behind(before: Reader, system: str, ids: list[str], *, context: bool) -> list[str]:
    """A warning where tables stand on areas that the new file no longer has."""
    if context:
        return []
    old = {s.id: s for s in before.area_systems(context=False)}.get(system)
    gone = [area_id for area_id in old.area_ids if area_id not in set(ids)] if old else []
    if not old or not gone or all(state.system != system for state in before.states()):
        return []
    named = ", ".join(f"{old.name_of(area_id)} ({area_id})" for area_id in gone[:5])
    return [
        f"{len(gone)} Gebiete gibt es in der neuen Datei nicht mehr, ihre Werte sind nicht mehr "
        f"sichtbar: {named}{' …' if len(gone) > 5 else ''}."
    ]


def _report(
    reading: AreaReading,
    writer: Writer,
    system: str,
    stored: int,
    warnings: list[str],
    *,
    context: bool,
) -> dict[str, Any]:
    nested = writer.now.nesting()
    return {
        "schema": 1,
        "stored": True,
        "import_id": writer.number,
        "system": system,
        "context": context,
        "layer": reading.layer,
        "key": reading.key,
        "name": reading.name,
        "rows": reading.rows,
        "matched": stored,
        "repaired_geometries": list(reading.repaired),
        "crs_from": reading.crs_from,
        "overlaps": [
            {"a": a, "b": b, "m2": round(m2, 1)} for a, b, m2 in reading.overlaps[:_NAMED]
        ],
        "gaps": [round(m2, 1) for m2 in reading.gaps[:_NAMED]],
        "nests_in": sorted(parent for child, parent in nested if child == system),
        "holds": sorted(child for child, parent in nested if parent == system),
        "warnings": warnings,
    }
