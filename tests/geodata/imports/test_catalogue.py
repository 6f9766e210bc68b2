"""The catalogue out to a file and back."""

from __future__ import annotations

import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from geodata.archive import OversizedArchive
from geodata.catalogue import Indicator, Source
from geodata.imports.catalogue import apply_catalogue, export_catalogue
from geodata.imports.catalogue_check import refuse_cycles
from geodata.imports.catalogue_refusals import CatalogueCycle, NoId, UnreadableCatalogue, WrongField
from geodata.imports.undo import undo_import
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.choices import topics
from tests.villages import AHAUSEN, put_records, put_table

EVERY_FIELD = Indicator(
    id="quote",
    title="=cmd()",
    question="<script>alert(1)</script>?",
    topic="Soziales",
    unit="%",
    kind="share",
    numerator=("kinder",),
    denominator=("einwohner",),
    factor=100.0,
    decimals=1,
    denominator_period="nearest",
    direction="high_is_bad",
    middle="county",
    definition="Mehrzeilig;\nmit „Zeichen“",
    source="amt",
    licence="dl-de/by-2-0",
    department="Jugendamt",
    update_interval="jährlich",
    breaks=({"after": "2021-12-31", "label": "Zensus 2022"},),
    classes={"method": "own", "breaks": [10.0, 20.5], "palette": "PuBu"},
    listed=False,
    people=True,
)
OTHERS = (
    Indicator("mitte", "Mitte", middle=2.5, decimals=0),
    Indicator("wandel", "W", kind="change", numerator=("kinder",), reference_period="2020"),
    Source("zahl", "2022", url="https://example.org"),
)


def records(store: Store) -> tuple[Any, Any]:
    workspace = Workspace(store)
    return workspace.indicators, workspace.sources


@pytest.mark.parametrize("name", ["katalog.toml", "katalog.xlsx"])
def test_every_field_goes_out_and_comes_back(
    three_villages: Store, tmp_path: Path, name: str
) -> None:
    put_records(three_villages, [EVERY_FIELD, *OTHERS])
    before = records(three_villages)
    export_catalogue(three_villages, tmp_path / name)
    report = apply_catalogue(three_villages, tmp_path / name)
    assert (report["new"], report["changed"]) == ([], [])
    assert records(three_villages) == before


@pytest.mark.parametrize("name", ["katalog.toml", "katalog.xlsx"])
def test_another_workspace_takes_the_catalogue(
    three_villages: Store, tmp_path: Path, name: str
) -> None:
    put_records(three_villages, [EVERY_FIELD, *OTHERS])
    export_catalogue(three_villages, tmp_path / name)
    with Store.create(tmp_path / "zweiter", title="Zweiter", county="03355") as other:
        apply_catalogue(other, tmp_path / name)
        assert records(other)[0]["quote"] == EVERY_FIELD
        assert records(other)[1] == records(three_villages)[1]


def test_a_workbook_has_no_formula(three_villages: Store, tmp_path: Path) -> None:
    put_records(three_villages, [EVERY_FIELD])
    export_catalogue(three_villages, tmp_path / "katalog.xlsx")
    sheets = load_workbook(tmp_path / "katalog.xlsx")
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert "=cmd()" in {cell.value for cell in cells}


def applied(store: Store, tmp_path: Path, text: str, **options: Any) -> dict[str, Any]:
    path = tmp_path / "katalog.toml"
    path.write_text(text, encoding="utf-8")
    return apply_catalogue(store, path, **options)


def test_a_field_that_is_left_out_stays(three_villages: Store, tmp_path: Path) -> None:
    report = applied(three_villages, tmp_path, '[[indicator]]\nid = "kinder"\nquestion = "Wo?"\n')
    kinder = Workspace(three_villages).indicators["kinder"]
    assert (report["changed"], kinder.question, kinder.topic) == (["kinder"], "Wo?", "Jugendhilfe")


def test_a_dry_run_checks_and_stores_nothing(three_villages: Store, tmp_path: Path) -> None:
    text = '[[indicator]]\nid = "neu"\n'
    report = applied(three_villages, tmp_path, text, dry_run=True)
    assert (report["stored"], report["import_id"], report["new"]) == (False, None, ["neu"])
    assert Workspace(three_villages).number == 5


def test_it_is_journalled_and_can_be_undone(three_villages: Store, tmp_path: Path) -> None:
    before = records(three_villages)
    report = applied(three_villages, tmp_path, '[[indicator]]\nid = "neu"\ntitle = "Neu"\n')
    entry = Workspace(three_villages).journal()[-1]
    assert (entry.kind, entry.file, entry.number) == (
        "catalogue",
        "katalog.toml",
        report["import_id"],
    )
    assert (three_villages.originals / f"{entry.sha256}.toml").is_file()
    undo_import(three_villages, report["import_id"])
    assert records(three_villages) == before


def test_a_variable_that_only_tables_know_may_be_named(
    three_villages: Store, tmp_path: Path
) -> None:
    put_table(three_villages, "betten", "2022", {AHAUSEN: 1})
    text = '[[indicator]]\nid = "summe"\nnumerator = ["betten", "kinder"]\n'
    assert applied(three_villages, tmp_path, text)["new"] == ["summe"]


def test_a_thousand_indicators_in_a_chain_and_across_are_checked_at_once() -> None:
    # Each stands on the two before it: the ways through them are as many as Fibonacci numbers.
    names = [f"i{n}" for n in range(3000)]
    known = {
        name: Indicator(name, name, numerator=tuple(names[max(0, n - 2) : n]))
        for n, name in enumerate(names)
    }
    refuse_cycles(known, "katalog.toml")
    closed = {**known, "i0": Indicator("i0", "i0", numerator=("i2",))}
    with pytest.raises(CatalogueCycle, match=r"i0 → i2 → (i1 → )?i0"):
        refuse_cycles(closed, "katalog.toml")


def test_an_undo_that_would_close_a_cycle_is_refused(three_villages: Store, tmp_path: Path) -> None:
    applied(three_villages, tmp_path, '[[indicator]]\nid = "a"\nnumerator = ["kinder"]\n')
    middle = applied(
        three_villages,
        tmp_path,
        '[[indicator]]\nid = "kinder"\nweight = ""\nnumerator = ["einwohner"]\n',
    )
    applied(three_villages, tmp_path, '[[indicator]]\nid = "a"\nnumerator = []\n')
    applied(three_villages, tmp_path, '[[indicator]]\nid = "einwohner"\nnumerator = ["a"]\n')
    number = Workspace(three_villages).number
    with pytest.raises(CatalogueCycle):
        undo_import(three_villages, number - 1)
    assert Workspace(three_villages).number == number
    assert topics(Workspace(three_villages)) == ()
    assert middle["import_id"] < number


@pytest.mark.parametrize(
    "line",
    [
        "factor = 0",
        "factor = nan",
        "factor = true",
        "decimals = 1.5",
        "decimals = -1",
        "decimals = 99",
        "middle = inf",
        'middle = "mitte"',
        'kind = "anteil"',
        'direction = "up"',
        'numerator = "kinder"',
        "numerator = [1]",
        'listed = "vielleicht"',
        "title = 5",
        "reference_period = 2020",
        'reference_period = "gestern"',
        'breaks = ["2022"]',
        'breaks = [{ nach = "2022" }]',
        'classes = "quantile"',
        'classes = { method = "jenks" }',
        "classes = { count = 2 }",
        "classes = { count = 99 }",
        'classes = { count = "5" }',
        'classes = { method = "own" }',
        "classes = { breaks = [3, 2] }",
        'classes = { breaks = ["a"] }',
        "classes = { farben = 5 }",
    ],
)
def test_a_field_of_the_wrong_kind_is_refused(
    three_villages: Store, tmp_path: Path, line: str
) -> None:
    field = line.split()[0]
    with pytest.raises(WrongField, match=f"kinder: .*Feld „{field}“"):
        applied(three_villages, tmp_path, f'[[indicator]]\nid = "kinder"\n{line}\n')


@pytest.mark.parametrize("entry", ["", 'id = ""', "id = 7", 'id = "Kinder!"', 'id = "ä"'])
def test_an_entry_without_a_usable_id_is_refused(
    three_villages: Store, tmp_path: Path, entry: str
) -> None:
    with pytest.raises(NoId, match=r"1\. Eintrag"):
        applied(three_villages, tmp_path, f'[[indicator]]\ntitle = "X"\n{entry}\n')


@pytest.mark.parametrize("text", ["indicator = 5\n", "indicator = [1]\n", "farbe = 1\n"])
def test_what_is_no_list_of_entries_is_refused(
    three_villages: Store, tmp_path: Path, text: str
) -> None:
    with pytest.raises(UnreadableCatalogue, match=r"katalog\.toml"):
        applied(three_villages, tmp_path, text)


def test_a_workbook_that_an_office_has_edited(three_villages: Store, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Indikatoren"
    sheet.append(["id", "title", "numerator", "decimals", "listed", ""])
    sheet.append(["neu", " Neu ", "kinder; einwohner", 1.0, "Nein", None])
    sheet.append([None, None])
    book.save(tmp_path / "katalog.xlsx")
    apply_catalogue(three_villages, tmp_path / "katalog.xlsx")
    new = Workspace(three_villages).indicators["neu"]
    assert (new.title, new.numerator, new.decimals, new.listed) == (
        "Neu",
        ("kinder", "einwohner"),
        1,
        False,
    )


def test_the_exported_toml_is_toml_by_itself(three_villages: Store, tmp_path: Path) -> None:
    export_catalogue(three_villages, tmp_path / "katalog.toml")
    text = (tmp_path / "katalog.toml").read_text(encoding="utf-8")
    assert sorted(tomllib.loads(text)) == ["facility_kind", "indicator", "schema", "source"]


def test_a_workbook_that_would_fill_the_memory_is_not_unpacked(
    three_villages: Store, tmp_path: Path
) -> None:
    path = tmp_path / "katalog.xlsx"
    export_catalogue(three_villages, path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * 30_000_000)
    with pytest.raises(OversizedArchive):
        apply_catalogue(three_villages, path)


MUSEUM = """
[[facility_kind]]
id = "museum"
title = "Museum"
plural = "Museen"
icon = "triangle"
sign = "M"
colour = "#663399"
serves = ["kinder", "schafe"]
"""


def test_a_new_kind_of_facility_comes_by_catalogue(three_villages: Store, tmp_path: Path) -> None:
    report = applied(three_villages, tmp_path, MUSEUM)
    kind = Workspace(three_villages).facility_kinds["museum"]
    assert (kind.many, kind.icon, kind.serves) == ("Museen", "triangle", ("kinder", "schafe"))
    assert report["new"] == ["museum"]
    assert report["warnings"] == [
        "museum: Wen die Einrichtung versorgt, zählt hier noch nichts („schafe“)."
    ]


def test_a_built_in_kind_is_changed_field_by_field(three_villages: Store, tmp_path: Path) -> None:
    report = applied(
        three_villages, tmp_path, '[[facility_kind]]\nid = "kita"\nserves = ["kinder"]\n'
    )
    kita = Workspace(three_villages).facility_kinds["kita"]
    assert (kita.title, kita.sign, kita.serves) == ("Kita", "K", ("kinder",))
    assert report["changed"] == ["kita"]
    undo_import(three_villages, report["import_id"])
    assert "alter_0_2" in Workspace(three_villages).facility_kinds["kita"].serves


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ('icon = "stern"', "möglich sind: circle"),
        ('colour = "red"', "eine Farbe wie #1f5f8b"),
        ('sign = "ABC"', "ein oder zwei Buchstaben"),
        ('serves = "kinder"', "eine Liste von ids"),
    ],
)
def test_a_kind_that_cannot_be_drawn_is_refused(
    three_villages: Store, tmp_path: Path, line: str, wanted: str
) -> None:
    with pytest.raises(WrongField, match=wanted):
        applied(three_villages, tmp_path, f'[[facility_kind]]\nid = "museum"\n{line}\n')


@pytest.mark.parametrize("name", ["katalog.toml", "katalog.xlsx"])
def test_kinds_go_out_and_come_back(three_villages: Store, tmp_path: Path, name: str) -> None:
    applied(three_villages, tmp_path, MUSEUM)
    export_catalogue(three_villages, tmp_path / name, overwrite=True)
    report = apply_catalogue(three_villages, tmp_path / name)
    assert (report["new"], report["changed"]) == ([], [])
