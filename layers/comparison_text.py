"""Two areas compared, in sentences that can be read aloud."""

from __future__ import annotations

from collections.abc import Mapping

from geodata.catalogue import Indicator
from geodata.markers import Flag, Nature, Status
from indicators.comparison.profile import Comparison
from indicators.comparison.side import Side
from indicators.published import Cell
from layers.german_number import german_number
from layers.saying import Saying, quantity, saying
from layers.spoken_area import SpokenArea, spoken_area, starting
from layers.unbroken import HARD_SPACE
from layers.words import words

_PERCENT = "%"
_ONE = "1"
_CASES = ("who", "where", "whom")


def comparison_text(
    found: Comparison, records: Mapping[str, Indicator], *, county_name: str = ""
) -> str:
    """All that is said about one indicator in two areas, the title in front."""
    sentences = comparison_sentences(found, records, county_name=county_name)
    first = words("comparison.title", title=found.indicator.title, sentence=sentences[0])
    return " ".join([first, *sentences[1:]])


def comparison_sentences(
    found: Comparison, records: Mapping[str, Indicator], *, county_name: str = ""
) -> list[str]:
    """Values, difference and chance, direction, county, how sure it is, state: one sentence each.

    `records` are all of the catalogue: numerator and denominator say what the figure counts. What
    does not hold or has nothing to say is left out; the first and the last are always there.
    """
    a, b = spoken_sides(found)
    way = saying(found.indicator, records)
    sentences = [
        _values(found, a, b, way),
        _difference(found),
        _few(found, a, b),
        _better(found, a, b),
        _county(found, county_name, way),
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


def _values(found: Comparison, a: SpokenArea, b: SpokenArea, way: Saying) -> str:
    if found.a.place == found.b.place:
        same = words("comparison.same_area")
        return f"{same} {starting(clause(found.a.cell, way, a))}."
    gaps = {_gap(found.a.cell), _gap(found.b.cell)}
    if len(gaps) == 1 and gaps != {""}:
        name = f"comparison.both_{gaps.pop()}"
        return starting(words(name, a=a.whom, b=b.whom, where_a=a.where, where_b=b.where))
    if _reads_the_same(found):
        value = found.a.cell.value or 0.0
        return starting(way.said("equal", value, where_a=a.where, where_b=b.where))
    first, second = clause(found.a.cell, way, a), _second(found, b, way)
    return words("comparison.both", a=starting(first), b=second)


def _second(found: Comparison, b: SpokenArea, way: Saying) -> str:
    """After a plain figure another needs no verb of its own."""
    first, second = found.a.cell, found.b.cell
    if not (_is_plain(first) and _is_plain(second)):
        return clause(second, way, b)
    before, value = first.value or 0.0, second.value or 0.0
    if way.goes_on(before, value):
        return way.said("also", value, where=b.where)
    return way.said("turn" if way.family == "change" else "value", value, where=b.where)


def clause(cell: Cell, way: Saying, name: SpokenArea, *, form: str = "value") -> str:
    """What is said of one side, as a main clause without its full stop."""
    gap = _gap(cell)
    if gap:
        return words(f"comparison.{gap}", where=name.where, whom=name.whom)
    if cell.flags & Flag.AT_LEAST:
        form = "at_least"
    elif cell.status is Status.UNRELIABLE:
        form = "unreliable"
    return way.said(form, cell.value or 0.0, where=name.where)


def _gap(cell: Cell) -> str:
    """The word for what stands in place of a value; "" where there is one."""
    if cell.flags & Flag.UNINHABITED:
        return "uninhabited"
    if cell.status is Status.ZERO:
        return "zero"
    if cell.value is not None:
        return ""
    if cell.status is Status.MISSING and cell.flags & Flag.LATER:
        return "later"
    if cell.status is Status.MISSING and cell.flags & Flag.BLOCKED:
        return "blocked"
    return Status.MISSING.code if cell.status is Status.SHOWN else cell.status.code


def _is_plain(cell: Cell) -> bool:
    """A figure that is there, sure and whole."""
    certain = cell.status is Status.SHOWN and not cell.flags & Flag.AT_LEAST
    return certain and cell.value is not None


def _reads_the_same(found: Comparison) -> bool:
    """Whether both sides show the same number, plainly."""
    a, b = found.a.cell, found.b.cell
    if not (_is_plain(a) and _is_plain(b)):
        return False
    one, other = (quantity(cell.value or 0.0, found.indicator) for cell in (a, b))
    return one == other


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


def _county(found: Comparison, county_name: str, way: Saying) -> str:
    """The whole county beside the two; a gap there is no news.

    What is counted is said again only where neither side had a figure.
    """
    cell = found.county
    if not county_name or (cell.value is None and cell.status is not Status.ZERO):
        return ""
    name = SpokenArea("", spoken_area(county_name).where, "")
    said_before = any(not _gap(side.cell) for side in (found.a, found.b))
    return starting(clause(cell, way, name, form="short" if said_before else "value")) + "."


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
