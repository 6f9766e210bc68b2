"""Somebody chose what the map shows: answer with classes and legend, then with the values."""

from __future__ import annotations

import datetime
import gzip
from functools import partial
from pathlib import Path
from typing import Any

from flask import Response, abort, request

from callbacks.plain_answer import FOR_GOOD, asked_search, plain_answer
from callbacks.snapshot import asked_workspace
from callbacks.this_day import today
from geodata.area_system import AreaSystem
from geodata.inhabited_points import PLACES
from geodata.refusals import Refusal
from geodata.workspace import Workspace
from geodata.workspace_holder import WorkspaceHolder
from indicators.freshness import freshness
from indicators.kept import kept
from indicators.published import published
from layers import choropleth
from layers.background import context_address, geometry_address
from layers.drawn_view import classes_of, drawn_system, map_owners, places_as_areas
from layers.fitting_view import fitting_view
from layers.freshness_text import light_text
from layers.geometry_asset import GeometryAsset, asset_name, geometry_asset
from layers.view import View
from layers.words import words

# Some kB each; who compares goes back and forth between a few.
_KEPT_ANSWERS = 64
# How far chance goes comes along with their figures; that of more would hold these up.
_FEW_AREAS = 500


def show_classes(holder: WorkspaceHolder) -> Response:
    """What paints the map, under the very text that the page asked with."""
    return plain_answer(map_answer(asked_search(), holder))


def show_values(holder: WorkspaceHolder) -> Response:
    """The figures behind what was painted; null where a refusal is shown."""
    return plain_answer(map_values(asked_search(), holder))


def map_answer(search: str, holder: WorkspaceHolder) -> dict[str, Any]:
    """What paints the map for this address."""
    asked = View.from_search(search)
    workspace = asked_workspace(asked.entry, holder)
    view = fitting_view(asked, workspace)
    if view.reach.asked:
        waiting = _still_reckoned(workspace, view)
        if waiting is not None:
            return {"search": search, **waiting}
    return _answer(workspace, search, today())


def _still_reckoned(workspace: Workspace, view: View) -> dict[str, Any] | None:
    """How far an answer that takes long has come; None where the map can be drawn."""
    # Streets and timetables load with the first question for them.
    from indicators.reach.progress import Stopped
    from indicators.reach.question import question_of_id
    from indicators.reach.work import share_done

    try:
        share = share_done(workspace, question_of_id(view.indicator).trip)
    except Stopped:
        return {"stopped": words("reach.stopped")}
    except Refusal:
        # Said where the map is drawn.
        return None
    if share is None:
        return None
    return {
        "working": round(share, 3),
        "sentence": words("reach.working"),
        "stop": words("reach.stop"),
    }


@kept(_KEPT_ANSWERS)
def _answer(workspace: Workspace, search: str, day: datetime.date) -> dict[str, Any]:
    """Of one day: a day later the same figures may be due."""
    view = fitting_view(View.from_search(search), workspace)
    ground, map_source = _ground(workspace, view, search), map_owners(workspace, view)
    if not view.indicator:
        return choropleth.refusal(words("map.empty"), ground, map_source=map_source)
    try:
        result = published(workspace, view.drawn_query)
        classification = classes_of(workspace, view, result)
    except Refusal as refusal:
        return choropleth.refusal(str(refusal), ground, map_source=map_source)
    counted = _points_word(workspace) if result.system.id == PLACES else ""
    told = choropleth.answer(result, classification, ground, map_source=map_source, counted=counted)
    if not view.reach.asked:
        light = light_text(freshness(workspace, view.indicator, today=day))
        told["source"] = " · ".join(filter(None, [told["source"], light]))
    return told


def map_values(search: str, holder: WorkspaceHolder) -> dict[str, Any] | None:
    """The figures behind the colours; None where a refusal is shown."""
    asked = View.from_search(search)
    return _values(asked_workspace(asked.entry, holder), search)


@kept(_KEPT_ANSWERS)
def _values(workspace: Workspace, search: str) -> dict[str, Any] | None:
    view = fitting_view(View.from_search(search), workspace)
    try:
        result = published(workspace, view.drawn_query)
    except Refusal:
        return None
    told = choropleth.values(result, search=search, number=workspace.number)
    if view.reach.asked or len(result.values) > _FEW_AREAS:
        return told
    from callbacks.show_noise import marks_of

    return told | {"marks": marks_of(view, workspace)}


def geometry_file(name: str, holder: WorkspaceHolder) -> Response:
    """The geometries of a system of the present workspace, in the compression asked for."""
    workspace = asked_workspace(View.from_search(asked_search()).entry, holder)
    known = {asset_name(system): system for system in _drawable(workspace)}
    if name not in known:
        return _point_file(name, workspace)
    system = known[name]
    read = partial(workspace.geometries, system.id, context=system.context)
    return _for_good(geometry_asset(system, read, cache=_cache(workspace)))


def _point_file(name: str, workspace: Workspace) -> Response:
    """The inhabited points that a map of reachability is drawn of."""
    from indicators.reach.point_marks import ground_of_points, point_labels, point_shapes
    from indicators.reach.points import POINT_SYSTEM, point_ranks

    points = places_as_areas(workspace) if name.startswith(f"{POINT_SYSTEM}-") else None
    if points is None or asset_name(points) != name:
        abort(404)
    asset = geometry_asset(
        points,
        partial(point_shapes, workspace),
        cache=_cache(workspace),
        read_ground=partial(ground_of_points, workspace),
        weights=point_ranks(workspace),
        labels=point_labels(workspace),
    )
    return _for_good(asset)


def _for_good(asset: GeometryAsset) -> Response:
    response = _compressed(asset)
    response.headers["Cache-Control"] = FOR_GOOD
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _ground(workspace: Workspace, view: View, search: str) -> choropleth.Ground:
    shown = drawn_system(workspace, view)
    # The areas of an earlier day need not be among those of today.
    of_day = f"?eintrag={view.entry}" if view.entry else ""
    context = context_address(workspace.context)
    return choropleth.Ground(
        search=search,
        number=workspace.number,
        geometry=geometry_address(shown) + of_day if shown else "",
        context=context + of_day if context else "",
    )


def _compressed(asset: GeometryAsset) -> Response:
    """As the browser asked; the few that take neither compression get plain JSON."""
    accepted = request.accept_encodings
    if accepted.quality("br") > 0:
        content, encoding = asset.brotli, "br"
    elif accepted.quality("gzip") > 0:
        content, encoding = asset.gzip, "gzip"
    else:
        return Response(gzip.decompress(asset.gzip), mimetype="application/json")
    return Response(content, mimetype="application/json", headers={"Content-Encoding": encoding})


def _points_word(workspace: Workspace) -> str:
    from layers.counted_points import points_word

    return points_word(workspace)


def _drawable(workspace: Workspace) -> list[AreaSystem]:
    return [*workspace.systems.values(), *workspace.context.values()]


def _cache(workspace: Workspace) -> Path:
    folder = workspace.path if workspace.path.is_dir() else workspace.path.parent
    return folder / "cache" / "geometrie"
