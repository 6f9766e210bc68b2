"""Two areas compared, in sentences that can be read aloud."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from indicators.comparison.profile import Comparison
from indicators.comparison.side import Side
from indicators.published import Cell
from layers.figure_text import HARD_SPACE, number_with_unit
from layers.german_number import german_number
from layers.spoken_area import SpokenArea, spoken_area, starting
from layers.words import words

_PERCENT = "%"
_ONE = "1"
_CASES = ("who", "where", "whom")


def comparison_text(found: Comparison, *, county_name: str = "") -> str:
    """All that is said about one indicator in two areas, the title in front."""
    sentences = comparison_sentences(found, county_name=county_name)
    first = words("comparison.title", title=found.indicator.title, sentence=sentences[0])
    return " ".join([first, *sentences[1:]])


def comparison_sentences(found: Comparison, *, county_name: str = "") -> list[str]:
    """Values, difference and chance, direction, county, how sure it is, state: one sentence each.

    What does not hold or has nothing to say is left out; the first and the last are always there.
    """
    a, b = spoken_sides(found)
    sentences = [
        _values(found, a, b),
        _difference(found),
        _few(found, a, b),
        _better(found, a, b),
        _county(found, county_name),
        _natures(found, a, b),
        _states(found, a, b),
    ]
    return [sentence for sentence in sentences if sentence]


def spoken_sides(found: Comparison) -> tuple[SpokenArea, SpokenArea]:
    """Both names; where the sides are of different kinds, each with its kind."""
    differ = found.a.place.system != found.b.place.system
    a, b = (_spoken(side, with_kind=differ) for side in (found.a, found.b))
    return a, b


def _spoken(side: Side, *, with_kind: bool) -> SpokenArea:
    """Several areas taken together are called by their own name, without an article."""
    if side.place.members:
        return SpokenArea(*(words(f"comparison.cases.name.{c}", name=side.name) for c in _CASES))
    return spoken_area(side.name, side.system_title, with_kind=with_kind)


def many_comparisons_note() -> str:
    """What to keep in mind below a whole profile."""
    return words("comparison.many_tests")


def _values(found: Comparison, a: SpokenArea, b: SpokenArea) -> str:
    if found.a.place == found.b.place:
        same = words("comparison.same_area")
        return f"{same} {starting(clause(found.a.cell, found.indicator, a))}."
    gaps = {_gap(found.a.cell), _gap(found.b.cell)}
    if len(gaps) == 1 and gaps != {""}:
        name = f"comparison.both_{gaps.pop()}"
        return starting(words(name, a=a.whom, b=b.whom, where_a=a.where, where_b=b.where))
    if _reads_the_same(found):
        value = _value(found.a.cell, found.indicator)
        return starting(words("comparison.equal", where_a=a.where, where_b=b.where, value=value))
    first, second = (
        clause(side.cell, found.indicator, name) for side, name in ((found.a, a), (found.b, b))
    )
    if _is_plain(found.a.cell, found.indicator) and _is_plain(found.b.cell, found.indicator):
        value = _value(found.b.cell, found.indicator)
        second = words("comparison.values_also", where=b.where, value=value)
    return words("comparison.both", a=starting(first), b=second)


def clause(cell: Cell, indicator: Indicator, name: SpokenArea) -> str:
    """What is said of one side, as a main clause without its full stop."""
    gap = _gap(cell)
    if gap:
        return words(f"comparison.{gap}", where=name.where, whom=name.whom)
    value = _value(cell, indicator)
    if cell.flags & Flag.AT_LEAST:
        return words("comparison.at_least", where=name.where, value=value)
    if cell.status is Status.UNRELIABLE:
        return words("comparison.unreliable_value", where=name.where, value=value)
    return words(f"comparison.{_verb(value, indicator)}", where=name.where, value=value)


def _gap(cell: Cell) -> str:
    """The word for what stands in place of a value; "" where there is one."""
    if cell.status is Status.ZERO:
        return "zero"
    if cell.value is not None:
        return ""
    if cell.status is Status.MISSING and cell.flags & Flag.LATER:
        return "later"
    if cell.status is Status.MISSING and cell.flags & Flag.BLOCKED:
        return "blocked"
    return Status.MISSING.code if cell.status is Status.SHOWN else cell.status.code


def _is_plain(cell: Cell, indicator: Indicator) -> bool:
    """A value that needs no more words than "sind es"."""
    certain = cell.status is Status.SHOWN and not cell.flags & Flag.AT_LEAST
    return certain and not _gap(cell) and _verb(_value(cell, indicator), indicator) != "one"


def _value(cell: Cell, indicator: Indicator) -> str:
    return quantity(cell.value or 0.0, indicator)


def quantity(value: float, indicator: Indicator) -> str:
    """Number and unit; a single one stands alone, because units are written in the plural."""
    number = german_number(value, decimals=indicator.shown_decimals)
    unit = indicator.unit
    is_word = len(unit) > 2 and unit[0].isupper() and unit[1:].isalpha()
    return number if number == _ONE and is_word else number_with_unit(value, indicator)


def _verb(value: str, indicator: Indicator) -> str:
    if indicator.kind == "change":
        return "values_changed"
    return "one" if value == _ONE else "values"


def _reads_the_same(found: Comparison) -> bool:
    """Whether both sides show the same number, plainly."""
    a, b = found.a.cell, found.b.cell
    plain = all(c.status is Status.SHOWN and not c.flags & Flag.AT_LEAST for c in (a, b))
    there = a.value is not None and b.value is not None
    return plain and there and _value(a, found.indicator) == _value(b, found.indicator)


def _difference(found: Comparison) -> str:
    if found.difference is None or _reads_the_same(found) or found.a.place == found.b.place:
        return ""
    if found.a.cell.status is Status.ZERO and found.b.cell.status is Status.ZERO:
        return ""
    told = difference_text(found.difference, found.indicator)
    if found.chance:
        return words(f"comparison.{found.chance}", difference=told)
    sentence = words("comparison.difference", difference=told)
    overlap = words("comparison.overlap") if found.untold == "overlap" else ""
    return f"{sentence} {overlap}".strip()


def difference_text(difference: float, indicator: Indicator) -> str:
    """`7,1 Prozentpunkte`, `34 Einwohner je km²`: how far apart, without a sign."""
    if indicator.unit != _PERCENT:
        return quantity(abs(difference), indicator)
    number = german_number(abs(difference), decimals=indicator.shown_decimals)
    word = "comparison.point" if number == _ONE else "comparison.points"
    return f"{number}{HARD_SPACE}{words(word)}"


def _few(found: Comparison, a: SpokenArea, b: SpokenArea) -> str:
    if found.a.small and found.b.small:
        return words("comparison.few_both")
    if found.a.small or found.b.small:
        return words("comparison.few_one", whom=(a if found.a.small else b).whom)
    return ""


def _better(found: Comparison, a: SpokenArea, b: SpokenArea) -> str:
    if not found.better or _reads_the_same(found):
        return ""
    who = (a if found.better == "a" else b).who
    return words(f"comparison.{found.indicator.direction}", who=who)


def _county(found: Comparison, county_name: str) -> str:
    """The whole county beside the two; a gap there is no news."""
    cell = found.county
    if not county_name or (cell.value is None and cell.status is not Status.ZERO):
        return ""
    where = spoken_area(county_name).where
    return starting(clause(cell, found.indicator, SpokenArea("", where, ""))) + "."


def _natures(found: Comparison, a: SpokenArea, b: SpokenArea) -> str:
    """Whether they were counted, estimated or modelled; of figures that are there only."""
    there = [
        (side.cell.nature, name)
        for side, name in ((found.a, a), (found.b, b))
        if side.cell.value is not None
    ]
    natures = {nature for nature, _ in there}
    if natures <= {Nature.REAL}:
        return ""
    if len(natures) == 1 and len(there) == 2:
        return words(f"comparison.both_{natures.pop().code}")
    by_nature: Mapping[Nature, SpokenArea] = dict(there)
    if len(there) == 1:
        nature, name = there[0]
        return words(f"comparison.only_{nature.code}", whom=name.whom)
    if Nature.MODEL not in natures:
        return words("comparison.one_estimated", whom=by_nature[Nature.ESTIMATED].whom)
    other = next(nature for nature in natures if nature is not Nature.MODEL)
    sentence = "one_model" if other is Nature.REAL else "model_and_estimated"
    return words(
        f"comparison.{sentence}", model=by_nature[Nature.MODEL].whom, other=by_nature[other].whom
    )


def _states(found: Comparison, a: SpokenArea, b: SpokenArea) -> str:
    if not found.same_period:
        told = words(
            "comparison.periods_differ",
            a=a.who,
            b=b.who,
            period_a=found.a.period.german,
            period_b=found.b.period.german,
        )
        return f"{told} {_bases(found.a, found.b)}".strip()
    if found.same_base and found.a.base:
        return words("comparison.period_on_base", period=found.a.period.german, base=found.a.base)
    told = words("comparison.period", period=found.a.period.german)
    return f"{told} {_bases(found.a, found.b)}".strip()


def _bases(a: Side, b: Side) -> str:
    if a.base == b.base:
        return ""
    unknown = words("comparison.base_unknown")
    return words("comparison.bases_differ", base_a=a.base or unknown, base_b=b.base or unknown)
