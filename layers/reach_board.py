"""The panel of reachability: what can be asked, and what is asked."""

from __future__ import annotations

import datetime
from typing import Any

from geodata.workspace import Workspace
from indicators.choices import systems, topics
from indicators.reach.networks import kinds_of_days, timetable_of
from indicators.reach.points import POINT_SYSTEM, inhabited
from indicators.reach.question import ReachQuestion, clock
from indicators.reach.summary import STEPS
from indicators.reach.transit import ALL_ON_FOOT_S
from indicators.reach.walking import TO_STOP_S
from layers.reach_choice import LAYERS, MEASURES, MODES
from layers.view import View
from layers.words import section, words

_DEMOGRAPHY = "Demografie"


def reach_board(workspace: Workspace, view: View, question: ReachQuestion) -> dict[str, Any]:
    """All choices with their words, and which of them hold; drawn by assets/reach/panel.js."""
    modes = {mode: name for name, mode in MODES.items()}
    measures = {measure: name for name, measure in MEASURES.items()}
    return {
        "words": section("reach.panel"),
        "modes": [
            {
                "value": name,
                "title": words(f"reach.modes.{name}"),
                "missing": _missing(workspace, name),
            }
            for name in MODES
        ],
        "measures": [{"value": n, "title": words(f"reach.measures.{n}")} for n in MEASURES],
        "limits": sorted({*STEPS, question.limit_minutes}),
        "groups": _groups(workspace),
        "surfaces": _surfaces(workspace),
        "days": _days(workspace, question),
        "layers": [{"value": n, "title": words(f"reach.layers.{n}.title")} for n in LAYERS],
        "values": {
            "arten": list(question.filter.kinds),
            "weg": modes[question.mode],
            "mass": measures[question.measure],
            "grenze": str(question.limit_minutes),
            "gruppe": question.group,
            "tag": question.day,
            "um": clock(question.arrive_by_s),
            "wo": view.system,
            "flaeche": view.reach.isochrone,
            "schichten": list(view.reach.layers),
        },
    }


def _missing(workspace: Workspace, mode: str) -> str:
    """Why a way of travelling cannot be asked; "" where it can."""
    if "streets" not in workspace.network_states:
        return words("reach.panel.no_streets")
    if mode == "bus" and "timetable" not in workspace.network_states:
        return words("reach.panel.no_timetable")
    return ""


def _days(workspace: Workspace, question: ReachQuestion) -> dict[str, Any] | None:
    """The kinds of days that the timetable tells apart, and between which days it holds."""
    if question.mode != "transit" or "timetable" not in workspace.network_states:
        return None
    plan = timetable_of(workspace)
    first, last = plan.first_day, plan.last_day
    kinds = [
        {"value": kind.day.isoformat(), "title": words(f"reach.days.{kind.kind}")}
        for kind in kinds_of_days(workspace)
    ]
    return {
        "kinds": kinds,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "other": words("reach.days.other"),
        "walks": words("reach.panel.walks", walk=TO_STOP_S // 60, all=ALL_ON_FOOT_S // 60),
        "wanted": words(
            "reach.days.wanted",
            first=f"{plan.first_day:%d.%m.%Y}",
            last=f"{plan.last_day:%d.%m.%Y}",
        ),
    }


def _german(day: datetime.date) -> str:
    return f"{day:%d.%m.%Y}"


def _groups(workspace: Workspace) -> list[dict[str, str]]:
    """Everybody, the counts of people of „Demografie“, and those for whom facilities are there."""
    everybody = {"value": "", "title": words("reach.panel.everybody")}
    kinds = [workspace.facility_kinds[kind] for kind in workspace.facility_sets]
    served = (workspace.indicators.get(group) for kind in kinds for group in kind.serves)
    found = next((t for t in topics(workspace) if t.title == _DEMOGRAPHY), None)
    counted = [
        record
        for record in (found.indicators if found else ())
        if record.kind == "count" and record.people and record.role != "population"
    ]
    people = {r.id: r for r in (*counted, *filter(None, served)) if r.role != "population"}
    return [
        everybody,
        *({"value": r.id, "title": r.title} for r in people.values() if systems(workspace, r.id)),
    ]


def _surfaces(workspace: Workspace) -> list[dict[str, str]]:
    """The places themselves, then all levels, coarsest last."""
    points = inhabited(workspace)
    own = words(f"reach.surfaces.{points.basis}")
    levels = [s for s in reversed(list(workspace.systems.values())) if s.id != points.source]
    return [
        {"value": POINT_SYSTEM, "title": own},
        *({"value": system.id, "title": system.title} for system in levels),
    ]
