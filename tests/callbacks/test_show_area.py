"""A selected area has its portrait; several have one together; with none, the county has."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from plotly.io.json import to_json_plotly

from callbacks.show_area import show_area
from geodata.catalogue import Indicator
from geodata.imports.notes import put_note
from geodata.notes import NoteKey
from geodata.store import Store
from geodata.workspace_holder import WorkspaceHolder
from tests.kitas import KITAS, SCHOOL
from tests.villages import AHAUSEN, BEDORF, CETAL, put_facilities, put_records

SHARE = Indicator(
    "anteil",
    "Anteil",
    kind="share",
    unit="%",
    factor=100.0,
    numerator=("kinder",),
    denominator=("einwohner",),
)
SEARCH = "?indikator=kinder&ebene=gemeinde"
PAINTED = {"search": SEARCH, "number": 1}


def text_of(parts: Any) -> str:
    """Everything a reader sees, roughly: the components as JSON."""
    found: str = to_json_plotly(parts)
    return found.replace("\\u00a0", " ")


def test_the_portrait_says_value_rank_and_change(told_villages: WorkspaceHolder) -> None:
    upper, _ = show_area(PAINTED, [BEDORF], "", told_villages)
    told = text_of(upper)
    assert "Bedorf" in told
    assert "1 von 3" in told
    assert "−1" in told or "\\u22121" in told


def test_a_change_across_two_censuses_says_so(told_villages: WorkspaceHolder) -> None:
    upper, _ = show_area(PAINTED, [BEDORF], "", told_villages)
    assert "Bruch in der Reihe" in text_of(upper)


def test_the_change_of_several_areas_tells_where_it_comes_from(
    told_villages: WorkspaceHolder,
) -> None:
    upper, _ = show_area(PAINTED, [AHAUSEN, BEDORF], "", told_villages)
    assert f"seit=2020&ebene=gemeinde&gebiet={AHAUSEN};{BEDORF}" in text_of(upper)


def test_a_secret_figure_is_a_word_and_never_a_number(told_villages: WorkspaceHolder) -> None:
    upper, _ = show_area(PAINTED, [CETAL], "", told_villages)
    assert "geheim gehalten" in text_of(upper)
    assert "Rang 1" not in text_of(upper)


def test_with_nothing_selected_the_county_is_shown(told_villages: WorkspaceHolder) -> None:
    upper, _ = show_area(PAINTED, [], "", told_villages)
    told = text_of(upper)
    assert "Dreidorf" in told
    assert "20" in told


def test_an_area_of_another_system_is_not_searched_for(told_villages: WorkspaceHolder) -> None:
    assert text_of(show_area(PAINTED, ["gibt es nicht"], "", told_villages)) == text_of(
        show_area(PAINTED, [], "", told_villages)
    )


def test_several_areas_are_read_as_one_under_the_name_of_the_address(
    told_villages: WorkspaceHolder,
) -> None:
    search = SEARCH + "&name=Unser%20Norden"
    told = text_of(show_area(PAINTED, [AHAUSEN, BEDORF], search, told_villages)[0])
    assert "Unser Norden" in told
    assert '"12"' in told
    assert "Ahausen" in told
    assert "Rang" not in told


def test_several_areas_without_a_name_are_counted(told_villages: WorkspaceHolder) -> None:
    told = text_of(show_area(PAINTED, [AHAUSEN, BEDORF], "", told_villages)[0])
    assert "2 Gebiete zusammen" in told


def test_with_a_secret_member_the_sum_is_at_least(told_villages: WorkspaceHolder) -> None:
    told = text_of(show_area(PAINTED, [BEDORF, CETAL], "", told_villages)[0])
    assert "mindestens 8" in told
    assert "geheim gehalten" in told


def test_where_a_part_of_a_share_is_secret_the_reason_stands_in_its_place(
    told_villages: WorkspaceHolder,
) -> None:
    with Store.open(told_villages.current().path) as store:
        put_records(store, [SHARE])
    painted = {"search": "?indikator=anteil&ebene=gemeinde&zeit=2022", "number": 1}
    told = text_of(show_area(painted, [BEDORF, CETAL], "", told_villages)[0])
    assert "Nicht jedes der Gebiete hat einen Wert" in told
    whole = text_of(show_area(painted, [AHAUSEN, BEDORF], "", told_villages)[0])
    assert "4,0 %" in whole


def test_the_portrait_lists_the_facilities_that_pass_the_filter_of_the_address(
    told_villages: WorkspaceHolder,
) -> None:
    with Store.open(told_villages.current().path) as store:
        put_facilities(store, "kita", KITAS)
        put_facilities(store, "schule", [SCHOOL])
    upper, _ = show_area(PAINTED, [AHAUSEN], SEARCH, told_villages)
    assert ("Einrichtungen hier (2)" in text_of(upper), "Mond" in text_of(upper)) == (True, True)
    upper, _ = show_area(PAINTED, [AHAUSEN], f"{SEARCH}&traeger=DRK", told_villages)
    told = text_of(upper)
    assert "Einrichtungen hier (1, nach dem Filter)" in told
    assert "Mond" not in told
    together, _ = show_area(PAINTED, [AHAUSEN, CETAL], SEARCH, told_villages)
    assert "Einrichtungen hier (3)" in text_of(together)


def test_without_any_facility_the_portrait_says_nothing_of_them(
    told_villages: WorkspaceHolder,
) -> None:
    upper, _ = show_area(PAINTED, [AHAUSEN], SEARCH, told_villages)
    assert "Einrichtungen" not in text_of(upper)


def test_a_draft_is_kept_for_who_may_write_and_shown_to_nobody_else(
    counted_villages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = NoteKey("kinder", "gemeinde", BEDORF, "2022", "Amt")
    with Store.open(counted_villages) as store:
        put_note(store, key, "Noch geheim.", on=datetime.date(2026, 11, 28))
    told = []
    with WorkspaceHolder(counted_villages) as holder:
        for writes in (True, False, True):
            for module in ("show_area", "write_note"):
                monkeypatch.setattr(f"callbacks.{module}.may_write", lambda writes=writes: writes)
            upper, _ = show_area(PAINTED, [BEDORF], "", holder)
            told.append("Noch geheim." in text_of(upper))
    assert told == [True, False, True]
