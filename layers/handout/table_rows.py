"""The figures of a handout as plain rows in German, the same for every kind of table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from geodata.german_count import counted
from geodata.markers import Flag, Nature, Status
from geodata.period import Period
from geodata.workspace import Workspace
from indicators.choices import periods
from indicators.hand_out import rows_of
from indicators.published import Published, published
from indicators.query import Query
from layers.figure_title import state_of
from layers.handout.facts import Handout
from layers.legend import GAP_FLAGS
from layers.source_text import once
from layers.words import words


@dataclass(frozen=True)
class ValueRow:
    """A figure of an area; `value` is None for a gap, which `status` names."""

    area_id: str
    name: str
    value: float | None
    unit: str
    status: str
    nature: str
    notes: str
    period: str
    base: str
    source: str

    @property
    def cells(self) -> tuple[str | float | None, ...]:
        """In the order of `HEAD`."""
        return (
            self.area_id,
            self.name,
            self.value,
            self.unit,
            self.status,
            self.nature,
            self.notes,
            self.period,
            self.base,
            self.source,
        )


HEAD = tuple(
    words(f"handout.table.{name}")
    for name in (
        "key",
        "area",
        "value",
        "unit",
        "status",
        "nature",
        "notes",
        "period",
        "base",
        "source",
    )
)
VALUE_AT = 2


def value_rows(figures: Published) -> list[ValueRow]:
    """One row an area, in the order of the system."""
    period = state_of(figures) if figures.query.since else figures.period.german
    return [
        ValueRow(
            area_id=row["area_id"],
            name=row["name"],
            value=row["value"],
            unit=figures.indicator.unit,
            status=_status(Status(status), Flag(flags)),
            nature=_nature(Nature(nature), Status(status), Flag(flags)),
            notes=_notes(Flag(flags)),
            period=period,
            base=figures.base,
            source=row["source"],
        )
        for row, status, nature, flags in zip(
            rows_of(figures),
            figures.status.tolist(),
            figures.nature.tolist(),
            figures.flags.tolist(),
            strict=True,
        )
    ]


def _status(status: Status, flags: Flag) -> str:
    """The kind of gap as the legend names it."""
    for reason in GAP_FLAGS:
        if flags & reason:
            return words(f"flag.{reason.codes[0]}")
    return words(f"handout.table.status_{status.code}")


def _notes(flags: Flag) -> str:
    """What else must be known; what the status says already is left out."""
    return ", ".join(words(f"flag.{flag.codes[0]}") for flag in flags if flag not in GAP_FLAGS)


def _nature(nature: Nature, status: Status, flags: Flag) -> str:
    """Where nothing is known, nothing was counted or reckoned either."""
    if status is Status.MISSING and not flags & Flag.NO_CONNECTION:
        return ""
    return words(f"data_page.natures.{nature.code}")


def rows_of_all_periods(workspace: Workspace, told: Handout) -> list[ValueRow]:
    """The figures themselves at all periods, the latest first; of reachability there is one."""
    if told.view.reach.asked:
        return value_rows(told.figures)
    query = told.view.query
    return [
        row
        for choice in periods(workspace, query.indicator, query.system)
        for row in value_rows(
            published(workspace, Query(query.indicator, query.system, choice.period.text))
        )
    ]


def particulars(told: Handout) -> list[tuple[str, str]]:
    """What a reader must know, as pairs of term and text."""
    return [(words(f"handout.about.{term}"), text) for term, text in _particulars(told) if text]


def _particulars(told: Handout) -> Iterator[tuple[str, str]]:
    indicator = told.figures.indicator
    yield "question", told.heading
    yield "title", told.title
    yield "period", told.period
    yield "level", told.level
    yield "place", told.workspace_title
    yield "unit", told.unit
    yield "definition", told.definition
    yield "method", told.method
    yield "nature", told.badge.text if told.badge else ""
    yield "department", indicator.department
    for source in told.sources:
        yield "source", " · ".join(once([source.title, source.attribution]))
        yield "licence", source.licence
    yield "map", told.map_owner
    for row in reversed(told.classes):
        yield "class", f"{row.label}: {_areas(row.count, told)}"
    for gap in told.gaps:
        yield "gap", f"{gap.label}: {gap.meaning} ({_areas(gap.count, told)})"
    for remark in told.remarks:
        yield "remark", remark
    yield "link", told.link
    yield "made_with", told.made_with


def _areas(count: int, told: Handout) -> str:
    return counted(count, told.counted_one, told.counted)


def reading_rows(workspace: Workspace, told: Handout) -> list[tuple[str, ...]]:
    """The approved readings of the indicator on this level and on the whole county."""
    system = told.figures.system
    rows: list[tuple[str, ...]] = []
    for note in sorted(workspace.notes, key=lambda one: one.written, reverse=True):
        key = note.key
        if note.stage != "approved" or key.indicator != told.view.indicator:
            continue
        if key.system not in ("", system.id) or key.area_id not in ("", *system.area_ids):
            continue
        place = system.name_of(key.area_id) if key.area_id else told.workspace_title
        state = Period(key.period).german if key.period else ""
        day = note.written.strftime("%d.%m.%Y")
        rows.append((place, state, key.department, day, note.text))
    return rows


READING_HEAD = tuple(
    words(f"handout.table.{name}") for name in ("area", "period", "department", "date", "reading")
)
