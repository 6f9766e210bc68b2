"""What has to be hidden in a workspace, reckoned from all that hangs together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geodata.period import Period
from geodata.store.disclosure import CellKey, HiddenCell
from geodata.workspace import Workspace
from indicators.secrecy.closing import GAP, closed_around, concealed_gaps
from indicators.secrecy.clusters import Cluster, clusters
from indicators.secrecy.counties import enter_counties
from indicators.secrecy.found_totals import found_totals
from indicators.secrecy.ledger import NOBODY, BlockKey, Ledger, title_of
from indicators.secrecy.patterns import Memory, Progress, enter_patterns, entered_whole, is_hidable
from indicators.secrecy.ratios import enter_ratios
from indicators.secrecy.refusals import GivenAway, NotHidable, OnlyFigure
from indicators.secrecy.relations import (
    Total,
    declared_totals,
    enter_area_sums,
    enter_column_sums,
    enter_sums,
    related,
)
from indicators.secrecy.rules import rules


@dataclass(frozen=True)
class Reckoning:
    """Which figures are hidden, and what of the protected ones is out, with its value.

    `variables` are the counts that may be hidden; `figures` all that there is of them and of what
    is made of them. `totals` were found in the files, `contradicted` relations do not hold in the
    data. `exposed` figures were out and are hidden now. Of the states in `whole` nothing is shown.
    """

    hidden: Mapping[CellKey, HiddenCell]
    figures: Mapping[CellKey, float]
    variables: frozenset[str]
    totals: tuple[Total, ...]
    contradicted: int
    exposed: tuple[CellKey, ...]
    whole: tuple[BlockKey, ...] = ()

    @property
    def out(self) -> dict[CellKey, float]:
        return {key: value for key, value in self.figures.items() if key not in self.hidden}


def reckoned(
    workspace: Workspace,
    memory: Memory,
    *,
    anew: bool = False,
    lenient: bool = False,
    progress: Progress | None = None,
) -> Reckoning:
    """Hide what the rules of the catalogue ask for, and what would give it away.

    What is out with the same value stays out, what is hidden stays hidden; a cluster that is as it
    was keeps its pattern. With `anew`, since rules have changed, what is small is hidden though it
    was out. Where nothing protects a cell by itself, more is hidden around it (see `closing`).
    Raises `GivenAway` where what is out gives a cell away all the same; `anew` and `lenient` then
    forget there what is out. Raises `OnlyFigure`, with `anew` `NotHidable`, where a figure has
    none beside it that could hide it; `lenient` hides it nevertheless. Raises `NotCounts`.
    """
    ledger, found = ledger_of(workspace)
    patterns: dict[str, list[HiddenCell]] = {}
    while True:
        parts = clusters(ledger, memory.hidden, memory.out, anew=anew)
        lost = enter_patterns(patterns, parts, memory, lenient=lenient or anew, progress=progress)
        if not lost:
            break
        closed = [closed_around(ledger, _blocks_of(part, cells)) for part, cells in lost]
        if not any(closed):
            if not lenient:
                raise _refused(workspace, *lost[0], anew=anew)
            patterns |= {part.name: entered_whole(part) for part, _ in lost}
    hidden = _by_own_rule(ledger)
    hidden |= {k: HiddenCell(k, "second", None, None, 0, 0, GAP) for k in concealed_gaps(ledger)}
    hidden |= {cell.key: cell for part in parts for cell in patterns[part.name]}
    figures = _figures(ledger)
    exposed = [key for key in hidden if figures.get(key) in memory.out.get(key, ())]
    return Reckoning(
        hidden,
        figures,
        ledger.variables,
        tuple(found),
        ledger.contradicted,
        tuple(exposed),
        tuple(sorted(ledger.closed)),
    )


def ledger_of(workspace: Workspace) -> tuple[Ledger, list[Total]]:
    """All that hangs together with the rules of a workspace, and the totals found in its files."""
    indicators = workspace.indicators
    ruled = rules(indicators)
    found = found_totals(workspace, ruled)
    declared = declared_totals(indicators)
    totals = [*declared, *(total for total in found if total not in declared)]
    ledger = Ledger(workspace, ruled, related(indicators, ruled, totals))
    enter_area_sums(ledger)
    enter_column_sums(ledger, [total for total in totals if total[0] in ledger.variables])
    enter_sums(ledger)
    enter_counties(ledger, [total for total in totals if total[0] in ledger.variables])
    enter_ratios(ledger)
    return ledger, [total for total in found if total[0] in ledger.variables]


def _blocks_of(part: Cluster, cells: Iterable[int]) -> set[BlockKey]:
    keys = [part.keys[cell] for cell in cells]
    return {(key[0], key[1], Period(key[2])) for key in keys if key != NOBODY}


def _by_own_rule(ledger: Ledger) -> dict[CellKey, HiddenCell]:
    """Ratios over too few that tell nothing of protected counts."""
    return {
        s.key: HiddenCell(s.key, "first", None, None, 0, 0, "")
        for s in ledger.statements
        if s.hidden and not s.rows
    }


def _figures(ledger: Ledger) -> dict[CellKey, float]:
    found = {s.key: s.value for s in ledger.statements if not s.certain}
    for (variable, system, period), block in ledger.blocks.items():
        if not block.silent:
            areas = ledger.workspace.counted_systems[system].area_ids
            found |= {
                (variable, system, period.text, area): value
                for area, value in zip(areas, block.values.tolist(), strict=True)
                if value == value
            }
    return found


def _refused(
    workspace: Workspace, part: Cluster, cells: tuple[int, ...], *, anew: bool
) -> GivenAway:
    named = [part.keys[cell] for cell in cells if part.keys[cell] != NOBODY]
    if not named:
        named = [statement.key for statement in part.statements if not statement.certain]
    variable, system, period, area = named[0]
    more = len(named) - 1
    refusal = NotHidable if anew else GivenAway if is_hidable(part) else OnlyFigure
    return refusal(
        indicator=title_of(workspace, variable),
        area=workspace.counted_systems[system].name_of(area),
        period=Period(period).german,
        more=f" (so auch {more} weitere)" if more else "",
    )
