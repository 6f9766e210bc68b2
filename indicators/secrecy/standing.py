"""What stands hidden at a snapshot: as it was stored, or reckoned now where it was not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geodata.store.disclosure import CellKey
from geodata.workspace import Workspace
from indicators.kept import kept
from indicators.measures import periods_for
from indicators.secrecy.formulas import ingredients
from indicators.secrecy.refusals import GivenAway, NotCounts
from indicators.secrecy.rules import rules

# What is weighed when a pattern is reckoned, written beside it: since this one the rings too.
WITH_RINGS = 1


@dataclass(frozen=True)
class Standing:
    """The hidden areas by indicator, system and period, and the counts that may be hidden.

    `variables` include all that hang together with protected ones. `all_hidden`: no pattern was
    found, so nothing that is made of them may be seen.
    """

    areas: Mapping[tuple[str, str, str], frozenset[str]]
    variables: frozenset[str]
    all_hidden: bool = False


@kept(1)
def standing_of(workspace: Workspace) -> Standing:
    """The stored pattern; where the last change was made without it, one reckoned now."""
    if is_up_to_date(workspace):
        return Standing(_by_state(workspace.hidden_cells), workspace.protected_variables)
    # Loaded on first use: it needs scipy, and a workspace that is in order does without.
    from indicators.secrecy.found_totals import found_totals
    from indicators.secrecy.patterns import Memory
    from indicators.secrecy.reckoning import reckoned
    from indicators.secrecy.relations import declared_totals, related

    memory = Memory(workspace.hidden_cells, workspace.released_values)
    try:
        found = reckoned(workspace, memory, anew=True)
    except (GivenAway, NotCounts):
        # What hangs together with them would tell of them.
        ruled = rules(workspace.indicators)
        totals = [*declared_totals(workspace.indicators), *found_totals(workspace, ruled)]
        return Standing({}, related(workspace.indicators, ruled, totals), all_hidden=True)
    return Standing(_by_state(found.hidden), found.variables)


def variables_at_stake(workspace: Workspace) -> frozenset[str]:
    """`Standing.variables`; where the pattern is stored, without reading which cells are hidden."""
    if is_up_to_date(workspace):
        return workspace.protected_variables
    return standing_of(workspace).variables


def is_up_to_date(workspace: Workspace) -> bool:
    """Whether the stored pattern belongs to this snapshot, and speaks of its rings too.

    Programs before this one weighed what the map shows, and nothing else.
    """
    return workspace.is_reckoned and (
        workspace.weighed_with >= WITH_RINGS
        or not any(_is_concerned(workspace, ring.system_id) for ring in workspace.rings.values())
    )


def _is_concerned(workspace: Workspace, system: str) -> bool:
    """Whether anything under a rule has figures in a ring."""
    protected = workspace.protected_variables | set(rules(workspace.indicators))
    return any(
        (record.minimum_base or ingredients(workspace.indicators, record.id) & protected)
        and periods_for(workspace, record.id, system)
        for record in workspace.indicators.values()
    )


def _by_state(hidden: Mapping[CellKey, object]) -> dict[tuple[str, str, str], frozenset[str]]:
    found: dict[tuple[str, str, str], set[str]] = {}
    for variable, system, period, area in hidden:
        found.setdefault((variable, system, period), set()).add(area)
    return {state: frozenset(areas) for state, areas in found.items()}
