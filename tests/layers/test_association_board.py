"""Two indicators against each other, in words that do not promise too much."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from geodata.catalogue import Indicator
from geodata.markers import Nature, Status
from indicators.comparison.association import Association, association
from indicators.published import Published
from indicators.query import Query
from layers.association_board import association_board


@pytest.fixture
def pair(with_changes: Callable[..., Published]) -> tuple[Published, Published]:
    """Two figures in six areas, the one the double of the other, but for the last."""
    shown = {"status": np.zeros(6, np.uint8), "flags": np.zeros(6, np.uint16)}
    first = with_changes(values=np.array([1.0, 2, 3, 4, 5, 6]), **shown)
    other = Indicator("quote", "Betreuungsquote", unit="%", kind="share")
    second = with_changes(values=np.array([2.0, 4, 6, 8, 12, 10]), indicator=other, **shown)
    return first, second


def drawn(pair: tuple[Published, Published], **parts: object) -> list[str]:
    x, y = pair
    found: Association = replace(association(x, y), **parts)  # type: ignore[arg-type]
    sentences: list[str] = association_board(found, x, y, selected=())["sentences"]
    return sentences


def test_how_both_go_together_is_said_and_never_called_a_cause(
    pair: tuple[Published, Published],
) -> None:
    first, last = drawn(pair)
    assert first.startswith("Wo „Kinder unter 3“ hoch ist, ist „Betreuungsquote“ meist auch hoch")
    assert last == "Über Ursachen sagt das nichts."


def test_model_figures_are_named(pair: tuple[Published, Published]) -> None:
    assert "Modelldaten" in drawn(pair, worst_nature=Nature.MODEL)[-1]


def test_a_change_is_called_a_change(pair: tuple[Published, Published]) -> None:
    x, y = pair
    x = replace(x, query=Query("kinder", "gemeinde", "2022-12-31", since="2020-12-31"))
    told = association_board(association(x, y), x, y, selected=())
    assert told["x"]["title"] == "Veränderung: Kinder unter 3"
    assert told["x"]["state"] == "von 31.12.2020 bis 31.12.2022"


def test_too_few_areas_are_counted_and_a_way_on_is_shown(
    pair: tuple[Published, Published],
) -> None:
    sentence, further = drawn(pair, rho=None, p_value=None, why_none="too_few", n=3)
    assert "Nur 3 Gebiete" in sentence
    assert "anderen zweiten Indikator" in further


def test_the_level_where_more_areas_have_both_is_named(pair: tuple[Published, Published]) -> None:
    x, y = pair
    found = replace(association(x, y), rho=None, why_none="too_few", n=3)
    told = association_board(found, x, y, selected=(), elsewhere=("Samtgemeinde", 7))
    assert "Raumebene „Samtgemeinde“ haben 7 Gebiete" in told["sentences"][1]


@pytest.mark.parametrize(("shown", "dots"), [(2, 0), (3, 3)])
def test_fewer_than_three_dots_are_no_picture(
    with_changes: Callable[..., Published],
    pair: tuple[Published, Published],
    shown: int,
    dots: int,
) -> None:
    _, y = pair
    status = np.full(6, Status.SUPPRESSED, np.uint8)
    status[:shown] = Status.SHOWN
    x = with_changes(values=np.arange(6.0), status=status, flags=np.zeros(6, np.uint16))
    assert len(association_board(association(x, y), x, y, selected=())["points"]) == dots


def test_the_numbers_stand_apart_from_the_sentence(pair: tuple[Published, Published]) -> None:
    x, y = pair
    told = association_board(association(x, y), x, y, selected=())
    # The ranks differ by 0, 0, 0, 0, 1, -1: 1 - 6 * 2 / (6 * 35) = 0.943.
    assert told["facts"][0] == ["Spearmans Rho", "0,94"]
    assert "0,94" not in " ".join(told["sentences"])


def test_both_sides_are_marked(pair: tuple[Published, Published]) -> None:
    x, y = pair
    told = association_board(association(x, y), x, y, selected=("2",), sides={"0": "a", "1": "b"})
    assert [point["side"] for point in told["points"][:3]] == ["a", "b", ""]


def test_points_carry_names_texts_and_the_selection(pair: tuple[Published, Published]) -> None:
    x, y = pair
    points = association_board(association(x, y), x, y, selected=("1",))["points"]
    assert [point["name"] for point in points if point["selected"]] == ["Bedorf"]
    assert points[1]["y_text"] == "4,0\u00a0%"
    assert points[0]["x"] < points[5]["x"]


def test_a_gap_is_named_with_the_indicator_that_has_it(
    with_changes: Callable[..., Published], pair: tuple[Published, Published]
) -> None:
    _, y = pair
    x = with_changes()
    gaps = association_board(association(x, y), x, y, selected=())["gaps"]
    assert "Ehausen (Kinder unter 3: geheim gehalten)" in gaps
