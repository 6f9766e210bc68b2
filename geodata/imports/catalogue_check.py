"""Whether catalogue records fit together: variables, sources, no cycles."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Any

from geodata.catalogue import (
    Indicator,
    Record,
    RecordKind,
    Source,
    as_plain,
    indicator_from_plain,
    source_from_plain,
)
from geodata.facilities.kind import (
    FacilityKind,
    facility_kind_from_plain,
)
from geodata.imports.catalogue_fields import SERVED, check_fields
from geodata.imports.catalogue_refusals import (
    CatalogueCycle,
    DoubledRecord,
    NoDenominator,
    NoId,
    NoReference,
    TotalCycle,
    UnknownSource,
    UnknownVariable,
)

# The entries of a file, by kind; all records that are there, by kind and id.
Entries = Mapping[RecordKind, Sequence[Mapping[str, Any]]]
Known = Mapping[RecordKind, Mapping[str, Record]]
_MADE_FROM: Mapping[RecordKind, Callable[[Mapping[str, Any]], Record]] = {
    "source": source_from_plain,
    "indicator": indicator_from_plain,
    "facility_kind": facility_kind_from_plain,
}


def merged(plain: Entries, known: Known, file: str) -> tuple[list[Record], list[str]]:
    """The records of a file, each on top of the one that the catalogue has under its id.

    Also what was concluded: a figure per something whose factor is not said gets that of its unit.
    """
    records: list[Record] = []
    notes: list[str] = []
    seen: set[tuple[str, str]] = set()
    for kind, make in _MADE_FROM.items():
        for place, entry in enumerate(plain.get(kind, ()), start=1):
            record_id = entry.get("id")
            if not isinstance(record_id, str) or not re.fullmatch(r"[a-z0-9_]{1,80}", record_id):
                raise NoId(file=file, place=place)
            if (kind, record_id) in seen:
                raise DoubledRecord(file=file, record=record_id)
            seen.add((kind, record_id))
            old = known.get(kind, {}).get(record_id)
            base = as_plain(old) if old is not None else {"title": record_id}
            check_fields(kind, entry, file)
            whole = {n: value for n, value in {**base, **entry}.items() if value is not None}
            if whole.get("kind") == "share" and whole.get("denominator") and not whole.get("unit"):
                whole["unit"] = "%"
            if whole.get("kind") in ("share", "rate") and "numerator" in whole:
                _refuse_without_denominator(whole, file)
            if whole.get("denominator") and "factor" not in whole:
                whole["factor"] = factor_of(str(whole.get("unit", "")))
                if whole["factor"] != 1:
                    shown = f"{whole['factor']:,.0f}".replace(",", ".")
                    notes.append(
                        f"{record_id}: Aus der Einheit „{whole['unit']}“ folgt der Faktor {shown}."
                    )
            records.append(make(whole))
    return records, notes


def _refuse_without_denominator(whole: Mapping[str, Any], file: str) -> None:
    if not whole.get("denominator"):
        raise NoDenominator(file=file, record=whole["id"])


def factor_of(unit: str) -> float:
    """By how much a ratio is multiplied to stand in a unit.

    >>> factor_of("%"), factor_of("je 1.000 Einwohner"), factor_of("Einwohner je km²")
    (100.0, 1000.0, 1.0)
    """
    if unit.strip().casefold() in ("%", "prozent"):
        return 100.0
    per = re.search(r"\bje (\d{1,3}(?:\.\d{3})+|\d+)\b", unit)
    return float(per[1].replace(".", "")) if per else 1.0


def check(
    new: Sequence[Record],
    sources: Mapping[str, Source],
    indicators: Mapping[str, Indicator],
    observed: set[str],
    file: str,
) -> None:
    """Raise `UnknownVariable`, `UnknownSource` or `CatalogueCycle` where records do not fit."""
    all_sources = {*sources, *(r.id for r in new if isinstance(r, Source))}
    all_indicators = dict(indicators)
    all_indicators |= {r.id: r for r in new if isinstance(r, Indicator)}
    for record in new:
        if isinstance(record, Indicator):
            named = (
                *record.numerator,
                *record.denominator,
                *record.adds_to,
                *filter(None, [record.weight, record.reach.get("group")]),
            )
            for variable in named:
                if variable not in all_indicators and variable not in observed:
                    raise UnknownVariable(file=file, record=record.id, variable=variable)
            if record.kind == "change" and record.numerator and not record.reference_period:
                raise NoReference(file=file, record=record.id)
            if record.source and record.source not in all_sources:
                raise UnknownSource(file=file, record=record.id, source=record.source)
    refuse_cycles(all_indicators, file)
    refuse_cyclic_totals(all_indicators, file)


def unknown_served(
    records: Sequence[Record], indicators: Mapping[str, Indicator], observed: set[str]
) -> list[str]:
    """A word for each kind of facility that serves somebody whom nothing counts."""
    notes = []
    for kind in records:
        if isinstance(kind, FacilityKind):
            named = {v for field in SERVED for v in getattr(kind, field)}
            missing = sorted(named - indicators.keys() - observed)
            if missing:
                listed = ", ".join(f"„{variable}“" for variable in missing)
                notes.append(
                    f"{kind.id}: Wen die Einrichtung versorgt, zählt hier noch nichts ({listed})."
                )
    return notes


def refuse_cycles(indicators: Mapping[str, Indicator], file: str) -> None:
    """Raise `CatalogueCycle` where an indicator is, by a detour, made from itself."""
    found = _cycle({i.id: sorted(_parts(i)) for i in indicators.values()})
    if found:
        # Each name is a part of the one behind it.
        raise CatalogueCycle(file=file, cycle=" → ".join(reversed(found)))


def refuse_cyclic_totals(indicators: Mapping[str, Indicator], file: str) -> None:
    """Raise `TotalCycle` where a count is, by a detour, a part of itself."""
    found = _cycle({i.id: sorted(i.adds_to) for i in indicators.values()})
    if found:
        raise TotalCycle(file=file, cycle=" → ".join(reversed(found)))


def _cycle(graph: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """The nodes of a cycle in a graph, empty where it has none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        cycle: Sequence[str] = found.args[1]
        return cycle
    return ()


def _parts(indicator: Indicator) -> set[str]:
    return {*indicator.numerator, *indicator.denominator, indicator.weight} - {""}
