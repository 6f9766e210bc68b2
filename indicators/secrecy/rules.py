"""From which size on a count may be seen: the rules of the catalogue, variable by variable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geodata.catalogue import Indicator


@dataclass(frozen=True)
class Rule:
    """Counts from 1 to `minimum - 1` are hidden, zeros too where it says so.

    What is hidden stays uncertain over at least `width` whole numbers, the greatest of them at
    least `minimum`.
    """

    minimum: int
    width: int
    zeros_hidden: bool

    def is_small(self, count: float) -> bool:
        """Whether a count has to be hidden.

        >>> [Rule(3, 3, zeros_hidden=False).is_small(count) for count in (0, 1, 2, 3)]
        [False, True, True, False]
        """
        return self.zeros_hidden if count == 0 else count < self.minimum


def any_rule(indicators: Mapping[str, Indicator]) -> bool:
    return any(record.minimum or record.minimum_base for record in indicators.values())


def rules(indicators: Mapping[str, Indicator]) -> dict[str, Rule]:
    """The rule of every protected variable; the strictest where several records speak of it.

    A rule at a ratio or a change is meant for what it counts: its numerator.
    """
    found: dict[str, Rule] = {}
    for record in indicators.values():
        for variable in ruled_variables(record) if record.minimum else ():
            new = _rule(record, indicators.get(variable, record))
            old = found.get(variable, new)
            found[variable] = Rule(
                max(old.minimum, new.minimum),
                max(old.width, new.width),
                old.zeros_hidden or new.zeros_hidden,
            )
    return found


def ruled_variables(record: Indicator) -> tuple[str, ...]:
    """The counts that a rule at a record protects; none for figures that count nothing."""
    if record.denominator or record.kind == "change":
        return record.numerator or ((record.id,) if record.denominator else ())
    return (record.id,) if record.kind == "count" and not record.weight else ()


def _rule(record: Indicator, counted: Indicator) -> Rule:
    zeros = record.zeros or counted.zeros or ("hidden" if counted.people else "shown")
    return Rule(record.minimum, record.width or record.minimum, zeros == "hidden")
