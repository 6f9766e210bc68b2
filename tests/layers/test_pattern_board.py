"""Clusters by name, and calm words where there are none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from geodata.markers import Nature
from indicators.comparison.autocorrelation import Autocorrelation, Cluster
from indicators.published import Published
from layers.pattern_board import pattern_board
from layers.view import MOST_AREAS


@pytest.fixture
def found() -> Autocorrelation:
    """Ahausen and Bedorf are high among high; the last two take no part."""
    return Autocorrelation(
        moran=0.4,
        expected=-0.05,
        p_value=0.002,
        n=4,
        clusters=(Cluster.HIGH, Cluster.HIGH, *[Cluster.NONE] * 4),
        local_p=np.full(6, 0.5),
        threshold=0.01,
        gaps=(("4", "Ehausen"),),
        without_neighbours=(("5", "Fdorf"),),
        worst_nature=Nature.REAL,
    )


def test_clusters_are_listed_by_name(found: Autocorrelation, one_of_each: Published) -> None:
    [group] = pattern_board(found, one_of_each)["clusters"]
    assert group["title"] == "Hoher Wert unter hohen"
    assert [area["name"] for area in group["areas"]] == ["Ahausen", "Bedorf"]


def test_of_very_many_the_first_are_named_and_all_are_counted(
    found: Autocorrelation, one_of_each: Published
) -> None:
    ids = tuple(f"{at:05d}" for at in range(1200))
    system = replace(one_of_each.system, area_ids=ids, names=tuple(f"Ort {area}" for area in ids))
    many = replace(found, clusters=(Cluster.HIGH,) * 1200)
    [group] = pattern_board(many, replace(one_of_each, system=system))["clusters"]
    assert len(group["areas"]) == MOST_AREAS
    assert group["areas"][-1]["name"] == "Ort 00059"
    assert "die ersten 60 von 1.200 Gebieten" in group["more"]
    [few] = pattern_board(found, one_of_each)["clusters"]
    assert few["more"] == ""


def test_like_by_like_is_said_in_words(found: Autocorrelation, one_of_each: Published) -> None:
    told = pattern_board(found, one_of_each)
    assert "Ähnliche Werte liegen nebeneinander" in told["sentences"][0]
    assert ["Morans I", "0,40"] in told["facts"]
    assert any("Ehausen" in note for note in told["notes"])
    assert any("Fdorf" in note for note in told["notes"])


def test_names_with_a_comma_are_told_apart(found: Autocorrelation, one_of_each: Published) -> None:
    gaps = (("4", "Gartow, gemeindefrei"), ("5", "Göhrde, gemeindefrei"))
    [note, *_] = pattern_board(replace(found, gaps=gaps), one_of_each)["notes"]
    assert "Gartow, gemeindefrei; Göhrde, gemeindefrei" in note


def test_plain_sentences_name_no_statistics(found: Autocorrelation, one_of_each: Published) -> None:
    told = pattern_board(found, one_of_each)
    plain = " ".join([*told["sentences"], *told["notes"]])
    assert not any(word in plain for word in ("Moran", "p-Wert", "Falschfundrate"))
    assert told["experts"] == "Für Fachleute"


def test_what_chance_explains_is_no_pattern(found: Autocorrelation, one_of_each: Published) -> None:
    none = replace(found, p_value=0.4, clusters=(Cluster.NONE,) * 6)
    told = pattern_board(none, one_of_each)
    assert "räumliches Muster ist nicht zu erkennen" in told["sentences"][0]
    assert told["clusters"] == []
