"""How fresh figures are, in words: the light never stands alone."""

from __future__ import annotations

import datetime

from indicators.freshness import DueAt, Freshness, Light
from layers.words import words

_UNSAID = "none"
_SIGNS = {Light.NONE: "", Light.GREEN: "●", Light.DUE: "◐", Light.OVERDUE: "▲"}


def light_word(light: Light) -> str:
    """`aktuell`, `fällig`, `überfällig`; for who does not see the colour."""
    return words(f"freshness.{light or _UNSAID}")


def freshness_text(found: Freshness) -> str:
    """One sentence: the last state, and when the next one is or was to be expected."""
    if found.last is None:
        return words("freshness.no_figures")
    name = f"freshness.told_{found.light or _UNSAID}"
    return words(
        name, last=found.last.german, due=_german(found.due), overdue=_german(found.overdue)
    )


def light_sign(light: Light) -> str:
    """`●`, `◐`, `▲`: told apart by their form; "" where nothing is said."""
    return _SIGNS[light]


def light_text(found: Freshness) -> str:
    """`▲ überfällig`, for the line of the sources; "" where nobody waits for new figures."""
    if found.light is Light.NONE:
        return ""
    return f"{light_sign(found.light)} {light_word(found.light)}"


def department_text(entry: DueAt) -> str:
    """The heading of a department in the list of what is due."""
    return entry.department or words("freshness.no_department")


def _german(day: datetime.date | None) -> str:
    return day.strftime("%d.%m.%Y") if day else ""
