"""The way of a figure in words."""

from __future__ import annotations

import datetime

from geodata.catalogue import Indicator, Source
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from indicators.freshness import Freshness, Light
from indicators.provenance import Origin, Provenance, Step
from indicators.published import Cell
from layers.provenance_text import provenance_told

CHILDREN = Indicator("kinder", "Kinder", department="Jugendamt", licence="dl-de/by-2-0")
UNSAID = Freshness(Light.NONE, Period("2022"))


def of(
    *, areas: int, sheet: str = "", method: str = "", steps: tuple[Step, ...] = ()
) -> Provenance:
    origin = Origin(
        role="value",
        variable=CHILDREN,
        system_title="Gemeinde",
        period=Period("2022"),
        source=Source("amt", "Kreisamt"),
        file="kinder.xlsx",
        sheet=sheet,
        import_id=7,
        imported=datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC),
        areas=tuple(f"Dorf {number}" for number in range(1, areas + 1)),
        rows=tuple(range(2, areas + 2)),
    )
    cell = Cell(8.0, Status.SHOWN, Nature.REAL, Flag(0))
    return Provenance(CHILDREN, "1", "Nordkreis", Period("2022"), cell, steps, method, (origin,))


def test_sheet_row_and_import_day_are_named() -> None:
    (origin,) = provenance_told(of(areas=1, sheet="Tabelle2"), UNSAID)["origins"]
    lines = dict(origin["lines"])
    assert (lines["Tabellenblatt"], lines["Zeile"]) == ("Tabelle2", "2")
    assert lines["Import"] == "Nr. 7 vom 22.11.2026"
    assert "Gebiete" not in lines


def test_of_many_rows_the_first_are_named_and_the_others_counted() -> None:
    (origin,) = provenance_told(of(areas=9), UNSAID)["origins"]
    lines = dict(origin["lines"])
    assert lines["Zeile"] == "2, 3, 4, 5, 6, 7 und 3 weitere"
    assert lines["Gebiete"].endswith("Dorf 6 und 3 weitere")


def test_each_step_is_said_and_so_is_none() -> None:
    both = (Step.SUMMED, Step.DIVIDED)
    assert dict(provenance_told(of(areas=1, steps=both), UNSAID)["lines"])["Rechenweg"] == (
        "Summe kleinerer Gebiete; Zähler durch Nenner geteilt"
    )
    carried = of(areas=1, steps=(Step.CARRIED,), method="points:Ortslagen")
    assert (
        "nach der Bevölkerung (Ortslagen)"
        in dict(provenance_told(carried, UNSAID)["lines"])["Rechenweg"]
    )
    assert dict(provenance_told(of(areas=1), UNSAID)["lines"])["Rechenweg"] == (
        "unverändert aus der Datei"
    )


def test_every_step_has_its_words() -> None:
    for step in Step:
        told = dict(provenance_told(of(areas=1, steps=(step,)), UNSAID)["lines"])
        assert told["Rechenweg"]
