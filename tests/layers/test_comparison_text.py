"""Sentences of the comparison, each read by a human eye: grammar, gaps, direction, honesty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata.catalogue import KINDS, Indicator
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from indicators.comparison.place import Place
from indicators.comparison.profile import Comparison
from indicators.comparison.side import Side
from indicators.published import Cell
from layers.comparison_text import (
    comparison_sentences,
    comparison_text,
    difference_text,
    many_comparisons_note,
)
from layers.spoken_area import spoken_area

QUOTA = Indicator(
    "quote", "Betreuungsquote", unit="%", kind="share", decimals=1, direction="high_is_good"
)
CHILDREN = Indicator("kinder", "Kinder unter 3 Jahren", unit="Kinder")
NO_FLAG = Flag(0)
NO_CELL = Cell(None, Status.MISSING, Nature.REAL, Flag(0))

Compare = Callable[..., Comparison]


def cell(
    value: float | None,
    status: Status = Status.SHOWN,
    nature: Nature = Nature.REAL,
    flags: Flag = NO_FLAG,
) -> Cell:
    return Cell(value, status, nature, flags)


def side(name: str, of: Cell, **changes: Any) -> Side:
    made = Side(
        place=Place("gemeinde", name),
        name=name,
        system_title="Gemeinde",
        cell=of,
        period=Period("2022-12-31"),
        base="",
        interval=None,
        small=False,
    )
    return replace(made, **changes)


def compared(
    a: Cell,
    b: Cell,
    indicator: Indicator = QUOTA,
    *,
    of_a: Any = None,
    of_b: Any = None,
    **facts: Any,
) -> Comparison:
    difference = None
    if a.value is not None and b.value is not None:
        difference = a.value - b.value
    made = Comparison(
        indicator=indicator,
        a=side("Dannenberg (Elbe)", a, **(of_a or {})),
        b=side("Lüchow (Wendland)", b, **(of_b or {})),
        county=NO_CELL,
        difference=difference,
        chance="",
        untold="gap",
        p_value=None,
        better="",
    )
    return replace(made, **facts)


def told(found: Comparison, **options: Any) -> str:
    """All sentences but the one of the state, with plain blanks."""
    return " ".join(comparison_sentences(found, {}, **options)[:-1]).replace("\u00a0", " ")


def test_the_whole_text_of_a_clear_difference() -> None:
    found = compared(
        cell(45.3), cell(38.2), chance="larger", better="a", county=cell(41.0), untold=""
    )
    text = comparison_text(found, {}, county_name="Landkreis Lüchow-Dannenberg")
    assert text.replace("\u00a0", " ") == (
        "Betreuungsquote: In Dannenberg (Elbe) sind es 45,3 %, in Lüchow (Wendland) 38,2 %. "
        "Der Unterschied (7,1 Prozentpunkte) ist größer, als der Zufall kleiner Zahlen erwarten "
        "lässt. Ein hoher Wert ist hier günstig: Dannenberg (Elbe) steht besser da. "
        "Im Landkreis Lüchow-Dannenberg sind es 41,0 %. Stand 31.12.2022."
    )


SUPPRESSED = cell(None, Status.SUPPRESSED)
MISSING = cell(None, Status.MISSING)
UNRELIABLE = cell(None, Status.UNRELIABLE)
ZERO = cell(0.0, Status.ZERO)


@pytest.mark.parametrize(
    ("a", "b", "sentence"),
    [
        (
            SUPPRESSED,
            cell(12),
            "Für Dannenberg (Elbe) wird der Wert geheim gehalten, "
            "in Lüchow (Wendland) gibt es 12 Kinder unter 3 Jahren.",
        ),
        (
            cell(12),
            SUPPRESSED,
            "In Dannenberg (Elbe) gibt es 12 Kinder unter 3 Jahren, "
            "für Lüchow (Wendland) wird der Wert geheim gehalten.",
        ),
        (
            MISSING,
            cell(12),
            "Für Dannenberg (Elbe) gibt es keine Angabe, "
            "in Lüchow (Wendland) gibt es 12 Kinder unter 3 Jahren.",
        ),
        (
            cell(None, Status.MISSING, flags=Flag.LATER),
            cell(12),
            "Für Dannenberg (Elbe) folgt die Angabe später, "
            "in Lüchow (Wendland) gibt es 12 Kinder unter 3 Jahren.",
        ),
        (
            cell(12),
            UNRELIABLE,
            "In Dannenberg (Elbe) gibt es 12 Kinder unter 3 Jahren, "
            "für Lüchow (Wendland) ist der Wert zu unsicher, um ihn zu nennen.",
        ),
        (
            cell(12, Status.UNRELIABLE),
            ZERO,
            "In Dannenberg (Elbe) gibt es etwa 12 Kinder unter 3 Jahren (unsicher), "
            "in Lüchow (Wendland) ist nichts vorhanden. Der Unterschied beträgt 12 Kinder.",
        ),
        (
            SUPPRESSED,
            MISSING,
            "Für Dannenberg (Elbe) wird der Wert geheim gehalten, "
            "für Lüchow (Wendland) gibt es keine Angabe.",
        ),
        (
            SUPPRESSED,
            SUPPRESSED,
            "Für Dannenberg (Elbe) und für Lüchow (Wendland) wird der Wert geheim gehalten.",
        ),
        (
            MISSING,
            MISSING,
            "Weder für Dannenberg (Elbe) noch für Lüchow (Wendland) gibt es eine Angabe.",
        ),
        (
            UNRELIABLE,
            UNRELIABLE,
            "Für Dannenberg (Elbe) und für Lüchow (Wendland) ist der Wert zu unsicher, "
            "um ihn zu nennen.",
        ),
        (ZERO, ZERO, "In Dannenberg (Elbe) und in Lüchow (Wendland) ist nichts vorhanden."),
        (
            cell(7),
            cell(7),
            "In Dannenberg (Elbe) und in Lüchow (Wendland) gibt es gleich viele: "
            "7 Kinder unter 3 Jahren.",
        ),
        (
            cell(1),
            cell(2),
            "In Dannenberg (Elbe) ist es 1, in Lüchow (Wendland) gibt es 2 Kinder unter 3 Jahren. "
            "Der Unterschied beträgt 1.",
        ),
        (
            cell(12, flags=Flag.AT_LEAST),
            cell(5),
            "In Dannenberg (Elbe) gibt es mindestens 12 Kinder unter 3 Jahren, "
            "in Lüchow (Wendland) gibt es 5 Kinder unter 3 Jahren.",
        ),
    ],
)
def test_every_kind_of_gap_has_its_own_words(a: Cell, b: Cell, sentence: str) -> None:
    found = compared(a, b, CHILDREN)
    if a.flags & Flag.AT_LEAST:
        found = replace(found, difference=None)
    assert told(found) == sentence


def test_a_difference_within_chance_names_no_winner() -> None:
    found = compared(cell(40.0), cell(38.0), chance="within", untold="")
    assert told(found) == (
        "In Dannenberg (Elbe) sind es 40,0 %, in Lüchow (Wendland) 38,0 %. Der Unterschied (2,0 "
        "Prozentpunkte) ist nicht größer, als der Zufall kleiner Zahlen erwarten lässt."
    )


def test_where_high_is_bad_the_low_value_is_the_good_one() -> None:
    bad = replace(QUOTA, direction="high_is_bad")
    found = compared(cell(4.0), cell(9.0), bad, chance="larger", better="a", untold="")
    assert told(found).endswith(
        "Ein niedriger Wert ist hier günstig: Dannenberg (Elbe) steht besser da."
    )


def test_what_reads_the_same_is_equal_and_nobody_is_better() -> None:
    found = compared(cell(40.02), cell(39.98), chance="larger", better="a", untold="")
    assert told(found) == (
        "In Dannenberg (Elbe) und in Lüchow (Wendland) ist der Wert gleich: 40,0 %."
    )


def test_areas_that_overlap_cannot_be_told_apart_by_chance() -> None:
    found = compared(cell(40.0), cell(38.0), untold="overlap")
    assert told(found).endswith(
        "Der Unterschied beträgt 2,0 Prozentpunkte. Die beiden Gebiete überschneiden sich; ob der "
        "Unterschied Zufall sein kann, lässt sich so nicht sagen."
    )


@pytest.mark.parametrize(
    ("a", "b", "sentence"),
    [
        (Nature.MODEL, Nature.MODEL, "Beide Werte sind Modelldaten."),
        (Nature.ESTIMATED, Nature.ESTIMATED, "Beide Werte sind geschätzt."),
        (Nature.REAL, Nature.ESTIMATED, "Der Wert für Lüchow (Wendland) ist geschätzt."),
        (
            Nature.MODEL,
            Nature.REAL,
            "Der Wert für Dannenberg (Elbe) gehört zu den Modelldaten, der für Lüchow (Wendland) "
            "nicht; sie lassen sich nicht vergleichen.",
        ),
        (
            Nature.ESTIMATED,
            Nature.MODEL,
            "Der Wert für Lüchow (Wendland) gehört zu den Modelldaten, der für Dannenberg (Elbe) "
            "ist geschätzt; sie lassen sich nicht vergleichen.",
        ),
    ],
)
def test_what_was_not_counted_is_said(a: Nature, b: Nature, sentence: str) -> None:
    found = compared(cell(40.0, nature=a), cell(38.0, nature=b), difference=None)
    assert told(found).endswith(sentence)


def test_one_model_value_beside_a_gap() -> None:
    found = compared(cell(40.0, nature=Nature.MODEL), MISSING)
    assert told(found).endswith("Der Wert für Dannenberg (Elbe) gehört zu den Modelldaten.")


def test_few_cases_are_pointed_out() -> None:
    few = {"small": True}
    one = compared(cell(40.0), cell(38.0), of_b=few)
    both = compared(cell(40.0), cell(38.0), of_a=few, of_b=few)
    assert told(one).endswith("Hinter dem Wert für Lüchow (Wendland) stehen nur wenige Fälle.")
    assert told(both).endswith("Hinter beiden Werten stehen nur wenige Fälle.")


@pytest.mark.parametrize(
    ("of_a", "of_b", "sentence"),
    [
        ({}, {}, "Stand 31.12.2022."),
        (
            {"base": "Zensus 2011"},
            {"base": "Zensus 2011"},
            "Stand 31.12.2022 (Grundlage Zensus 2011).",
        ),
        (
            {"period": Period("2020")},
            {},
            "Verschiedene Stände: Dannenberg (Elbe) 2020, Lüchow (Wendland) 31.12.2022.",
        ),
        (
            {"period": Period("2020"), "base": "Zensus 2011"},
            {"base": "Zensus 2022"},
            "Verschiedene Stände: Dannenberg (Elbe) 2020, Lüchow (Wendland) 31.12.2022. Die Werte "
            "stehen auf verschiedenen Grundlagen (Zensus 2011 und Zensus 2022) und sind nur "
            "eingeschränkt vergleichbar.",
        ),
    ],
)
def test_states_and_bases_are_the_last_word(
    of_a: dict[str, Any], of_b: dict[str, Any], sentence: str
) -> None:
    found = compared(cell(40.0), cell(38.0), of_a=of_a, of_b=of_b)
    assert comparison_sentences(found, {})[-1] == sentence


def test_the_same_area_twice_is_said() -> None:
    found = compared(cell(40.0), cell(40.0))
    found = replace(found, b=found.a)
    assert told(found) == (
        "Auf beiden Seiten steht dasselbe Gebiet. In Dannenberg (Elbe) sind es 40,0 %."
    )


def test_areas_of_two_kinds_are_called_by_their_kind() -> None:
    found = compared(
        cell(40.0),
        cell(38.0),
        of_b={
            "system_title": "Samtgemeinde",
            "place": Place("samtgemeinde", "x"),
        },
    )
    assert told(found).startswith(
        "In der Gemeinde Dannenberg (Elbe) sind es 40,0 %, in der Samtgemeinde Lüchow (Wendland) "
        "38,0 %."
    )


def test_several_areas_are_called_by_all_their_names() -> None:
    found = compared(cell(40.0), cell(38.0))
    both = Place("gemeinde", "", ("1", "2"))
    found = replace(found, a=replace(found.a, place=both, name="Gartow, Höhbeck"))
    assert told(found).startswith("In Gartow, Höhbeck sind es 40,0 %, in Lüchow (Wendland) 38,0 %.")


@pytest.mark.parametrize(
    ("name", "system", "where", "who", "whom"),
    [
        ("Höhbeck", "Gemeinde", "in Höhbeck", "Höhbeck", "Höhbeck"),
        (
            "Elbtalaue",
            "Samtgemeinde",
            "in der Samtgemeinde Elbtalaue",
            "die Samtgemeinde Elbtalaue",
            "die Samtgemeinde Elbtalaue",
        ),
        (
            "Samtgemeinde Gartow",
            "Samtgemeinde",
            "in der Samtgemeinde Gartow",
            "die Samtgemeinde Gartow",
            "die Samtgemeinde Gartow",
        ),
        (
            "Lüchow",
            "Sozialraum (Vorschlag)",
            "im Sozialraum Lüchow",
            "der Sozialraum Lüchow",
            "den Sozialraum Lüchow",
        ),
        (
            "Göhrde, gemeindefrei",
            "Gemeinde",
            "im gemeindefreien Gebiet Göhrde",
            "das gemeindefreie Gebiet Göhrde",
            "das gemeindefreie Gebiet Göhrde",
        ),
        (
            "Altmarkkreis Salzwedel",
            "Kreis",
            "im Altmarkkreis Salzwedel",
            "der Altmarkkreis Salzwedel",
            "den Altmarkkreis Salzwedel",
        ),
        ("Neustadt", "Gemeinde", "in Neustadt", "Neustadt", "Neustadt"),
        ("Lüneburg, Hansestadt", "Gemeinde", "in Lüneburg", "Lüneburg", "Lüneburg"),
        ("Stendal", "Kreis", "in Stendal", "Stendal", "Stendal"),
        ("Zelle 4", "Raster 1 km", "in Zelle 4", "Zelle 4", "Zelle 4"),
    ],
)
def test_names_get_the_article_of_their_kind(
    name: str, system: str, where: str, who: str, whom: str
) -> None:
    spoken = spoken_area(name, system)
    assert (spoken.where, spoken.who, spoken.whom) == (where, who, whom)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (7.1, "%", "7,1 Prozentpunkte"),
        (-1.0, "%", "1,0 Prozentpunkte"),
        (34.0, "Einwohner je km²", "34,0 Einwohner je km²"),
        (-3.5, "je 1.000", "3,5 je 1.000"),
    ],
)
def test_a_difference_has_its_unit_and_no_sign(value: float, unit: str, text: str) -> None:
    indicator = Indicator("x", "X", kind="rate", unit=unit)
    assert difference_text(value, indicator).replace("\u00a0", " ") == text


def test_a_single_percentage_point_is_singular() -> None:
    whole = Indicator("x", "X", kind="share", unit="%", decimals=0)
    assert difference_text(1.0, whole) == "1\u00a0Prozentpunkt"


def test_a_gap_of_the_county_is_no_news() -> None:
    assert "Landkreis" not in told(compared(cell(1.0), cell(2.0)), county_name="Landkreis X")


def test_a_whole_profile_carries_its_warning() -> None:
    assert "einem von zwanzig" in many_comparisons_note()


@pytest.mark.parametrize(
    ("a", "b", "sentence"),
    [
        (-2.7, -3.8, "In {a} beträgt der Rückgang 2,7 %, in {b} 3,8 %."),
        (-2.7, 1.2, "In {a} beträgt der Rückgang 2,7 %, in {b} der Zuwachs 1,2 %."),
        (0.0, 1.2, "In {a} gibt es keine Veränderung, in {b} der Zuwachs 1,2 %."),
        (1.24, 1.16, "In {a} und in {b} ist der Zuwachs gleich: 1,2 %."),
        (-0.02, 0.04, "In {a} und in {b} gibt es keine Veränderung."),
    ],
)
def test_a_change_goes_up_or_down(a: float, b: float, sentence: str) -> None:
    change = replace(QUOTA, kind="change", direction="")
    found = compared(cell(a), cell(b), change, untold="")
    said = sentence.format(a="Dannenberg (Elbe)", b="Lüchow (Wendland)")
    assert told(found).startswith(said)


PLACES = replace(CHILDREN, id="plaetze", title="Plätze in Kitas", unit="Plätze")
PER_CHILD = Indicator(
    "dichte",
    "Plätze für Kinder unter 3",
    unit="je 100",
    kind="rate",
    decimals=1,
    numerator=("plaetze",),
    denominator=("kinder",),
    factor=100.0,
)
RECORDS = {one.id: one for one in (PLACES, CHILDREN, PER_CHILD)}


@pytest.mark.parametrize(
    ("a", "b", "sentence"),
    [
        (
            cell(41.4),
            cell(38.1),
            "In Dannenberg (Elbe) kommen auf 100 Kinder unter 3 Jahren 41,4 Plätze in Kitas, "
            "in Lüchow (Wendland) 38,1.",
        ),
        (
            cell(38.12),
            cell(38.08),
            "In Dannenberg (Elbe) und in Lüchow (Wendland) kommen auf 100 Kinder unter 3 Jahren "
            "gleich viele: 38,1 Plätze in Kitas.",
        ),
        (
            cell(41.4, flags=Flag.AT_LEAST),
            SUPPRESSED,
            "In Dannenberg (Elbe) kommen auf 100 Kinder unter 3 Jahren mindestens 41,4 Plätze in "
            "Kitas, für Lüchow (Wendland) wird der Wert geheim gehalten.",
        ),
        (
            ZERO,
            cell(41.4, Status.UNRELIABLE),
            "In Dannenberg (Elbe) ist nichts vorhanden, in Lüchow (Wendland) kommen auf 100 Kinder "
            "unter 3 Jahren etwa 41,4 Plätze in Kitas (unsicher).",
        ),
    ],
)
def test_a_rate_is_said_by_what_comes_upon_whom(a: Cell, b: Cell, sentence: str) -> None:
    found = replace(compared(a, b, PER_CHILD), difference=None)
    said = " ".join(comparison_sentences(found, RECORDS)).replace("\u00a0", " ")
    assert said == f"{sentence} Stand 31.12.2022."


def test_the_county_is_not_said_twice_over() -> None:
    found = compared(cell(41.4), cell(38.1), PER_CHILD, county=cell(40.0))
    whole = comparison_sentences(found, RECORDS, county_name="Landkreis X")
    alone = comparison_sentences(
        replace(found, a=replace(found.a, cell=MISSING), b=replace(found.b, cell=SUPPRESSED)),
        RECORDS,
        county_name="Landkreis X",
    )
    assert "Im Landkreis X sind es 40,0." in whole
    assert "Im Landkreis X kommen auf 100 Kinder unter 3 Jahren 40,0 Plätze in Kitas." in alone


CELLS = st.builds(
    cell,
    st.sampled_from([None, -3.25, 0.0, 0.04, 1.0, 1.04, 12.5, 1234.5]),
    st.sampled_from(list(Status)),
    flags=st.sampled_from([NO_FLAG, Flag.AT_LEAST, Flag.LATER]),
)
RECORD = st.builds(
    Indicator,
    st.just("x"),
    st.sampled_from(
        ["Kinder", "Anteil der {Kinder}", "Plätze je 100 Kinder", "Alter je Ort", "Saldo"]
    ),
    kind=st.sampled_from(KINDS),
    unit=st.sampled_from(["", "%", "Kinder", "je 100", "km²"]),
    decimals=st.sampled_from([None, 0, 1]),
    numerator=st.sampled_from([(), ("plaetze",)]),
    denominator=st.sampled_from([(), ("kinder",)]),
    factor=st.sampled_from([1.0, 100.0]),
)


# A busy machine is no fault of the sentences.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(RECORD, CELLS, CELLS, CELLS)
def test_whatever_is_compared_whole_sentences_come_out(
    record: Indicator, a: Cell, b: Cell, county: Cell
) -> None:
    found = compared(a, b, record, county=county)
    for said in comparison_sentences(found, RECORDS, county_name="Landkreis X"):
        assert said[0].isupper()
        assert said.endswith(".")
        assert "  " not in said
