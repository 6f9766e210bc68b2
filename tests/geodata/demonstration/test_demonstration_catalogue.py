"""The catalogue of the demonstration: complete, consistent, and asked as questions."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from geodata import demonstration
from geodata.catalogue import Indicator, Source, indicator_from_plain, source_from_plain
from geodata.period import Period
from geodata.tables.recipe import load_recipe

FOLDER = Path(demonstration.__file__).parent
TOPICS = {"Demografie", "Bildung", "Gesundheit", "Jugendhilfe", "Soziales", "Mobilität"}
LICENCES = FOLDER.parents[1] / "docs" / "DATENLIZENZEN.md"


@pytest.fixture(scope="module")
def indicators() -> dict[str, Indicator]:
    plain = tomllib.loads((FOLDER / "catalogue.toml").read_text("utf-8"))
    records = [indicator_from_plain(entry) for entry in plain["indicator"]]
    assert max(Counter(record.id for record in records).values()) == 1
    return {record.id: record for record in records}


@pytest.fixture(scope="module")
def sources() -> dict[str, Source]:
    plain = tomllib.loads((FOLDER / "catalogue.toml").read_text("utf-8"))
    return {entry["id"]: source_from_plain(entry) for entry in plain["source"]}


def test_at_least_twenty_indicators_are_listed_over_all_six_topics(
    indicators: dict[str, Indicator],
) -> None:
    listed = [record for record in indicators.values() if record.listed]
    assert len(listed) >= 20
    assert {record.topic for record in listed} == TOPICS
    assert min(Counter(record.topic for record in listed).values()) >= 3


def test_every_listed_indicator_is_a_question_with_unit_definition_and_department(
    indicators: dict[str, Indicator],
) -> None:
    for record in indicators.values():
        assert record.definition.endswith("."), record.id
        assert record.unit, record.id
        if record.listed:
            assert record.question.endswith("?"), record.id
            assert record.department, record.id
            # Nobody brings new figures of what was made up.
            assert bool(record.update_interval) != (record.source == "modell"), record.id
            assert 3 <= record.classes["count"] <= 7, record.id


def test_no_two_listed_indicators_ask_the_same(indicators: dict[str, Indicator]) -> None:
    listed = [record for record in indicators.values() if record.listed]
    assert len({record.question for record in listed}) == len(listed)
    assert len({record.title for record in indicators.values()}) == len(indicators)


def test_numerators_denominators_and_weights_are_records_of_counts(
    indicators: dict[str, Indicator],
) -> None:
    for record in indicators.values():
        weight = (record.weight,) if record.weight else ()
        for part in (*record.numerator, *record.denominator, *weight):
            assert indicators[part].kind == "count"
            assert not indicators[part].numerator


def test_real_and_model_figures_are_never_divided_by_each_other(
    indicators: dict[str, Indicator],
) -> None:
    for record in indicators.values():
        parts = (*record.numerator, *record.denominator)
        assert len({indicators[part].source == "modell" for part in parts}) <= 1, record.id


def test_every_source_is_known_and_only_the_model_is_one(
    indicators: dict[str, Indicator], sources: dict[str, Source]
) -> None:
    assert {record.source for record in indicators.values()} - {""} <= set(sources)
    assert [s.id for s in sources.values() if s.nature == "model"] == ["modell"]


def test_every_attribution_stands_in_the_data_licence_file(sources: dict[str, Source]) -> None:
    text = LICENCES.read_text("utf-8")
    assert [s.id for s in sources.values() if s.attribution not in text] == []
    assert "Open Database License" in text


def test_only_the_population_tells_who_lives_where(indicators: dict[str, Indicator]) -> None:
    roles = [record.id for record in indicators.values() if record.role == "population"]
    assert roles == ["bevoelkerung"]


def test_changes_name_the_state_they_are_taken_from_and_turn_at_zero(
    indicators: dict[str, Indicator],
) -> None:
    change = indicators["bevoelkerung_veraenderung"]
    assert Period(change.reference_period).german == "30.06.2020"
    assert all(r.middle == 0 for r in indicators.values() if r.kind == "change")


def test_the_break_lies_before_the_census_of_2022(indicators: dict[str, Indicator]) -> None:
    breaks = {tuple(entry.items()) for r in indicators.values() for entry in r.breaks}
    assert breaks == {(("after", "2022-05-14"), ("label", "Zensus 2022"))}


@pytest.mark.parametrize(
    "recipe", sorted((FOLDER / "recipes").glob("*.toml")), ids=lambda p: p.stem
)
def test_a_recipe_names_a_source_and_variables_of_the_catalogue(
    recipe: Path, indicators: dict[str, Indicator], sources: dict[str, Source]
) -> None:
    found = load_recipe(recipe)
    assert found.source is not None
    assert sources[found.source.id].title == found.source.title
    assert sources[found.source.id].nature == found.source.nature
    assert {entry["variable"] for entry in found.columns.values()} <= set(indicators)
