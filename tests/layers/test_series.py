"""The line over the years is never drawn across a break."""

from __future__ import annotations

import pytest

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from indicators.portrait import Point
from indicators.published import Cell
from layers.series import series_figure, series_notes

INDICATOR = Indicator("kinder", "Kinder")


def point(year: int, value: float | None, base: str, nature: Nature = Nature.REAL) -> Point:
    status = Status.SHOWN if value is not None else Status.MISSING
    return Point(Period(str(year)), base, Cell(value, status, nature, Flag(0)))


@pytest.fixture
def two_censuses() -> list[Point]:
    return [
        point(2019, 3, "Zensus 2011"),
        point(2020, None, "Zensus 2011"),
        point(2021, 4, "Zensus 2011"),
        point(2022, 6, "Zensus 2022", Nature.MODEL),
        point(2023, 7, "Zensus 2022", Nature.MODEL),
    ]


def test_each_census_base_is_its_own_line(two_censuses: list[Point]) -> None:
    lines = series_figure(two_censuses, INDICATOR)["data"]
    assert [line["y"] for line in lines] == [[3, None, 4], [6, 7]]


def test_bases_that_lie_side_by_side_in_time_keep_their_own_lines() -> None:
    bases = ["Zensus 2011", "Zensus 2022", "Zensus 2011", "Zensus 2022"]
    points = [point(2019 + at, at, base) for at, base in enumerate(bases)]
    lines = series_figure(points, INDICATOR)["data"]
    assert [line["y"] for line in lines] == [[0, 2], [1, 3]]


def test_a_missing_year_is_a_gap(two_censuses: list[Point]) -> None:
    assert not any(line["connectgaps"] for line in series_figure(two_censuses, INDICATOR)["data"])


def test_model_figures_are_dotted_and_hollow(two_censuses: list[Point]) -> None:
    real, model = series_figure(two_censuses, INDICATOR)["data"]
    assert (real["line"]["dash"], model["line"]["dash"]) == ("solid", "dot")
    assert real["marker"]["color"] != model["marker"]["color"]


def test_the_drawing_is_explained_only_where_it_needs_to_be(two_censuses: list[Point]) -> None:
    assert len(series_notes(two_censuses)) == 2
    assert series_notes(two_censuses[:3]) == []


def test_estimated_figures_never_share_a_line_with_counted_ones() -> None:
    mixed = [point(2020, 1, ""), point(2021, 2, "", Nature.ESTIMATED), point(2022, 3, "")]
    real, estimated = series_figure(mixed, INDICATOR)["data"]
    assert (real["y"], estimated["y"]) == ([1, 3], [2])
    assert (real["line"]["dash"], estimated["line"]["dash"]) == ("solid", "dash")
    assert series_notes(mixed) == ["Gestrichelt: geschätzte Werte."]


def test_each_of_two_bases_is_named_above_the_lines_with_the_sign_of_its_points(
    two_censuses: list[Point],
) -> None:
    figure = series_figure(two_censuses, INDICATOR)
    labels = figure["layout"]["annotations"]
    assert [label["text"] for label in labels] == ["● Zensus 2011", "■ Zensus 2022"]
    assert [line["marker"]["symbol"] for line in figure["data"]] == ["circle", "square"]
    assert all(label["yref"] == "paper" and label["y"] == 1 for label in labels)
    assert labels[1]["xshift"] > labels[0]["xshift"]
    assert series_figure(two_censuses[:3], INDICATOR)["layout"]["annotations"] == []


def test_a_unit_or_base_with_markup_stays_text() -> None:
    hostile = Indicator("x", "X", unit='<a href="x">&')
    points = [point(2020, 1, "<b>alt</b>"), point(2021, 2, "neu")]
    figure = series_figure(points, hostile)
    assert figure["data"][0]["text"] == ['2020: 1\u00a0&lt;a href="x"&gt;&amp;']
    assert figure["layout"]["annotations"][0]["text"] == "● &lt;b&gt;alt&lt;/b&gt;"


def test_school_years_are_short_enough_for_the_axis() -> None:
    years = [Point(Period(f"{y}/{y + 1}"), "", point(y, 1, "").cell) for y in (2014, 2015, 2016)]
    axis = series_figure(years, INDICATOR)["layout"]["xaxis"]
    assert axis["ticktext"] == ["14/15", "15/16", "16/17"]


def test_no_two_lines_across_read_alike() -> None:
    share = Indicator("anteil", "Anteil", kind="share", unit="%")
    close = [point(2020, 15.43, ""), point(2021, 15.51, "")]
    axis = series_figure(close, share)["layout"]["yaxis"]
    assert (axis["dtick"], axis["tickformat"]) == (0.1, ",.1f")
    assert axis["range"] == pytest.approx([15.35, 15.65])
    level = series_figure([point(2020, 5, ""), point(2021, 5, "")], INDICATOR)["layout"]["yaxis"]
    assert (level["dtick"], level["range"]) == (1.0, [4.0, 6.0])
    wide = series_figure([point(2020, 5, ""), point(2021, 90, "")], INDICATOR)["layout"]["yaxis"]
    assert wide["nticks"] == 4
