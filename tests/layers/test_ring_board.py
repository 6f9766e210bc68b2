"""A county in its ring: where it stands, and no more than the ring allows to tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from geodata.catalogue import Indicator, Source
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from geodata.ring import Member, Ring
from indicators.comparison.ring import RingCell, RingPosition
from indicators.published import Cell
from layers.ring_board import ring_board

MEMBERS = (Member("03354", "Eigenkreis"), Member("03355", "Nachbarkreis"))
RING = Ring("nachbarn", "Nachbarn", "alle Nachbarn", MEMBERS)


def cell(value: float) -> Cell:
    return Cell(value, Status.SHOWN, Nature.REAL, Flag(0))


@pytest.fixture
def position() -> RingPosition:
    """The own county has 10, its neighbour 30."""
    return RingPosition(
        ring=RING,
        indicator=Indicator("alter", "Alter", unit="Jahre"),
        period=Period("2024"),
        base="",
        own=cell(10.0),
        members=(
            RingCell("03355", "Nachbarkreis", cell(30.0)),
            RingCell("03354", "Eigenkreis", cell(10.0)),
        ),
        n=2,
        lower_quartile=15.0,
        median=20.0,
        upper_quartile=25.0,
        rank=2,
        sources=(Source("amt", "Amt"),),
    )


def test_the_own_figure_is_placed_against_the_middle_half(position: RingPosition) -> None:
    [row] = ring_board(RING, [RING], [position], county=MEMBERS[0])["rows"]
    assert "der eigene Wert liegt darunter" in row["sentence"]
    assert row["at"] < row["band"][0] < row["median"] < row["band"][1] < row["others"][0]
    assert row["median_origin"] == "?indikator=alter&zeit=2024&gebiet=median&ring=nachbarn"
    assert (row["rank"], row["own"]) == ("2 von 2", "10\u00a0Jahre")


def test_an_anonymous_ring_names_and_ranks_nobody(position: RingPosition) -> None:
    ring = replace(RING, anonymous=True)
    found = replace(position, ring=ring, members=(), rank=None)
    told = ring_board(ring, [ring], [found], county=MEMBERS[0])
    assert "Nachbarkreis" not in str(told)
    assert (told["rows"][0]["rank"], told["rows"][0]["others"]) == ("", [])
    assert "nicht genannt" in told["rows"][0]["sentence"]


def test_without_an_own_figure_nothing_is_placed(position: RingPosition) -> None:
    [row] = ring_board(RING, [RING], [replace(position, own=None)], county=MEMBERS[0])["rows"]
    assert (row["at"], row["own"]) == (None, "keine Angabe")
    assert "keine Angabe" in row["sentence"]


def test_a_ring_without_figures_says_how_they_come_in() -> None:
    assert "--ring" in ring_board(RING, [RING], [], county=MEMBERS[0])["empty"]
