"""Rules of protection as they stand in a catalogue file."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.imports.catalogue import apply_catalogue, export_catalogue
from geodata.imports.catalogue_refusals import TotalCycle, UnknownVariable, WrongField
from geodata.store import Store
from tests.villages import village_store

RULE = """
[[indicator]]
id = "kinder"
minimum = 3
width = 5
minimum_base = 10
zeros = "shown"
adds_to = ["einwohner"]
"""


@pytest.fixture
def ruled(tmp_path: Path) -> Store:
    with village_store(tmp_path / "w") as store:
        apply_catalogue(store, catalogue(tmp_path, RULE))
        return store


def catalogue(folder: Path, text: str) -> Path:
    path = folder / "katalog.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", ["toml", "xlsx"])
def test_a_rule_survives_the_way_out_and_back(ruled: Store, tmp_path: Path, ending: str) -> None:
    with Store.open(ruled.folder) as store:
        export_catalogue(store, tmp_path / f"hinaus.{ending}")
        report = apply_catalogue(store, tmp_path / f"hinaus.{ending}")
        with store.reading() as reader:
            kept = reader.indicators()["kinder"]
    assert (report["new"], report["changed"]) == ([], [])
    assert (kept.minimum, kept.width, kept.minimum_base) == (3, 5, 10)
    assert (kept.zeros, kept.adds_to) == ("shown", ("einwohner",))


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("minimum = -1", "eine ganze Zahl ab 0"),
        ("minimum = 2.5", "eine ganze Zahl ab 0"),
        ("minimum = true", "eine ganze Zahl ab 0"),
        ('zeros = "halb"', "möglich sind: hidden, shown"),
        ('adds_to = "einwohner"', "eine Liste von ids"),
    ],
)
def test_a_rule_that_is_none_is_refused(
    ruled: Store, tmp_path: Path, line: str, wanted: str
) -> None:
    path = catalogue(tmp_path, f'[[indicator]]\nid = "kinder"\n{line}\n')
    with Store.open(ruled.folder) as store, pytest.raises(WrongField, match=wanted):
        apply_catalogue(store, path)


def test_totals_must_exist_and_not_be_part_of_themselves(ruled: Store, tmp_path: Path) -> None:
    with Store.open(ruled.folder) as store:
        stranger = catalogue(tmp_path, '[[indicator]]\nid = "kinder"\nadds_to = ["schafe"]\n')
        with pytest.raises(UnknownVariable, match="schafe"):
            apply_catalogue(store, stranger)
        circle = catalogue(tmp_path, '[[indicator]]\nid = "einwohner"\nadds_to = ["kinder"]\n')
        with pytest.raises(TotalCycle, match="einwohner → kinder → einwohner"):
            apply_catalogue(store, circle)
