"""What stands in the lists to choose from, and what is chosen in them."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.area_system import AreaSystem
from geodata.catalogue import Indicator
from indicators.choices import PeriodChoice
from indicators.classification import DEFAULT_COUNT, DEFAULT_DIVERGING, DEFAULT_SEQUENTIAL
from indicators.palettes import palettes
from layers.view import View
from layers.words import words

Options = list[dict[str, str]]
NO_CHANGE = "0"


def system_options(systems: Sequence[AreaSystem]) -> Options:
    """Area systems by title, coarsest first."""
    return [{"value": system.id, "label": system.title} for system in systems]


def period_options(choices: Sequence[PeriodChoice]) -> Options:
    """Periods, the latest first; each with its census base where a series has several."""
    several = len({choice.base for choice in choices}) > 1
    return [
        {"value": choice.period.text, "label": _period_label(choice, with_base=several)}
        for choice in choices
    ]


def since_options(choices: Sequence[PeriodChoice], period: str) -> Options:
    """No change, or the periods before the shown one, since which it can be shown."""
    shown = next((choice.period for choice in choices if choice.period.text == period), None)
    earlier = [choice for choice in choices if shown is not None and choice.period < shown]
    none = {"value": NO_CHANGE, "label": words("question.no_since")}
    return [none, *period_options(earlier)]


def drawing_values(view: View, indicator: Indicator) -> dict[str, str]:
    """Method, number of classes and palette as drawn: the view's choice or the indicator's own."""
    usual = indicator.classes
    fallback = DEFAULT_SEQUENTIAL if indicator.middle is None else DEFAULT_DIVERGING
    wanted = (view.palette, str(usual.get("palette", "")), fallback)
    return {
        "art": view.method or str(usual.get("method", "quantile")),
        "klassen": str(view.class_count or usual.get("count", DEFAULT_COUNT)),
        "palette": next(name for name in wanted if name in palettes()),
    }


def drawn_breaks(view: View, indicator: Indicator) -> tuple[float, ...]:
    """The own limits that are drawn: the view's, or the indicator's where its method is „own“."""
    if view.own_breaks or view.method not in ("", "own"):
        return view.own_breaks
    return tuple(float(limit) for limit in indicator.classes.get("breaks", ()))


def _period_label(choice: PeriodChoice, *, with_base: bool) -> str:
    if with_base and choice.base:
        return f"{choice.period.german} · {choice.base}"
    return choice.period.german
