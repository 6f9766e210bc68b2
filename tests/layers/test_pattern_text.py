"""Patterns in words: careful about chance, and silent about causes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from geodata.markers import Nature
from indicators.comparison.association import Association
from indicators.comparison.autocorrelation import Autocorrelation, Cluster
from layers.pattern_text import association_sentences, autocorrelation_sentence, cluster_word

NONE = np.array([])


def pair(rho: float | None, p: float | None, n: int, why: Any = "") -> Association:
    return Association(rho, p, n, why, (), (), NONE, NONE, (), Nature.REAL)


def field(moran: float, p: float) -> Autocorrelation:
    return Autocorrelation(moran, -0.04, p, 27, (), NONE, 0.01, (), (), Nature.REAL)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            pair(0.623, 0.001, 27),
            "Wo „Alter“ hoch ist, ist „Pflege“ meist auch hoch (27 Gebiete).",
        ),
        (
            pair(-0.5, 0.01, 27),
            "Wo „Alter“ hoch ist, ist „Pflege“ meist niedrig (27 Gebiete).",
        ),
        (
            pair(0.1, 0.6, 27),
            "Zwischen „Alter“ und „Pflege“ ist kein Zusammenhang zu erkennen (27 Gebiete).",
        ),
        (
            pair(None, None, 4, "too_few"),
            "Nur 4 Gebiete haben beide Werte; das ist zu wenig für eine Aussage.",
        ),
        (
            pair(None, None, 1, "too_few"),
            "Nur ein Gebiet hat beide Werte; das ist zu wenig für eine Aussage.",
        ),
        (pair(None, None, 0, "too_few"), "Kein Gebiet hat beide Werte."),
        (
            pair(None, None, 9, "constant"),
            "Einer der beiden Werte ist überall gleich; einen Zusammenhang kann es da nicht geben.",
        ),
    ],
)
def test_how_two_indicators_go_together(found: Association, sentence: str) -> None:
    told = association_sentences(found, first="Alter", second="Pflege")
    assert told[0] == sentence
    assert ("Über Ursachen sagt das nichts." in told) == (found.rho is not None)


@pytest.mark.parametrize(
    ("moran", "p", "start"),
    [
        (0.42, 0.002, "Ähnliche Werte liegen nebeneinander"),
        (-0.4, 0.01, "Hohe und niedrige Werte wechseln sich ab"),
        (0.1, 0.3, "Ein räumliches Muster ist nicht zu erkennen (27 Gebiete)."),
    ],
)
def test_what_lies_side_by_side(moran: float, p: float, start: str) -> None:
    assert autocorrelation_sentence(field(moran, p)).startswith(start)


def test_every_cluster_has_its_words() -> None:
    assert len({cluster_word(cluster) for cluster in Cluster}) == len(Cluster)
    assert cluster_word(Cluster.HIGH_AMONG_LOW) == "hoher Wert unter niedrigen"
