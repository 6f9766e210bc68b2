"""What is said when areas do not belong to the county or take the place of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geodata.area_system import AreaSystem
from geodata.german_count import counted, german_count
from geodata.imports.refusals import OtherAreas
from geodata.store import Reader

_NAMED = 5
_REGIONAL_KEY = re.compile(r"\d{5}|\d{8,9}|\d{12}")


def area_notes(before: Reader, system: str, ids: Sequence[str], file: str) -> list[str]:
    """Sentences about foreign areas and about those that the new ones replace.

    Raises `OtherAreas` where tables stand on areas of which none is left.
    """
    notes = _foreign(ids, before.settings()["county"])
    old = {s.id: s for s in before.area_systems(context=False)}.get(system)
    if old is None:
        return notes
    gone = [area_id for area_id in old.area_ids if area_id not in set(ids)]
    in_use = any(state.system == system for state in before.states())
    if in_use and len(gone) == len(old):
        raise OtherAreas(file=file, system=old.title, count=counted(len(old), "Gebiet", "Gebiete"))
    replaced = counted(len(old), "bisheriges Gebiet", "bisherige Gebiete")
    notes.append(f"Ersetzt: {replaced} der Raumebene „{old.title}“.")
    return [*notes, *_left_behind(old, gone)] if in_use and gone else notes


def _foreign(ids: Sequence[str], county: str) -> list[str]:
    keys = [area_id for area_id in ids if _REGIONAL_KEY.fullmatch(area_id)]
    inside = sum(key.startswith(county) for key in keys)
    if not keys or inside == len(keys):
        return []
    return [
        f"Nach dem Schlüssel im Kreis {county}: {german_count(inside)} von "
        f"{counted(len(keys), 'Gebiet', 'Gebieten')}. Auswählen lässt sich mit --where, zum "
        f"Beispiel --where 'AGS={county}*'."
    ]


def _left_behind(old: AreaSystem, gone: Sequence[str]) -> list[str]:
    named = ", ".join(f"{old.name_of(area_id)} ({area_id})" for area_id in gone[:_NAMED])
    return [
        f"{counted(len(gone), 'Gebiet', 'Gebiete')} gibt es in der neuen Datei nicht mehr, ihre "
        f"Werte sind nicht mehr sichtbar: {named}{' …' if len(gone) > _NAMED else ''}."
    ]
