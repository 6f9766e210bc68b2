"""Streets and timetables in the store: snapshots, undoing, purging."""

from __future__ import annotations

import numpy as np

from geodata.store import Store
from geodata.store.networks import StoredNetwork
from geodata.workspace import Workspace


def put(store: Store, title: str, minutes: list[float]) -> int:
    """Streets with these minutes; the number under which they came."""
    network = StoredNetwork(title, "© Jemand", "model", {"minutes": np.array(minutes, np.float32)})
    with store.writing("streets") as writer:
        writer.replace_network("streets", network)
        return writer.number


def test_streets_come_back_as_they_were_stored(three_villages: Store) -> None:
    number = put(three_villages, "Dorfstraßen", [1.5, np.inf])
    found = Workspace(three_villages).streets
    assert found is not None
    assert (found.title, found.nature, found.import_id) == ("Dorfstraßen", "model", number)
    assert found.arrays["minutes"].tolist() == [1.5, np.inf]


def test_without_an_import_there_are_no_streets(three_villages: Store) -> None:
    assert Workspace(three_villages).streets is None
    put(three_villages, "Dorfstraßen", [1.0])
    assert Workspace(three_villages).timetable is None


def test_undoing_brings_the_earlier_streets_back_and_an_old_snapshot_keeps_its_own(
    three_villages: Store,
) -> None:
    put(three_villages, "alt", [1.0])
    second = put(three_villages, "neu", [2.0])
    seen = Workspace(three_villages)
    with three_villages.writing("undo") as writer:
        writer.undo(second)
    now = Workspace(three_villages).streets
    assert now is not None
    assert seen.streets is not None
    assert (now.title, seen.streets.title) == ("alt", "neu")


def test_purged_streets_are_gone_for_good(three_villages: Store) -> None:
    number = put(three_villages, "falsch", [1.0])
    with three_villages.writing("purge") as writer:
        writer.purge(number, "falsche Datei")
    assert Workspace(three_villages).streets is None
    assert Workspace(three_villages, number).streets is None
