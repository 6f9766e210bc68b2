"""Places for those they are meant for: how many there are for each hundred, area by area."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from geodata.catalogue import Indicator, Source
from geodata.facilities.facility import Facility
from geodata.facilities.kind import FacilityKind
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.facilities.filter import FacilityFilter, applied
from indicators.facilities.places import area_positions
from indicators.facilities.refusals import NobodyServed
from indicators.figures import Figures, added, divided
from indicators.kept import kept
from indicators.measures import periods_for
from indicators.published import Published, published
from indicators.query import Query

# All places, those under 3 years, and those from 3 years on.
Part = Literal["all", "under_3", "from_3"]
PARTS: tuple[Part, ...] = ("all", "under_3", "from_3")
# So begins the id of the indicator that the figures are published under.
SUPPLY = "versorgung"
_FACTOR = 100.0
_DECIMALS = 1
_KEPT_SUPPLIES = 32


@dataclass(frozen=True, eq=False)
class Supply:
    """Supply in the areas of a system, arrays (n,) in their order.

    `published` are places per 100 of those served; the figure of an area in which some facility
    does not tell its places is flagged "at least", and missing where none does. `served` are the
    counts below it. `places` is NaN where nothing is told, 0 where no facility stands.
    `without_place` facilities pass the filter and count in no area, `outside` stand in none.
    """

    kind: FacilityKind
    part: Part
    published: Published
    served: Published
    facilities: NDArray[np.int64]
    places: NDArray[np.float64]
    without_place: int
    outside: int


@kept(_KEPT_SUPPLIES)
def supply(
    workspace: Workspace, wanted: FacilityFilter, kind: str, system: str, part: Part = "all"
) -> Supply:
    """Places per 100 of those a kind is for, at the latest period that counts them.

    `100 * sum(places) / sum(served)`, recomputed in every area system from where the facilities
    stand and from published counts: a suppressed count stays suppressed. Only facilities of the
    kind that pass the filter count. Raises `NobodyServed` and what `published` raises.
    """
    chosen = workspace.facility_kinds[kind]
    period = _latest(workspace, chosen, system, part)
    if period is None:
        title = workspace.systems[system].title
        raise NobodyServed(kind=chosen.many, system=title)
    counts = [
        published(workspace, Query(variable, system, period.text))
        for variable in served_by(chosen, part)
    ]
    served = added([_figures(count) for count in counts])
    passing = {facility.id for facility in applied(wanted, workspace.facilities)}
    listed = [
        (facility, int(at))
        for facility, at in zip(
            workspace.facilities, area_positions(workspace, system), strict=True
        )
        if facility.kind == kind and facility.id in passing
    ]
    there = [(facility, at) for facility, at in listed if at >= 0]
    n = len(workspace.systems[system])
    places = _places(there, n, part, _nature([facility for facility, _ in listed]))
    ratio = divided(places, served, factor=_FACTOR)
    source = _source(workspace, chosen)
    sources = tuple(dict.fromkeys([source, *(s for count in counts for s in count.sources)]))
    record = _ratio_record(chosen, part, counts)
    return Supply(
        kind=chosen,
        part=part,
        published=_published(record, counts, ratio, sources),
        served=counts[0] if len(counts) == 1 else _sum_of(counts, served),
        facilities=np.bincount([at for _, at in there], minlength=n).astype(np.int64),
        places=places.values,
        without_place=sum(not facility.is_placed for facility, _ in listed),
        outside=sum(facility.is_placed and at < 0 for facility, at in listed),
    )


def supply_parts(workspace: Workspace, kind: str, system: str) -> tuple[Part, ...]:
    """For which parts of a kind's places something can be said: somebody is counted, and at least
    one facility tells its places."""
    chosen = workspace.facility_kinds[kind]
    of_kind = [facility for facility in workspace.facilities if facility.kind == kind]
    return tuple(
        part
        for part in PARTS
        if any(places_of(facility, part) is not None for facility in of_kind)
        and _latest(workspace, chosen, system, part) is not None
    )


def served_by(kind: FacilityKind, part: Part) -> tuple[str, ...]:
    """The indicators that count those for whom the places are."""
    fields = {"all": kind.serves, "under_3": kind.serves_under_3, "from_3": kind.serves_from_3}
    return fields[part]


def places_of(facility: Facility, part: Part) -> int | None:
    """The places of a facility; None where it does not tell them."""
    told = {
        "all": facility.capacity,
        "under_3": facility.places_under_3,
        "from_3": facility.places_from_3,
    }
    return told[part]


def _latest(workspace: Workspace, kind: FacilityKind, system: str, part: Part) -> Period | None:
    """The last period at which all those served are counted."""
    variables = served_by(kind, part)
    if not variables or any(variable not in workspace.indicators for variable in variables):
        return None
    common = frozenset.intersection(*(periods_for(workspace, v, system) for v in variables))
    return max(common, default=None)


def _figures(count: Published) -> Figures:
    return Figures(
        values=count.values,
        status=count.status,
        nature=count.nature,
        flags=count.flags,
        sources=frozenset(),
        bases=frozenset({count.base} - {""}),
        method=count.method,
    )


def _places(there: Sequence[tuple[Facility, int]], n: int, part: Part, nature: Nature) -> Figures:
    """Places by area; "at least" where not all facilities tell theirs, missing where none does."""
    told, untold = np.zeros(n, np.int64), np.zeros(n, np.int64)
    values = np.zeros(n, np.float64)
    for facility, at in there:
        count = places_of(facility, part)
        if count is None:
            untold[at] += 1
        else:
            told[at] += 1
            values[at] += count
    values[(told == 0) & (untold > 0)] = np.nan
    status = np.where(np.isnan(values), int(Status.MISSING), int(Status.SHOWN)).astype(np.uint8)
    flags = np.where((told > 0) & (untold > 0), int(Flag.AT_LEAST), 0).astype(np.uint16)
    natures = np.full(n, int(nature), np.uint8)
    return Figures(values, status, natures, flags, frozenset(), frozenset())


def _nature(facilities: Sequence[Facility]) -> Nature:
    """The least certain of all of the kind: where none of a model stands, that is the model's."""
    natures = [Nature[name.upper()] for f in facilities for name in (f.nature, f.capacity_nature)]
    return max(natures, default=Nature.REAL)


def _ratio_record(kind: FacilityKind, part: Part, counts: Sequence[Published]) -> Indicator:
    served = " und ".join(count.indicator.title for count in counts)
    return Indicator(
        id=f"{SUPPLY}_{kind.id}_{part}",
        title=f"Plätze je 100: {kind.many}, {served}",
        unit="Plätze je 100",
        kind="rate",
        factor=_FACTOR,
        decimals=_DECIMALS,
        direction="high_is_good",
    )


def _source(workspace: Workspace, kind: FacilityKind) -> Source:
    found = workspace.facility_sets.get(kind.id)
    title, attribution = (found.title, found.attribution) if found else ("", "")
    return Source(f"einrichtungen_{kind.id}", title or kind.many, attribution=attribution)


def _published(
    record: Indicator, counts: Sequence[Published], figures: Figures, sources: tuple[Source, ...]
) -> Published:
    """Figures made of published counts, in the same form; read-only as these are."""
    values = np.round(figures.values, _DECIMALS)
    arrays = (values, figures.status, figures.nature, figures.flags)
    for array in arrays:
        array.setflags(write=False)
    first = counts[0]
    return Published(
        query=Query(record.id, first.query.system, first.period.text),
        indicator=record,
        system=first.system,
        period=first.period,
        base=", ".join(sorted(figures.bases)),
        values=values,
        status=figures.status,
        nature=figures.nature,
        flags=figures.flags,
        sources=sources,
        method=figures.method,
    )


def _sum_of(counts: Sequence[Published], figures: Figures) -> Published:
    title = " und ".join(count.indicator.title for count in counts)
    record = Indicator("+".join(count.indicator.id for count in counts), title, people=True)
    sources = tuple(dict.fromkeys(source for count in counts for source in count.sources))
    return _published(record, counts, figures, sources)
