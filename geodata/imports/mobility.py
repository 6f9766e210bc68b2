"""Zones on call, benches and stops of a mobile office brought into a workspace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geodata.german_count import german_count
from geodata.imports.grid import county_areas
from geodata.imports.mobility_file import OfferFile, is_inside, read_offers
from geodata.imports.originals import taken_in
from geodata.mobility.offer import MobilityKind
from geodata.mobility.refusals import OffersElsewhere
from geodata.store import Store, Writer


def import_mobility(
    store: Store,
    path: Path,
    *,
    kind: MobilityKind,
    name: str | None = None,
    title: str = "",
    attribution: str = "",
    model: bool = False,
    layer: str | None = None,
    crs: str | None = None,
) -> dict[str, Any]:
    """Read offers of a kind and store them in place of those of this kind that held before.

    What lies outside the areas of the workspace is kept and said: a zone may reach over the border,
    a bench may stand beyond it. `model` marks what was made up. Returns the report that `geodata
    mobility --json` prints. Raises a `Refusal`; the store is then as it was.
    """
    with taken_in(path) as original:
        read = read_offers(original.path, kind, name=name, layer=layer, crs=crs)
        with store.writing("mobility", file=path.name, sha256=original.sha256) as writer:
            inside = is_inside(read.offers, county_areas(writer.before))
            if not inside.any():
                raise OffersElsewhere(file=path.name, count=german_count(len(inside)))
            replaced = sum(offer.kind == kind for offer in writer.before.mobility())
            writer.replace_mobility(
                kind,
                [
                    replace(offer, nature="model" if model else "real", attribution=attribution)
                    for offer in read.offers
                ],
            )
            warnings = [*read.warnings, *_remarks(read, path.name, replaced)]
            writer.report = _report(writer, read, kind, inside, title, warnings)
            original.keep(store.originals)
    return dict(writer.report)


def _remarks(read: OfferFile, file: str, replaced: int) -> list[str]:
    remarks = []
    if not read.name:
        remarks.append(f"Keine Namensspalte in „{file}“ (--name): Die Einträge haben keine Namen.")
    if replaced:
        remarks.append(f"Ersetzt: die bisherigen Einträge dieser Art ({replaced}).")
    return remarks


def _report(
    writer: Writer,
    read: OfferFile,
    kind: MobilityKind,
    inside: NDArray[np.bool_],
    title: str,
    warnings: list[str],
) -> dict[str, Any]:
    return {
        "schema": 1,
        "stored": True,
        "import_id": writer.number,
        "kind": kind,
        "title": title,
        "name_column": read.name,
        "hours_column": read.hours,
        "directions_column": read.directions,
        "contact_column": read.contact,
        "crs_from": read.crs_from,
        "kept": len(read.offers),
        "outside": int((~inside).sum()),
        "without_hours": sum(not offer.hours for offer in read.offers),
        "without_directions": sum(not offer.directions for offer in read.offers),
        "warnings": warnings,
    }
