"""What two indicators or a map of one have to tell together, in sentences."""

from __future__ import annotations

from indicators.comparison.association import Association
from indicators.comparison.autocorrelation import SIGNIFICANCE, Autocorrelation, Cluster
from layers.german_number import german_number
from layers.words import words


def association_sentences(found: Association, *, first: str, second: str) -> list[str]:
    """How two indicators, called by their titles, go together; the gaps stand elsewhere."""
    sentences = [_association(found, first, second)]
    if found.rho is not None:
        sentences.append(words("pattern.no_cause"))
    return sentences


def autocorrelation_sentence(found: Autocorrelation) -> str:
    """Whether like lies by like."""
    pattern = "random"
    if found.p_value < SIGNIFICANCE:
        pattern = "clustered" if found.moran > found.expected else "dispersed"
    return words(f"pattern.{pattern}", n=german_number(found.n))


def cluster_word(cluster: Cluster) -> str:
    """What an area is part of: `hoher Wert unter hohen`."""
    return words(f"pattern.clusters.{cluster or 'none'}")


def _association(found: Association, first: str, second: str) -> str:
    if found.why_none == "too_few" and found.n < 2:
        return words(f"pattern.too_few_{found.n}")
    if found.rho is None:
        return words(f"pattern.{found.why_none}", n=found.n)
    sure = found.p_value is not None and found.p_value < SIGNIFICANCE
    name = ("together" if found.rho > 0 else "apart") if sure else "unrelated"
    return words(f"pattern.{name}", first=first, second=second, n=german_number(found.n))
