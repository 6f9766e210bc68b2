"""Where the county stands in a Vergleichsring, in sentences."""

from __future__ import annotations

from indicators.comparison.ring import RingPosition
from layers.comparison_text import clause, quantity
from layers.spoken_area import spoken_area, starting
from layers.words import words


def ring_sentences(found: RingPosition, *, county_name: str) -> list[str]:
    """The own figure beside the median, the quartile band, the rank; then who has no figure."""
    sentences = [_own(found, county_name), _band(found)]
    if found.rank is not None:
        sentences.append(words("ring.rank", rank=found.rank, n=found.n))
    gaps = [member.name for member in found.members if member.cell.value is None]
    if gaps:
        sentences.append(words("ring.gaps", names=", ".join(gaps)))
    if found.ring.anonymous:
        sentences.append(words("ring.anonymous"))
    state = "period_on_base" if found.base else "period"
    sentences.append(words(f"comparison.{state}", period=found.period.german, base=found.base))
    return [sentence for sentence in sentences if sentence]


def _own(found: RingPosition, county_name: str) -> str:
    name = spoken_area(county_name)
    if found.own is None:
        return starting(words("comparison.missing", whom=name.whom)) + "."
    said = starting(clause(found.own, found.indicator, name))
    if found.own.value is None or found.median is None:
        return words("ring.own", clause=said)
    median = quantity(found.median, found.indicator)
    return words("ring.own_and_median", clause=said, median=median)


def _band(found: RingPosition) -> str:
    """As people read them: a figure that is rounded onto the edge of the band lies in it."""
    if found.lower_quartile is None or found.upper_quartile is None:
        return ""
    if found.own is None or found.own.value is None:
        return ""
    decimals = found.indicator.shown_decimals
    low, own, high = (
        round(value, decimals)
        for value in (found.lower_quartile, found.own.value, found.upper_quartile)
    )
    place = "below" if own < low else "above" if own > high else "within"
    return words(
        "ring.band",
        n=found.n,
        low=quantity(low, found.indicator),
        high=quantity(high, found.indicator),
        place=words(f"ring.{place}"),
    )
