"""Area geometries brought into a workspace."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata.geometries.nesting import WHOLE, covered_shares, nesting
from geodata.geometries.outline import geometry_hash
from geodata.geometries.read import read_areas
from geodata.geometries.reading import AreaReading
from geodata.imports.area_notes import area_notes
from geodata.imports.originals import taken_in
from geodata.imports.refusals import BadSystemId, OnlyNeighbours
from geodata.period import Period
from geodata.store import NewArea, Reader, Store, Writer
from geodata.tables import states

_NAMED = 200
_WARNED = 5


@dataclass(frozen=True)
class Uncovered:
    """A parent area of which its children in another system cover only a share (0 to 1)."""

    system: str
    name: str
    child_system: str
    share: float


def import_areas(
    store: Store,
    path: Path,
    *,
    system: str,
    title: str = "",
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
    if valid:
        valid = Period(states.state_of(valid) or valid).text
    with taken_in(path) as original:
        reading = read_areas(
            original.path,
            key=key,
            name=name,
            where=where,
            layer=layer,
            crs=crs,
            covering=not context,
        )
        with store.writing("areas", file=path.name, sha256=original.sha256) as writer:
            areas = _without_own(reading, writer.before, system) if context else reading.areas
            if areas.empty:
                raise OnlyNeighbours(file=path.name, system=system)
            ids = [str(area_id) for area_id in areas["area_id"]]
            geometries = areas.geometry.to_numpy()
            warnings = [
                *reading.warnings,
                *_notes(writer.before, system, ids, path, context=context),
            ]
            writer.replace_areas(
                system,
                [NewArea(i, str(n)) for i, n in zip(ids, areas["name"], strict=True)],
                geometries,
                title=title or _title_so_far(writer.before, system, context=context),
                attribution=attribution,
                valid=valid,
                geometry_hash=geometry_hash(ids, geometries),
                context=context,
            )
            uncovered = [u for u in store_nesting(writer) if system in (u.system, u.child_system)]
            warnings += _uncovered_sentences(uncovered)
            writer.report = _report(reading, writer, system, len(ids), warnings, context=context)
            original.keep(store.originals)
    return dict(writer.report)


def store_nesting(writer: Writer) -> list[Uncovered]:
    """Find anew which area systems nest in which, from the geometries that hold now.

    A parent that its children do not cover holds none of them: a sum would be too small. These
    parents come back.
    """
    systems = writer.now.area_systems(context=False)
    areas = {s.id: (s.area_ids, writer.now.geometries(s.id, context=False)) for s in systems}
    found: dict[tuple[str, str], dict[str, str]] = {}
    uncovered: list[Uncovered] = []
    for child in systems:
        for parent in systems:
            if child.id != parent.id and len(child) >= len(parent):
                parents = nesting(areas[child.id], areas[parent.id])
                if parents is None:
                    continue
                shares = covered_shares(areas[child.id], areas[parent.id], parents)
                found[child.id, parent.id] = {
                    area_id: parent_id
                    for area_id, parent_id in parents.items()
                    if shares[parent_id] >= WHOLE
                }
                uncovered += [
                    Uncovered(parent.id, parent.name_of(parent_id), child.id, share)
                    for parent_id, share in shares.items()
                    if share < WHOLE
                ]
    writer.replace_nesting(found)
    return uncovered


def _uncovered_sentences(uncovered: list[Uncovered]) -> list[str]:
    sentences = [
        f"„{u.name}“ ({u.system}) ist nur zu {int(100 * u.share)} % mit Gebieten der Raumebene "
        f"„{u.child_system}“ bedeckt; Summen dafür werden nicht gebildet."
        for u in uncovered[:_WARNED]
    ]
    more = len(uncovered) - _WARNED
    return [*sentences, f"So auch bei {more} weiteren."] if more > 0 else sentences


def _without_own(reading: AreaReading, before: Reader, system: str) -> Any:  # noqa: ANN401 - a frame
    own = {s.id: s.area_ids for s in before.area_systems(context=False)}.get(system, ())
    return reading.areas[~reading.areas["area_id"].isin(own)]


def _title_so_far(before: Reader, system: str, *, context: bool) -> str:
    titles = {s.id: s.title for s in before.area_systems(context=context)}
    return titles.get(system, system.title())


def _notes(before: Reader, system: str, ids: list[str], path: Path, *, context: bool) -> list[str]:
    """Neighbours are meant to be foreign, and nothing stands on them."""
    return [] if context else area_notes(before, system, ids, path.name)


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
