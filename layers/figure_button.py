"""A figure that tells where it comes from when it is clicked; assets/provenance.js listens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dash import html

from indicators.query import Query
from layers.view import View
from layers.words import words


def figure_address(query: Query, area_ids: Sequence[str] = ()) -> str:
    """The address that asks for the provenance of a figure; without areas, of the county's."""
    return View(
        indicator=query.indicator,
        period=query.period,
        since=query.since,
        change="percent" if query.change == "percent" else "",
        system=query.system,
        areas=tuple(area_ids),
    ).search


def other_address(search: str, **changes: Any) -> str:  # noqa: ANN401 - the fields of a View
    """The address of a figure beside the one that `search` names: another period, another area."""
    return replace(View.from_search(search), **changes).search


def figure_button(text: str, search: str, *, class_name: str = "") -> html.Button:
    """The figure as a button; `search` is its address."""
    return html.Button(
        text,
        type="button",
        title=words("provenance.panel.title"),
        className=f"figure-button {class_name}".strip(),
        **{"data-origin": search},
    )
