"""Which imports stand behind a figure of reachability."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.catalogue import Indicator, Source
from geodata.period import Period
from geodata.store import JournalEntry
from geodata.store.networks import NetworkKind
from geodata.workspace import Workspace
from indicators.facilities.filter import applied
from indicators.reach.grounds import networks_for
from indicators.reach.own_places import served_records
from indicators.reach.points import inhabited
from indicators.reach.question import question_from_texts

_CALLED: dict[NetworkKind, str] = {"streets": "Straßennetz", "timetable": "Fahrplan"}


def imports_behind(
    workspace: Workspace, record: Indicator
) -> Iterator[tuple[str, Source, JournalEntry]]:
    """What each import brought, whose it is, and its line in the journal; networks first.

    Points inside areas come from no import of their own: then the areas' figures are behind them.
    Places of an area's own need neither network nor points, but counts of those they are for.
    """
    question = question_from_texts(record.reach)
    trip, own = question.trip, question.measure == "own"
    entries = {entry.number: entry for entry in workspace.journal()}
    for network in () if own else networks_for(workspace, trip):
        state = workspace.network_states[network]
        source = Source(network, state.title, state.attribution, nature=state.nature)
        yield _CALLED[network], source, entries[state.import_id]
    for kind in sorted({f.kind for f in applied(trip.filter, workspace.facilities)}):
        held, called = workspace.facility_sets[kind], workspace.facility_kinds[kind].many
        yield called, Source(kind, held.title or called, held.attribution), entries[held.import_id]
    if own:
        for served in served_records(workspace, question):
            counts = [state for state in workspace.states if state.variable == served.id]
            if counts:
                newest = max(counts, key=lambda state: state.import_id)
                yield served.title, workspace.sources[newest.source], entries[newest.import_id]
        return
    points = inhabited(workspace)
    if points.basis != "areas":
        found = workspace.point_sets[points.source]
        source = Source(points.source, points.title, points.attribution)
        yield "Wohnorte", source, entries[found.import_id]


def day_of(entry: JournalEntry) -> Period:
    """The day on which an import was made: nothing else is known of how old its content is."""
    return Period(entry.at.date().isoformat())
