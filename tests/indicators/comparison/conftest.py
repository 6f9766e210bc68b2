"""Two towns that count children, and the figures made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from geodata.catalogue import Indicator
from geodata.store import Store
from geodata.workspace import Workspace
from tests.villages import MODEL, OFFICE, Cell, add_cells, put_records, village_store

CARED = Indicator("betreut", "Betreute Kinder", people=True, listed=False, source="amt")
CHILDREN = Indicator("kinder", "Kinder", unit="Kinder", topic="Jugendhilfe", people=True)
QUOTA = Indicator(
    "quote",
    "Betreuungsquote",
    topic="Jugendhilfe",
    unit="%",
    kind="share",
    numerator=("betreut",),
    denominator=("kinder",),
    factor=100.0,
    direction="high_is_good",
)
RATE = Indicator(
    "unfaelle_je_1000",
    "Unfälle je 1.000 Kinder",
    topic="Jugendhilfe",
    unit="je 1.000",
    kind="rate",
    numerator=("unfaelle",),
    denominator=("kinder",),
    factor=1000.0,
    direction="high_is_bad",
)
ACCIDENTS = Indicator("unfaelle", "Unfälle", people=True, listed=False)


class World:
    """A store with the villages; `tell` adds a table, `now` is the newest snapshot."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def tell(
        self,
        variable: str,
        cells: Mapping[str, Cell],
        period: str = "2022",
        *,
        system: str = "gemeinde",
        base: str = "",
        model: bool = False,
    ) -> None:
        with self.store.writing("table", file=f"{variable}.csv") as writer:
            source = MODEL if model else OFFICE
            add_cells(writer, variable, period, cells, system=system, base=base, source=source)

    def know(self, *records: Any) -> None:
        put_records(self.store, records)

    def now(self) -> Workspace:
        return Workspace(self.store)


@pytest.fixture
def world(tmp_path: Path) -> Any:
    with village_store(tmp_path / "w") as store:
        made = World(store)
        made.know(CARED, CHILDREN, QUOTA, RATE, ACCIDENTS)
        yield made


@pytest.fixture
def counted(world: World) -> Callable[..., Workspace]:
    """`counted(betreut={…}, kinder={…})`: one table each, of 2022."""

    def tell(**variables: Mapping[str, Cell]) -> Workspace:
        for variable, cells in variables.items():
            world.tell(variable, cells)
        return world.now()

    return tell
