"""Areas where nobody lives, as everybody knows: figures of people there are no gap in the data."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from geodata.catalogue import Indicator
from geodata.markers import Flag, Status
from geodata.workspace import Workspace
from indicators.figures import Figures
from indicators.secrecy.ledger import deserted
from indicators.secrecy.standing import standing_of
from indicators.secrecy.veil import tells_of_protected


def marked_uninhabited(
    workspace: Workspace, indicator: Indicator, system: str, figures: Figures
) -> Figures:
    """The figures, with `UNINHABITED` where one of people is nothing or missing because nobody
    lives there: a table may say "-" or 0, leave the area out, or divide by 0. A 0 is nothing."""
    status = figures.status
    zero = (status == Status.SHOWN) & (figures.values == 0)
    empty = zero | np.isin(status, (Status.ZERO, Status.MISSING))
    if not empty.any() or system not in workspace.counted_systems:
        return figures
    if not _is_of_people(workspace, indicator) or _is_population_hidden(workspace):
        return figures
    nobody = empty & deserted(workspace, system)
    return replace(
        figures,
        status=np.where(nobody & zero, np.uint8(Status.ZERO), status),
        flags=figures.flags | np.where(nobody, np.uint16(Flag.UNINHABITED), np.uint16(0)),
    )


def _is_of_people(workspace: Workspace, indicator: Indicator) -> bool:
    """Counts of people, and whatever is made or told of them, or of the way that people have."""
    if indicator.people or indicator.reach or indicator.role:
        return True
    made_of = (*indicator.numerator, *indicator.denominator, indicator.weight)
    records = [workspace.indicators.get(variable) for variable in made_of]
    return any(record is not None and (record.people or record.role) for record in records)


def _is_population_hidden(workspace: Workspace) -> bool:
    """Whether no figure of the population may be seen: then no zero among them may be told."""
    population = [record for record in workspace.indicators.values() if record.role == "population"]
    at_stake = any(tells_of_protected(workspace, record) for record in population)
    return at_stake and standing_of(workspace).all_hidden
