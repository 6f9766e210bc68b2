"""Rules set by command: an entry of the journal like a catalogue, and undone like one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geodata.catalogue import Indicator, Zeros
from geodata.imports.catalogue_check import Entries, check, merged
from geodata.store import Reader, Store
from geodata.workspace import Workspace
from indicators.secrecy.closing import GAP
from indicators.secrecy.found_totals import found_totals
from indicators.secrecy.guard import keep_secret
from indicators.secrecy.refusals import (
    BadBase,
    BadMinimum,
    BadWidth,
    NoRatio,
    NothingCounted,
    UnknownRuled,
    UnknownTotal,
)
from indicators.secrecy.relations import Total, declared_totals
from indicators.secrecy.rules import ruled_variables, rules

_FILE = "Regel"


@dataclass(frozen=True)
class Wish:
    """What a rule is to say; None leaves a field as it is, a minimum of 0 lifts the rule."""

    minimum: int
    width: int | None = None
    minimum_base: int | None = None
    zeros: Zeros | None = None
    adds_to: str | None = None


def set_rule(store: Store, ids: Sequence[str], wish: Wish) -> dict[str, Any]:
    """Give indicators, or all counts of sources, a rule; returns what `rule --json` prints.

    Raises a `Refusal` for what makes no sense, and `GivenAway` or `NotCounts` where the figures
    cannot be protected; nothing is stored then.
    """
    _check(wish)
    store.ask_before_commit(keep_secret)
    with store.writing("catalogue", file=f"{_FILE}: {', '.join(ids)}") as writer:
        before = writer.before
        indicators, sources = before.indicators(), before.sources()
        chosen = _chosen(ids, before)
        if wish.adds_to and wish.adds_to not in indicators:
            raise UnknownTotal(total=wish.adds_to)
        _refuse_useless(chosen, wish)
        entries: Entries = {"indicator": [_entry(record, wish) for record in chosen]}
        new, _ = merged(entries, {"source": sources, "indicator": indicators}, _FILE)
        check(new, sources, indicators, before.variables_with_observations(), _FILE)
        writer.put_records([record for record in new if indicators.get(record.id) != record])
        writer.report = {
            "schema": 1,
            "stored": True,
            "import_id": writer.number,
            "rules": [_told(record) for record in new if isinstance(record, Indicator)],
            "warnings": _seen_until_now(before, writer.now),
        }
    workspace = Workspace(store)
    hidden = workspace.hidden_cells.values()
    stages = [cell.stage for cell in hidden if cell.component != GAP]
    return {
        **writer.report,
        "hidden": {"first": stages.count("first"), "second": stages.count("second")},
        "found_totals": [
            {"total": total, "parts": list(parts)} for total, parts in _new_totals(workspace)
        ],
    }


def _new_totals(workspace: Workspace) -> list[Total]:
    """What was found in the files of protected figures and nobody has declared."""
    declared = declared_totals(workspace.indicators)
    found = found_totals(workspace, rules(workspace.indicators))
    return [total for total in found if total not in declared]


def _check(wish: Wish) -> None:
    if wish.minimum < 0:
        raise BadMinimum(minimum=wish.minimum)
    if wish.width is not None and wish.width < 1:
        raise BadWidth(width=wish.width)
    if wish.minimum_base is not None and wish.minimum_base < 0:
        raise BadBase(base=wish.minimum_base)


def _chosen(ids: Sequence[str], before: Reader) -> list[Indicator]:
    """The named indicators, and the counts of named sources; each once."""
    indicators, sources = before.indicators(), before.sources()
    found: dict[str, Indicator] = {}
    for name in ids:
        if name in indicators:
            found[name] = indicators[name]
        elif name in sources:
            counts = [r for r in indicators.values() if r.source == name and ruled_variables(r)]
            found |= {r.id: r for r in counts if ruled_variables(r) == (r.id,)}
        else:
            raise UnknownRuled(record=name)
    return list(found.values())


def _refuse_useless(chosen: Sequence[Indicator], wish: Wish) -> None:
    for record in chosen:
        if wish.minimum and not ruled_variables(record):
            raise NothingCounted(indicator=record.title)
    if wish.minimum_base and not any(record.denominator for record in chosen):
        raise NoRatio


def _entry(record: Indicator, wish: Wish) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": record.id, "minimum": wish.minimum}
    if wish.width is not None or not wish.minimum:
        entry["width"] = wish.width or 0
    if wish.minimum_base is not None and record.denominator:
        entry["minimum_base"] = wish.minimum_base
    if wish.zeros is not None:
        entry["zeros"] = wish.zeros
    if wish.adds_to is not None:
        entry["adds_to"] = [*record.adds_to, wish.adds_to] if wish.adds_to else []
        entry["adds_to"] = list(dict.fromkeys(entry["adds_to"]))
    return entry


def _told(record: Indicator) -> dict[str, Any]:
    return {
        "indicator_id": record.id,
        "minimum": record.minimum,
        "width": record.width or record.minimum,
        "minimum_base": record.minimum_base,
        "zeros": record.zeros,
        "adds_to": list(record.adds_to),
    }


def _seen_until_now(before: Reader, now: Reader) -> list[str]:
    """A sentence for what a new or stricter rule hides that everybody could see until now."""
    old, new = rules(before.indicators()), rules(now.indicators())
    stricter = [v for v, rule in new.items() if v not in old or old[v].minimum < rule.minimum]
    known = before.variables_with_observations()
    titles: Mapping[str, Indicator] = now.indicators()
    seen = [titles[v].title for v in stricter if v in titles and v in known]
    if not seen:
        return []
    listed = ", ".join(f"„{title}“" for title in seen)
    return [
        f"Bis jetzt waren alle Werte zu sehen: {listed}. Die Regel gilt ab diesem Eintrag; was "
        "vorher weitergegeben wurde, lässt sich damit nicht zurückholen."
    ]
