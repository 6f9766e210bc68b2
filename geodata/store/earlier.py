"""What an earlier day knew of protection, and what of its figures a source keeps secret since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import exists, select

from geodata.catalogue import Indicator
from geodata.markers import Marker
from geodata.store import schema
from geodata.store.disclosure import CellKey, hidden_cells
from geodata.store.journal import State
from geodata.store.reading import Reader

_KEPT_BACK = (Marker.SECRET.value, Marker.BLOCKED.value)


@dataclass(frozen=True)
class Protection:
    """The catalogue, the states that there were, and the figures that were hidden."""

    indicators: Mapping[str, Indicator]
    states: tuple[State, ...]
    hidden: frozenset[CellKey]


def protection(reader: Reader) -> Protection:
    """What held at the reader's number, without all else of that day."""
    hidden = frozenset(cell.key for cell in hidden_cells(reader))
    return Protection(reader.indicators(), reader.states(), hidden)


def is_kept_back_since(reader: Reader, number: int) -> bool:
    """Whether a source gives a sign today where it gave a figure at an earlier number."""
    now, then = schema.observation.alias(), schema.observation.alias()
    names = ("variable", "system", "period", "area_id")
    figure = exists().where(
        *(then.c[name] == now.c[name] for name in names),
        Reader(reader._connection, number)._holds(then),
        then.c.value.is_not(None),
    )
    query = select(now.c.id).where(
        now.c.from_import > number, reader._holds(now), now.c.marker.in_(_KEPT_BACK), figure
    )
    return reader._connection.execute(query.limit(1)).first() is not None
