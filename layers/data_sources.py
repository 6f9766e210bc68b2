"""Whom everything in the workspace belongs to: tables, areas, places, networks and lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geodata.workspace import Workspace
from layers.source_text import once, owners
from layers.words import words

_Named = tuple[str, str, str]


def source_rows(workspace: Workspace) -> list[Sequence[str]]:
    """Title, attribution and licence of each source, each once; who names no owner says so."""
    untold = words("data_page.no_attribution")
    named = [(title, owner or untold, licence) for title, owner, licence in _named(workspace)]
    return [*once(named)]


def _named(workspace: Workspace) -> Iterator[_Named]:
    for source in workspace.sources.values():
        yield source.title, source.attribution, source.licence
    for system in (*workspace.systems.values(), *workspace.context.values()):
        yield _titled("areas", system.title), system.attribution, ""
    for points in workspace.point_sets.values():
        # The points of a grid came with its areas.
        if points.id not in workspace.systems:
            yield _titled("places", points.title), points.attribution, ""
    for kind, state in sorted(workspace.network_states.items()):
        yield _titled(kind, state.title), state.attribution, ""
    for found in workspace.facility_sets.values():
        many = workspace.facility_kinds[found.kind].many
        yield words("data_page.of_kind", kind=many, title=found.title), found.attribution, ""
    if workspace.mobility:
        owned = owners(offer.attribution for offer in workspace.mobility)
        yield words("data_page.kinds.mobility"), owned, ""


def _titled(kind: str, title: str) -> str:
    named = words(f"data_page.kinds.{kind}")
    return named if title in ("", named) else words("data_page.of_kind", kind=named, title=title)
