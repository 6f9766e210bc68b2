"""The villages with every kind of figure, and names that would be commands elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from shapely.affinity import translate

from geodata.imports.notes import put_note
from geodata.notes import NoteKey
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.secrecy.guard import keep_secret
from layers.view import View
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    COUNTY,
    FOREST,
    GEMEINDEN,
    put_areas,
    put_records,
    put_table,
    squares,
    village_store,
)
from tests.villages import CHILDREN as CHILDREN_RECORD

CHILDREN = View(indicator="kinder", system="gemeinde", period="2022")
TITLE, QUESTION = "<script>alert(1)</script> --> ]]>", '=HYPERLINK("http://x")'
SECRET = 777.0
HOSTILE = ("<img src=x onerror=alert(1)>", "=cmd()", "#let x = 1", "*bold* _kursiv_ $x^2$ @a")


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Children of 2022: 4, 1234, secret and none; of 2020: 3, 1200, 5, none. A grey neighbour."""
    with village_store(tmp_path_factory.mktemp("w") / "w") as store:
        newer = {AHAUSEN: 4.0, BEDORF: 1234.0, CETAL: ".", FOREST: "-"}
        put_table(store, "kinder", "2020", {AHAUSEN: 3.0, BEDORF: 1200.0, CETAL: 5.0, FOREST: "-"})
        put_table(store, "kinder", "2022", newer)
        put_table(store, "kinder", "2022", {COUNTY: 1300.0}, system="kreis")
        put_table(store, "einwohner", "2022", {AHAUSEN: 100.0, BEDORF: 5000.0, CETAL: 300.0})
        put_areas(
            store, "kreis", {"03355": "Nachbarkreis"}, [translate(squares()[1], 1000)], context=True
        )
        key = NoteKey("kinder", "gemeinde", BEDORF, "2022", "Jugendamt")
        put_note(store, key, "Bedorf hat gebaut.", stage="approved", on=datetime.date(2023, 5, 1))
        yield store


@pytest.fixture(scope="session")
def workspace(store: Store) -> Workspace:
    return Workspace(store)


@pytest.fixture(scope="session")
def hostile_workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Areas called like tags, formulas and markup; what they count is called so too."""
    with village_store(tmp_path_factory.mktemp("boese") / "w", systems=("kreis",)) as store:
        put_areas(store, "gemeinde", dict(zip(GEMEINDEN, HOSTILE, strict=True)), squares())
        cells = {AHAUSEN: 1.0, BEDORF: 2.0, CETAL: 3.0, FOREST: 4.0}
        called = replace(CHILDREN_RECORD, title=TITLE, question=QUESTION)
        put_records(store, [called])
        put_table(store, "kinder", "2022", cells)
        yield Workspace(store)


@pytest.fixture
def secret_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """Counts below 1,000 are protected: 777 in Ahausen is hidden, and with it another."""
    monkeypatch.setattr(Store, "before_commit", keep_secret)
    with village_store(tmp_path / "geheim") as store:
        put_records(store, [replace(CHILDREN_RECORD, minimum=1000)])
        cells = {AHAUSEN: SECRET, BEDORF: 8888.0, CETAL: 5555.0, FOREST: "-"}
        put_table(store, "kinder", "2022", cells)
        yield Workspace(store)
