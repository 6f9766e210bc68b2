"""What is out stays out, what is hidden stays hidden, whatever comes later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner

from geodata.catalogue import Indicator
from geodata.commands.workspace import purge, undo
from geodata.imports.table import import_table
from geodata.imports.undo import purge_import, undo_import
from geodata.store import Store
from geodata.workspace import Workspace
from indicators.disclosure.problem import Problem
from indicators.provenance import provenance
from indicators.query import Query
from indicators.secrecy import patterns
from indicators.secrecy.audit import audit
from indicators.secrecy.refusals import GivenAway, NotCounts, NotHidable, OnlyFigure
from tests.indicators.secrecy.conftest import KITA, PROTECTED
from tests.indicators.secrecy.seen import HIDDEN, shown
from tests.villages import (
    AHAUSEN,
    BEDORF,
    CETAL,
    COUNTY,
    FOREST,
    NORTHERN,
    SOUTHERN,
    Cell,
    add_cells,
    put_records,
    put_table,
    village_store,
)

SIBLING = Indicator("andere", "Andere", people=True, adds_to=("alle",))
SHARE = Indicator(
    "anteil", "Anteil", kind="share", numerator=("kinder",), denominator=("einwohner",)
)
COUNTS: dict[str, Cell] = {AHAUSEN: 2.0, BEDORF: 8.0, CETAL: 5.0, FOREST: "-"}


@pytest.fixture
def reckonings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many cells each reckoned cluster had, in order."""
    asked: list[int] = []
    real = patterns.protect

    def watched(problem: Problem) -> patterns.Pattern:
        asked.append(len(problem.counts))
        return real(problem)

    monkeypatch.setattr(patterns, "protect", watched)
    return asked


def test_a_correction_opens_nothing(few_children: Store) -> None:
    put_table(few_children, "kinder", "2022", COUNTS | {AHAUSEN: 20.0})
    assert shown(few_children, "kinder") == [HIDDEN, HIDDEN, 5, 0]


def test_the_same_file_again_changes_nothing(few_children: Store) -> None:
    before = Workspace(few_children)
    put_table(few_children, "kinder", "2022", COUNTS)
    after = Workspace(few_children)
    assert after.hidden_cells == before.hidden_cells


def test_figures_that_are_gone_and_come_back_are_hidden_again(few_children: Store) -> None:
    number = Workspace(few_children).number
    undo_import(few_children, number)
    put_table(few_children, "kinder", "2022", COUNTS | {AHAUSEN: 20.0})
    assert shown(few_children, "kinder")[:2] == [HIDDEN, HIDDEN]


def test_an_import_that_would_give_a_figure_away_is_refused(
    inhabited: Store, guarded: None
) -> None:
    """Eight in the north and six in Bedorf are out: two would be left for Ahausen."""
    put_records(inhabited, [PROTECTED])
    put_table(inhabited, "kinder", "2022", {NORTHERN: 8.0, SOUTHERN: 5.0}, system="samtgemeinde")
    put_table(inhabited, "kinder", "2022", {BEDORF: 6.0})
    before = Workspace(inhabited)
    with pytest.raises(GivenAway, match=r"„Kinder“, Ahausen, 2022: .*es wurde nichts verändert"):
        put_table(inhabited, "kinder", "2022", {AHAUSEN: 2.0})
    after = Workspace(inhabited)
    assert (after.number, after.released_values) == (before.number, before.released_values)
    assert shown(inhabited, "kinder")[:2] == ["missing", 6]


def test_the_last_column_of_a_total_is_refused_when_the_others_are_out(
    inhabited: Store, guarded: None
) -> None:
    girls = Indicator("maedchen", "Mädchen", people=True, minimum=3, adds_to=("alle",))
    boys = Indicator("jungen", "Jungen", people=True, minimum=3, adds_to=("alle",))
    put_records(inhabited, [Indicator("alle", "Alle"), girls, boys])
    villages = (AHAUSEN, BEDORF, CETAL)
    for name in ("alle", "jungen"):
        put_table(inhabited, name, "2022", dict(zip(villages, KITA[name], strict=True)))
    with pytest.raises(GivenAway, match="„Mädchen“, Ahausen, 2022"):
        put_table(inhabited, "maedchen", "2022", dict(zip(villages, KITA["maedchen"], strict=True)))


def test_a_rule_starts_anew_for_what_was_out_before_it(inhabited: Store, guarded: None) -> None:
    put_table(inhabited, "kinder", "2022", COUNTS)
    put_records(inhabited, [replace(PROTECTED, minimum=2)])
    assert shown(inhabited, "kinder") == [2, 8, 5, 0]
    put_records(inhabited, [PROTECTED])
    assert shown(inhabited, "kinder") == [HIDDEN, HIDDEN, 5, 0]
    put_table(inhabited, "betten", "2022", {AHAUSEN: 1.0})
    assert shown(inhabited, "kinder") == [HIDDEN, HIDDEN, 5, 0]


def test_a_rule_on_few_areas_without_any_sum_hides_them_all(
    inhabited: Store, guarded: None
) -> None:
    """Cetal's, all of the south, is small for certain if it alone is hidden; of two, any may be."""
    put_table(inhabited, "kinder", "2022", {BEDORF: 8.0, CETAL: 1.0, FOREST: "-"})
    put_records(inhabited, [PROTECTED])
    assert shown(inhabited, "kinder")[1:] == [HIDDEN, HIDDEN, 0]
    audited = audit(Workspace(inhabited))
    assert [(one.area_id, one.upper, one.safe) for one in audited] == [
        (BEDORF, None, True),
        (CETAL, None, True),
        (SOUTHERN, None, True),
    ]


def test_so_does_an_import_under_a_rule_and_later_ones_change_nothing(
    inhabited: Store, guarded: None
) -> None:
    put_records(inhabited, [PROTECTED])
    put_table(inhabited, "kinder", "2022", {BEDORF: 8.0, CETAL: 1.0})
    hidden = Workspace(inhabited).hidden_cells
    put_table(inhabited, "kinder", "2021", COUNTS)
    assert shown(inhabited, "kinder")[1:3] == [HIDDEN, HIDDEN]
    now = Workspace(inhabited).hidden_cells
    assert {key: now[key] for key in hidden} == hidden


def test_where_there_is_one_figure_nobody_sees_which_area_has_it(
    inhabited: Store, guarded: None
) -> None:
    """Of a lone 1 everybody would know that it is small: its state looks hidden everywhere."""
    put_records(inhabited, [PROTECTED, SHARE])
    number = put_table(inhabited, "kinder", "2022", {CETAL: 1.0})
    assert shown(inhabited, "kinder") == [HIDDEN] * 3 + ["missing"]
    assert shown(inhabited, "kinder", "samtgemeinde") == [HIDDEN, HIDDEN]
    assert shown(inhabited, "kinder", "kreis") == [HIDDEN]
    assert shown(inhabited, "anteil")[:3] == [HIDDEN] * 3
    audited = audit(Workspace(inhabited))
    assert {(one.system, one.area_id) for one in audited if one.indicator_id == "kinder"} == {
        ("gemeinde", CETAL),
        ("samtgemeinde", SOUTHERN),
    }
    assert all(one.safe for one in audited)
    told = next(entry for entry in Workspace(inhabited).journal() if entry.number == number)
    assert told.report["warnings"] == [
        "„Kinder“ (Gemeinde, Kreis, Samtgemeinde; 2022): Kein Wert ließ sich hier einzeln "
        "verbergen, ohne dass man ihn erraten könnte. Der ganze Stand gilt als geheim gehalten."
    ]


@pytest.mark.parametrize("dry_run", [True, False])
def test_who_imports_a_lone_figure_is_told_what_becomes_of_it(
    inhabited: Store, guarded: None, tmp_path: Path, *, dry_run: bool
) -> None:
    put_records(inhabited, [PROTECTED])
    table = tmp_path / "kinder.csv"
    table.write_text(f"AGS;Kinder 2022\n{CETAL};1\n", encoding="utf-8")
    report, _ = import_table(inhabited, table, dry_run=dry_run)
    assert "Der ganze Stand gilt als geheim gehalten." in report["warnings"][-1]


@pytest.mark.parametrize("command", [undo, purge])
def test_who_takes_back_is_told_that_what_comes_back_is_hidden_whole(
    inhabited: Store, guarded: None, command: Command
) -> None:
    """The 30 covered an earlier 1, which comes back alone."""
    put_table(inhabited, "kinder", "2022", {CETAL: 1.0})
    number = put_table(inhabited, "kinder", "2022", {CETAL: 30.0})
    put_records(inhabited, [PROTECTED])
    inhabited.close()
    reason = ["--reason", "Irrtum"] if command is purge else []
    words = [str(number), "--workspace", str(inhabited.folder), *reason]
    told = CliRunner().invoke(command, words)
    assert told.exit_code == 0
    assert "Der ganze Stand gilt als geheim gehalten." in told.stderr


def test_a_rule_set_later_on_a_lone_figure_hides_it_as_well(
    inhabited: Store, guarded: None
) -> None:
    put_table(inhabited, "kinder", "2022", {CETAL: 1.0})
    put_records(inhabited, [PROTECTED])
    assert shown(inhabited, "kinder") == [HIDDEN] * 3 + ["missing"]


def test_what_is_purged_elsewhere_uncovers_no_gap(inhabited: Store, guarded: None) -> None:
    put_records(inhabited, [PROTECTED])
    put_table(inhabited, "kinder", "2022", {CETAL: 1.0})
    number = put_table(inhabited, "betten", "2022", {AHAUSEN: 1.0})
    purge_import(inhabited, number, reason="falsche Datei")
    assert shown(inhabited, "kinder") == [HIDDEN] * 3 + ["missing"]


def test_nor_is_it_told_by_where_figures_come_from(inhabited: Store, guarded: None) -> None:
    put_records(inhabited, [PROTECTED])
    put_table(inhabited, "kinder", "2022", {CETAL: 1.0})
    workspace, asked = Workspace(inhabited), Query("kinder", "gemeinde", "2022")
    told = [provenance(workspace, asked, area).origins for area in (AHAUSEN, BEDORF, CETAL)]
    assert told[0] == told[1] == told[2] != ()


def test_what_comes_later_beside_a_lone_figure_stays_hidden(
    inhabited: Store, guarded: None
) -> None:
    put_records(inhabited, [PROTECTED])
    put_table(inhabited, "kinder", "2022", {CETAL: 1.0})
    put_table(inhabited, "kinder", "2022", {AHAUSEN: 9.0, BEDORF: 8.0, FOREST: "-"})
    assert shown(inhabited, "kinder") == [HIDDEN] * 3 + [0]
    assert all(one.safe for one in audit(Workspace(inhabited)))


def test_the_one_area_of_a_level_is_hidden_at_all_periods(inhabited: Store, guarded: None) -> None:
    put_records(inhabited, [PROTECTED])
    with inhabited.writing("table", file="kreis.csv") as writer:
        for year, count in (("2020", 9.0), ("2021", 1.0), ("2022", 8.0)):
            add_cells(writer, "kinder", year, {COUNTY: count}, system="kreis")
    years = [shown(inhabited, "kinder", "kreis", year) for year in ("2020", "2021", "2022")]
    assert years == [[HIDDEN]] * 3
    assert [one.safe for one in audit(Workspace(inhabited))] == [True] * 3


def test_the_only_figure_of_a_level_is_refused_with_what_to_do(
    inhabited: Store, guarded: None
) -> None:
    put_records(inhabited, [PROTECTED])
    with pytest.raises(OnlyFigure, match=r"„Kinder“, Dreidorf, 2022: .* Bitte ihn in der Datei"):
        put_table(inhabited, "kinder", "2022", {COUNTY: 1.0}, system="kreis")
    put_table(inhabited, "kinder", "2022", {COUNTY: "."}, system="kreis")
    assert shown(inhabited, "kinder", "kreis") == [HIDDEN]


def test_a_rule_on_the_only_figure_of_a_level_is_refused_in_its_own_words(
    inhabited: Store, guarded: None
) -> None:
    put_table(inhabited, "kinder", "2022", {COUNTY: 1.0}, system="kreis")
    with pytest.raises(NotHidable, match=r"„Kinder“, Dreidorf, 2022: Mit dieser Regel wäre"):
        put_records(inhabited, [PROTECTED])


def test_a_lone_figure_beside_what_is_out_is_refused(inhabited: Store, guarded: None) -> None:
    """Ahausen and Bedorf are out: what is hidden now can only be Cetal's, and small."""
    put_records(inhabited, [PROTECTED])
    put_table(inhabited, "kinder", "2022", {AHAUSEN: 9.0, BEDORF: 8.0})
    with pytest.raises(GivenAway, match=r"„Kinder“, Cetal, 2022: .* schon veröffentlicht"):
        put_table(inhabited, "kinder", "2022", {CETAL: 1.0})


def test_an_import_can_be_taken_back_though_a_lone_figure_is_left(
    inhabited: Store, guarded: None
) -> None:
    put_records(inhabited, [PROTECTED])
    with inhabited.writing("table", file="kreis.csv") as writer:
        add_cells(writer, "kinder", "2021", {COUNTY: 1.0}, system="kreis")
        add_cells(writer, "kinder", "2022", {COUNTY: 8.0}, system="kreis")
    number = put_table(inhabited, "kinder", "2021", {COUNTY: 7.0}, system="kreis")
    undo_import(inhabited, number)
    assert shown(inhabited, "kinder", "kreis", "2021") == [HIDDEN]


def test_a_rule_undone_shows_everything_again(few_children: Store) -> None:
    put_records(few_children, [replace(PROTECTED, minimum=4)])
    undo_import(few_children, Workspace(few_children).number)
    rules = [e for e in Workspace(few_children).journal() if e.kind == "catalogue"]
    undo_import(few_children, rules[1].number)
    assert shown(few_children, "kinder") == [2, 8, 5, 0]
    assert Workspace(few_children).hidden_cells == {}


def test_purged_figures_leave_no_trace_in_the_pattern(few_children: Store) -> None:
    purge_import(few_children, Workspace(few_children).number, reason="Namensliste")
    workspace = Workspace(few_children)
    assert {key[0] for key in workspace.hidden_cells} == set()
    assert {key[0] for key in workspace.released_values} == set()


def test_what_has_to_go_can_go_whatever_is_out(inhabited: Store, guarded: None) -> None:
    """Without the population nobody knows any more that the forest is empty; its 0 is out."""
    put_records(inhabited, [PROTECTED])
    put_table(inhabited, "kinder", "2022", COUNTS)
    population = next(e for e in Workspace(inhabited).journal() if e.kind == "table")
    purge_import(inhabited, population.number, reason="falsche Datei")
    assert shown(inhabited, "kinder") == [HIDDEN, HIDDEN, 5, 0]


def test_an_earlier_snapshot_reads_its_own_pattern(few_children: Store) -> None:
    early = Workspace(few_children)
    put_records(few_children, [replace(PROTECTED, minimum=0)])
    assert {key[3] for key in early.hidden_cells} == {AHAUSEN, BEDORF}


def test_what_is_as_it_was_is_not_reckoned_again(
    few_children: Store, reckonings: list[int]
) -> None:
    put_table(few_children, "betten", "2022", {AHAUSEN: 1.0})
    put_table(few_children, "kinder", "2021", COUNTS)
    assert len(reckonings) == 1


def test_what_was_written_without_protection_is_protected_when_read(tmp_path: Path) -> None:
    with village_store(tmp_path / "anderswo") as store:
        put_table(store, "einwohner", "2022", {AHAUSEN: 100.0, BEDORF: 200.0, CETAL: 300.0})
        put_records(store, [PROTECTED])
        put_table(store, "kinder", "2022", COUNTS)
        assert not Workspace(store).is_reckoned
        assert shown(store, "kinder")[:2] == [HIDDEN, HIDDEN]


def test_a_rule_on_figures_that_are_no_counts_is_refused(inhabited: Store, guarded: None) -> None:
    put_table(inhabited, "kinder", "2022", COUNTS | {AHAUSEN: -2.0})
    with pytest.raises(NotCounts, match=r"„Kinder“ .* Ahausen \(2022\) den Wert -2\."):
        put_records(inhabited, [PROTECTED])
    assert shown(inhabited, "kinder")[0] == -2


@pytest.fixture
def unreckonable(tmp_path: Path) -> Iterator[Store]:
    """A rule on negative figures, written by a program that knows nothing of rules."""
    with village_store(tmp_path / "anderswo") as store:
        put_records(store, [PROTECTED])
        put_table(store, "kinder", "2022", COUNTS | {AHAUSEN: -2.0})
        yield store


def test_where_nothing_can_be_reckoned_nothing_is_shown(unreckonable: Store) -> None:
    assert shown(unreckonable, "kinder") == [HIDDEN] * 4


def test_where_nothing_can_be_reckoned_siblings_tell_nothing_either(unreckonable: Store) -> None:
    put_records(unreckonable, [replace(PROTECTED, adds_to=("alle",)), SIBLING])
    put_table(unreckonable, "alle", "2022", {AHAUSEN: 10.0, BEDORF: 10.0, CETAL: 10.0})
    put_table(unreckonable, "andere", "2022", {AHAUSEN: 8.0, BEDORF: 2.0, CETAL: 5.0})
    assert not Workspace(unreckonable).is_reckoned
    assert shown(unreckonable, "andere") == [HIDDEN] * 4
