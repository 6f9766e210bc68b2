"""Snapshots by journal number, undo and purge."""

from __future__ import annotations

import math

import pytest

from geodata.catalogue import Indicator
from geodata.imports.undo import purge_import, undo_import
from geodata.store import Store
from geodata.store.originals import keep_original, sha256_of
from geodata.store.refusals import (
    AlreadyUndone,
    AreasInUse,
    NoReason,
    NotUndoable,
    StoreBusy,
    UnknownImport,
)
from geodata.workspace import Workspace
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    FOREST,
    GEMEINDEN,
    MODEL,
    levels,
    put_areas,
    put_records,
    put_table,
    read,
    squares,
)

WHOLE = {AHAUSEN: 10, BEDORF: 20, CETAL: 30, FOREST: "-"}


def everything(workspace: Workspace) -> tuple[object, ...]:
    """All that a snapshot says, as far as it can be compared."""
    systems = [*workspace.systems.values(), *workspace.context.values()]
    shapes = {s.id: [g.wkb for g in workspace.geometries(s.id)] for s in workspace.systems.values()}
    slices = {}
    for state in workspace.states:
        if state.system in workspace.systems:
            found = Workspace(workspace._store, workspace.number).slice(
                state.variable, state.system, state.period.text
            )
            cells = [found.values, found.status, found.flags, found.import_ids]
            slices[state] = [str(part.tolist()) for part in cells]
    return (
        systems,
        workspace.nesting,
        shapes,
        workspace.indicators,
        workspace.sources,
        workspace.states,
        slices,
        workspace.journal(),
    )


def test_a_snapshot_says_the_same_whatever_comes_later(three_villages: Store) -> None:
    first = put_table(three_villages, "einwohner", "2022", WHOLE)
    put_table(three_villages, "einwohner", "2022", {AHAUSEN: 11, BEDORF: "."})
    snapshots = [Workspace(three_villages, n) for n in range(1, 8)]
    told = [everything(snapshot) for snapshot in snapshots]
    put_areas(three_villages, "gemeinde", {AHAUSEN: "Neuhausen"}, squares()[:1])
    put_records(three_villages, [Indicator("einwohner", "Leute")])
    undo_import(three_villages, first + 1)
    undo_import(three_villages, first)
    assert [everything(snapshot) for snapshot in snapshots] == told
    assert [everything(Workspace(three_villages, n)) for n in range(1, 8)] == told


def test_undo_brings_the_earlier_figures_back(three_villages: Store) -> None:
    put_table(three_villages, "einwohner", "2022", WHOLE)
    later = put_table(three_villages, "einwohner", "2022", {AHAUSEN: 99, FOREST: 1})
    assert read(three_villages, "einwohner", "2022") == [99, 20, 30, 1]
    undo_import(three_villages, later)
    assert read(three_villages, "einwohner", "2022") == [10, 20, 30, 0]


def test_undo_of_a_middle_import_keeps_what_came_after(three_villages: Store) -> None:
    put_table(three_villages, "einwohner", "2022", WHOLE)
    middle = put_table(three_villages, "einwohner", "2022", {AHAUSEN: 50, BEDORF: 50})
    put_table(three_villages, "einwohner", "2022", {AHAUSEN: 77})
    undo_import(three_villages, middle)
    assert read(three_villages, "einwohner", "2022") == [77, 20, 30, 0]


def test_an_undone_middle_import_does_not_come_back(three_villages: Store) -> None:
    put_table(three_villages, "einwohner", "2022", WHOLE)
    middle = put_table(three_villages, "einwohner", "2022", {AHAUSEN: 50})
    last = put_table(three_villages, "einwohner", "2022", {AHAUSEN: 77})
    undo_import(three_villages, middle)
    undo_import(three_villages, last)
    assert read(three_villages, "einwohner", "2022") == [10, 20, 30, 0]


def test_undone_in_any_order_the_store_is_as_before(three_villages: Store) -> None:
    numbers = [
        put_table(three_villages, "einwohner", "2022", {AHAUSEN: n, BEDORF: 2 * n})
        for n in (1, 2, 3)
    ]
    for number in (numbers[1], numbers[0], numbers[2]):
        undo_import(three_villages, number)
    workspace = Workspace(three_villages)
    assert workspace.states == ()
    assert all(math.isnan(v) for v in workspace.slice("einwohner", "gemeinde", "2022").values)


def test_what_was_undone_can_be_imported_again(three_villages: Store) -> None:
    first = put_table(three_villages, "einwohner", "2022", WHOLE)
    undo_import(three_villages, first)
    again = put_table(three_villages, "einwohner", "2022", WHOLE)
    assert read(three_villages, "einwohner", "2022") == [10, 20, 30, 0]
    undo_import(three_villages, again)
    assert Workspace(three_villages).states == ()


def test_a_record_stays_while_a_later_table_stands_on_it(three_villages: Store) -> None:
    first = put_table(three_villages, "betten", "2022", WHOLE, source=MODEL)
    second = put_table(three_villages, "betten", "2023", WHOLE, source=MODEL)
    undo_import(three_villages, first)
    assert "betten" in Workspace(three_villages).indicators
    undo_import(three_villages, second)
    assert "betten" not in Workspace(three_villages).indicators


def test_a_source_stays_while_a_later_table_names_it(three_villages: Store) -> None:
    from geodata.catalogue import Source

    guessed = Source("geschaetzt", "Schätzung", nature="estimated")
    first = put_table(three_villages, "kinder", "2022", WHOLE, source=guessed)
    put_table(three_villages, "kinder", "2023", WHOLE, source=guessed)
    purge_import(three_villages, first, reason="falsche Liste")
    assert Workspace(three_villages).sources["geschaetzt"].nature == "estimated"


def test_undo_of_a_catalogue_brings_the_earlier_titles_back(three_villages: Store) -> None:
    number = put_records(three_villages, [Indicator("einwohner", "Leute"), Indicator("neu", "Neu")])
    undo_import(three_villages, number)
    indicators = Workspace(three_villages).indicators
    assert indicators["einwohner"].title == "Einwohner"
    assert "neu" not in indicators


def test_undo_of_areas_brings_the_earlier_ones_and_their_nesting_back(
    three_villages: Store,
) -> None:
    before = Workspace(three_villages)
    number = put_areas(three_villages, "gemeinde", {AHAUSEN: "Ahausen neu"}, squares()[:1])
    assert len(Workspace(three_villages).systems["gemeinde"]) == 1
    undo_import(three_villages, number)
    after = Workspace(three_villages)
    assert after.systems["gemeinde"].names == tuple(GEMEINDEN.values())
    assert after.nesting == before.nesting
    assert [g.wkb for g in after.geometries("gemeinde")] == [
        g.wkb for g in before.geometries("gemeinde")
    ]


def test_areas_that_tables_stand_on_are_not_undone(three_villages: Store) -> None:
    first = put_table(three_villages, "einwohner", "2022", WHOLE, file="a.csv")
    second = put_table(three_villages, "kinder", "2022", WHOLE, file="b.csv")
    with pytest.raises(AreasInUse, match=rf"{first} \(a\.csv\), {second} \(b\.csv\)"):
        undo_import(three_villages, 4)
    with pytest.raises(AreasInUse):
        purge_import(three_villages, 4, reason="weg")
    undo_import(three_villages, first)
    undo_import(three_villages, second)
    undo_import(three_villages, 4)
    assert "gemeinde" not in Workspace(three_villages).systems


def test_neighbours_can_always_be_undone(three_villages: Store) -> None:
    names, shapes = levels()["kreis"]
    number = put_areas(three_villages, "gemeinde", names, shapes, context=True)
    put_table(three_villages, "einwohner", "2022", WHOLE)
    undo_import(three_villages, number)
    assert Workspace(three_villages).context == {}


@pytest.mark.parametrize("number", [0, -1, 99, 2**80])
def test_an_import_that_never_was_cannot_be_undone(three_villages: Store, number: int) -> None:
    with pytest.raises(UnknownImport, match=f"keinen Eintrag {number}"):
        undo_import(three_villages, number)


def test_what_is_no_import_cannot_be_undone(three_villages: Store) -> None:
    number = put_table(three_villages, "einwohner", "2022", WHOLE)
    undo_import(three_villages, number)
    for other in (1, number + 1):
        with pytest.raises(NotUndoable):
            undo_import(three_villages, other)
    with pytest.raises(AlreadyUndone):
        undo_import(three_villages, number)


def test_a_refused_undo_leaves_no_number(three_villages: Store) -> None:
    with pytest.raises(UnknownImport):
        undo_import(three_villages, 99)
    assert Workspace(three_villages).number == 5


def test_the_journal_says_what_undid_what(three_villages: Store) -> None:
    number = put_table(three_villages, "einwohner", "2022", WHOLE)
    before = Workspace(three_villages)
    undo_import(three_villages, number)
    after = Workspace(three_villages)
    assert after.journal()[number - 1].undone_by == number + 1
    assert before.journal()[number - 1].undone_by is None


SECRET = "Mustermann-Zeile-4711"


def bytes_of(store: Store) -> bytes:
    files = sorted(path for path in store.folder.rglob("*") if path.is_file())
    return b"".join(path.read_bytes() for path in files)


@pytest.fixture
def personal_list(three_villages: Store) -> int:
    """A list with names that somebody imported by mistake; its original is kept."""
    path = three_villages.folder.parent / "liste.csv"
    path.write_text(f"AGS;Name\n03354001;{SECRET}\n")
    digest = sha256_of(path)
    with three_villages.writing("table", file="liste.csv", sha256=digest) as writer:
        keep_original(three_villages.originals, path)
        from tests.villages import add_cells

        names = {f"{SECRET}-{n}": float(n) for n in range(300)}
        add_cells(writer, "liste", "2022", names)
        writer.put_records([Indicator("liste", SECRET)])
        writer.report = {"warnings": [SECRET]}
        return writer.number


def test_purge_leaves_no_byte(three_villages: Store, personal_list: int) -> None:
    assert SECRET.encode() in bytes_of(three_villages)
    purge_import(three_villages, personal_list, reason="aus Versehen eingelesen")
    three_villages.close()
    assert SECRET.encode() not in bytes_of(three_villages)
    with Store.open(three_villages.folder) as store:
        entry = Workspace(store).journal()[personal_list - 1]
        assert (entry.reason, entry.file) == ("aus Versehen eingelesen", "")


def test_purge_leaves_no_byte_while_the_atlas_runs(
    three_villages: Store, personal_list: int
) -> None:
    with Store.open(three_villages.folder) as running:
        running.change_count()
        Workspace(running)
        purge_import(three_villages, personal_list, reason="aus Versehen")
        assert SECRET.encode() not in bytes_of(three_villages)


def test_purge_also_removes_what_was_undone_before(
    three_villages: Store, personal_list: int
) -> None:
    undo_import(three_villages, personal_list)
    purge_import(three_villages, personal_list, reason="weg damit")
    three_villages.close()
    assert SECRET.encode() not in bytes_of(three_villages)


def test_purge_brings_the_earlier_figures_back(three_villages: Store) -> None:
    put_table(three_villages, "einwohner", "2022", WHOLE)
    later = put_table(three_villages, "einwohner", "2022", {AHAUSEN: 99})
    purge_import(three_villages, later, reason="Tippfehler")
    assert read(three_villages, "einwohner", "2022") == [10, 20, 30, 0]


def test_purge_keeps_an_original_that_another_import_came_from(
    three_villages: Store, personal_list: int
) -> None:
    digest = Workspace(three_villages).journal()[personal_list - 1].sha256
    with three_villages.writing("table", file="liste.csv", sha256=digest) as writer:
        second = writer.number
    purge_import(three_villages, personal_list, reason="doppelt")
    assert len(list(three_villages.originals.iterdir())) == 1
    purge_import(three_villages, second, reason="auch weg")
    assert list(three_villages.originals.iterdir()) == []


def test_purge_also_removes_what_a_killed_import_left(
    three_villages: Store, personal_list: int
) -> None:
    digest = Workspace(three_villages).journal()[personal_list - 1].sha256
    (three_villages.originals / f"{digest}.csv.4711.part").write_text(SECRET)
    purge_import(three_villages, personal_list, reason="weg")
    assert list(three_villages.originals.iterdir()) == []


def test_purge_also_removes_copies_of_the_past(three_villages: Store, personal_list: int) -> None:
    copy = three_villages.folder / "atlas.vor-version-2.von-1.gpkg"
    drawn = three_villages.folder / "cache" / "geometrie" / "gemeinde-0.json.gz"
    drawn.parent.mkdir(parents=True)
    for path in (copy, drawn):
        path.write_text(SECRET)
    assert purge_import(three_villages, personal_list, reason="weg")["warnings"] == []
    assert not copy.exists()
    assert not drawn.exists()
    assert three_villages.path.exists()


def test_what_cannot_be_cleared_after_a_purge_is_a_warning(
    three_villages: Store, personal_list: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(store: Store) -> None:
        raise StoreBusy(path=store.folder)

    monkeypatch.setattr(Store, "shrink", busy)
    (warning,) = purge_import(three_villages, personal_list, reason="weg")["warnings"]
    assert "Eintrag ist gelöscht" in warning
    assert Workspace(three_villages).journal()[personal_list - 1].reason == "weg"


def test_purge_needs_a_reason(three_villages: Store, personal_list: int) -> None:
    with pytest.raises(NoReason):
        purge_import(three_villages, personal_list, reason="  ")
    assert SECRET.encode() in bytes_of(three_villages)


def test_purged_is_purged(three_villages: Store, personal_list: int) -> None:
    purge_import(three_villages, personal_list, reason="weg")
    with pytest.raises(AlreadyUndone):
        purge_import(three_villages, personal_list, reason="noch einmal")
    with pytest.raises(AlreadyUndone):
        undo_import(three_villages, personal_list)


def test_a_file_that_a_killed_import_left_is_gone_with_the_next_import(
    three_villages: Store,
) -> None:
    three_villages.originals.mkdir(exist_ok=True)
    orphan = three_villages.originals / ("0" * 64 + ".csv")
    orphan.write_text("Namen")
    with three_villages.writing("table"):
        pass
    assert not orphan.exists()
