"""The panel „Einrichtungen“: what the filter leaves, how many each choice would, and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geodata.facilities.facility import Facility
from geodata.markers import Nature
from geodata.workspace import Workspace
from indicators.facilities.counts import ChoiceCounts
from indicators.facilities.filter import FacilityFilter
from indicators.facilities.occupancy import Occupancy
from layers.german_number import german_number
from layers.source_text import joined
from layers.view import View
from layers.words import words

# Half hours that can be asked for, in hours.
_OPENING = (6.0, 9.0)
_CLOSING = (12.0, 18.0)


def facility_answer(
    workspace: Workspace,
    view: View,
    found: Sequence[Facility],
    here: Sequence[Facility] | None,
    counts: ChoiceCounts,
    taken: Mapping[str, Occupancy],
) -> dict[str, Any]:
    """What the panel and the map show for a filter; `here` are those in the areas chosen, `taken`
    the places of each kind.

    Facilities are told by their position in the list of all.
    """
    position = {facility.id: at for at, facility in enumerate(workspace.facilities)}
    return {
        "number": workspace.number,
        "part": view.facility_part,
        "found": [position[facility.id] for facility in found],
        "here": None if here is None else [position[facility.id] for facility in here],
        "sentences": _sentences(workspace, view, found, here, counts),
        "places": _places_by_kind(workspace, taken),
        "badge": _badge(max((of.nature for of in taken.values()), default=Nature.REAL)),
        "notes": _notes(found),
        "choices": _choices(workspace, view.facilities, counts),
        "source": _source(workspace, found),
    }


def no_facilities(number: int) -> dict[str, Any]:
    """What is said where there are none yet."""
    return {"number": number, "refusal": words("facilities.none"), "found": []}


def _sentences(
    workspace: Workspace,
    view: View,
    found: Sequence[Facility],
    here: Sequence[Facility] | None,
    counts: ChoiceCounts,
) -> list[str]:
    numbers = {"found": german_number(counts.found), "total": german_number(counts.total)}
    if not found:
        return [words("facilities.found_none", **numbers)]
    key = "found_all" if counts.found == counts.total else "found"
    told = [words(f"facilities.{key}", **numbers)]
    if here is not None:
        name = _areas_name(workspace, view)
        key = "here" if here else "here_none"
        shown = {"name": name, "here": german_number(len(here)), "found": numbers["found"]}
        told.append(words(f"facilities.{key}", **shown))
    return told


def _places_by_kind(workspace: Workspace, taken: Mapping[str, Occupancy]) -> list[str]:
    """One sentence a kind, in the order of the kinds; one kind alone needs no name."""
    told = {
        kind: text
        for kind in workspace.facility_kinds
        if kind in taken
        if (text := _places(taken[kind]))
    }
    if len(taken) == 1:
        return list(told.values())
    kinds = workspace.facility_kinds
    return [
        words("facilities.of_kind", kinds=kinds[kind].many, places=text)
        for kind, text in told.items()
    ]


def _places(taken: Occupancy) -> str:
    """All places, and how many of them are taken, each with how far it is known."""
    if not taken.places_told:
        return ""
    of = german_number(taken.facilities)
    told = {"places": german_number(taken.places), "told": german_number(taken.places_told)}
    key = "places" if taken.places_told == taken.facilities else "places_partly"
    text = words(f"facilities.{key}", **told, of=of)
    if taken.share is None:
        return text
    share = german_number(taken.share)
    if taken.counted == taken.places_told:
        return f"{text}, {words('facilities.taken', share=share)}"
    known = {"share": share, "counted": german_number(taken.counted), "of": of}
    return f"{text}, {words('facilities.taken_partly', **known)}"


def _badge(nature: Nature) -> list[str]:
    """Code and words for places that nobody has counted; empty where all are."""
    if nature is Nature.REAL:
        return []
    return [nature.code, words(f"facilities.{nature.code}_places")]


def _areas_name(workspace: Workspace, view: View) -> str:
    if len(view.areas) == 1:
        return workspace.systems[view.system].name_of(view.areas[0])
    return view.areas_name or words("facilities.here_areas", count=len(view.areas))


def _notes(found: Sequence[Facility]) -> list[str]:
    unplaced = sum(not facility.is_placed for facility in found)
    outside = sum(facility.is_placed and not facility.inside for facility in found)
    notes = []
    if unplaced:
        key = "not_on_map_one" if unplaced == 1 else "not_on_map"
        notes.append(words(f"facilities.{key}", count=german_number(unplaced)))
    if outside:
        notes.append(words("facilities.outside_some", count=german_number(outside)))
    return notes


def _choices(workspace: Workspace, wanted: FacilityFilter, counts: ChoiceCounts) -> dict[str, Any]:
    """All that can be chosen, whether it is, and how many it would leave."""
    known = [name for name in workspace.facility_kinds if name in counts.kinds]
    opens, _, closes = wanted.hours.partition("-")
    return {
        "kinds": [
            {"id": name, "count": counts.kinds[name], "chosen": name in wanted.kinds}
            for name in known
        ],
        "providers": [
            {"id": name, "count": counts.providers[name], "chosen": name in wanted.providers}
            for name in sorted(counts.providers, key=str.casefold)
        ],
        "provider_hint": _counted("without_provider", counts.without_provider),
        "yes": [
            {
                "id": name,
                "count": counts.yes[name],
                "hint": _counted(f"untold_{name}", counts.untold[name]),
                "chosen": bool(getattr(wanted, name)),
            }
            for name in counts.yes
        ],
        "opens": _clocks(*_OPENING, chosen=opens),
        "closes": _clocks(*_CLOSING, chosen=closes),
        "hours_hint": " ".join(
            filter(
                None,
                [
                    words("facilities.filter.hours"),
                    _counted("untold_hours", counts.untold["hours"]),
                ],
            )
        ),
        "name": wanted.name,
        "is_set": bool(wanted.texts),
    }


def _counted(name: str, count: int) -> str:
    """What is said of so many; nothing of none."""
    if not count:
        return ""
    key = f"{name}_one" if count == 1 else name
    return words(f"facilities.filter.{key}", count=german_number(count))


def _clocks(first: float, last: float, *, chosen: str) -> list[dict[str, Any]]:
    """Half hours as an address writes them and as people read them; the chosen one among them."""
    halves = range(int(first * 2), int(last * 2) + 1)
    clocks = {f"{half // 2:02d}:{half % 2 * 30:02d}" for half in halves} | ({chosen} - {""})
    return [
        {"id": clock, "title": _clock(clock), "chosen": clock == chosen} for clock in sorted(clocks)
    ]


def _clock(clock: str) -> str:
    hour, minute = clock.split(":")
    return words("facilities.screen.clock", hour=int(hour), minute=minute)


def _source(workspace: Workspace, found: Sequence[Facility]) -> str:
    """The lists that what is shown comes from, with their owners, each named once."""
    kinds: Mapping[str, None] = dict.fromkeys(facility.kind for facility in found)
    sets = [workspace.facility_sets[kind] for kind in kinds]
    told = [
        words("facilities.list_source", title=s.title, attribution=s.attribution)
        if s.attribution
        else s.title
        for s in sets
    ]
    return words("facilities.source", lists=joined(told)) if told else ""
