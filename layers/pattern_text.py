"""What two indicators or a map of one have to tell together, in sentences."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.comparison.association import Association
from indicators.comparison.autocorrelation import SIGNIFICANCE, Autocorrelation, Cluster
from layers.german_number import german_number
from layers.words import words

_DECIMALS = 2


def association_sentences(found: Association, *, first: str, second: str) -> list[str]:
    """How two indicators, called by their titles, go together; who takes no part and why."""
    sentences = [_association(found, first, second)]
    if found.rho is not None:
        sentences.append(words("pattern.no_cause"))
    if found.gaps:
        named = (f"{g.name} ({_worse(g.first.code, g.second.code)})" for g in found.gaps)
        sentences.append(words("pattern.without", areas=", ".join(named)))
    return sentences


def autocorrelation_sentences(found: Autocorrelation) -> list[str]:
    """Whether like lies by like; who takes no part."""
    moran = german_number(found.moran, decimals=_DECIMALS)
    pattern = "random"
    if found.p_value < SIGNIFICANCE:
        pattern = "clustered" if found.moran > found.expected else "dispersed"
    sentences = [words(f"pattern.{pattern}", moran=moran, n=found.n)]
    if found.gaps:
        sentences.append(words("pattern.gaps", areas=_names(found.gaps)))
    if found.without_neighbours:
        sentences.append(words("pattern.lonely", areas=_names(found.without_neighbours)))
    return sentences


def cluster_word(cluster: Cluster) -> str:
    """What an area is part of: `hoher Wert unter hohen`."""
    return words(f"pattern.clusters.{cluster or 'none'}")


def _association(found: Association, first: str, second: str) -> str:
    if found.rho is None:
        return words(f"pattern.{found.why_none}", n=found.n)
    sure = found.p_value is not None and found.p_value < SIGNIFICANCE
    name = ("together" if found.rho > 0 else "apart") if sure else "unrelated"
    rho = german_number(found.rho, decimals=_DECIMALS)
    return words(f"pattern.{name}", first=first, second=second, rho=rho, n=found.n)


def _worse(*codes: str) -> str:
    """The word for the gap; where both are gaps, for the first."""
    gap = next(code for code in codes if code not in ("shown", "zero"))
    return words(f"status.{gap}")


def _names(areas: Iterable[tuple[str, str]]) -> str:
    return ", ".join(name for _, name in areas)
