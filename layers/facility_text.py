"""What is said of one facility: its name, its facts, and what of it is no counted figure."""

from __future__ import annotations

from collections.abc import Iterator

from geodata.facilities.facility import Facility
from geodata.facilities.kind import FacilityKind
from geodata.period import Period
from layers.german_number import german_number
from layers.words import words

_MOST_YEARS = 4

Fact = tuple[str, str]


def facility_name(facility: Facility, kind: FacilityKind) -> str:
    return facility.name or words("facilities.nameless", kind=kind.title)


def places_text(facility: Facility) -> str:
    """`48`, or that it is not told."""
    if facility.capacity is None:
        return words("facilities.unknown")
    return german_number(facility.capacity)


def free_text(facility: Facility) -> str:
    """`2`, `3 mehr als Plätze`; "" where it is not known."""
    if facility.free is None:
        return ""
    if facility.free < 0:
        return words("facilities.facts.over", count=german_number(-facility.free))
    return german_number(facility.free)


def badges(facility: Facility) -> list[Fact]:
    """Pairs of nature and word for what was not counted: the whole, or only its places."""
    if facility.nature != "real":
        return [(facility.nature, words(f"nature.{facility.nature}"))]
    if facility.capacity_nature != "real":
        return [(facility.capacity_nature, words(f"facilities.{facility.capacity_nature}_places"))]
    return []


def where_text(facility: Facility) -> str:
    """That it has no place, or stands outside; "" for most."""
    if not facility.is_placed:
        return words("facilities.without_place")
    return "" if facility.inside else words("facilities.outside")


def facts(facility: Facility) -> list[Fact]:
    """What its card tells, pairs of term and text; only places are told also where they are not
    known."""
    return [(words(f"facilities.facts.{name}"), text) for name, text in _facts(facility) if text]


def _facts(facility: Facility) -> Iterator[Fact]:
    yield "place", where_text(facility)
    yield "provider", facility.provider
    yield "address", facility.address
    yield "capacity", places_text(facility)
    yield "free", free_text(facility)
    yield "under_3", _count(facility.places_under_3)
    yield "from_3", _count(facility.places_from_3)
    yield "pupils", _pupils(facility)
    yield "school_forms", ", ".join(facility.school_forms)
    yield "hours", facility.hours
    yield "all_day", _answer(facility.all_day)
    yield "inclusion", _answer(facility.inclusion)


def _count(number: int | None) -> str:
    return "" if number is None else german_number(number)


def _answer(answer: bool | None) -> str:
    return "" if answer is None else words("facilities.yes" if answer else "facilities.no")


def _pupils(facility: Facility) -> str:
    """The last years, the latest first."""
    years = sorted(((Period(text), count) for text, count in facility.pupils.items()), reverse=True)
    return ", ".join(
        words("facilities.facts.pupils_in", count=german_number(count), period=period.german)
        for period, count in years[:_MOST_YEARS]
    )
