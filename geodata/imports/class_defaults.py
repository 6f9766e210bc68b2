"""„Unsere Klassen“: how an indicator is drawn where nobody wishes otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata.imports.catalogue_check import Entries, check, merged
from geodata.store import Store

_FILE = "Unsere Klassen"


def keep_classes(store: Store, indicator_id: str, classes: Mapping[str, Any]) -> int:
    """Store classes with their indicator, as an entry of the catalogue; returns its number.

    `classes` holds method, count, palette and own breaks as the catalogue writes them. Raises what
    a catalogue with such an entry is refused with.
    """
    with store.writing("catalogue", file=f"{_FILE}: {indicator_id}") as writer:
        before = writer.before
        indicators, sources = before.indicators(), before.sources()
        entries: Entries = {"indicator": [{"id": indicator_id, "classes": dict(classes)}]}
        new, _ = merged(entries, {"source": sources, "indicator": indicators}, _FILE)
        check(new, sources, indicators, before.variables_with_observations(), _FILE)
        writer.put_records(new)
        writer.report = {"schema": 1, "changed": [indicator_id], "import_id": writer.number}
    return writer.number
