"""Which protected figures are hidden, and what of them is out: read and written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Table, delete, func, insert, select, tuple_, update

from geodata.store import schema
from geodata.store.reading import Reader
from geodata.store.writing import Writer

# variable or indicator, area system, period, area
CellKey = tuple[str, str, str, str]
State = tuple[str, str, str]
Stage = Literal["first", "second"]
# Entries that change no figure, no area and no rule: the pattern before them still holds.
HARMLESS = ("note", "facilities", "streets", "timetable", "mobility", "story", "view")
# The setting that says by which state of the art the pattern was found.
WEIGHED_WITH = "pattern_weighed_with"
# SQLite takes so many values in a statement, and some room to spare.
_AT_ONCE = 5000


@dataclass(frozen=True)
class HiddenCell:
    """A figure that is not shown: by its rule (first), or lest it gives another away (second).

    Whoever knows all that is out can place it between `lower` and `upper` (counts; None: without
    limit, or no count). `width` and `minimum` are what its rule asks for. `component` names what it
    was reckoned with.
    """

    key: CellKey
    stage: Stage
    lower: float | None
    upper: float | None
    width: int
    minimum: int
    component: str


def hidden_cells(reader: Reader) -> list[HiddenCell]:
    """The cells that are hidden at the reader's journal number."""
    table = schema.pattern
    query = select(table).where(_holds(reader, schema.pattern)).order_by(table.c.id)
    return [
        HiddenCell(_key(r), r.stage, r.lower, r.upper, r.width, r.minimum, r.component)
        for r in reader._connection.execute(query)
    ]


def released_values(reader: Reader) -> dict[CellKey, set[float]]:
    """What of the protected figures has been out until the reader's number: never forgotten."""
    found: dict[CellKey, set[float]] = {}
    for _, seen in _releases(reader):
        for key, values in seen.items():
            found.setdefault(key, set()).update(values)
    return found


def protected_variables(reader: Reader) -> frozenset[str]:
    """The variables and indicators that are hidden anywhere, or out under protection."""
    found: set[str] = set()
    for table in (schema.pattern, schema.release):
        query = select(table.c.variable).where(_holds(reader, table)).distinct()
        found |= set(reader._connection.scalars(query))
    return frozenset(found)


def is_reckoned(reader: Reader) -> bool:
    """Whether the stored pattern belongs to what the store holds at the reader's number."""
    connection = reader._connection
    marks = select(func.max(schema.protection.c.number))
    mark = connection.scalar(marks.where(schema.protection.c.number <= reader.number))
    table = schema.journal
    changes = select(func.max(table.c.number)).where(
        table.c.number <= reader.number, table.c.kind.not_in(HARMLESS)
    )
    change = connection.scalar(changes)
    return mark is not None and mark >= (change or 0)


def mark_reckoned(writer: Writer, *, weighed_with: int) -> None:
    """Note that the pattern belongs to this number, and by which state of the art it was found."""
    table = schema.setting
    writer._connection.execute(insert(schema.protection), [{"number": writer.number}])
    writer._connection.execute(delete(table).where(table.c.name == WEIGHED_WITH))
    writer.set({WEIGHED_WITH: str(weighed_with)})


def put_hidden_cells(writer: Writer, cells: Sequence[HiddenCell]) -> None:
    """Store cells in place of those that are hidden now under the same key."""
    _withdraw(writer, schema.pattern, [cell.key for cell in cells])
    rows = [
        {
            **_named(cell.key),
            "stage": cell.stage,
            "lower": cell.lower,
            "upper": cell.upper,
            "width": cell.width,
            "minimum": cell.minimum,
            "component": cell.component,
            **_born(writer),
        }
        for cell in cells
    ]
    if rows:
        writer._connection.execute(insert(schema.pattern), rows)


def withdraw_hidden_cells(writer: Writer, keys: Sequence[CellKey]) -> None:
    """From this number on the cells are not hidden any more."""
    _withdraw(writer, schema.pattern, keys)


def put_released_values(writer: Writer, values: Mapping[CellKey, Iterable[float]]) -> None:
    """Note that figures are out from this number on, with these values."""
    states: dict[State, dict[str, list[float]]] = {}
    for (*state, area_id), numbers in values.items():
        variable, system, period = state
        states.setdefault((variable, system, period), {})[area_id] = sorted(numbers)
    rows = [
        {**_named(state), "seen": _as_text(seen), **_born(writer)} for state, seen in states.items()
    ]
    if rows:
        writer._connection.execute(insert(schema.release), rows)


def withdraw_released_values(writer: Writer, keys: Iterable[CellKey]) -> None:
    """From this number on nothing is held against these figures being hidden."""
    gone = set(keys)
    touched = {key[:3] for key in gone}
    left: dict[CellKey, set[float]] = {}
    for row, seen in _releases(writer.now):
        if (row.variable, row.system, row.period) in touched:
            _withdraw_row(writer, row.id)
            for key in seen.keys() - gone:
                left.setdefault(key, set()).update(seen[key])
    put_released_values(writer, left)


def forget(writer: Writer, forgotten: Callable[[CellKey, float | None], bool]) -> None:
    """Remove for good what a purge leaves without figure, by key and released value."""
    connection, table = writer._connection, schema.pattern
    rows = connection.execute(select(table)).all()
    _delete(writer, table, [row.id for row in rows if forgotten(_key(row), None)])
    table = schema.release
    empty = []
    for row in connection.execute(select(table)).all():
        kept = {key[3]: _kept(key, values, forgotten) for key, values in _seen(row).items()}
        seen = {area_id: values for area_id, values in kept.items() if values}
        if not seen:
            empty.append(row.id)
        else:
            changed = update(table).where(table.c.id == row.id)
            connection.execute(changed.values(seen=_as_text(seen)))
    _delete(writer, table, empty)


def _kept(
    key: CellKey, values: Iterable[float], forgotten: Callable[[CellKey, float | None], bool]
) -> list[float]:
    return [value for value in values if not forgotten(key, value)]


def _delete(writer: Writer, table: Table, ids: Sequence[int]) -> None:
    for start in range(0, len(ids), _AT_ONCE):
        chosen = table.c.id.in_(ids[start : start + _AT_ONCE])
        writer._connection.execute(delete(table).where(chosen))


def _releases(reader: Reader) -> list[tuple[Any, dict[CellKey, list[float]]]]:
    """The rows that hold, each with what was seen by key."""
    query = select(schema.release).where(_holds(reader, schema.release))
    return [(row, _seen(row)) for row in reader._connection.execute(query).all()]


def _seen(row: Any) -> dict[CellKey, list[float]]:  # noqa: ANN401 - a row
    state = (row.variable, row.system, row.period)
    return {(*state, area_id): values for area_id, values in json.loads(row.seen).items()}


def _as_text(seen: Mapping[str, Sequence[float]]) -> str:
    """JSON without blanks, whole numbers without decimals."""
    short = {
        area_id: [int(value) if value == int(value) else value for value in values]
        for area_id, values in seen.items()
    }
    return json.dumps(short, separators=(",", ":"))


def _withdraw_row(writer: Writer, row_id: int) -> None:
    """Rows of this very number are replaced, earlier ones end here."""
    table = schema.release
    own = (table.c.id == row_id) & (table.c.from_import == writer.number)
    writer._connection.execute(delete(table).where(own))
    row = update(table).where(table.c.id == row_id)
    writer._connection.execute(row.values(withdrawn_by=writer.number))


def _withdraw(writer: Writer, table: Table, keys: Iterable[CellKey]) -> None:
    columns = (table.c.variable, table.c.system, table.c.period, table.c.area_id)
    listed = list(keys)
    for start in range(0, len(listed), _AT_ONCE):
        query = update(table).where(
            table.c.withdrawn_by.is_(None),
            table.c.from_import < writer.number,
            tuple_(*columns).in_(listed[start : start + _AT_ONCE]),
        )
        writer._connection.execute(query.values(withdrawn_by=writer.number))


def _holds(reader: Reader, table: Table) -> Any:  # noqa: ANN401 - an SQL expression
    return reader._holds(table)


def _key(row: Any) -> CellKey:  # noqa: ANN401 - a row
    return (row.variable, row.system, row.period, row.area_id)


def _named(key: Sequence[str]) -> dict[str, str]:
    return dict(zip(("variable", "system", "period", "area_id"), key, strict=False))


def _born(writer: Writer) -> dict[str, int]:
    return {"import_id": writer.number, "from_import": writer.number}
