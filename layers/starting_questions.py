"""Questions to begin with, each with the view that answers it: what the workspace can answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geodata.catalogue import Indicator
from geodata.workspace import Workspace
from indicators.choices import Topic, systems, topics
from indicators.facilities.filter import EVERYTHING
from indicators.facilities.supply import Part, served_by, supply_parts
from layers.reach_choice import NO_REACH, ReachChoice
from layers.shell import COMPARISON_PATH, DATA_PATH, FACILITIES_PATH, REACH_PATH
from layers.view import FACILITY_PARTS, View
from layers.words import section, words

SUPPLY = FACILITY_PARTS[1]


@dataclass(frozen=True)
class StartingQuestion:
    """`address` is path and search of the view; `hint` says what is seen there."""

    text: str
    hint: str
    address: str


def starting_questions(workspace: Workspace) -> tuple[StartingQuestion, ...]:
    """From places and ways over one question of each topic to where the figures come from."""
    asked = [*_supply(workspace), *_ways(workspace), *map(_topic, topics(workspace))]
    if asked and any(len(system) > 1 for system in workspace.systems.values()):
        asked.append(_plain("comparison", COMPARISON_PATH))
    return (*asked, _plain("data", DATA_PATH))


def _supply(workspace: Workspace) -> list[StartingQuestion]:
    """The first kind of which places and those they are for are known, on the finest level: as a
    map where reachability is there to draw it, else as a table."""
    for kind in _kinds(workspace, "start.supply"):
        for system in reversed(list(workspace.systems)):
            parts = supply_parts(workspace, kind, system)
            if parts:
                address = _supplied(workspace, kind, system, parts[0])
                return [_question(workspace, "supply", kind, address)]
    return []


def _supplied(workspace: Workspace, kind: str, system: str, part: Part) -> str:
    chosen = replace(EVERYTHING, kinds=(kind,))
    if "streets" not in workspace.network_states:
        return FACILITIES_PATH + View(facilities=chosen, facility_part=SUPPLY).search
    served = served_by(workspace.facility_kinds[kind], part)
    group = served[0] if part != "all" and len(served) == 1 else ""
    texts = (("mass", "gebiet"), ("gruppe", group))
    return (
        REACH_PATH + View(facilities=chosen, reach=ReachChoice(texts=texts, surface=system)).search
    )


def _ways(workspace: Workspace) -> list[StartingQuestion]:
    """By bus where there is a timetable, on foot where there are streets."""
    kinds = _kinds(workspace, "start.way")
    networks = workspace.network_states
    if not kinds or "streets" not in networks:
        return []
    on_foot = _question(workspace, "walk", kinds[-1], _reached(kinds[-1], "fuss"))
    return [*([_by_bus(workspace, kinds[0])] if "timetable" in networks else []), on_foot]


def _by_bus(workspace: Workspace, kind: str) -> StartingQuestion:
    """Of those whom the kind is for, where they are counted; else of everybody."""
    group = _counted_group(workspace, kind)
    if group is None:
        return _question(workspace, "way", kind, _reached(kind, "bus"))
    address = _reached(kind, "bus", group=group.id)
    return _question(workspace, "way_of_group", kind, address, group=group.title)


def _counted_group(workspace: Workspace, kind: str) -> Indicator | None:
    """Those whom a kind of facility is for, where one count tells them all."""
    served = workspace.facility_kinds[kind].serves
    record = workspace.indicators.get(served[0]) if len(served) == 1 else None
    return record if record and systems(workspace, record.id) else None


def _reached(kind: str, mode: str, *, group: str = "") -> str:
    view = View(
        facilities=replace(EVERYTHING, kinds=(kind,)),
        reach=replace(NO_REACH, texts=(("weg", mode), *([("gruppe", group)] if group else []))),
    )
    return REACH_PATH + view.search


def _kinds(workspace: Workspace, name: str) -> list[str]:
    """The kinds that are there; first those that have a question of their own, in its order."""
    own = [kind for kind in section(name) if kind in workspace.facility_sets]
    return [*own, *(kind for kind in workspace.facility_sets if kind not in own)]


def _question(
    workspace: Workspace, name: str, kind: str, address: str, **named: str
) -> StartingQuestion:
    own = section(f"start.{name}")
    text = own.get(kind) or words(f"start.{name}_of", many=workspace.facility_kinds[kind].many)
    return StartingQuestion(text, words(f"start.{name}_hint", **named), address)


def _topic(topic: Topic) -> StartingQuestion:
    """A share says more than a count at first sight."""
    asked = [record for record in topic.indicators if record.question]
    shares = [record for record in asked if record.denominator]
    record = next(iter([*shares, *asked, *topic.indicators]))
    address = f"/{View(indicator=record.id).search}"
    return StartingQuestion(record.question or record.title, topic.title, address)


def _plain(name: str, path: str) -> StartingQuestion:
    return StartingQuestion(words(f"start.{name}"), words(f"start.{name}_hint"), path)
