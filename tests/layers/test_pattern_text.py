"""Patterns in words: careful about chance, and silent about causes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from geodata.markers import Nature, Status
from indicators.comparison.association import Association, Gap
from indicators.comparison.autocorrelation import Autocorrelation, Cluster
from layers.pattern_text import association_sentences, autocorrelation_sentences, cluster_word

NONE = np.array([])


def pair(rho: float | None, p: float | None, n: int, why: Any = "", *gaps: Gap) -> Association:
    return Association(rho, p, n, why, (), (), NONE, NONE, gaps, Nature.REAL)


def field(moran: float, p: float) -> Autocorrelation:
    return Autocorrelation(
        moran, -0.04, p, 27, (), NONE, 0.01, (("1", "Ahausen"),), (("2", "Insel"),), Nature.REAL
    )


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            pair(0.623, 0.001, 27),
            "Wo „Alter“ hoch ist, ist „Pflege“ meist auch hoch (Spearmans ρ = 0,62, 27 Gebiete).",
        ),
        (
            pair(-0.5, 0.01, 27),
            "Wo „Alter“ hoch ist, ist „Pflege“ meist niedrig (Spearmans ρ = −0,50, 27 Gebiete).",
        ),
        (
            pair(0.1, 0.6, 27),
            "Zwischen „Alter“ und „Pflege“ ist kein Zusammenhang zu erkennen "
            "(Spearmans ρ = 0,10, 27 Gebiete).",
        ),
        (
            pair(None, None, 4, "too_few"),
            "Nur 4 Gebiete haben beide Werte; das ist zu wenig für eine Aussage.",
        ),
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


def test_who_takes_no_part_is_named_with_the_reason() -> None:
    gaps = (
        Gap("1", "Ahausen", Status.SHOWN, Status.SUPPRESSED),
        Gap("2", "Bedorf", Status.MISSING, Status.SUPPRESSED),
    )
    told = association_sentences(pair(0.1, 0.6, 27, "", *gaps), first="A", second="B")
    assert told[-1] == "Ohne beide Werte: Ahausen (geheim gehalten), Bedorf (keine Angabe)."


@pytest.mark.parametrize(
    ("moran", "p", "start"),
    [
        (0.42, 0.002, "Ähnliche Werte liegen nebeneinander"),
        (-0.4, 0.01, "Hohe und niedrige Werte wechseln sich ab"),
        (0.1, 0.3, "Ein räumliches Muster ist nicht zu erkennen (Morans I = 0,10, 27 Gebiete)."),
    ],
)
def test_what_lies_side_by_side(moran: float, p: float, start: str) -> None:
    told = autocorrelation_sentences(field(moran, p))
    assert told[0].startswith(start)
    assert told[1:] == ["Ohne Wert: Ahausen.", "Ohne Nachbarn mit Wert: Insel."]


def test_every_cluster_has_its_words() -> None:
    assert len({cluster_word(cluster) for cluster in Cluster}) == len(Cluster)
    assert cluster_word(Cluster.HIGH_AMONG_LOW) == "hoher Wert unter niedrigen"
