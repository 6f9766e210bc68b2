"""Villages with few children, and nothing written without protection."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from shapely import union_all

from geodata.store import Store
from indicators.secrecy.guard import keep_secret
from tests.indicators.secrecy.outside import SYSTEMS, records, squares
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    CHILDREN,
    COUNTY,
    FOREST,
    OFFICE,
    put_areas,
    put_records,
    put_table,
    village_store,
)

# Girls are few in Ahausen.
KITA = {"alle": (11.0, 20.0, 21.0), "jungen": (9.0, 8.0, 7.0), "maedchen": (2.0, 12.0, 14.0)}
PROTECTED = replace(CHILDREN, minimum=3)


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the programs run: protection is reckoned before anything is kept."""
    monkeypatch.setattr(Store, "before_commit", keep_secret)


@pytest.fixture
def inhabited(tmp_path: Path) -> Iterator[Store]:
    """Three villages of 100, 200 and 300 people, and a forest where nobody lives."""
    with village_store(tmp_path / "arbeitsbereich") as store:
        people = {AHAUSEN: 100.0, BEDORF: 200.0, CETAL: 300.0, FOREST: "-"}
        put_table(store, "einwohner", "2022", people)
        yield store


@pytest.fixture
def few_children(inhabited: Store, guarded: None) -> Store:
    """Two children in Ahausen, eight in Bedorf, five in Cetal; fewer than 3 are hidden."""
    put_records(inhabited, [PROTECTED])
    cells = {AHAUSEN: 2.0, BEDORF: 8.0, CETAL: 5.0, FOREST: "-"}
    put_table(inhabited, "kinder", "2022", cells)
    return inhabited


@pytest.fixture
def county(tmp_path: Path, guarded: None) -> Callable[[int], Store]:
    """Six villages with rules, and no figures yet."""

    def make(seed: int) -> Store:
        store = Store.create(tmp_path / str(seed), title="Landkreis", county=COUNTY)
        shapes = squares()
        for system, areas in SYSTEMS.items():
            whole = [union_all([shapes[m] for m in members]) for members in areas.values()]
            put_areas(store, system, {area: area for area in areas}, whole)
        put_records(store, [OFFICE, *records()])
        return store

    return make
