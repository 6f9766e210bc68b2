"""How many facilities each choice of the filter would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geodata.facilities.facility import Facility
from indicators.facilities.filter import YES_OR_NO, FacilityFilter, Test, applied, tests_of
from indicators.facilities.hours import spans_of


@dataclass(frozen=True)
class ChoiceCounts:
    """Counts of facilities; those of a choice hold with all other choices as they are.

    `kinds` and `providers` count for each value, `yes` for each switch that is on. `untold` counts
    for switches and hours those that do not tell and so cannot pass.
    """

    total: int
    found: int
    kinds: Mapping[str, int]
    providers: Mapping[str, int]
    without_provider: int
    yes: Mapping[str, int]
    untold: Mapping[str, int]


def choice_counts(wanted: FacilityFilter, facilities: Sequence[Facility]) -> ChoiceCounts:
    """The counts beside the choices; a value that nothing has any more stands there with 0."""
    tests = tests_of(wanted)
    others = {name: _left(facilities, tests, name) for name in ("kinds", "providers")}
    kinds = Counter({facility.kind: 0 for facility in facilities})
    kinds.update(facility.kind for facility in others["kinds"])
    providers = Counter({facility.provider: 0 for facility in facilities})
    providers.update(facility.provider for facility in others["providers"])
    without_provider = providers.pop("", 0)
    yes, untold = {}, {}
    for name, test in YES_OR_NO.items():
        left = _left(facilities, tests, name)
        yes[name] = sum(test(facility) for facility in left)
        untold[name] = sum(_untold(facility, name) for facility in left)
    untold["hours"] = sum(not spans_of(f.hours) for f in _left(facilities, tests, "hours"))
    return ChoiceCounts(
        total=len(facilities),
        found=len(applied(wanted, facilities)),
        kinds=kinds,
        providers=providers,
        without_provider=without_provider,
        yes=yes,
        untold=untold,
    )


def _left(
    facilities: Iterable[Facility], tests: Mapping[str, Test], without: str
) -> list[Facility]:
    """What all choices but one leave."""
    kept = [test for name, test in tests.items() if name != without]
    return [facility for facility in facilities if all(test(facility) for test in kept)]


def _untold(facility: Facility, name: str) -> bool:
    return getattr(facility, name) is None
