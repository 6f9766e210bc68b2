"""The board „Zusammenhang“: two indicators against each other, an area a dot."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from geodata.markers import Nature
from indicators.choices import Topic
from indicators.comparison.association import Association, Gap
from indicators.published import Published
from layers.axis import Axis, axis
from layers.figure_button import figure_address
from layers.figure_text import number_with_unit
from layers.figure_title import state_of, title_of
from layers.german_number import german_number
from layers.pattern_text import association_sentences
from layers.words import words

# Of all of Germany, nobody reads every name.
MOST_NAMED = 60
# Fewer dots are no picture.
FEWEST_DOTS = 3


def association_board(
    found: Association,
    x: Published,
    y: Published,
    *,
    selected: Collection[str],
    sides: Mapping[str, str] | None = None,
    elsewhere: tuple[str, int] | None = None,
) -> dict[str, Any]:
    """What assets/comparison/association.js draws; `selected` are ids of areas.

    `sides` has "a" or "b" for the areas that stand on a side. `elsewhere` is the level where more
    areas have both figures, and how many; it is named where here too few have them.
    """
    sides = sides or {}
    across, up = (_axis(values, of) for values, of in ((found.first, x), (found.second, y)))
    return {
        "x": _named(x, across),
        "y": _named(y, up),
        "points": [
            {
                "id": area_id,
                "name": name,
                "x": across.place(_read(first, x)),
                "y": up.place(_read(second, y)),
                "x_text": number_with_unit(first, x.indicator),
                "y_text": number_with_unit(second, y.indicator),
                "selected": area_id in selected,
                "side": sides.get(area_id, ""),
            }
            for area_id, name, first, second in zip(
                found.area_ids,
                found.names,
                found.first.tolist(),
                found.second.tolist(),
                strict=True,
            )
            if found.n >= FEWEST_DOTS
        ],
        "facts": _facts(found),
        "experts": words("boards.experts"),
        "sentences": _sentences(found, title_of(x), title_of(y), elsewhere),
        "gap_count": len(found.gaps),
        "gaps": [_gap(gap, title_of(x), title_of(y)) for gap in found.gaps[:MOST_NAMED]],
    }


def question_options(topics: Sequence[Topic], able: Collection[str]) -> list[dict[str, str]]:
    """The indicators to set beside the shown one: those of `able`, by topic."""
    return [
        {"value": indicator.id, "name": indicator.title, "kind": topic.title}
        for topic in topics
        for indicator in topic.indicators
        if indicator.id in able
    ]


def _axis(values: Any, figures: Published) -> Axis:  # noqa: ANN401 - an array of floats
    return axis([_read(value, figures) for value in values.tolist()])


def _read(value: float, figures: Published) -> float:
    """As it is read: a picture is to tell no digit more."""
    return round(value, figures.indicator.shown_decimals)


def _named(figures: Published, scale: Axis) -> dict[str, Any]:
    return {
        "title": title_of(figures),
        "unit": figures.indicator.unit,
        "state": state_of(figures),
        "origin": figure_address(figures.query),
        "ticks": scale.ticks(),
    }


def _facts(found: Association) -> list[list[str]]:
    """The numbers behind the sentence, each with its name."""
    if found.rho is None:
        return []
    facts = [[words("boards.zusammenhang.rho"), german_number(found.rho, decimals=2)]]
    if found.p_value is not None:
        facts.append(
            [words("boards.zusammenhang.p_value"), german_number(found.p_value, decimals=3)]
        )
    return [*facts, [words("boards.zusammenhang.n"), german_number(found.n)]]


def _sentences(found: Association, x: str, y: str, elsewhere: tuple[str, int] | None) -> list[str]:
    """How they go together; the gaps stand in a list of their own."""
    sentences = association_sentences(found, first=x, second=y)
    if found.why_none == "too_few":
        if elsewhere is None:
            return [*sentences, words("boards.zusammenhang.no_level")]
        system, n = elsewhere
        further = words("boards.zusammenhang.other_level", system=system, n=german_number(n))
        return [*sentences, further]
    if found.worst_nature is not Nature.REAL:
        sentences.append(words(f"boards.with_{found.worst_nature.code}"))
    return sentences


def _gap(gap: Gap, x: str, y: str) -> str:
    """`Damnatz (Kinder: geheim gehalten)`."""
    whys = [
        f"{title}: {words(f'status.{status.code}')}"
        for title, status in ((x, gap.first), (y, gap.second))
        if words(f"status.{status.code}") and status.code != "zero"
    ]
    return f"{gap.name} ({', '.join(whys) or words('flag.at_least')})"
