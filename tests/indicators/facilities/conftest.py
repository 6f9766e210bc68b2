"""Villages with Kitas and a school, and with children for them."""

from __future__ import annotations

import pytest

from geodata.store import Store
from tests.kitas import KITAS, SCHOOL, served_by_children
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    FOREST,
    put_facilities,
    put_records,
    put_table,
)


@pytest.fixture
def with_kitas(villages: Store) -> Store:
    """Children: 40, 60, secret and none. Two Kitas in Ahausen, two in Bedorf, of which one does
    not tell its places; one has no place, one stands beside the county; a school in Cetal."""
    put_table(villages, "kinder", "2022", {AHAUSEN: 40.0, BEDORF: 60.0, CETAL: ".", FOREST: "-"})
    put_records(villages, [served_by_children()])
    put_facilities(villages, "kita", KITAS, title="Bedarfsplan")
    put_facilities(villages, "schule", [SCHOOL])
    return villages
