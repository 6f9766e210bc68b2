"""A selected area has its portrait; with none selected, the county has."""

from __future__ import annotations

from typing import Any

from plotly.io.json import to_json_plotly

from callbacks.show_area import show_area
from geodata.workspace import WorkspaceHolder
from tests.villages import BEDORF, CETAL

PAINTED = {"search": "?indikator=kinder&ebene=gemeinde", "number": 1}


def text_of(parts: Any) -> str:
    """Everything a reader sees, roughly: the components as JSON."""
    found: str = to_json_plotly(parts)
    return found.replace("\\u00a0", " ")


def test_the_portrait_says_value_rank_and_change(told_villages: WorkspaceHolder) -> None:
    upper, _ = show_area(PAINTED, [BEDORF], told_villages)
    told = text_of(upper)
    assert "Bedorf" in told
    assert "1 von 3" in told
    assert "−1" in told or "\\u22121" in told


def test_a_change_across_two_censuses_says_so(told_villages: WorkspaceHolder) -> None:
    upper, _ = show_area(PAINTED, [BEDORF], told_villages)
    assert "Bruch in der Reihe" in text_of(upper)


def test_a_secret_figure_is_a_word_and_never_a_number(told_villages: WorkspaceHolder) -> None:
    upper, _ = show_area(PAINTED, [CETAL], told_villages)
    assert "geheim gehalten" in text_of(upper)
    assert "Rang 1" not in text_of(upper)


def test_with_nothing_selected_the_county_is_shown(told_villages: WorkspaceHolder) -> None:
    upper, _ = show_area(PAINTED, [], told_villages)
    told = text_of(upper)
    assert "Dreidorf" in told
    assert "20" in told


def test_an_area_of_another_system_is_not_searched_for(told_villages: WorkspaceHolder) -> None:
    assert text_of(show_area(PAINTED, ["gibt es nicht"], told_villages)) == text_of(
        show_area(PAINTED, [], told_villages)
    )
