"""Where the county stands in a Vergleichsring, in sentences."""

from __future__ import annotations

from geodata.catalogue import Indicator
from geodata.markers import Status
from indicators.comparison.ring import RingPosition
from layers.comparison_text import clause
from layers.figure_text import number_with_unit
from layers.german_number import german_number
from layers.saying import Saying, quantity
from layers.spoken_area import spoken_area, starting
from layers.words import words


def ring_sentences(found: RingPosition, *, county_name: str, county_key: str = "") -> list[str]:
    """The own figure beside the median, the quartile band, the rank; then who has no figure.

    `county_key` is the own county's: where it is a member, its figure is part of the band.
    """
    sentences = [_own(found, county_name), _band(found, county_key)]
    if found.rank is not None:
        sentences.append(words("ring.rank", rank=found.rank, n=found.n))
    gaps = [member.name for member in found.members if member.cell.value is None]
    if gaps:
        sentences.append(words("ring.gaps", names="; ".join(gaps)))
    if found.ring.anonymous:
        sentences.append(words("ring.anonymous"))
    state = "period_on_base" if found.base else "period"
    sentences.append(words(f"comparison.{state}", period=found.period.german, base=found.base))
    return [sentence for sentence in sentences if sentence]


def _own(found: RingPosition, county_name: str) -> str:
    name = spoken_area(county_name)
    if found.own is None:
        return starting(words("comparison.missing", whom=name.whom)) + "."
    said = starting(clause(found.own, Saying(found.indicator), name))
    if found.own.value is None or found.median is None:
        return words("ring.own", clause=said)
    median = quantity(found.median, found.indicator)
    return words("ring.own_and_median", clause=said, median=median)


def _band(found: RingPosition, county_key: str) -> str:
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
        counting=words("ring.counting_own") if _takes_part(found, county_key) else "",
        low=german_number(low, decimals=decimals),
        high=_with_unit_once(high, found.indicator),
        place=words(f"ring.{place}"),
    )


def _takes_part(found: RingPosition, county_key: str) -> bool:
    certain = found.own is not None and found.own.status in (Status.SHOWN, Status.ZERO)
    return certain and any(member.key == county_key for member in found.ring.members)


def _with_unit_once(value: float, indicator: Indicator) -> str:
    """A sign follows its number; a word, which would have to be bent, stands in brackets."""
    if not any(letter.isalpha() for letter in indicator.unit):
        return number_with_unit(value, indicator)
    number = german_number(value, decimals=indicator.shown_decimals)
    return words("ring.with_word", number=number, unit=indicator.unit)
