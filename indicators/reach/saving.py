"""A question of reachability kept in the catalogue, where it is an indicator like all others."""

from __future__ import annotations

from geodata.catalogue import as_plain
from geodata.imports.catalogue_check import Entries, check, merged
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.reach.question import ReachQuestion
from indicators.reach.record import reach_record
from indicators.reach.refusals import TakenId
from indicators.reach.states import why_none

_FILE = "Erreichbarkeit"


def save_question(
    store: Store,
    workspace: Workspace,
    indicator_id: str,
    question: ReachQuestion,
    *,
    title: str = "",
) -> int:
    """Store a question under an id and a title, its usual one where none is given.

    A question takes the place of an earlier one under its id, and of nothing else. Returns the
    journal number. Raises `TakenId`, what a catalogue with such an entry is refused with, and why
    the question cannot be answered.
    """
    record = reach_record(workspace, indicator_id, question, title=title.strip())
    refusals = [why_none(workspace, record, system) for system in workspace.systems]
    if refusals and None not in refusals:
        raise next(refusal for refusal in refusals if refusal is not None)
    with store.writing("catalogue", file=f"{_FILE}: {indicator_id}") as writer:
        before = writer.before
        indicators, sources = before.indicators(), before.sources()
        held = indicators.get(indicator_id)
        if (held is not None and not held.reach) or indicator_id in {
            state.variable for state in before.states()
        }:
            raise TakenId(id=indicator_id)
        entries: Entries = {"indicator": [as_plain(record)]}
        # What an earlier question had and this one has not is forgotten with it.
        others = {name: found for name, found in indicators.items() if name != indicator_id}
        new, _ = merged(entries, {"source": sources, "indicator": others}, _FILE)
        check(new, sources, others, before.variables_with_observations(), _FILE)
        writer.put_records(new)
        writer.report = {"schema": 1, "changed": [indicator_id], "import_id": writer.number}
    return writer.number
