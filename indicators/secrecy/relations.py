"""Areas that are the sum of their parts, and totals that are the sum of their columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from geodata.catalogue import Indicator
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.levels import origin_of, periods_of
from indicators.measures import periods_for
from indicators.secrecy.formulas import is_sum, parts_of
from indicators.secrecy.ledger import Block, Ledger

# A total and the parts that it is the sum of.
Total = tuple[str, tuple[str, ...]]
# A block and a position in it.
Cell = tuple[Block, int]


def declared_totals(indicators: Mapping[str, Indicator]) -> list[Total]:
    """The totals that the catalogue names, with all that adds to them."""
    parts: dict[str, list[str]] = {}
    for record in indicators.values():
        for total in record.adds_to:
            parts.setdefault(total, []).append(record.id)
    return [(total, tuple(sorted(found))) for total, found in sorted(parts.items())]


def related(
    indicators: Mapping[str, Indicator], variables: Iterable[str], totals: Iterable[Total]
) -> frozenset[str]:
    """The variables and all that are their sums or parts, by however many steps."""
    groups = [{total, *parts} for total, parts in totals]
    groups += [
        {name, *(parts_of(indicators, name) or ())}
        for name in indicators
        if is_sum(indicators, name)
    ]
    found, before = set(variables), -1
    while len(found) != before:
        before = len(found)
        for group in groups:
            if group & found:
                found |= group
    return frozenset(found)


def enter_area_sums(ledger: Ledger) -> None:
    """Each larger area against the smaller ones that its figure was, or could be, added up from."""
    workspace = ledger.workspace
    for variable, system, period in figures_in(ledger):
        whole = ledger.block(variable, system, period)
        if whole is None or is_sum(workspace.indicators, variable):
            continue
        added = whole.origin != system
        for finer in (
            [whole.origin] if added else counted_inside(workspace, variable, system, period)
        ):
            parts = ledger.block(variable, finer, period)
            if parts is not None:
                _enter_areas(ledger, whole, parts, (finer, system), added=added)


def enter_column_sums(ledger: Ledger, totals: Iterable[Total]) -> None:
    """Totals against their columns, where both stand on the same census."""
    for total, columns in totals:
        for variable, system, period in figures_in(ledger, total):
            whole = ledger.block(variable, system, period)
            places = [(name, system) for name in (total, *columns)]
            if whole is None or not same_base(ledger.workspace, places, period):
                continue
            found = [ledger.block(column, system, period) for column in columns]
            parts = [part for part in found if part is not None]
            # What is added up alike from smaller areas holds because it holds in these.
            implied = whole.origin != system and {p.origin for p in found if p} == {whole.origin}
            if parts and not (implied and None not in found):
                _enter_columns(ledger, whole, parts, rest=None in found)


def enter_sums(ledger: Ledger) -> None:
    """Indicators that only add others up, against these."""
    indicators = ledger.workspace.indicators
    for variable, system, period in figures_in(ledger):
        made_of = parts_of(indicators, variable) if is_sum(indicators, variable) else None
        whole = ledger.block(variable, system, period) if made_of else None
        if whole is None or made_of is None:
            continue
        parts = [(ledger.block(part, system, period), count) for part, count in made_of.items()]
        for at in range(len(whole.values)):
            if whole.counted[at] and all(part is not None for part, _ in parts):
                ledger.relate(
                    [whole.start + at, *(part.start + at for part, _ in parts if part)],
                    [1, *(-count for _, count in parts)],
                    [whole.values[at], *(part.values[at] for part, _ in parts if part)],
                )


def figures_in(ledger: Ledger, only: str = "") -> Iterator[tuple[str, str, Period]]:
    """Every variable, system and period that has figures, in an order that stays."""
    workspace = ledger.workspace
    for variable in [only] if only else sorted(ledger.variables):
        for system in workspace.counted_systems:
            if is_sum(workspace.indicators, variable):
                found = set(periods_for(workspace, variable, system))
            else:
                found = periods_of(workspace, variable, system)
            for period in sorted(found):
                yield variable, system, period


def counted_inside(
    workspace: Workspace, variable: str, system: str | None, period: Period
) -> list[str]:
    """The systems inside a system that have their own figures; all of the map without one."""
    return [
        finer.id
        for finer in workspace.systems.values()
        if (system is None or system in finer.nests_in)
        and period in workspace.states_of.get((variable, finer.id), {})
    ]


def _enter_areas(
    ledger: Ledger, whole: Block, parts: Block, systems: tuple[str, str], *, added: bool
) -> None:
    finer, system = (ledger.workspace.systems[name] for name in systems)
    inside: dict[int, list[int]] = {}
    for child, parent in ledger.workspace.nesting[systems].items():
        at = finer.position.get(child)
        holder = system.position.get(parent)
        if at is not None and holder is not None:
            inside.setdefault(holder, []).append(at)
    for holder, children in sorted(inside.items()):
        enter_area(ledger, (whole, holder), parts, sorted(children), added=added)


def enter_area(
    ledger: Ledger, whole: Cell, parts: Block, children: Iterable[int], *, added: bool
) -> None:
    """One area against those inside it; it was `added` up from them, or counted itself."""
    block, holder = whole
    # Where nobody lives, a gap takes nothing from a sum.
    said = [at for at in children if parts.counted[at] or not (added or parts.empty[at])]
    if said and block.says(holder):
        ledger.relate(
            [block.start + holder, *(parts.start + at for at in said)],
            [1, *([-1] * len(said))],
            [block.values[holder], *(parts.values[at] for at in said)],
        )


def _enter_columns(ledger: Ledger, whole: Block, parts: list[Block], *, rest: bool) -> None:
    for at in range(len(whole.values)):
        if whole.says(at):
            said = [(part, at) for part in parts if part.counted[at] or not part.empty[at]]
            enter_total(ledger, (whole, at), said, rest=rest)


def enter_total(ledger: Ledger, whole: Cell, parts: Sequence[Cell], *, rest: bool) -> None:
    """With `rest`, columns are missing: together they are some count that nobody knows."""
    cells = [block.start + at for block, at in (whole, *parts)]
    values = [block.values[at] for block, at in (whole, *parts)]
    if rest:
        cells.append(ledger.free())
        values.append(float("nan"))
    ledger.relate(cells, [1, *([-1] * (len(cells) - 1))], values)


def same_base(workspace: Workspace, places: Iterable[tuple[str, str]], period: Period) -> bool:
    """Whether variables, each in a system, stand on one census."""
    bases = set()
    for variable, system in places:
        if not is_sum(workspace.indicators, variable) and period in periods_of(
            workspace, variable, system
        ):
            origin = origin_of(workspace, variable, system, period)
            bases.add(workspace.states_of[variable, origin][period].base)
    return len(bases - {""}) <= 1
