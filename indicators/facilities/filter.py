"""Which facilities are meant: the one filter that map, table, portrait and reachability follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from geodata.facilities.facility import Facility
from indicators.facilities.hours import covers, wished_span

Test = Callable[[Facility], bool]

# Names of providers hold commas and semicolons.
_BETWEEN_PROVIDERS = "|"
_BETWEEN_KINDS = ";"
MOST_CHOSEN = 40
LONGEST_NAME = 80


# By these the filter stands in an address.
FILTER_NAMES = ("arten", "traeger", "frei", "ganztag", "inklusion", "offen", "suche")


@dataclass(frozen=True)
class FacilityFilter:
    """A filter, hashable; what is empty or False asks for nothing.

    `free` wants places that are known to be free; `hours` is `07:00-16:30`, either end may be
    missing; `name` is looked for in name and address. What a facility does not tell never passes
    where it is asked for.
    """

    kinds: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    free: bool = False
    all_day: bool = False
    inclusion: bool = False
    hours: str = ""
    name: str = ""

    @property
    def texts(self) -> Mapping[str, str]:
        """The filter by the names that stand in an address, without what asks for nothing.

        >>> dict(FacilityFilter(kinds=("kita",), free=True, hours="07:00-").texts)
        {'arten': 'kita', 'frei': '1', 'offen': '07:00-'}
        """
        told = (
            _BETWEEN_KINDS.join(self.kinds),
            _BETWEEN_PROVIDERS.join(self.providers),
            "1" if self.free else "",
            "1" if self.all_day else "",
            "1" if self.inclusion else "",
            self.hours,
            self.name,
        )
        return {name: text for name, text in zip(FILTER_NAMES, told, strict=True) if text}

    @classmethod
    def from_texts(cls, texts: Mapping[str, str]) -> FacilityFilter:
        """The filter that an address names; what cannot be understood asks for nothing."""
        hours = texts.get("offen", "")
        return cls(
            kinds=_several(texts.get("arten", ""), _BETWEEN_KINDS),
            providers=_several(texts.get("traeger", ""), _BETWEEN_PROVIDERS),
            free=texts.get("frei") == "1",
            all_day=texts.get("ganztag") == "1",
            inclusion=texts.get("inklusion") == "1",
            hours=hours if wished_span(hours) else "",
            name=" ".join(texts.get("suche", "").split())[:LONGEST_NAME],
        )

    @property
    def text(self) -> str:
        """The filter in one line, as the catalogue keeps it; "" for the one that lets all pass.

        >>> FacilityFilter(kinds=("grundschule", "kita"), name="Am Wald").text
        'arten=grundschule%3Bkita&suche=Am+Wald'
        """
        return urlencode(self.texts)

    @classmethod
    def from_text(cls, text: str) -> FacilityFilter:
        return cls.from_texts(dict(parse_qsl(text)))


EVERYTHING = FacilityFilter()


def applied(wanted: FacilityFilter, facilities: Sequence[Facility]) -> tuple[Facility, ...]:
    """The facilities that pass, in their order.

    >>> kitas = [Facility("a", "kita", "A", capacity=20, occupancy=20), Facility("b", "kita", "B")]
    >>> [f.name for f in applied(FacilityFilter(kinds=("kita",)), kitas)]
    ['A', 'B']
    >>> applied(FacilityFilter(free=True), kitas)
    ()
    """
    tests = tests_of(wanted).values()
    return tuple(facility for facility in facilities if all(test(facility) for test in tests))


def tests_of(wanted: FacilityFilter) -> Mapping[str, Test]:
    """The tests of a filter by the field that asks; only those that ask for something."""
    tests: dict[str, Test] = {}
    if wanted.kinds:
        tests["kinds"] = lambda facility: facility.kind in wanted.kinds
    if wanted.providers:
        tests["providers"] = lambda facility: facility.provider in wanted.providers
    tests |= {field: test for field, test in YES_OR_NO.items() if getattr(wanted, field)}
    span = wished_span(wanted.hours)
    if span is not None:
        tests["hours"] = lambda facility: covers(facility.hours, span)
    if wanted.name:
        looked_for = wanted.name.casefold()
        tests["name"] = lambda facility: (
            looked_for in f"{facility.name}\n{facility.address}".casefold()
        )
    return tests


def _has_free(facility: Facility) -> bool:
    return (facility.free or 0) > 0


# The choices that are switched on or off.
YES_OR_NO: Mapping[str, Test] = {
    "free": _has_free,
    "all_day": lambda facility: facility.all_day is True,
    "inclusion": lambda facility: facility.inclusion is True,
}


def _several(text: str, between: str) -> tuple[str, ...]:
    """Each once and in order, so that the same choice is the same filter."""
    parts = (part.strip() for part in text.split(between))
    return tuple(sorted(dict.fromkeys(part for part in parts if part)))[:MOST_CHOSEN]
