"""A selected area has its portrait; several have one together; with none, the county has."""

from __future__ import annotations

from typing import Any

from plotly.io.json import to_json_plotly

from callbacks.show_area import show_area
from geodata.catalogue import Indicator
from geodata.store import Store
from geodata.workspace_holder import WorkspaceHolder
from layers.view import View
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


def portrait(holder: WorkspaceHolder, *areas: str, search: str = SEARCH) -> str:
    """What a reader sees in the panel when these areas are selected."""
    told, _ = show_area(View.from_search(f"{search}&gebiet={';'.join(areas)}"), holder.current())
    return text_of(told)


def text_of(parts: Any) -> str:
    """Everything a reader sees, roughly: the components as JSON."""
    found: str = to_json_plotly(parts)
    return found.replace("\\u00a0", " ")


def test_the_portrait_says_value_rank_and_change(told_villages: WorkspaceHolder) -> None:
    told = portrait(told_villages, BEDORF)
    assert "Bedorf" in told
    assert "1 von 3" in told
    assert "−1" in told or "\\u22121" in told


def test_a_change_across_two_censuses_says_so(told_villages: WorkspaceHolder) -> None:
    upper = portrait(told_villages, BEDORF)
    assert "Bruch in der Reihe" in upper


def test_the_change_of_several_areas_tells_where_it_comes_from(
    told_villages: WorkspaceHolder,
) -> None:
    upper = portrait(told_villages, AHAUSEN, BEDORF)
    assert f"seit=2020&ebene=gemeinde&gebiet={AHAUSEN};{BEDORF}" in upper


def test_a_secret_figure_is_a_word_and_never_a_number(told_villages: WorkspaceHolder) -> None:
    upper = portrait(told_villages, CETAL)
    assert "geheim gehalten" in upper
    assert "Rang 1" not in upper


def test_with_nothing_selected_the_county_is_shown(told_villages: WorkspaceHolder) -> None:
    upper = portrait(told_villages)
    told = upper
    assert "Dreidorf" in told
    assert "20" in told


def test_an_area_of_another_system_is_not_searched_for(told_villages: WorkspaceHolder) -> None:
    assert portrait(told_villages, "gibt es nicht") == portrait(told_villages)


def test_several_areas_are_read_as_one_under_the_name_of_the_address(
    told_villages: WorkspaceHolder,
) -> None:
    search = SEARCH + "&name=Unser%20Norden"
    told = portrait(told_villages, AHAUSEN, BEDORF, search=search)
    assert "Unser Norden" in told
    assert '"12"' in told
    assert "Ahausen" in told
    assert "Rang" not in told


def test_several_areas_without_a_name_are_counted(told_villages: WorkspaceHolder) -> None:
    told = portrait(told_villages, AHAUSEN, BEDORF)
    assert "2 Gebiete zusammen" in told


def test_with_a_secret_member_the_sum_is_at_least(told_villages: WorkspaceHolder) -> None:
    told = portrait(told_villages, BEDORF, CETAL)
    assert "mindestens 8" in told
    assert "geheim gehalten" in told


def test_where_a_part_of_a_share_is_secret_the_reason_stands_in_its_place(
    told_villages: WorkspaceHolder,
) -> None:
    with Store.open(told_villages.current().path) as store:
        put_records(store, [SHARE])
    share = "?indikator=anteil&ebene=gemeinde&zeit=2022"
    told = portrait(told_villages, BEDORF, CETAL, search=share)
    assert "Nicht jedes der Gebiete hat einen Wert" in told
    whole = portrait(told_villages, AHAUSEN, BEDORF, search=share)
    assert "4,0 %" in whole


def test_the_portrait_lists_the_facilities_that_pass_the_filter_of_the_address(
    told_villages: WorkspaceHolder,
) -> None:
    with Store.open(told_villages.current().path) as store:
        put_facilities(store, "kita", KITAS)
        put_facilities(store, "schule", [SCHOOL])
    upper = portrait(told_villages, AHAUSEN)
    assert ("Einrichtungen hier (2)" in upper, "Mond" in upper) == (True, True)
    told = portrait(told_villages, AHAUSEN, search=f"{SEARCH}&traeger=DRK")
    assert "Einrichtungen hier (1, nach dem Filter)" in told
    assert "Mond" not in told
    together = portrait(told_villages, AHAUSEN, CETAL)
    assert "Einrichtungen hier (3)" in together


def test_without_any_facility_the_portrait_says_nothing_of_them(
    told_villages: WorkspaceHolder,
) -> None:
    upper = portrait(told_villages, AHAUSEN)
    assert "Einrichtungen" not in upper
