"""The facilities that stand in an area, folded below its portrait."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dash import dcc, html

from geodata.facilities.facility import Facility
from geodata.facilities.kind import FacilityKind
from layers.facility_text import badges, facility_name, places_text
from layers.german_number import german_number
from layers.shell import FACILITIES_PATH
from layers.words import words

_MOST_NAMED = 12


def facilities_here(
    facilities: Sequence[Facility],
    kinds: Mapping[str, FacilityKind],
    *,
    search: str,
    is_filtered: bool,
) -> html.Details:
    """A fold with what stands there by kind; `search` leads to the same on the map."""
    key = "title_filtered" if is_filtered else "title"
    title = words(f"facilities.portrait.{key}", count=german_number(len(facilities)))
    link = dcc.Link(words("facilities.portrait.show"), href=FACILITIES_PATH + search)
    return html.Details(
        [html.Summary(title), *_lists(facilities, kinds), html.P(link, className="hint")],
        className="facilities-here",
    )


def _lists(facilities: Sequence[Facility], kinds: Mapping[str, FacilityKind]) -> Iterator[Any]:
    of_kind: dict[str, list[Facility]] = {}
    for facility in facilities:
        of_kind.setdefault(facility.kind, []).append(facility)
    if not of_kind:
        yield html.P(words("facilities.portrait.none"), className="hint")
    for kind, found in sorted(of_kind.items(), key=lambda one: list(kinds).index(one[0])):
        yield html.H4(f"{kinds[kind].many} ({german_number(len(found))})")
        rows = [_row(facility, kinds[kind]) for facility in found[:_MOST_NAMED]]
        more = len(found) - _MOST_NAMED
        if more > 0:
            text = words("facilities.portrait.more", count=german_number(more))
            rows.append(html.Li(text, className="hint"))
        yield html.Ul(rows)


def _row(facility: Facility, kind: FacilityKind) -> html.Li:
    places = words("facilities.places", places=places_text(facility))
    told = places if facility.capacity is not None else ""
    marks = [html.Span(word, className=f"nature-badge {code}") for code, word in badges(facility)]
    name = facility_name(facility, kind)
    return html.Li([html.Span(name), html.Span([told, *marks], className="hint")])
