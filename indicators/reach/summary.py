"""What a question of reachability comes to for the whole county, and who is left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.markers import Nature
from geodata.workspace import Workspace
from indicators.kept import kept
from indicators.reach.answer import ReachAnswer, answer
from indicators.reach.figures import MINIMUM_BASE, places_per_person
from indicators.reach.grounds import nature_of
from indicators.reach.measures import as_read, gini
from indicators.reach.points import areas_of_points, spoken_names
from indicators.reach.question import ReachQuestion
from indicators.reach.weights import weights_of

STEPS = (5, 10, 15, 30, 45)
_MOST_NAMED = 8


@dataclass(frozen=True)
class Within:
    """How many people are there within so many minutes, and which share (0 to 1) they are."""

    minutes: int
    people: float
    share: float


@dataclass(frozen=True)
class LeftOut:
    """A place beyond the limit; its full minutes, None where there is no connection."""

    name: str
    minutes: float | None


@dataclass(frozen=True)
class Summary:
    """Of all who are meant and live in the county; None where too few do.

    `mean_minutes` is that of those with a connection, None where nobody has any. `gini` says how
    unequal access is: their minutes, or the places per person where these are asked for.
    `beyond` is how many inhabited points lie beyond the limit by their minutes as they are read,
    so that map and text count the same; `cut_off` is how many of them have no connection, and
    `left_out` are the first of them.
    """

    people: float
    mean_minutes: float | None
    unreached_share: float
    within: tuple[Within, ...]
    left_out: tuple[LeftOut, ...]
    gini: float | None
    beyond: int
    cut_off: int
    facilities: int
    points: int
    nature: Nature


@kept(32)
def summary(workspace: Workspace, question: ReachQuestion) -> Summary | None:
    """The figures beside the map; raises what `answer` raises."""
    found = answer(workspace, question.trip)
    weights = weights_of(workspace, question.group)
    coarsest = next(iter(workspace.systems))
    inside = areas_of_points(workspace, coarsest) >= 0
    people, minutes = np.where(inside, weights.people, 0.0), found.minutes
    total = float(people.sum())
    if total < MINIMUM_BASE:
        return None
    connected = np.isfinite(minutes)
    reached = float(people[connected].sum())
    weighed = float((people[connected] * minutes[connected]).sum())
    return Summary(
        people=total,
        mean_minutes=weighed / reached if reached else None,
        unreached_share=1 - reached / total,
        within=tuple(_within(limit, people, minutes, total) for limit in _steps(question)),
        left_out=_left_out(workspace, found, people, question.limit_minutes),
        gini=_gini(workspace, question, people, minutes),
        beyond=int(((people > 0) & (as_read(minutes) > question.limit_minutes)).sum()),
        cut_off=int(((people > 0) & ~connected).sum()),
        facilities=len(found.facilities),
        points=int(inside.sum()),
        nature=max(weights.nature, nature_of(workspace, question.trip, found.facilities)),
    )


def _gini(
    workspace: Workspace,
    question: ReachQuestion,
    people: NDArray[np.float64],
    minutes: NDArray[np.float64],
) -> float | None:
    if question.measure in ("places", "graded"):
        found = gini(places_per_person(workspace, question), people)
    else:
        connected = np.isfinite(minutes)
        found = gini(minutes[connected], people[connected])
    return None if np.isnan(found) else found


def _steps(question: ReachQuestion) -> tuple[int, ...]:
    return tuple(sorted({*STEPS, question.limit_minutes}))


def _within(
    limit: int, people: NDArray[np.float64], minutes: NDArray[np.float64], total: float
) -> Within:
    near = float(people[as_read(minutes) <= limit].sum())
    return Within(limit, near, near / total)


def _left_out(
    workspace: Workspace, found: ReachAnswer, people: NDArray[np.float64], limit: int
) -> tuple[LeftOut, ...]:
    """The places beyond the limit, those without a connection first, then the farthest; of several
    points in one street the farthest."""
    names = spoken_names(workspace)
    order, read = np.argsort(-found.minutes, kind="stable"), as_read(found.minutes)
    beyond = order[(people[order] > 0) & (read[order] > limit)]
    farthest: dict[str, float] = {}
    for at in beyond.tolist():
        farthest.setdefault(names[at] or str(at), float(read[at]))
        if len(farthest) == _MOST_NAMED:
            break
    return tuple(
        LeftOut(name, minutes if np.isfinite(minutes) else None)
        for name, minutes in farthest.items()
    )
