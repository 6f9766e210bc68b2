"""Several areas read as one: their figure, what it is made of, and who belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dash import html

from geodata.markers import Flag
from indicators.freshness import Freshness
from indicators.portrait import Portrait
from indicators.published import Published
from layers.figure_button import figure_address, figure_button
from layers.figure_text import figure_text
from layers.portrait import asides, facts, notes_section, series_part, value_block
from layers.words import words

LONGEST_NAME = 60


def default_name(count: int) -> str:
    """What several areas are called until somebody names them."""
    return words("several.default_name", count=count)


def areas_name(given: str, count: int) -> str:
    """The name from the address, bounded; the default where none is given."""
    return " ".join(given.split())[:LONGEST_NAME].strip() or default_name(count)


def several_areas(
    found: Portrait,
    figures: Published,
    area_ids: Sequence[str],
    *,
    state_of: Freshness,
    search: str,
    notes: Mapping[str, Any],
) -> list[Any]:
    """The portrait of areas together; `notes` are those on its members."""
    parts = [
        *_head(found.name, figures, area_ids),
        value_block(found.cell, figures, state_of, search),
        html.P(_how(found, figures), className="hint"),
        asides(figures.indicator, search),
        facts(found, figures.indicator, search, chosen=True),
        *_members(figures, area_ids),
        series_part(found, figures.indicator, search),
        notes_section(notes, search),
    ]
    return [part for part in parts if part is not None]


def refused_areas(
    sentence: str,
    figures: Published,
    area_ids: Sequence[str],
    *,
    name: str,
    search: str,
    notes: Mapping[str, Any],
) -> list[Any]:
    """Where no figure can be given for the areas together: the sentence why, and the members."""
    parts = [
        *_head(name, figures, area_ids),
        html.Div(figures.indicator.title, className="figure-title"),
        html.P(sentence, className="next-step"),
        *_members(figures, area_ids),
        notes_section(notes, search),
    ]
    return [part for part in parts if part is not None]


def _head(name: str, figures: Published, area_ids: Sequence[str]) -> list[Any]:
    kind = words("several.kind", count=len(area_ids), kind=figures.system.title)
    back = html.Button(
        words("area.back"), type="button", className="quiet-button", **{"data-area": ""}
    )
    usual = default_name(len(area_ids))
    return [
        html.Div(
            [
                html.Div([html.Span(kind), back], className="overline spread"),
                html.H2(name, className="area-name several"),
            ]
        ),
        # assets/several_areas.js puts the field for the name here.
        html.Div(className="areas-name", **{"data-usual": usual, "data-longest": LONGEST_NAME}),
    ]


def _how(found: Portrait, figures: Published) -> str:
    if found.cell.value is None:
        return words("several.gap")
    if Flag.AT_LEAST in found.cell.flags:
        return words("several.at_least")
    return words("several.made_ratio" if figures.indicator.denominator else "several.made")


def _members(figures: Published, area_ids: Sequence[str]) -> list[Any]:
    rows = [_member(figures, area_id) for area_id in area_ids]
    return [
        html.H3(words("several.members")),
        html.Ul(rows, className="members"),
        html.Div(className="area-adding"),
    ]


def _member(figures: Published, area_id: str) -> html.Li:
    name = figures.system.name_of(area_id)
    remove = html.Button(
        "×",
        type="button",
        className="member-remove",
        title=words("several.remove"),
        **{
            "data-area": area_id,
            "data-add": "1",
            "aria-label": words("several.remove_label", name=name),
        },
    )
    text = figure_text(figures.cell(area_id), figures.indicator)
    figure = figure_button(
        text, figure_address(figures.query, [area_id]), class_name="member-value"
    )
    return html.Li([html.Span(name), figure, remove])
